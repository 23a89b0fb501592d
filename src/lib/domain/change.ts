/**
 * What a planner changes: rows that join the dataset from their own file, and corrections of what ships. A set of changes is taken whole or
 * not at all; the data folder keeps it as rows of geodata's own formats with who, when and from which file. Nothing shipped is overwritten.
 */
import type { CollectionName } from './dataset.ts';

/** `add`: a row with an id of its own; `correct`: other cells for a row that exists; `retire`: a row that no longer counts; `comment`: words beside a row. */
export const changeKinds = ['add', 'correct', 'retire', 'comment'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export interface RowChange {
	kind: ChangeKind;
	collection: CollectionName;
	/** Id of the row; of a link `from → to`. */
	id: string;
	/** Cells as they stand in the CSV, by column name: all of them for `add`, the corrected ones for `correct`, none otherwise. */
	cells: Record<string, string>;
	/** Why, in the planner's words; required for `correct`, `retire` and `comment`. */
	reason: string;
	/** What it rests on, in the planner's words: document, outlet and date. */
	source: string;
}

export interface ChangeSet {
	/** Name the planner typed; shown as self-declared. */
	by: string;
	/** Name of the file the rows came from; empty for a change made in the page. */
	from: string;
	/** Content address of the dataset that the planner looked at; changes to another one are refused. */
	base: string;
	rows: RowChange[];
}

/** Stands in the dataset beside every row that is not as it shipped. */
export interface Overlaid {
	collection: CollectionName;
	id: string;
	kind: ChangeKind;
	/** Number of the set it came with, from 1; 0 for a row written into the data folder by hand. */
	change: number;
	/** Self-declared; empty for a row written by hand. */
	by: string;
	/** ISO 8601, UTC; empty for a row written by hand. */
	at: string;
	from: string;
	reason: string;
	source: string;
	/** Cells that a correction gives another value, by column name; empty for the other kinds. */
	cells: Record<string, string>;
	/** The row as it ships, cells by column name; `null` where nothing of that id ships. */
	shipped: Record<string, string> | null;
}

/** Limits of what may be loaded, told to the planner in the words of `limit.*`. */
export const limits = { fileBytes: 20_000_000, unpackedBytes: 200_000_000, rows: 20_000, columns: 60, cellChars: 2_000, bodyBytes: 16_000_000 } as const;
