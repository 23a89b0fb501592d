/** What holding a citation against the official text gives. A clause without a proof is not checked: no text of its document is loaded, or no printed number leads to it. */
import type { Span } from './policy-text.ts';

/** `differs`: the clause is there, and something that we say of it is not. `not-found`: the text holds its document and not the clause. */
export const proofStates = ['proved', 'differs', 'not-found'] as const;
export type ProofState = (typeof proofStates)[number];

/**
 * `elsewhere`: the figure stands in another clause of the document, `theirs` is its path. `wording`: the text is another than the one our summary was
 * written from; `ours` and `theirs` are its lengths in characters. `contents`: its heading stands in the table of contents alone.
 */
export interface Difference {
	what: 'heading' | 'figure' | 'elsewhere' | 'wording' | 'contents';
	ours: string;
	theirs: string;
}

export interface Proof {
	/** Clause id. */
	clause: string;
	state: ProofState;
	differences: Difference[];
	/** File of the loaded text and the day it was loaded; where the clause stands in it, both ends 0 where it was not found. */
	text: string;
	on: string;
	at: Span;
}

/** How the clauses of one document stand against a text. A text that a later one replaces for this document counts nothing. */
export interface ProofCount {
	document: string;
	titleZh: string;
	titleEn: string;
	isUsed: boolean;
	proved: number;
	differs: number;
	notFound: number;
	unchecked: number;
}

/** An official text that is held in the data folder, without its words. */
export interface TextEntry {
	/** First 16 of the SHA-256 of the text: its name in the data folder. */
	sum: string;
	name: string;
	at: string;
	by: string;
	characters: number;
	/** Documents of ours that it holds. */
	documents: ProofCount[];
}
