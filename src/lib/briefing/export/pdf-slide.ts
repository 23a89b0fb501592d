/** One slide on 960 × 540 pt, its parts where `pptx-layout.ts` puts them: a PDF and a PowerPoint of one briefing look alike. */
import '../../i18n/rooms/office.ts';
import '../../i18n/rooms/export.ts';
import { say } from '../../i18n/index.ts';
import type { Block } from '../../domain/rich-text.ts';
import type { Writer } from '../../query/indicator-words.ts';
import type { SlideFigure } from '../../query/slide-figures.ts';
import type { SlideContent } from '../../query/slide.ts';
import type { MapPicture } from './job.ts';
import { drawChart } from './pdf-chart.ts';
import { drawLegend, drawMap } from './pdf-map.ts';
import { drawOwn } from './pdf-own.ts';
import { raisedNotes } from './pdf-pen.ts';
import type { PdfBox, PdfRun, PdfStyle, Pen } from './pdf-pen.ts';
import { drawStrip } from './pdf-strip.ts';
import { drawTable } from './pdf-table.ts';
import { between, layOut, slideHeight, slideWidth } from './pptx-layout.ts';
import type { Box } from './pptx-layout.ts';

export const page = { width: slideWidth * 72, height: slideHeight * 72 };
const points = ({ x, y, w, h }: Box): PdfBox => ({ x: x * 72, y: y * 72, w: w * 72, h: h * 72 });

export interface SlidePage {
	content: SlideContent;
	picture: (MapPicture & { bytes: Uint8Array }) | null;
	/** Attribution, data date and review number. */
	base: string;
	/** Author, date and version, on the title slide. */
	imprint: string;
	n: number;
	total: number;
}
/** What the slide had no room for and the handout prints below. */
export interface LeftOut {
	words: boolean;
	rows: number;
	sources: number;
}

export function drawSlide(pen: Pen, slide: SlidePage, writer: Writer): LeftOut {
	const { doc, theme: { ink, quiet } } = pen;
	doc.rect(0, 0, page.width, page.height).fill(slide.content.slide.kind === 'section' ? ink.hover : ink.paper);
	const left = slide.content.slide.kind === 'content' ? drawContent(pen, slide, writer) : drawPlain(pen, slide, writer);
	if (slide.content.slide.kind !== 'title') pen.line(writer.t('export.page', { n: slide.n, total: slide.total }), page.width - 36, page.height - 20, { size: 9, colour: quiet }, 'right');
	return left;
}

function drawContent(pen: Pen, { content, picture, base }: SlidePage, writer: Writer): LeftOut {
	const { doc, theme: { ink, quiet }, write } = pen;
	const { t } = writer;
	const at = layOut(content, base);
	if (at.map && picture) drawMap(pen, picture, picture.bytes, points(at.map), writer);
	else if (at.map) sayMissing(pen, points({ ...at.map, x: Math.max(at.map.x, 0.5), w: slideWidth - 0.5 - Math.max(at.map.x, 0.5) }), t('office.nomap'));
	write([{ text: content.filter, style: { size: at.kicker.size, colour: ink.shore } }], { ...points(at.kicker), most: at.kicker.h * 72 });
	write([{ text: content.slide.title, style: { size: at.title.size, colour: ink.ink900, isBold: true } }], { ...points(at.title) });
	const words = at.words ? drawWords(pen, content, points(at.words), at.words.size) : true;
	if (picture?.own) drawOwn(pen, picture.own, at, content, writer);
	content.figures.forEach((figure, i) => drawFigure(pen, figure, points(at.figures[i]!), writer));
	if (at.chart && content.chart) drawChart(pen, content.chart, points(at.chart), writer);
	else if (at.chart) sayMissing(pen, points(at.chart), t('office.nochart'));
	if (at.strip && content.strip) drawStrip(pen, content.strip, points(at.strip), writer);
	else if (at.strip) sayMissing(pen, points(at.strip), t('office.nostrip'));
	const rows = at.table && content.table ? drawTable(pen, content.table, points(at.table), writer) : 0;
	if (at.legend && picture) drawLegend(pen, picture, points(at.legend), writer);
	const sources = content.footnotes.length - at.sources;
	const style: PdfStyle = { size: at.foot.size, colour: quiet };
	const foot = [[...content.footnotes.slice(0, at.sources).map(({ n, text }) => `${n} ${text}`), ...(sources > 0 && at.sources > 0 ? [t('office.more', { n: sources })] : [])].join(between), base].filter(Boolean).join('\n');
	const box = points(at.foot);
	const height = pen.heightOf([{ text: foot, style }], box.w);
	doc.undash();
	write([{ text: foot, style }], { ...box, y: box.y + box.h - height });
	return { words: !words, rows, sources };
}

function sayMissing(pen: Pen, box: PdfBox, text: string): void {
	pen.doc.lineWidth(0.75).dash(4, { space: 3 }).rect(box.x, box.y, box.w, box.h).stroke(pen.theme.quiet).undash();
	pen.write([{ text, style: { size: 14, colour: pen.theme.quiet } }], { x: box.x + 12, y: box.y + box.h / 2 - 10, w: box.w - 24, align: 'center' });
}

