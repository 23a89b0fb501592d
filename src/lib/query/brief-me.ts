/**
 * "Brief me on this": a first draft of six to ten slides on a place, a document or an agency, from the data alone. Figures come from the views,
 * words name records by links, so that all of it is cited; what is not known is said on the first slide. The same data give the same draft.
 */
import { briefingFormat, emptySlide } from '../domain/briefing.ts';
import type { Briefing } from '../domain/briefing.ts';
import type { Ref } from '../domain/dataset.ts';
import { agencySlides, documentSlides } from './brief-document-slides.ts';
import { placeSlides } from './brief-place-slides.ts';
import type { Draft, Drafting } from './brief-slides.ts';
import { subjectOf } from './brief-subject.ts';
import type { Query } from './explore.ts';
import type { Writer } from './indicator-words.ts';
import { slideContent } from './slide.ts';

export { briefMeHref } from './brief-href.ts';
export { isBriefable } from './brief-subject.ts';

export const mostDrafted = 10;

/** `date` is the day it is made, `YYYY-MM-DD`. `null` for a record that cannot be briefed on. */
export function briefMe(query: Query, writer: Writer, ref: Ref, date: string): Briefing | null {
	const subject = subjectOf(query, writer.lang, ref);
	if (!subject) return null;
	const drafting: Drafting = { query, writer, subject };
	const drafts = atMost(subject.kind === 'document' ? documentSlides(drafting) : subject.kind === 'agency' ? agencySlides(drafting) : placeSlides(drafting), mostDrafted);
	const slides = drafts.map(({ drop: _, ...slide }, i) => ({ ...emptySlide(`s${i + 1}`), ...slide, notes: slide.notes.trim() }));
	return withSeen(query, writer, { slug: subject.id, format: briefingFormat, lang: writer.lang, title: subject.name, author: '', date, dataDate: query.atlas.dataset.dataDate, version: 1, theme: 'dark', slides });
}

function atMost(drafts: readonly Draft[], most: number): Draft[] {
	const left = [...drafts];
	while (left.length > most) {
		const worst = Math.max(...left.map(({ drop }) => drop));
		left.splice(left.findLastIndex(({ drop }) => drop === worst), 1);
	}
	return left;
}

/** Each slide remembers what it says now, so that "what changed" works from here on. */
export const withSeen = (query: Query, writer: Writer, briefing: Briefing): Briefing => ({ ...briefing, slides: briefing.slides.map((slide) => ({ ...slide, seen: slideContent(query, writer, slide, () => true).says })) });
