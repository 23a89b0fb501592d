/**
 * Makes a policy text comparable, with the way back to where each character stood. Order matters: characters first, then readings in brackets
 * (they hide what stands beside what), then lines and blanks, then traditional to simplified, which needs whole phrases.
 */
import type { NormalText } from '../domain/policy-text.ts';
import { foldCharacters } from './fold.ts';
import { closeBlanks, joinLines } from './join-lines.ts';
import { findReadings } from './pinyin.ts';
import { loadSimplify, looksTraditional, simplifyUnits, type Simplify } from './simplify.ts';
import { applyEdits } from './units.ts';

/** Raised with every change of the rules that changes the characters of a text: a fingerprint, which leaves out blanks and line ends, is only comparable under the same version. */
export const normaliserVersion = '1';

/** Without `simplify` a traditional text stays traditional, and its version says so. */
export function normalise(original: string, simplify?: Simplify): NormalText {
	const folded = foldCharacters(original);
	const read = applyEdits(folded, findReadings(folded.text));
	const joined = applyEdits(read, joinLines(read.text));
	const closed = applyEdits(joined, closeBlanks(joined.text));
	const isTraditional = looksTraditional(closed.text);
	const text = isTraditional && simplify ? simplifyUnits(closed.text, simplify) : closed.text;
	return { original, text, starts: closed.starts, ends: closed.ends, normaliser: isTraditional && !simplify ? `${normaliserVersion}-traditional` : normaliserVersion };
}

/** Loads the dictionary of traditional characters where the text needs it. Errors: rejects where it cannot be loaded. */
export const normaliseText = async (original: string): Promise<NormalText> => normalise(original, looksTraditional(original) ? await loadSimplify() : undefined);
