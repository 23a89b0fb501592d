/** The table of a slide on a PDF page: real text in columns as wide as their words, hairlines between rows. */
import '../../i18n/rooms/office.ts';
import type { Writer } from '../../query/indicator-words.ts';
import type { SlideTable } from '../../query/slide-table.ts';
import { columnWidths } from './fit.ts';
import { raisedNotes } from './pdf-pen.ts';
import type { PdfBox, PdfRun, Pen } from './pdf-pen.ts';

const pad = { x: 6, y: 3.5 };
const sizes = [16, 15, 14, 13, 12, 11, 10, 9, 8, 7];

/** Gives the number of rows that found no room. */
export function drawTable(pen: Pen, { columns, rows, caption, notes }: SlideTable, box: PdfBox, { t, lang }: Writer): number {
	const { theme: { ink, quiet, line } } = pen;
	const widths = columnWidths(columns, rows.map(({ cells }) => cells), box.w);
	const cell = (row: number, column: number, size: number): PdfRun[] => {
		if (row === 0) return [{ text: columns[column]!.title, style: { size, colour: quiet, isBold: true } }];
		const { cells, notes: own } = rows[row - 1]!;
		return [{ text: cells[column] ?? '', style: { size, colour: ink.ink900, ...(column === 0 && columns.length > 1 && { isBold: true }) } }, ...(column === 0 ? raisedNotes(own, size, ink.shore) : [])];
	};
	const heightsAt = (size: number): number[] => Array.from({ length: rows.length + 1 }, (_, row) => Math.max(size, ...columns.map((_, column) => pen.heightOf(cell(row, column, size), widths[column]! - 2 * pad.x))) + 2 * pad.y);
	const sum = (heights: readonly number[]): number => heights.reduce((total, height) => total + height, 0);
	const hasCaption = caption !== '' || notes.length > 0;
	const room = box.h - (hasCaption ? 20 : 0);
	const size = sizes.find((size) => sum(heightsAt(size)) <= room) ?? sizes.at(-1)!;
	const heights = heightsAt(size);
	while (heights.length > 2 && sum(heights) > room) heights.pop();
	// A short table keeps air between its rows instead of growing its type.
	const air = Math.max(0, Math.min(13, (room - sum(heights)) / heights.length));
	let y = box.y;
	heights.forEach((height, row) => {
		let x = box.x;
		columns.forEach(({ isNumeric }, column) => {
			pen.write(cell(row, column, size), { x: x + pad.x, y: y + pad.y + air / 2, w: widths[column]! - 2 * pad.x, align: isNumeric ? 'right' : 'left' });
			x += widths[column]!;
		});
		y += height + air;
		pen.rule(box.x, y, box.x + box.w, y, row === 0 ? quiet : line, row === 0 ? 1.25 : 0.5);
	});
	const more = rows.length + 1 - heights.length;
	if (hasCaption || more > 0) pen.write([{ text: [caption || (hasCaption ? t('office.table.note') : ''), more > 0 ? t('office.rows', { n: more }) : ''].filter(Boolean).join(lang === 'zh' ? '；' : '; '), style: { size: 11, colour: quiet } }, ...raisedNotes(notes, 11, ink.shore)], { x: box.x, y: y + 3, w: box.w });
	return more;
}
