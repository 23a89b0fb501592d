/** What search needs beside the dataset, and what it answers with. */
import type { Lang } from '../i18n/lang.ts';

/** How Chinese is written and read: made when the data is published, since the dictionaries are too large for a browser. */
export interface Readings {
	/** Traditional characters; at the same index of `simplified` stands what each is written as there. */
	traditional: string;
	simplified: string;
	/** Syllable (no tones, `v` for ü) → the characters of names and headings that are usually read so. */
	syllables: Record<string, string>;
	/** Names in which a character is read otherwise: name → index of the character → syllable. */
	otherwise: Record<string, Record<number, string>>;
}

/** A stretch of an official text that a planner has loaded: the text of one clause, or of a document's preamble (`clause` empty). */
export interface TextPassage {
	document: string;
	/** `document#path`, or empty. */
	clause: string;
	text: string;
}

export const searchKinds = ['place', 'project', 'measure', 'indicator', 'document', 'agency', 'clause', 'text'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** Half-open ranges of UTF-16 units of `text`, in order, apart from each other. */
export interface MarkedText {
	text: string;
	marks: [start: number, end: number][];
}

export interface MarkedLine extends MarkedText {
	lang: Lang;
}

export interface Found {
	/** `asset`: of a plugged-in layer, found beside the records. */
	kind: SearchKind | 'asset';
	/** `kind:id`; a passage is named by its clause, or by its document where it stands before the first. */
	ref: string;
	href: string;
	/** `行动计划·5` of a clause; empty for other kinds. */
	cite: MarkedText;
	/** Name or heading; empty where a clause has none. */
	title: MarkedText;
	/** The name in the other language; empty where there is none. */
	other: MarkedText;
	/** Where the words stand that the title does not hold, cut around the first. */
	lines: MarkedLine[];
}

export interface FoundGroup {
	kind: SearchKind | 'asset';
	/** All that were found; `items` may be the first of them. */
	count: number;
	items: Found[];
	/** What was not looked through; a group may consist of this alone. */
	note?: string;
}

export interface SearchAnswer {
	/** Best kind first. */
	groups: FoundGroup[];
	count: number;
	/** The words looked for; none where the question holds no letter, figure or character. */
	words: string[];
	/** The question was longer than what is read. */
	isCut: boolean;
	/** Nothing holds the words as they were written together, so these parts were looked for apart. */
	isApart: boolean;
}
