/** Dates of a text as precise as printed. A day without a year is none: the year would be guessed. */
import type { DateMention } from '../domain/policy-text.ts';
import { readDigits, readNumeral } from './numerals.ts';
import type { Reading } from './reading.ts';

const year = '(?<![\\d.])((?:19|20)\\d{2}|[一二][〇零○一二三四五六七八九]{3})';
const part = '(\\d{1,2}|[一二三四五六七八九十]{1,3})';
const patterns = [
	new RegExp(`${year}\\s?年(?:\\s?${part}\\s?月(?:\\s?${part}\\s?[日号])?)?`, 'g'),
	/(?<![\d.])((?:19|20)\d{2})[-./](\d{1,2})(?:[-./](\d{1,2}))(?![\d.])/g,
	/(?<![\d.])((?:19|20)\d{2})(?=\s?[-—–~至到]{1,2}\s?(?:19|20)\d{2}\s?年)()()/g
];

const numberOf = (text: string | undefined): number | null => (text === undefined || text === '' ? null : /^\d+$/.test(text) ? Number(text) : text.length > 3 ? readDigits(text) : readNumeral(text));
const two = (value: number): string => String(value).padStart(2, '0');

export function findDates({ text, inTitle }: Reading): DateMention[] {
	return patterns.flatMap((pattern) => [...text.matchAll(pattern)].flatMap((match): DateMention[] => {
		const [start, end] = [match.index, match.index + match[0].length];
		const [y, month, day] = [numberOf(match[1]), numberOf(match[2]), numberOf(match[3])];
		if (inTitle(start, end) || y === null || y < 1900 || y > 2100 || (month !== null && (month < 1 || month > 12)) || (day !== null && (day < 1 || day > 31))) return [];
		return [{ start, end, text: match[0], date: [String(y), ...(month === null ? [] : [two(month)]), ...(day === null ? [] : [two(day)])].join('-') }];
	})).sort((a, b) => a.start - b.start);
}
