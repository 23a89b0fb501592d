/** Names that hold the words typed: exact first, then beginnings, then anywhere; places before records. Simplified, traditional, pinyin and English forms alike. */
import { splitRef } from '../domain/dataset.ts';
import type { NameEntry } from '../domain/name-entry.ts';

const kindOrder = ['place', 'project', 'measure', 'indicator', 'document'];

export function findNames(entries: readonly NameEntry[], text: string, limit = 12): NameEntry[] {
	const wanted = text.trim().toLowerCase();
	if (wanted === '') return [];
	const joined = wanted.replaceAll(/[\s'’-]+/g, '');
	const words = wanted.split(/\s+/);
	const scored = entries.flatMap((entry) => {
		const score = scoreOf(entry, wanted, joined, words);
		return score === null ? [] : [{ entry, score: score * 10 + kindOrder.indexOf(splitRef(entry.ref)[0]) }];
	});
	return scored.sort((a, b) => a.score - b.score || a.entry.zh.length - b.entry.zh.length).slice(0, limit).map(({ entry }) => entry);
}

function scoreOf(entry: NameEntry, wanted: string, joined: string, words: string[]): number | null {
	let best: number | null = null;
	for (const form of entry.forms) {
		const flat = form.replaceAll(/[\s'’-]+/g, '');
		const score = form === wanted || flat === joined ? 0 : form.startsWith(wanted) || flat.startsWith(joined) ? 1 : form.includes(wanted) || flat.includes(joined) ? 2 : words.every((word) => form.includes(word)) ? 3 : null;
		if (score !== null && (best === null || score < best)) best = score;
	}
	return best;
}
