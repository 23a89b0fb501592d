/** Whether and where a text holds a term: as it is written, or as it is read. */
import { classAt, word } from './fold.ts';
import type { Indexed, IndexedText } from './build.ts';
import type { Speller } from './spelling.ts';
import { unitsOf } from './spelling.ts';
import type { Term } from './terms.ts';

/** A term with the ways to read it, worked out once a question. */
export interface Sought extends Term {
	cuts: string[][];
	/** ` dian shan h`: what a spelling would hold, one a cut. */
	spellings: string[];
}

export function toSought(term: Term, speller: Speller): Sought {
	const cuts = term.letters === '' ? [] : speller.cut(term.letters);
	return { ...term, cuts, spellings: cuts.map((cut) => cut.map((syllable) => ` ${syllable}`).join('')) };
}

const isWordStart = (text: string, at: number): boolean => classAt(text, at - 1) !== word;

/** First place of a term in folded text from `at` on, -1 for none; letters and figures count from the beginning of a word. */
function placeOf(text: string, { text: term, startsWord }: Term, from = 0): number {
	let at = text.indexOf(term, from);
	while (at >= 0 && startsWord && !isWordStart(text, at)) at = text.indexOf(term, at + 1);
	return at;
}
const isRead = ({ spelling }: IndexedText, { spellings, letters }: Sought): boolean => letters !== '' && spelling !== null && (spellings.some((syllables) => spelling.syllables.includes(syllables)) || spelling.initials.includes(letters));

export const holds = (text: IndexedText, term: Sought): boolean => placeOf(text.folded, term) >= 0 || isRead(text, term);

/** Twice the best level that holds the term as written; `null` where none does. Texts stand by level. */
export function scoreWritten({ texts }: Indexed, term: Term): number | null {
	const text = texts.find(({ folded }) => placeOf(folded, term) >= 0);
	return text ? text.level * 2 : null;
}
/** Twice the best level at which the term is read so, plus one. */
export function scoreRead({ texts }: Indexed, term: Sought): number | null {
	const text = texts.find((some) => isRead(some, term));
	return text ? text.level * 2 + 1 : null;
}

/** Ranges of the original text, in order and apart. */
export function marksOf(text: IndexedText, terms: readonly Sought[]): [number, number][] {
	const found = terms.flatMap((term) => {
		const written: [number, number][] = [];
		for (let at = placeOf(text.folded, term); at >= 0; at = placeOf(text.folded, term, at + 1)) written.push([at, at + term.text.length]);
		return written.length > 0 ? written : readPlaces(text, term);
	});
	const merged: [number, number][] = [];
	for (const [start, end] of found.map((range) => toOriginal(text, range)).toSorted((a, b) => a[0] - b[0] || a[1] - b[1])) {
		const last = merged.at(-1);
		if (last && start <= last[1]) last[1] = Math.max(last[1], end);
		else merged.push([start, end]);
	}
	return merged;
}

function readPlaces({ spelling }: IndexedText, { spellings, letters }: Sought): [number, number][] {
	if (letters === '' || spelling === null) return [];
	for (const syllables of spellings) {
		const at = spelling.syllables.indexOf(syllables);
		if (at >= 0) return [unitsOf(spelling.syllables, at, at + syllables.length)];
	}
	const at = spelling.initials.indexOf(letters);
	return at >= 0 ? [[at, at + letters.length]] : [];
}

/** A unit that gave several (㎡ gives m2) is marked whole. */
function toOriginal({ from, text }: IndexedText, [start, end]: [number, number]): [number, number] {
	if (!from) return [start, end];
	const last = from[end - 1]!;
	return [from[start]!, last + (text.codePointAt(last)! > 0xffff ? 2 : 1)];
}
