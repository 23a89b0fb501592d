/**
 * The index: characters, pairs of neighbouring characters, words, syllables and pairs of initials, each with the entries that hold it and the best level at which
 * they do, as one flat array. Filled entry by entry, so that a page can go on working meanwhile.
 */
import { classAt, classOf, han, word } from './fold.ts';
import type { Fold } from './fold.ts';
import { levels } from './entries.ts';
import type { Entry, EntryText } from './entries.ts';
import type { Speller, Spelling } from './spelling.ts';

export interface IndexedText extends EntryText {
	folded: string;
	/** See `Folded`. */
	from: Uint32Array | null;
	spelling: Spelling | null;
}
/** Texts by level, names first. */
export interface Indexed extends Omit<Entry, 'texts'> {
	texts: IndexedText[];
}

/** Grows as it is filled. */
class Numbers {
	array = new Uint32Array(1024);
	length = 0;
	push(value: number): void {
		if (this.length === this.array.length) {
			const wider = new Uint32Array(this.length * 2);
			wider.set(this.array);
			this.array = wider;
		}
		this.array[this.length++] = value;
	}
	free(): void {
		this.array = new Uint32Array(0);
	}
}

/** Characters by small numbers, so that a pair of them is one number that is cheap to look up. */
const characterBits = 15;
/** An owner in a list: number of the entry, and above it the level. */
export const ownerBits = 24;
export const ownerMask = (1 << ownerBits) - 1;

export interface Vocabulary {
	/** Token of a character, or of two that stand together. */
	characters(first: number, second?: number): number | undefined;
	words: ReadonlyMap<string, number>;
	/** ` dian` for a syllable, `ds` for neighbouring initials. */
	spelled: ReadonlyMap<string, number>;
	/** Owners of a token in the order of the entries. */
	ownersOf(token: number): Uint32Array;
}
export interface Built {
	entries: Indexed[];
	vocabulary: Vocabulary;
}
export interface IndexBuilder {
	add(entry: Entry): void;
	finish(): Built;
}

export function createIndexBuilder(fold: Fold, speller: Speller): IndexBuilder {
	const entries: Indexed[] = [];
	const numbers = new Uint16Array(0x10000);
	let characterCount = 0;
	const [pairs, words, spelled] = [new Map<number, number>(), new Map<string, number>(), new Map<string, number>()];
	/** For each token the last entry that held it, plus one. */
	const seen = new Numbers();
	const [tokens, owners] = [new Numbers(), new Numbers()];

	function hold<K>(tokenOf: Map<K, number>, key: K, level: number): void {
		let token = tokenOf.get(key);
		if (token === undefined) {
			tokenOf.set(key, (token = seen.length));
			seen.push(0);
		}
		if (seen.array[token] === entries.length + 1) return;
		seen.array[token] = entries.length + 1;
		tokens.push(token);
		owners.push(entries.length | (level << ownerBits));
	}
	const numberOf = (unit: number): number => numbers[unit] || (numbers[unit] = ++characterCount);

	function holdText(text: string, level: number): void {
		let start = -1;
		let before = 0;
		for (let at = 0; at < text.length; at++) {
			const here = classAt(text, at);
			if (here === word) {
				if (start < 0) start = at;
			} else if (start >= 0) {
				hold(words, text.slice(start, at), level);
				start = -1;
			}
			const number = here === han ? numberOf(text.charCodeAt(at)) : 0;
			if (number > 0) hold(pairs, number, level);
			if (number > 0 && before > 0) hold(pairs, (before << characterBits) | number, level);
			before = number;
		}
		if (start >= 0) hold(words, text.slice(start), level);
	}
	function holdSpelling({ syllables, initials }: Spelling, level: number): void {
		for (const part of syllables.split(/[ |]+/)) if (part !== '') hold(spelled, ` ${part}`, level);
		for (let at = 1; at < initials.length; at++) if (initials[at] !== '|' && initials[at - 1] !== '|') hold(spelled, initials.slice(at - 1, at + 1), level);
	}

	function add({ kind, id, texts }: Entry): void {
		const indexed = texts.toSorted((a, b) => a.level - b.level).map(({ level, role, lang, text }): IndexedText => {
			const folded = fold(text);
			const isSpelled = lang === 'zh' && (level === levels.name || level === levels.heading);
			return { level, role, lang, text, folded: folded.text, from: folded.from, spelling: isSpelled ? speller.spell(text, folded) : null };
		});
		for (const { folded, level } of indexed) holdText(folded, level);
		for (const { spelling, level } of indexed) if (spelling) holdSpelling(spelling, level);
		entries.push({ kind, id, texts: indexed });
	}

	function finish(): Built {
		const starts = new Uint32Array(seen.length + 1);
		for (let i = 0; i < tokens.length; i++) starts[tokens.array[i]! + 1]!++;
		for (let i = 0; i < seen.length; i++) starts[i + 1]! += starts[i]!;
		const next = starts.slice();
		const lists = new Uint32Array(tokens.length);
		for (let i = 0; i < tokens.length; i++) lists[next[tokens.array[i]!]!++] = owners.array[i]!;
		// The functions below keep this scope alive.
		for (const used of [seen, tokens, owners]) used.free();
		const characters = (first: number, second?: number): number | undefined => {
			if (second === undefined) return classOf(first) === han && numbers[first]! > 0 ? pairs.get(numbers[first]!) : undefined;
			return numbers[first]! > 0 && numbers[second]! > 0 ? pairs.get((numbers[first]! << characterBits) | numbers[second]!) : undefined;
		};
		return { entries, vocabulary: { characters, words, spelled, ownersOf: (token) => lists.subarray(starts[token], starts[token + 1]) } };
	}
	return { add, finish };
}