/** Words as runs: bullets hang before their lines, a link to a record bears the numbers of its sources. */
export function wordRuns({ ink }: Pen['theme'], block: Block, cited: SlideContent['cited'], size: number): PdfRun[] {
	return block.inlines.flatMap(({ text, strong, emphasis, ref }): PdfRun[] => [{ text, style: { size, colour: emphasis ? ink.shore : ink.ink900, ...(strong && { isBold: true }) } }, ...(ref ? raisedNotes(cited[ref] ?? [], size, ink.shore) : [])]);
}

/** Whether everything was printed. */
export function drawWords(pen: Pen, { words, cited }: Pick<SlideContent, 'words' | 'cited'>, box: PdfBox, size: number): boolean {
	const { theme, write } = pen;
	let y = box.y;
	let number = 0;
	for (const block of words) {
		number = block.type === 'number' ? number + 1 : 0;
		const indent = block.type === 'paragraph' ? 0 : size * (block.type === 'number' ? 1.5 : 0.95);
		const room = box.y + box.h - y;
		if (room < size) return false;
		const isStarted = pen.heightOf(wordRuns(theme, block, {}, size).slice(0, 1), Infinity) <= room + 0.5;
		if (isStarted && block.type === 'number') pen.line(`${number}.`, box.x, y + size * 1.026, { size, colour: theme.ink.shore });
		// Drawn, not written: the face has one glyph for • and ·, and a search would find the wrong one of them.
		if (isStarted && block.type === 'bullet') pen.doc.circle(box.x + size * 0.3, y + size * 0.66, size * 0.11).fill(theme.ink.shore);
		const printed = write(wordRuns(theme, block, cited, size), { x: box.x + indent, y, w: box.w - indent, most: room });
		if (!printed.isWhole) {
			if (printed.height > 0) pen.line('…', box.x + box.w - size, y + printed.height - size * 0.324, { size, colour: theme.ink.shore });
			return false;
		}
		y += printed.height + size * 0.4;
	}
	return true;
}

export function drawFigure(pen: Pen, { value, unit, label, state, notes }: SlideFigure, box: PdfBox, { lang, t }: Writer): void {
	const { ink } = pen.theme;
	const size = [44, 38, 32, 27, 23, 20, 17, 14].find((size) => pen.width(value, { size, colour: '' }) + 6 + pen.width(unit, { size: 17, colour: '' }) <= box.w) ?? 14;
	const sign = state === null || state === 'no-target' ? '' : `${lang === 'zh' ? '，' : ', '}${say(t, 'state', state)}`;
	const h = box.h * 0.55;
	pen.line(value, box.x, box.y + h - 6, { size, colour: ink.ink900, isBold: true });
	pen.line(unit, box.x + pen.width(value, { size, colour: '' }) + 6, box.y + h - 6, { size: 17, colour: ink.ink700 });
	const runs = (size: number): PdfRun[] => [{ text: `${label}${sign}`, style: { size, colour: ink.ink700 } }, ...raisedNotes(notes, size, ink.shore)];
	const most = box.h - h - 2;
	const labelSize = [15, 14, 13, 12, 11, 10, 9, 8].find((size) => pen.heightOf(runs(size), box.w) <= most) ?? 8;
	pen.write(runs(labelSize), { x: box.x, y: box.y + h + 2, w: box.w });
}

/** Title, section and end slides: words in the middle of the paper. */
function drawPlain(pen: Pen, { content, base, imprint }: SlidePage, writer: Writer): LeftOut {
	const { doc, theme: { ink, quiet }, write } = pen;
	const { kind, title } = content.slide;
	const [x, w] = [86.4, page.width - 172.8];
	const titled = (size: number): PdfRun[] => [{ text: title, style: { size, colour: ink.ink900, isBold: true } }];
	const size = [50, 44, 38, 32, 27, 23, 20, 17].find((size) => pen.heightOf(titled(size), w) <= size * 2.8) ?? 17;
	write(titled(size), { x, y: 260 - pen.heightOf(titled(size), w), w });
	doc.rect(x, 272, 115, 4).fill(ink.shore);
	const room = content.figures.length > 0 ? 80 : 144;
	const wordsSize = [20, 18, 16, 14, 12, 11, 10, 9, 8].find((size) => content.words.reduce((sum, block) => sum + pen.heightOf(wordRuns(pen.theme, block, content.cited, size), w - (block.type === 'paragraph' ? 0 : size * 1.5)) + size * 0.4, 0) <= room) ?? 8;
	const words = drawWords(pen, content, { x, y: 292, w, h: room + 4 }, wordsSize);
	content.figures.slice(0, 4).forEach((figure, i, all) => drawFigure(pen, figure, { x: x + (i * w) / all.length, y: 374, w: w / all.length - 22, h: 79 }, writer));
	const most = 4;
	const foot = [kind === 'title' ? imprint : '', ...content.footnotes.slice(0, most).map(({ n, text }) => `${n} ${text}`), base].filter(Boolean).join('\n');
	const runs: PdfRun[] = [{ text: foot, style: { size: 9.5, colour: quiet } }];
	write(runs, { x, y: page.height - 22 - pen.heightOf(runs, w - 44), w: w - 44 });
	return { words: !words, rows: 0, sources: Math.max(0, content.footnotes.length - most) };
}
