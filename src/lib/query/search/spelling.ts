/**
 * Pinyin of names and headings as text that is searched like any other: each unit of the folded name gives a blank and its syllable, or `|` where it is
 * no character; initials one letter a unit. So the number of blanks and bars before a hit is the place in the name.
 */
import type { Readings } from '../../domain/search.ts';
import { classOf, han } from './fold.ts';
import type { Folded } from './fold.ts';

export interface Spelling {
	syllables: string;
	initials: string;
}
export interface Speller {
	/** `null` where no character of it can be read. */
	spell(original: string, folded: Folded): Spelling | null;
	/** Every way to cut letters into syllables, the last of them perhaps begun only: `['dian', 'shan', 'h']`. */
	cut(letters: string): string[][];
	isSyllable(text: string): boolean;
}

/** Letters that can be cut in more ways than this are no pinyin that anybody types. */
const maxCuts = 16;

export function createSpeller(readings: Readings | null): Speller {
	const syllableOf = new Map<string, string>();
	for (const [syllable, characters] of Object.entries(readings?.syllables ?? {})) for (const character of characters) syllableOf.set(character, syllable);
	const syllables = new Set([...syllableOf.values(), ...Object.values(readings?.otherwise ?? {}).flatMap((read) => Object.values(read))]);
	const begun = new Set([...syllables].flatMap((syllable) => Array.from(syllable, (_, i) => syllable.slice(0, i + 1))));

	function cut(letters: string): string[][] {
		const found: string[][] = [];
		const dead = new Set<number>();
		const walk = (at: number, before: string[]): boolean => {
			if (dead.has(at) || found.length >= maxCuts) return false;
			let isAlive = false;
			if (begun.has(letters.slice(at))) isAlive = found.push([...before, letters.slice(at)]) > 0;
			for (let end = at + 1; end < Math.min(letters.length, at + 7); end++) {
				const syllable = letters.slice(at, end);
				if (syllables.has(syllable) && walk(end, [...before, syllable])) isAlive = true;
			}
			if (!isAlive) dead.add(at);
			return isAlive;
		};
		walk(0, []);
		return found;
	}

	return {
		cut,
		isSyllable: (text) => syllables.has(text),
		spell: (original, { text, from }) => {
			const otherwise = readings?.otherwise[original];
			let [full, initials, isRead] = ['', '', false];
			for (let at = 0; at < text.length; at++) {
				const syllable = classOf(text.charCodeAt(at)) === han ? (otherwise?.[from ? from[at]! : at] ?? syllableOf.get(text[at]!)) : undefined;
				full += syllable ? ` ${syllable}` : '|';
				initials += syllable ? syllable[0]! : '|';
				if (syllable) isRead = true;
			}
			return isRead ? { syllables: full, initials } : null;
		}
	};
}

/** Units of the name that a stretch of its syllables stands for. */
export function unitsOf(syllables: string, start: number, end: number): [from: number, to: number] {
	const count = (upTo: number): number => {
		let n = 0;
		for (let i = 0; i < upTo; i++) if (syllables[i] === ' ' || syllables[i] === '|') n++;
		return n;
	};
	return [count(start), count(end)];
}
