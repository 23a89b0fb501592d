/**
 * What a reading of a policy text proposes for the dataset, row by row, and what the planner said to it. A row holds names, numbers and places in the text;
 * sentences of the text stay in memory. Keys tell a row by its place in the text, so that decisions outlive the tab and a change of ids.
 */
import type { CollectionName } from './dataset.ts';
import type { Candidate, Span } from './policy-text.ts';

export const reviewKinds = ['document', 'clause', 'measure', 'project', 'target', 'link'] as const;
export type ReviewKind = (typeof reviewKinds)[number];
export const confidences = ['high', 'medium', 'low'] as const;

export type Cells = Record<string, string>;
/** What the planner typed, by row key and column. */
export type Edits = Record<string, Cells>;
export type Decision = 'accepted' | 'rejected';
export type Decisions = Record<string, Decision>;

export interface ReviewRow {
	key: string;
	kind: ReviewKind;
	collection: CollectionName;
	/** Index of its document in the reading. */
	document: number;
	/** Path of its clause; empty for the document itself. */
	path: string;
	/** Name by which it is listed; of a measure without heading the first words of its clause. */
	words: string;
	/** Id it has or will have; of a link `from → to`. */
	id: string;
	/** By column; a column left out is empty. */
	cells: Cells;
	/** Links that come with the row: a project cites the clause that names it. */
	also: Cells[];
	/** Columns to be filled or confirmed before it can be accepted. */
	missing: string[];
	/** Rows that have to be accepted with it or before. */
	needs: string[];
	/** It is in the dataset already. */
	isKnown: boolean;
	confidence: Candidate['confidence'];
	reason: { zh: string; en: string };
	/** Passage that it rests on. */
	at: Span;
	/** Places that it is about, by id. */
	places: string[];
}

export interface ReviewDocument {
	title: string;
	id: string;
	clauses: number;
	isKnown: boolean;
	/** The same document stands in the text before: its rows are listed there. */
	isRepeat: boolean;
}

export interface Review {
	/** In the order of the text. */
	rows: ReviewRow[];
	byKey: ReadonlyMap<string, ReviewRow>;
	documents: ReviewDocument[];
}

/** Kept in this browser under the sum of the text, so that a closed tab loses nothing. */
export interface KeptReview {
	sum: string;
	name: string;
	/** ISO 8601, UTC, of the last decision. */
	at: string;
	decisions: Decisions;
	edits: Edits;
}
