/** Readings that a web page prints in brackets behind a character: 一(yī). Only what can be a reading goes; (CA), (IPv6) and (a) stay. */
import type { Edit } from './units.ts';

const initials = 'b|p|m|f|d|t|n|l|g|k|h|j|q|x|zh|ch|sh|r|z|c|s|y|w';
const finals = 'iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|van|ai|ei|ao|ou|an|en|er|in|un|ia|ie|iu|ua|uo|ui|ue|ve|a|o|e|i|u|v';
const syllable = new RegExp(`^(?:(?:${initials})?(?:${finals})|ng|m|n)$`);
/** Characters that are read without a tone. */
const toneless = /[的地得了着過过子們们嗎吗呢吧啊麼么個个頭头上裡里]/;
const bracket = /\(([a-z\u00e0-\u00fc\u0101-\u01dc\u0251\u1e3f ]{1,24})\)/gu;

const withoutTone = (word: string): string => word.normalize('NFD').replace(/u\u0308/g, 'v').replace(/[\u0300-\u0304\u030c]/g, '').replace(/\u0251/g, 'a');
const hasTone = (word: string): boolean => /[\u0300\u0301\u0304\u030c]/.test(word.normalize('NFD'));

export function findReadings(text: string): Edit[] {
	const found = [...text.matchAll(bracket)].flatMap((match) => {
		const words = match[1]!.trim().split(/ +/);
		const before = text.slice(Math.max(0, match.index - words.length), match.index);
		const isReading = /^\p{Script=Han}+$/u.test(before) && before.length >= words.length && words.every((word) => syllable.test(withoutTone(word)));
		return isReading ? [{ from: match.index, to: match.index + match[0].length, words: '', isToned: words.some(hasTone), before }] : [];
	});
	const isToned = found.some((reading) => reading.isToned);
	return found.filter((reading) => reading.isToned || (isToned && toneless.test(reading.before))).map(({ from, to, words }) => ({ from, to, words }));
}
