/**
 * Which entries hold a term, and how well. One or two characters and beginnings of words are answered by the lists alone; longer words and readings are
 * narrowed by the lists and then read, so nothing is found that does not stand there.
 */
import { ownerBits, ownerMask } from './build.ts';
import type { Built, Vocabulary } from './build.ts';
import { scoreRead, scoreWritten } from './match.ts';
import type { Sought } from './match.ts';

/** Score of each entry plus one, 0 where it does not hold the term. The score is twice the best level, one more where the term is only read so. */
export type Scores = Uint8Array;
/** Tokens of which one is enough. */
type Group = readonly number[];

export function createLookup({ entries, vocabulary }: Built): (term: Sought) => Scores {
	return (term) => {
		const scores = new Uint8Array(entries.length);
		const groups = groupsOf(term, vocabulary);
		if (groups.length === 1 && !groups.some((group) => group.length === 0)) take(groups[0]!, vocabulary, scores);
		else {
			eachInAll(groups, vocabulary, entries.length, (owner) => {
				const score = scoreWritten(entries[owner]!, term);
				if (score !== null) scores[owner] = score + 1;
			});
		}
		for (const reading of readingsOf(term, vocabulary)) {
			eachInAll(reading, vocabulary, entries.length, (owner) => {
				// Found as written at a level that no reading betters.
				if (scores[owner] === 1) return;
				const score = scoreRead(entries[owner]!, term);
				if (score !== null && (scores[owner] === 0 || score + 1 < scores[owner]!)) scores[owner] = score + 1;
			});
		}
		return scores;
	};
}

const one = (token: number | undefined): Group => (token === undefined ? [] : [token]);
const beginning = (tokenOf: ReadonlyMap<string, number>, start: string): number[] => {
	const found: number[] = [];
	for (const [text, token] of tokenOf) if (text.startsWith(start)) found.push(token);
	return found;
};

/** A single group holds the term exactly; of several, all have to be held. */
const groupsOf = ({ runs }: Sought, { characters, words }: Vocabulary): Group[] => runs.flatMap(({ isHan, text }) => {
	if (!isHan) return [beginning(words, text)];
	return text.length === 1 ? [one(characters(text.charCodeAt(0)))] : Array.from({ length: text.length - 1 }, (_, i) => one(characters(text.charCodeAt(i), text.charCodeAt(i + 1))));
});

const readingsOf = ({ letters, cuts }: Sought, { spelled }: Vocabulary): Group[][] => {
	if (letters === '') return [];
	const cut = cuts.map((syllables) => [...syllables.slice(0, -1).map((syllable) => one(spelled.get(` ${syllable}`))), beginning(spelled, ` ${syllables.at(-1)!}`)]);
	return [...cut, Array.from({ length: letters.length - 1 }, (_, i) => one(spelled.get(letters.slice(i, i + 2))))];
};

function take(group: Group, { ownersOf }: Vocabulary, scores: Scores): void {
	for (const token of group) {
		for (const owner of ownersOf(token)) {
			const [at, score] = [owner & ownerMask, (owner >>> ownerBits) * 2 + 1];
			if (scores[at] === 0 || score < scores[at]!) scores[at] = score;
		}
	}
}

/** Entries in a list of every group. A question has fewer groups than a byte counts. */
function eachInAll(groups: readonly Group[], { ownersOf }: Vocabulary, count: number, visit: (owner: number) => void): void {
	if (groups.length === 0 || groups.some((group) => group.length === 0)) return;
	const sizeOf = (group: Group): number => group.reduce((sum, token) => sum + ownersOf(token).length, 0);
	const step = new Uint8Array(count);
	const ordered = groups.map((group) => ({ group, size: sizeOf(group) })).sort((a, b) => a.size - b.size);
	ordered.forEach(({ group }, i) => {
		const isLast = i === ordered.length - 1;
		for (const token of group) {
			for (const owner of ownersOf(token)) {
				const at = owner & ownerMask;
				if (step[at] !== i) continue;
				step[at] = i + 1;
				if (isLast) visit(at);
			}
		}
	});
}
