/** A normalised text as the finders look at it, with what they must leave out. Positions are those of `text`; `finder.ts` leads them back to the original. */
import type { Span } from '../domain/policy-text.ts';
import { findTitles } from './book-titles.ts';
import { mergeSpans, touching } from './spans.ts';

export interface Reading {
	text: string;
	titles: Span[];
	inTitle(start: number, end: number): boolean;
}

export function readText(text: string, titles: Span[] = findTitles(text)): Reading {
	return { text, titles, inTitle: touching(mergeSpans(titles)) };
}
