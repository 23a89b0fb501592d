/**
 * Text made comparable for search: full width, case, traditional characters and thousands commas folded away, unit by unit, with the way back to
 * the text that is shown. Punctuation stays as it is (no question holds any), so that most Chinese text folds to itself and costs no memory.
 */
import type { Readings } from '../../domain/search.ts';

export interface Folded {
	text: string;
	/** Unit i of `text` came from unit `from[i]` of the original; `null` where every unit stands where it stood. */
	from: Uint32Array | null;
}
export type Fold = (original: string) => Folded;

/** `han` stands for characters that are looked for anywhere, `word` for letters and figures that are looked for from the beginning of a word. */
export const [other, han, word] = [1, 2, 3] as const;
const classes = new Uint8Array(0x10000);

const isHan = (unit: number): boolean => (unit >= 0x3400 && unit <= 0x9fff) || (unit >= 0xf900 && unit <= 0xfaff) || unit === 0x3005 || unit === 0x3007;
const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** Class of a folded unit. Surrogates that are left after folding belong to rare characters. */
export function classOf(unit: number): number {
	const known = classes[unit]!;
	if (known !== 0) return known;
	const found = isHan(unit) || isSurrogate(unit) ? han : /[\p{L}\p{N}]/u.test(String.fromCharCode(unit)) ? word : other;
	classes[unit] = found;
	return found;
}

export const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const point = 46;
const isInnerPoint = (text: string, at: number): boolean => at > 0 && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));

/** Class of the unit at a place of folded text, `other` beyond its ends: the point of a decimal belongs to its figure. */
export function classAt(text: string, at: number): number {
	if (at < 0 || at >= text.length) return other;
	const unit = text.charCodeAt(at);
	return unit === point && isInnerPoint(text, at) ? word : classOf(unit);
}

const [complex, comma] = [0xffff, 44];

export function createFold(readings: Pick<Readings, 'traditional' | 'simplified'> | null): Fold {
	const table = new Uint16Array(0x10000);
	for (let i = 0; readings && i < readings.traditional.length; i++) table[readings.traditional.charCodeAt(i)] = readings.simplified.charCodeAt(i);

	function foldUnit(unit: number): number {
		const known = table[unit]!;
		if (known !== 0) return known;
		const plain = String.fromCharCode(unit).normalize('NFKC').toLowerCase();
		const isWord = /[\p{L}\p{N}]/u.test(plain);
		const folded = isSurrogate(unit) || (isWord && plain.length > 1) ? complex : isWord ? plain.charCodeAt(0) : unit;
		table[unit] = folded !== unit && folded !== complex && table[folded] !== 0 && folded !== 0 ? table[folded]! : folded;
		return table[unit];
	}

	/** `,` within 1,237 is no part of the figure. */
	const isThousands = (text: string, at: number): boolean => text.charCodeAt(at) === comma && at > 0 && isDigit(text.charCodeAt(at - 1)) && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5));

	function foldSlowly(original: string): Folded {
		let text = '';
		const from: number[] = [];
		const put = (units: string, at: number): void => {
			text += units;
			for (let i = 0; i < units.length; i++) from.push(at);
		};
		for (let at = 0; at < original.length; at++) {
			if (isThousands(original, at)) continue;
			const folded = foldUnit(original.charCodeAt(at));
			if (folded !== complex) {
				put(String.fromCharCode(folded), at);
				continue;
			}
			const letter = String.fromCodePoint(original.codePointAt(at)!);
			const plain = letter.normalize('NFKC').toLowerCase();
			const isLetter = /[\p{L}\p{N}]/u.test(plain) && plain.isWellFormed();
			if (!isLetter) put(' '.repeat(letter.length), at);
			else if (plain.length === letter.length) [...plain.split('')].forEach((unit, i) => put(unit, at + i));
			else put([...plain].map((unit) => (unit.length === 1 ? String.fromCharCode(foldUnit(unit.charCodeAt(0))) : unit)).join(''), at);
			at += letter.length - 1;
		}
		return { text, from: Uint32Array.from(from) };
	}

	return (original) => {
		let isSame = true;
		for (let at = 0; at < original.length; at++) {
			const unit = original.charCodeAt(at);
			const folded = foldUnit(unit);
			if (folded === complex || (unit === comma && isThousands(original, at))) return foldSlowly(original);
			if (folded !== unit) isSame = false;
		}
		return { text: isSame ? original : foldPlainly(original), from: null };
	};

	function foldPlainly(original: string): string {
		let text = '';
		for (let at = 0; at < original.length; at += 4096) text += String.fromCharCode(...Array.from({ length: Math.min(4096, original.length - at) }, (_, i) => foldUnit(original.charCodeAt(at + i))));
		return text;
	}
}
