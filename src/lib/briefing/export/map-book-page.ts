/** Where the parts of a map book's page stand: the map above, as high as the words leave it, sources at the foot. Type shrinks before anything is left out. */
import '../../i18n/rooms/export.ts';
import '../../i18n/rooms/mapbook.ts';
import '../../i18n/rooms/office.ts';
import type { BookPage, MapBook } from '../../query/map-book.ts';
import type { Writer } from '../../query/indicator-words.ts';
import type { MapPicture } from './job.ts';
import { papers } from './pdf-handout.ts';
import { drawLegend, drawMap } from './pdf-map.ts';
import { raisedNotes } from './pdf-pen.ts';
import type { PdfBox, PdfRun, Pen } from './pdf-pen.ts';

const [width, height] = papers.A4;
const margin = 42;
const inner = width - 2 * margin;
const bottom = height - 36;
const legendHeight = 30;
/** Height of the map and pt of the words, the roomiest first; the last holds the fullest place of the catalogue. */
const tries: readonly (readonly [map: number, size: number])[] = [[360, 10], [330, 9.5], [300, 9], [270, 9], [250, 8.5], [230, 8], [210, 7.5], [190, 7], [170, 6.5], [150, 6]];

export interface LaidPlace {
	map: PdfBox;
	/** pt of the words. */
	size: number;
}
export interface PageEdge {
	book: string;
	base: string;
	n: number;
	total: number;
}

type Paragraph = { runs: PdfRun[]; indent: number; before: number };

function paragraphsOf({ theme: { ink } }: Pen, { sections }: BookPage, size: number): Paragraph[] {
	return sections.flatMap(({ heading, lines }) => [
		...(heading ? [{ runs: [{ text: heading, style: { size: size * 1.1, colour: ink.shore, isBold: true } }], indent: 0, before: size * 0.55 }] : []),
		...lines.map(({ isBullet, runs }): Paragraph => ({
			indent: isBullet ? size : 0, before: size * 0.12,
			runs: runs.flatMap(({ text, strong, notes }): PdfRun[] => [{ text, style: { size, colour: ink.ink900, ...(strong && { isBold: true }) } }, ...raisedNotes(notes, size, ink.shore)])
		}))
	]);
}
const heightOf = (pen: Pen, paragraphs: readonly Paragraph[]): number => paragraphs.reduce((sum, { runs, indent, before }) => sum + before + pen.heightOf(runs, inner - indent), 0);
/** Attribution and sources, smallest at the foot. */
function footOf({ theme: { quiet, ink } }: Pen, { footnotes }: BookPage, base: string, size: number): PdfRun[][] {
	const style = { size: Math.max(5.5, size * 0.72), colour: quiet };
	return [footnotes.flatMap(({ n, text }, i): PdfRun[] => [{ text: `${i > 0 ? '\u3000' : ''}${n} `, style: { ...style, colour: ink.shore } }, { text, style }]), [{ text: base, style }]].filter((runs) => runs.length > 0);
}
const headHeight = (pen: Pen, { title, subtitle }: BookPage): number => pen.heightOf([{ text: title, style: { size: 19, colour: '' } }], inner) + pen.heightOf([{ text: subtitle, style: { size: 9, colour: '' } }], inner) + 8;

/** The first pair of map and type for which all words have room. */
export function layPlace(pen: Pen, page: BookPage, base: string): LaidPlace {
	const top = margin + headHeight(pen, page);
	const room = bottom - top - legendHeight - 14;
	const fits = ([map, size]: (typeof tries)[number]): boolean => map + heightOf(pen, paragraphsOf(pen, page, size)) + footOf(pen, page, base, size).reduce((sum, runs) => sum + pen.heightOf(runs, inner), 0) <= room;
	const [h, size] = tries.find(fits) ?? tries.at(-1)!;
	return { size, map: { x: margin, y: top, w: inner, h } };
}

