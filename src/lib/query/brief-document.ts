/** What a written brief of a place, corridor, document or agency holds, before it is a file: headings, paragraphs, tables, pictures, footnotes. */
import type { Ref } from '../domain/dataset.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Query } from './explore.ts';
import type { Footnote } from './footnotes.ts';
import type { Writer } from './indicator-words.ts';

/** One page, or everything that is known. */
export type BriefLength = 'short' | 'long';

export interface BriefRun {
	text: string;
	strong?: true;
	/** Numbers of footnotes, printed raised after the text. */
	notes: number[];
}
export interface BriefCell {
	text: string;
	notes: number[];
}
export interface BriefTable {
	caption: string;
	columns: { title: string; isNumeric: boolean }[];
	rows: BriefCell[][];
	/** Footnotes of the whole table, after its caption. */
	notes: number[];
}
export type BriefBlock =
	| { type: 'paragraph'; isBullet: boolean; runs: BriefRun[] }
	| ({ type: 'table' } & BriefTable)
	/** A map of this view (saved query string with its "?"); without one the caption stands alone. */
	| { type: 'picture'; view: string; caption: string };
export interface BriefSection {
	heading: string;
	/** Heading 1 or 2. */
	level: 1 | 2;
	blocks: BriefBlock[];
}
export interface BriefDocument {
	about: Ref;
	lang: Lang;
	length: BriefLength;
	title: string;
	subtitle: string;
	/** `YYYY-MM-DD` */
	dataDate: string;
	sections: BriefSection[];
	/** Who is responsible: agency, government, role, number of records, clauses. `null` where no source names anyone. */
	responsibilities: BriefTable | null;
	/** All footnotes of the document, numbered in the order of first use. */
	footnotes: Footnote[];
	/** Attribution, accuracy and data date, for the foot of every page. */
	base: string;
}

/** `null` for a record that cannot be briefed on (see `isBriefable`). */
export function briefDocument(_query: Query, _writer: Writer, _about: Ref, _length: BriefLength): BriefDocument | null {
	return null;
}
