/** One sheet of a workbook: rows that hold something, each cell as the planner sees it. */
import { limits } from '../../domain/change.ts';
import { FileRefusal, textCell } from '../../domain/loaded-table.ts';
import type { LoadedCell, LoadedRow, LoadedSheet } from '../../domain/loaded-table.ts';
import { serialDate } from './xlsx-format.ts';
import type { Shown } from './xlsx-format.ts';
import { attribute } from './xml.ts';
import type { XmlEvents } from './xml.ts';

export interface Book {
	strings: string[];
	/** What the format of a cell shows, by style number. */
	shown: Shown[];
	from1904: boolean;
}

/** `_x000D_` in a cell is a carriage return. */
export const unescapeCell = (text: string): string => (text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))) : text);

/** `AB12` is column 27, counted from 0. */
export function columnOf(reference: string): number {
	let column = 0;
	for (const letter of reference.toUpperCase()) {
		const at = letter.charCodeAt(0) - 64;
		if (at < 1 || at > 26) break;
		column = column * 26 + at;
	}
	return column - 1;
}
const rowOf = (reference: string): number => Number(/\d+/.exec(reference)?.[0] ?? 0);

/** Fifteen digits, as a spreadsheet shows them: 20.380000000000003 is 20.38. */
const digits = (value: number): string => String(Number(value.toPrecision(15)));

function numberCell(raw: string, style: number, book: Book): LoadedCell | undefined {
	const value = Number(raw);
	if (raw.trim() === '' || !Number.isFinite(value)) return raw.trim() === '' ? undefined : { is: 'error', text: raw };
	const shown = book.shown[style] ?? 'number';
	if (shown === 'share') return { is: 'share', text: `${digits(value * 100)}%`, value };
	if (shown === 'number') return { is: 'number', text: digits(value), value };
	return { is: 'date', text: serialDate(value, shown, book.from1904) };
}

/** Errors: throws a `FileRefusal` where the sheet has more rows or columns than `limits` allow. */
export function readSheet(name: string, book: Book, run: (events: XmlEvents) => void): LoadedSheet {
	const rows: LoadedRow[] = [];
	const merges: string[] = [];
	let hiddenRows = 0;
	let [row, column, isHidden] = [0, -1, false];
	let cells: (LoadedCell | undefined)[] = [];
	let cell = { type: '', style: 0, text: '', hasFormula: false };
	let [isText, isPhonetic] = [false, false];

	function finishCell(): void {
		const { type, style, text, hasFormula } = cell;
		const found: LoadedCell | undefined = hasFormula ? { is: 'formula', text }
			: type === 's' ? textCell(book.strings[Number(text)] ?? '')
			: type === 'inlineStr' || type === 'str' ? textCell(unescapeCell(text))
			: type === 'e' ? { is: 'error', text }
			: type === 'b' ? { is: 'text', text: text === '1' ? 'TRUE' : 'FALSE' }
			: type === 'd' ? { is: 'date', text: text.slice(0, 10) }
			: numberCell(text, style, book);
		if (!found) return;
		if (column >= limits.columns) throw new FileRefusal('columns', { sheet: name, most: limits.columns });
		cells[column] = found;
	}
	function finishRow(): void {
		if (cells.length === 0) return;
		if (rows.length >= limits.rows) throw new FileRefusal('rows', { most: limits.rows });
		rows.push({ row, cells });
		if (isHidden) hiddenRows++;
	}
	run({
		open(tag, attributes) {
			switch (tag) {
				case 'row': [row, column, cells, isHidden] = [Number(attribute(attributes, 'r')) || row + 1, -1, [], /^(1|true)$/.test(attribute(attributes, 'hidden'))]; break;
				case 'c': {
					const reference = attribute(attributes, 'r');
					column = reference === '' ? column + 1 : columnOf(reference);
					cell = { type: attribute(attributes, 't'), style: Number(attribute(attributes, 's')), text: '', hasFormula: false };
					break;
				}
				case 'f': cell.hasFormula = true; break;
				case 'v': isText = true; break;
				case 't': isText = !isPhonetic; break;
				case 'rPh': isPhonetic = true; break;
				case 'mergeCell': if (merges.length < limits.rows) merges.push(attribute(attributes, 'ref')); break;
			}
		},
		text(piece) { if (isText && cell.text.length <= limits.cellChars) cell.text += piece; },
		close(tag) {
			if (tag === 'v' || tag === 't') isText = false;
			else if (tag === 'rPh') isPhonetic = false;
			else if (tag === 'c') finishCell();
			else if (tag === 'row') finishRow();
		}
	});
	markMerged(rows, merges);
	return { name, rows, hiddenRows };
}

function firstAtOrAfter(rows: readonly LoadedRow[], wanted: number): number {
	let [low, high] = [0, rows.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (rows[middle]!.row < wanted) low = middle + 1;
		else high = middle;
	}
	return low;
}

function markMerged(rows: LoadedRow[], merges: readonly string[]): void {
	for (const merge of merges) {
		const [from = '', to = from] = merge.split(':');
		const last = rowOf(to);
		for (let at = firstAtOrAfter(rows, rowOf(from)); at < rows.length && rows[at]!.row <= last; at++) rows[at]!.merged ??= merge;
	}
}
