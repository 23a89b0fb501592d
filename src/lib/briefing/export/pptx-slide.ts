/** One slide of a briefing as a PowerPoint slide. Charts and pictures are handed back: `pptx-package.ts` puts the real parts in their places. */
import '../../i18n/rooms/office.ts';
import type PptxGenJS from 'pptxgenjs';
import { plainText } from '../../domain/rich-text.ts';
import { say } from '../../i18n/index.ts';
import type { Writer } from '../../query/indicator-words.ts';
import type { SlideChart } from '../../query/slide-chart.ts';
import type { SlideFigure } from '../../query/slide-figures.ts';
import type { SlideContent } from '../../query/slide.ts';
import { barsChart } from './chart-bars.ts';
import type { NativeChart } from './chart-parts.ts';
import { trendChart } from './chart-trend.ts';
import { largestFit, linesOf, widthEm } from './fit.ts';
import type { MapPicture } from './job.ts';
import { between, cutWords, layOut, margin, slideHeight, slideWidth, wordsHeight } from './pptx-layout.ts';
import type { Box, TextBox } from './pptx-layout.ts';
import { addFurniture, addLegend, addOwn } from './pptx-map.ts';
import { addStrip } from './pptx-strip.ts';
import { addTable } from './pptx-table.ts';
import { boxOptions, langOf, raised, runsOf } from './pptx-text.ts';
import type { Run } from './pptx-text.ts';
import type { DeckTheme } from './pptx-theme.ts';

export interface Deck {
	pptx: PptxGenJS;
	theme: DeckTheme;
	writer: Writer;
	/** Attribution, data date and review number. */
	base: (content: SlideContent) => string;
	/** Address of a record or page; empty where the file has no app to lead to. */
	hrefOf: (refOrPath: string) => string;
	/** Author, date and version of the briefing, for its title slide. */
	imprint: string;
}

/** Stands where the picture will be: pptxgenjs wants its pictures as text, which would hold each of them three times. */
const stub = 'image/png;base64,iVBORw0KGgo=';

export function addSlide(deck: Deck, content: SlideContent, picture: MapPicture | null): NativeChart[] {
	const { pptx } = deck;
	const slide = pptx.addSlide({ masterName: content.slide.kind });
	slide.addNotes(notesOf(deck, content));
	return content.slide.kind === 'content' ? addContent(deck, slide, content, picture) : addPlain(deck, slide, content);
}

function addContent(deck: Deck, slide: PptxGenJS.Slide, content: SlideContent, picture: MapPicture | null): NativeChart[] {
	const { theme, writer, base } = deck;
	const { t, lang } = writer;
	const at = layOut(content, base(content));
	const charts: NativeChart[] = [];
	if (at.map && picture) {
		slide.addImage({ data: stub, x: at.map.x, y: at.map.y, w: at.map.w, h: at.map.h, altText: t('office.map.alt', { title: content.slide.title, filter: content.filter }), objectName: 'map' });
		addFurniture(slide, picture, at.map, writer);
	} else if (at.map) {
		const x = Math.max(at.map.x, margin);
		slide.addText(t('office.nomap'), { ...boxOptions(lang, { ...at.map, x, w: slideWidth - margin - x }, { size: 14, color: 'tx2', valign: 'middle', align: 'center', name: 'no map' }), line: { color: 'tx2', width: 0.75, dashType: 'dash' } });
	}
	slide.addText(content.filter, boxOptions(lang, at.kicker, { size: at.kicker.size, color: 'accent1', valign: 'middle', name: 'filter' }));
	addTitle(slide, content, lang, at.title.size);
	if (at.words) addWords(deck, slide, content, at.words);
	if (picture?.own) addOwn(slide, picture.own, at, content, writer);
	content.figures.forEach((figure, i) => addFigure(slide, figure, at.figures[i]!, writer));
	if (at.chart) charts.push(...addChart(deck, slide, content, at.chart));
	if (at.strip && content.strip) addStrip(slide, content.strip, at.strip, theme, writer);
	else if (at.strip) slide.addText(t('office.nostrip'), { ...boxOptions(lang, at.strip, { size: 14, color: 'tx2', valign: 'middle', align: 'center', name: 'no strip' }), line: { color: 'tx2', width: 0.75, dashType: 'dash' } });
	if (at.table && content.table) {
		const { caption, notes } = content.table;
		const hasCaption = caption !== '' || notes.length > 0;
		const more = addTable(slide, content.table, { ...at.table, h: at.table.h - (hasCaption ? 0.3 : 0) }, theme, lang, content.slide.title || 'table');
		if (hasCaption) slide.addText([{ text: [caption || t('office.table.note'), more > 0 ? t('office.rows', { n: more }) : ''].filter(Boolean).join(lang === 'zh' ? '；' : '; ') }, ...raised(notes)], boxOptions(lang, { ...at.table, y: at.table.y + at.table.h - 0.26, h: 0.26 }, { size: 11, color: 'tx2', valign: 'middle', name: 'caption' }));
	}
	if (at.legend) addLegend(slide, at.legend, writer, theme);
	const more = content.footnotes.length - at.sources;
	const sources = content.footnotes.slice(0, at.sources).map(({ n, text }) => `${n} ${text}`).join(between);
	slide.addText([...(sources ? [{ text: [sources, ...(more > 0 ? [t('office.more', { n: more })] : [])].join(between), options: { breakLine: true } }] : []), { text: base(content) }], boxOptions(lang, at.foot, { size: at.foot.size, color: 'tx2', valign: 'bottom', name: 'sources' }));
	return charts;
}

