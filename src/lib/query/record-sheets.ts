/** The records of a filter as the sheets of one workbook, before it is a file: what was asked first, then one sheet a collection. */
import type { View } from '../domain/view.ts';
import type { Query } from './explore.ts';
import type { Writer } from './indicator-words.ts';

/** A number stays a number; a date stands as found (`2024`, `2024-05`), as text; `null` is "the source does not say" and stays an empty cell. */
export type SheetCell = string | number | null;
export interface SheetColumn {
	title: string;
	type: 'number' | 'text' | 'date';
	/** Width in characters that fits most cells. */
	width: number;
}
export interface RecordSheet {
	/** Name of the sheet: at most 31 characters, none of []:*?/\ . */
	name: string;
	columns: SheetColumn[];
	rows: SheetCell[][];
}
export interface RecordSheets {
	/** Name of the file without its ending, such as `shuixiang-atlas-2026-03-04`. */
	fileName: string;
	/** First sheet, label and value a row: filter, address, data date, counts, what each sheet holds. Links start with `http` or `/`. */
	about: { name: string; rows: [label: string, value: SheetCell][] };
	sheets: RecordSheet[];
}

/** `origin` such as `https://atlas.example.cn` goes before the address of the view; empty where the app has none (one file). */
export function recordSheets(_query: Query, _writer: Writer, _view: View, _origin: string): RecordSheets {
	return { fileName: '', about: { name: '', rows: [] }, sheets: [] };
}
