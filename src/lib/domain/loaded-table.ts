/** A table as it came out of a planner's file, before anyone knows what its columns mean. Nothing in it is computed: a formula is told as one, its result is not used. */

import { limits } from './change.ts';

/** Words that fill a sentence. */
export type Filling = Record<string, string | number>;

export type LoadedCell =
	| { is: 'text'; text: string }
	| { is: 'number'; text: string; value: number }
	/** A number that the sheet shows with "%": 0.12 for 12%. */
	| { is: 'share'; text: string; value: number }
	/** `text` is as precise as the cell's own format shows: `2024`, `2024-05` or `2024-05-18`. */
	| { is: 'date'; text: string }
	/** `long`: more characters than `limits.cellChars`; `text` is its beginning. */
	| { is: 'formula' | 'error' | 'long'; text: string };

/** Text as a cell, without the space around it; `undefined` where nothing is left. */
export const textCell = (text: string): LoadedCell | undefined => {
	const plain = text.trim();
	return plain === '' ? undefined : plain.length > limits.cellChars ? { is: 'long', text: plain.slice(0, 40) } : { is: 'text', text: plain };
};

export interface LoadedRow {
	/** Row of the sheet or line of the file, from 1. */
	row: number;
	/** By column, from 0; empty cells are holes. */
	cells: (LoadedCell | undefined)[];
	/** Merged cells that this row is a part of, e.g. `A3:A5`. */
	merged?: string;
	/** What is broken about the row as a whole, in the reader's words (CSV only). */
	broken?: string;
}

export interface LoadedSheet {
	/** Empty for a CSV file. */
	name: string;
	rows: LoadedRow[];
	hiddenRows: number;
}

export interface LoadedTable {
	format: 'xlsx' | 'utf-8' | 'gbk';
	sheets: LoadedSheet[];
	/** Names of sheets that are hidden; they are not read. */
	hiddenSheets: string[];
}

export const refusals = [
	'empty', 'size', 'unpacked', 'ratio', 'lies', 'rows', 'columns', 'macro', 'xls', 'password', 'broken', 'not-a-table', 'utf16', 'encoding', 'delimiter', 'no-sheet', 'no-head', 'missing-columns', 'body', 'failed'
] as const;
export type RefusalKey = (typeof refusals)[number];

/** A file that is refused as a whole; the sentence stands under `limit.<key>`. */
export class FileRefusal extends Error {
	readonly key: RefusalKey;
	readonly filling: Filling;
	constructor(key: RefusalKey, filling: Filling = {}) {
		super(key);
		this.key = key;
		this.filling = filling;
	}
}