function addTitle(slide: PptxGenJS.Slide, { slide: { title } }: SlideContent, lang: Writer['lang'], size: number): void {
	slide.addText([{ text: title || ' ', options: { fontSize: size, lang: langOf(lang) } }], { placeholder: 'title' });
}

function addWords({ hrefOf, writer: { lang } }: Deck, slide: PptxGenJS.Slide, { words }: SlideContent, box: TextBox): void {
	slide.addText(runsOf(cutWords(words, box), box.size, hrefOf), { ...boxOptions(lang, box, { size: box.size, name: 'words' }), fit: 'shrink' });
}

function addFigure(slide: PptxGenJS.Slide, { value, unit, label, state, notes }: SlideFigure, box: Box, { lang, t }: Writer): void {
	const size = largestFit([44, 38, 32, 27, 23, 20, 17], (size) => ((widthEm(value) + 0.3) * size + widthEm(unit) * 18) / 72 <= box.w);
	const sign = state === null || state === 'no-target' ? '' : `${lang === 'zh' ? '，' : ', '}${say(t, 'state', state)}`;
	const words = `${label}${sign}`;
	const labelSize = largestFit([15, 14, 13, 12, 11, 10, 9], (size) => linesOf(`${words}  `, size, box.w) <= 2);
	const h = box.h * 0.55;
	slide.addText([{ text: value, options: { fontSize: size, bold: true } }, ...(unit ? [{ text: ` ${unit}`, options: { fontSize: 18 } }] : [])], boxOptions(lang, { ...box, h }, { size, valign: 'bottom', name: `figure ${label}` }));
	slide.addText([{ text: words }, ...raised(notes)], boxOptions(lang, { ...box, y: box.y + h + 0.02, h: box.h - h - 0.02 }, { size: labelSize, name: `label ${label}` }));
}

