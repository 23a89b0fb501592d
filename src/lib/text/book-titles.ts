/** `《…》` of a text, the outermost where one holds another. A mark that is never closed opens nothing. */
import type { Span } from '../domain/policy-text.ts';

/** Longer is no title but a mark that lost its partner. */
const longest = 120;

export function findTitles(text: string): Span[] {
	const titles: Span[] = [];
	for (let start = text.indexOf('《'); start >= 0; ) {
		const end = closeOf(text, start);
		if (end > 0) titles.push({ start, end });
		start = text.indexOf('《', end > 0 ? end : start + 1);
	}
	return titles;
}

function closeOf(text: string, start: number): number {
	let depth = 0;
	for (let at = start; at < Math.min(text.length, start + longest); at++) {
		if (text[at] === '《') depth++;
		if (text[at] === '》' && --depth === 0) return at + 1;
	}
	// Nested marks are often closed once only: the first closing one then counts.
	const first = text.slice(start, start + longest).indexOf('》');
	return first > 0 ? start + first + 1 : 0;
}
