/** What the server answers to a set of changes: done, or refused as a whole with a sentence and the rows that are wrong. */
import type { ChangeKind, Overlaid } from './change.ts';

/** One sentence in both languages: the server does not know which of them the planner reads. */
export interface Said {
	zh: string;
	en: string;
}

/** One thing wrong with one row of a set. */
export interface RowProblem extends Said {
	/** Index of the row in `ChangeSet.rows`, from 0; `null` for the set as a whole. */
	row: number | null;
	/** Column of the cell; empty where it is the row as a whole. */
	column: string;
}

export interface Refusal extends Said {
	/** 400 malformed, 401 token missing or wrong, 403 not allowed here, 409 the dataset has changed since, 413 too large, 415 no JSON, 422 rows are wrong, 500 or 507 the disk failed; 0 the server was not reached. */
	status: number;
	/** Empty where the set was refused before its rows were looked at. */
	problems: RowProblem[];
}

export type ChangeCounts = Record<ChangeKind, number>;

export interface Done {
	/** Number of the set, from 1; of the set that was undone after an undo. */
	change: number;
	/** Content address of the dataset as it stands now: the `base` of the next set. */
	hash: string;
	counts: ChangeCounts;
}

export type Answer<T> = { ok: true; value: T } | { ok: false; refusal: Refusal };

/** One line of the data folder's log: a set that came, or the undoing of one. */
export interface ChangeEntry {
	number: number;
	kind: 'set' | 'undo';
	/** Self-declared; empty where the planner gave none. */
	by: string;
	/** ISO 8601, UTC. */
	at: string;
	/** File the rows came from; empty for a change made in the page. */
	from: string;
	counts: ChangeCounts;
	/** Of an undo: number of the set that it took back. */
	undoes: number | null;
	/** Number of the entry that took this one back. */
	undoneBy: number | null;
	/** Of an undo: files of the set that a hand had edited since; they stay in the folder and no longer count. */
	handEdited: string[];
}

/** `open`: this server takes changes; `token`: only with the token that its owner set; `closed`: it takes none. */
export type Editing = 'open' | 'token' | 'closed';

export interface ChangeLog {
	editing: Editing;
	/** Why it is not open; `null` where it is. */
	why: Said | null;
	/** Content address of the dataset. */
	hash: string;
	/** Newest first. */
	entries: ChangeEntry[];
	/** Rows that are not as they shipped, as the dataset holds them. */
	rows: Overlaid[];
}