function addChart({ theme, writer }: Deck, slide: PptxGenJS.Slide, { chart }: SlideContent, box: Box): NativeChart[] {
	const { t, lang } = writer;
	if (!chart) {
		slide.addText(t('office.nochart'), { ...boxOptions(lang, box, { size: 14, color: 'tx2', valign: 'middle', align: 'center', name: 'no chart' }), line: { color: 'tx2', width: 0.75, dashType: 'dash' } });
		return [];
	}
	const gaps = gapsOf(chart, t);
	const size = largestFit([15, 14, 13, 12, 11, 10, 9], (size) => linesOf(`${chart.title}（${chart.unit}）    `, size, box.w) === 1);
	slide.addText([{ text: chart.title, options: { bold: true } }, ...(chart.unit ? [{ text: lang === 'zh' ? `（${chart.unit}）` : ` (${chart.unit})` }] : []), ...raised(chart.notes)], boxOptions(lang, { ...box, h: 0.3 }, { size, name: 'chart title' }));
	if (gaps) slide.addText(gaps, boxOptions(lang, { ...box, y: box.y + box.h - 0.24, h: 0.24 }, { size: 10, color: 'tx2', valign: 'middle', name: 'gaps' }));
	const body: Box = { ...box, y: box.y + 0.34, h: box.h - 0.34 - (gaps ? 0.26 : 0) };
	slide.addChart('bar', [{ name: ' ', labels: [' '], values: [0] }], { ...body, altText: chart.summary, objectName: 'chart' });
	return [chart.type === 'bars' ? barsChart(chart, lang, theme) : trendChart(chart, writer, theme)];
}

const gapsOf = (chart: SlideChart, t: Writer['t']): string => (chart.type === 'trend' && chart.row.series!.gaps.length > 0 ? t('office.nodata', { years: chart.row.series!.gaps.join(t('join.list')) }) : '');

/** Title, section and end slides: words in the middle of the paper. */
function addPlain(deck: Deck, slide: PptxGenJS.Slide, content: SlideContent): NativeChart[] {
	const { writer, base, imprint } = deck;
	const { lang } = writer;
	const { kind, title } = content.slide;
	const w = slideWidth - 2.4;
	const size = largestFit([50, 44, 38, 32, 27, 23, 20, 17], (size) => linesOf(title, size, w) <= 2);
	addTitle(slide, content, lang, size);
	const words: Box = { x: 1.2, y: 4.05, w, h: content.figures.length > 0 ? 1.1 : 2 };
	if (content.words.length > 0) addWords(deck, slide, content, { ...words, size: largestFit([20, 18, 16, 14, 12, 11, 10, 9, 8], (size) => wordsHeight(content.words, size, w) <= words.h) });
	content.figures.slice(0, 4).forEach((figure, i, all) => addFigure(slide, figure, { x: 1.2 + i * (w / all.length), y: 5.2, w: w / all.length - 0.3, h: 1.1 }, writer));
	const foot: Run[] = [...(kind === 'title' ? [{ text: imprint, options: { breakLine: true } }] : []), ...content.footnotes.slice(0, 4).map(({ n, text }): Run => ({ text: `${n} ${text}`, options: { breakLine: true } })), { text: base(content) }];
	slide.addText(foot, boxOptions(lang, { x: 1.2, y: slideHeight - 1.1, w: w - 0.6, h: 0.8 }, { size: 9.5, color: 'tx2', valign: 'bottom', name: 'imprint' }));
	return [];
}

/** What the speaker reads: the author's notes, then scope, all sources and what needs a second look. */
function notesOf({ writer: { t, lang }, base }: Deck, content: SlideContent): string {
	const { slide, filter, footnotes, missing } = content;
	const list = (head: string, lines: readonly string[]): string[] => (lines.length === 0 ? [] : ['', `${head}${lang === 'zh' ? '：' : ':'}`, ...lines]);
	const words = plainText(content.words);
	const rows = content.table ? [content.table.columns.map(({ title }) => title), ...content.table.rows.map(({ cells }) => cells)].map((cells) => cells.join(' | ')) : [];
	const things = (content.strip?.parts ?? []).flatMap(({ items }) => items.map(({ chainage, name, manner }) => [chainage, name, manner].join(' | ')));
	return [slide.notes, ...list(t('office.notes.words'), words ? [words] : []), ...list(t('office.notes.table'), rows), ...list(t('office.notes.strip'), things), ...list(t('office.notes.missing'), missing), '', t('office.notes.filter', { filter }), ...list(t('office.notes.sources'), footnotes.map(({ n, text }) => `${n} ${text}`)), base(content)].join('\n').trim();
}