function drawEdge({ line, theme: { quiet } }: Pen, { book, n, total }: PageEdge, { t }: Writer): void {
	const style = { size: 8, colour: quiet };
	line(book.length > 60 ? `${book.slice(0, 59)}…` : book, margin, margin - 14, style);
	line(t('export.page', { n, total }), width - margin, margin - 14, style, 'right');
}

export function drawPlace(pen: Pen, page: BookPage, { map: box, size }: LaidPlace, map: { picture: MapPicture; bytes: Uint8Array } | null, edge: PageEdge, writer: Writer): void {
	const { doc, write, theme: { ink, quiet, line } } = pen;
	drawEdge(pen, edge, writer);
	const title = write([{ text: page.title, style: { size: 19, colour: ink.ink900, isBold: true } }], { x: margin, y: margin, w: inner }).height;
	write([{ text: page.subtitle, style: { size: 9, colour: quiet } }], { x: margin, y: margin + title, w: inner });
	if (map) drawMap(pen, map.picture, map.bytes, box, writer);
	else write([{ text: writer.t('office.nomap'), style: { size: 11, colour: quiet } }], { ...box, y: box.y + box.h / 2, align: 'center' });
	doc.undash().lineWidth(0.6).rect(box.x, box.y, box.w, box.h).stroke(line);
	if (map) drawLegend(pen, map.picture, { ...box, y: box.y + box.h + 5, h: legendHeight }, writer);
	let y = box.y + box.h + legendHeight + 6;
	for (const { runs, indent, before } of paragraphsOf(pen, page, size)) {
		y += before;
		if (indent > 0) doc.circle(margin + size * 0.4, y + size * 0.66, size * 0.12).fill(ink.shore);
		y += write(runs, { x: margin + indent, y, w: inner - indent }).height;
	}
	const foot = footOf(pen, page, edge.base, size);
	let at = bottom - foot.reduce((sum, runs) => sum + pen.heightOf(runs, inner), 0);
	pen.rule(margin, at - 4, width - margin, at - 4, line, 0.5);
	for (const runs of foot) at += write(runs, { x: margin, y: at, w: inner }).height;
}

/** Places in two columns, each a link to its page. */
export function drawContents(pen: Pen, book: MapBook, base: string, writer: Writer): void {
	const { doc, write, line, width: wide, theme: { ink, quiet } } = pen;
	const { t } = writer;
	const { places, total } = book;
	drawEdge(pen, { book: t('app.name'), base, n: 1, total: places.length + 1 }, writer);
	let y = margin + write([{ text: book.title, style: { size: 22, colour: ink.ink900, isBold: true } }], { x: margin, y: margin, w: inner }).height + 8;
	for (const text of [places.length < total ? t('mapbook.limit', { total, n: places.length }) : t('mapbook.count', { n: total }), t('mapbook.rule'), t('mapbook.more')]) y += write([{ text, style: { size: 10, colour: ink.ink700 } }], { x: margin, y, w: inner }).height;
	y += 14;
	line(t('mapbook.contents'), margin, y + 12, { size: 13, colour: ink.shore, isBold: true });
	y += 22;
	const rows = Math.ceil(places.length / 2);
	const [column, row] = [inner / 2 - 10, Math.min(18, (bottom - 24 - y) / Math.max(1, rows))];
	places.forEach(({ id, name, projects, measures }, i) => {
		const [x, top] = [margin + (i < rows ? 0 : inner / 2 + 10), y + (i % rows) * row];
		const page = String(i + 2);
		line(name, x, top + row * 0.7, { size: 10, colour: ink.ink900 });
		const records = t('mapbook.records', { projects, measures });
		if (wide(name, { size: 10, colour: '' }) + wide(records, { size: 8, colour: '' }) + 44 < column) line(records, x + column - 26, top + row * 0.7, { size: 8, colour: quiet }, 'right');
		line(page, x + column, top + row * 0.7, { size: 10, colour: ink.shore }, 'right');
		doc.goTo(x, top, column, row, id);
	});
	write([{ text: base, style: { size: 7.5, colour: quiet } }], { x: margin, y: bottom - 10, w: inner });
}
