/** How well an entry answers: the exact name, names that begin so, names that hold all words, headings, summaries, official text; what is only read so comes after what is written so. */
import { classAt, other } from './fold.ts';
import type { Indexed } from './build.ts';
import { levels } from './entries.ts';

/** Room for exact and beginning before the levels. */
const afterNames = 4;
/** Ranks below this say how near the name is. */
export const nameRanks = afterNames + 2;

/** Smaller is better. `worst`: the score of the term that is held least well; `joined`: the terms without what stands between them. */
export const rankOf = (entry: Indexed, worst: number, joined: string): number => (worst > 1 ? worst + afterNames : Math.min(worst + afterNames, nearness(entry, joined)));

function nearness({ texts }: Indexed, joined: string): number {
	let best = Infinity;
	for (const { level, folded, spelling } of texts) {
		if (level !== levels.name || best === 0) break;
		best = Math.min(best, compare(folded, joined, isApart));
		if (spelling && best > 1) best = Math.min(best, 1 + compare(spelling.syllables, joined, isMark), 1 + compare(spelling.initials, joined, isMark));
	}
	return best;
}

const isApart = (text: string, at: number): boolean => classAt(text, at) === other;
const isMark = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '|';

/** 0 where the name is the same but for what is passed over, 2 where it begins so. */
function compare(name: string, joined: string, isPassed: (text: string, at: number) => boolean): number {
	let met = 0;
	for (let at = 0; at < name.length; at++) {
		if (isPassed(name, at)) continue;
		if (met === joined.length) return 2;
		if (name[at] !== joined[met]) return Infinity;
		met++;
	}
	return met === joined.length ? 0 : Infinity;
}
