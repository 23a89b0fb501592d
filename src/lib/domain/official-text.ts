/** The official text of one clause as a planner loaded it; this repository holds none. */
import type { Findings } from './policy-text.ts';

export interface OfficialText {
	text: string;
	/** Offset of `text` in the original, which the findings count from. */
	start: number;
	findings: Findings;
}
/** By path of the clause, as after `#` in its id. */
export type OfficialTexts = ReadonlyMap<string, OfficialText>;
