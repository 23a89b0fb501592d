/** A handout: the slide above, the speaker's notes and every source below, on A4 or A3; what runs over goes on to the next page. */
import '../../i18n/rooms/office.ts';
import '../../i18n/rooms/export.ts';
import type { Writer } from '../../query/indicator-words.ts';
import type { PdfRun, Pen } from './pdf-pen.ts';
import { drawSlide, page, wordRuns } from './pdf-slide.ts';
import type { SlidePage } from './pdf-slide.ts';

export type Paper = 'A4' | 'A3';
/** pt, upright. */
export const papers: Readonly<Record<Paper, [width: number, height: number]>> = { A4: [595.28, 841.89], A3: [841.89, 1190.55] };

/** Draws on the page that is open; `turn` opens the next one. */
export function drawHandout(pen: Pen, slide: SlidePage, title: string, paper: Paper, writer: Writer, turn: () => void): void {
	const { doc, theme: { ink, quiet }, write } = pen;
	const { t } = writer;
	const [width, height] = papers[paper];
	const unit = width / papers.A4[0];
	const margin = 42 * unit;
	const inner = width - 2 * margin;
	const small = { size: 8.5 * unit, colour: quiet };
	const bottom = height - margin - 30 * unit;
	const edge = (): void => {
		pen.line(title, margin, margin - 12 * unit, small);
		pen.line(t('export.page', { n: slide.n, total: slide.total }), width - margin, margin - 12 * unit, small, 'right');
		const base: PdfRun[] = [{ text: slide.base, style: small }];
		write(base, { x: margin, y: height - margin - pen.heightOf(base, inner) + 12 * unit, w: inner });
	};
	edge();
	const scale = inner / page.width;
	doc.save().translate(margin, margin).scale(scale);
	doc.save().rect(0, 0, page.width, page.height).clip();
	const left = drawSlide(pen, slide, writer);
	doc.restore();
	doc.undash().lineWidth(0.8).rect(0, 0, page.width, page.height).stroke(pen.theme.line);
	doc.restore();

	let y = margin + page.height * scale + 16 * unit;
	const body = { size: 10.5 * unit, colour: ink.ink900 };
	/** A paragraph that does not fit goes on at the head of a new page, line by line. */
	const paragraph = (runs: readonly PdfRun[], gap: number): void => {
		if (y + pen.heightOf(runs, inner) > bottom && y > margin + 20) {
			turn();
			edge();
			y = margin + 8 * unit;
		}
		y += write(runs, { x: margin, y, w: inner, most: bottom - y + 20 * unit }).height + gap;
	};
	const section = (head: string, paragraphs: readonly (readonly PdfRun[])[]): void => {
		if (paragraphs.length === 0) return;
		paragraph([{ text: head, style: { size: 11 * unit, colour: ink.shore, isBold: true } }], 3 * unit);
		for (const runs of paragraphs) paragraph(runs, 3 * unit);
		y += 6 * unit;
	};
	const { content } = slide;
	const lines = (text: string): PdfRun[][] => text.split('\n').filter((line) => line.trim() !== '').map((line) => [{ text: line, style: body }]);
	section(t('export.notes'), lines(content.slide.notes));
	if (left.words) section(t('office.notes.words'), content.words.map((block) => wordRuns(pen.theme, block, content.cited, body.size)));
	if (left.rows > 0 && content.table) section(t('office.notes.table'), content.table.rows.map(({ cells }) => [{ text: cells.join(' | '), style: body }]));
	section(t('office.notes.missing'), content.missing.map((text) => [{ text, style: body }]));
	section(t('export.citations'), content.footnotes.map(({ n, text }): PdfRun[] => [{ text: `${n} ${text}`, style: { ...small, size: 9 * unit } }]));
}
