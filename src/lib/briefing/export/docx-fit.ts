/** Whether a one-page brief fits its sheet, estimated as `fit.ts` does, without a font at hand: the faces that stand in on Linux are the widest, so what fits there fits in Word. */
import type { BriefDocument, BriefTable } from '../../query/brief-document.ts';
import { textMm } from './docx-styles.ts';
import type { Sheet } from './docx-styles.ts';
import { columnWidths, linesOf } from './fit.ts';

/** pt of `mm`. */
const pt = (mm: number): number => (mm / 25.4) * 72;

export function fitsOnePage({ title, subtitle, sections, responsibilities, footnotes }: BriefDocument, sheet: Sheet, base: string): boolean {
	const { type, top, bottom, footer, picture } = sheet;
	const width = textMm(sheet) / 25.4;
	const noteOf = new Map(footnotes.map((note) => [note.n, note.text]));
	/** The first note of each statement is printed. */
	const printed = new Set<number>();
	const see = (notes: readonly number[]): void => void notes.filter((n) => noteOf.has(n)).slice(0, 1).forEach((n) => printed.add(n));
	const text = (words: string, size: number, line: number, room = width): number => linesOf(words, size, room) * line;
	const tableLine = Math.round(type.table * 1.35);
	const caption = (words: string): number => (words === '' ? 0 : text(words, type.table, type.table * 1.3) + 8);
	const table = ({ caption: above, columns, rows, notes }: BriefTable): number => {
		see(notes);
		const widths = columnWidths(columns, rows.map((cells) => cells.map(({ text }) => text)), width);
		const row = (cells: readonly string[]): number => Math.max(...cells.map((cell, i) => linesOf(cell, type.table, Math.max(0.3, widths[i]! - 0.12)))) * tableLine + 3.5;
		rows.forEach((cells) => cells.forEach((cell) => see(cell.notes)));
		return caption(above || (notes.length > 0 ? ' ' : '')) + row(columns.map((column) => column.title)) + rows.reduce((sum, cells) => sum + row(cells.map((cell) => `${cell.text}${cell.notes.length > 0 ? '00' : ''}`)), 0) + tableLine;
	};
	let used = text(title, type.title, type.title * 1.5) + type.title * 0.4 + text(subtitle, type.body, type.line) + type.line * 0.4;
	for (const { heading, blocks } of sections) {
		if (heading) used += type.line * 1.3;
		for (const block of blocks) {
			if (block.type === 'table') used += table(block);
			else if (block.type === 'picture') used += pt(picture) + caption(`${block.caption}（上方为北，图上 1 厘米约 00 公里）`) + 4;
			else {
				block.runs.forEach(({ notes }) => see(notes));
				used += text(`${block.runs.map((run) => `${run.text}${run.notes.length > 0 ? '00' : ''}`).join('')}`, type.body, type.line, width - (block.isBullet ? 0.45 : 0.1));
			}
		}
	}
	if (responsibilities) used += type.line * 1.3 + table(responsibilities);
	used += caption('—') + 14;
	for (const n of printed) used += text(`00 ${noteOf.get(n)!}`, type.note, Math.round(type.note * 1.3));
	const foot = Math.max(pt(bottom), pt(footer) + 13 + text(base, type.note, Math.max(10, type.note * 1.3)));
	return used <= pt(297) - pt(top) - foot;
}
