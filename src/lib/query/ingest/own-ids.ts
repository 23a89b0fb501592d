/** Ids of what a reading adds. They come from names and numbers as printed, so that the same text read again gives the same ids. */
import { numeralClass, readNumeral } from '../../text/numerals.ts';
import { shortHash } from '../figures/own-source.ts';

export const documentId = (title: string): string => `own-${shortHash(title)}`;
export const projectId = (name: string): string => `own-${shortHash(name)}`;

const numbers = new RegExp(`[${numeralClass}]+|\\d+`, 'g');
/** `三/(七)/2` → `3-7-2`, `第三条` → `3`, `5/——1` → `5-d1`. */
export const arabicPath = (path: string): string => path.split('/').map((label) => {
	const [number] = label.match(numbers) ?? [];
	const value = number === undefined ? shortHash(label) : /^\d+$/.test(number) ? Number(number) : (readNumeral(number) ?? shortHash(label));
	return label.startsWith('——') ? `d${value}` : String(value);
}).join('-');

/** `wanted`, else with the first letter behind it that is free. */
export function freeId(wanted: string, taken: Set<string>): string {
	for (let i = 0; ; i++) {
		const id = i === 0 ? wanted : `${wanted}-${i <= 25 ? String.fromCharCode(97 + i) : `n${i}`}`;
		if (taken.has(id)) continue;
		taken.add(id);
		return id;
	}
}
