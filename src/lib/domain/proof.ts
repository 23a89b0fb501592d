/** What holding a citation against the official text gives. A clause without a proof is not checked: no text of its document is loaded, or no printed number leads to it. */
import type { Span } from './policy-text.ts';

/** `differs`: the clause is there, and something that we say of it is not. `not-found`: the text holds its document and not the clause. */
export const proofStates = ['proved', 'differs', 'not-found'] as const;
export type ProofState = (typeof proofStates)[number];

/**
 * `elsewhere`: the figure stands in another clause of the document, `theirs` is its path. `wording`: the text is another than the one our summary was
 * written from; `ours` and `theirs` are its lengths in characters.
 */
export interface Difference {
	what: 'heading' | 'figure' | 'elsewhere' | 'wording';
	ours: string;
	theirs: string;
}

export interface Proof {
	/** Clause id. */
	clause: string;
	state: ProofState;
	differences: Difference[];
	/** Name of the loaded text, and where the clause stands in it; both ends 0 where it was not found. */
	text: string;
	at: Span;
}
