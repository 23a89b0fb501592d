/** What an author does to a briefing, as pure functions from one briefing to the next; undo keeps the briefings themselves, whose slides are shared. */
import { briefingFormat, emptySlide, freshSlideId, maxSlides, slugPattern } from '../domain/briefing.ts';
import type { Briefing, Slide, SlideKind } from '../domain/briefing.ts';

const withSlides = (briefing: Briefing, slides: Slide[]): Briefing => ({ ...briefing, slides });
const placeOf = (briefing: Briefing, id: string): number => briefing.slides.findIndex((slide) => slide.id === id);

/** Moves a slide to place `to` (from 0, kept within the briefing); the same briefing where nothing moves. */
export function moveSlide(briefing: Briefing, id: string, to: number): Briefing {
	const from = placeOf(briefing, id);
	const goal = Math.max(0, Math.min(briefing.slides.length - 1, to));
	if (from < 0 || from === goal) return briefing;
	return withSlides(briefing, briefing.slides.toSpliced(from, 1).toSpliced(goal, 0, briefing.slides[from]!));
}

export const canAdd = (briefing: Briefing): boolean => briefing.slides.length < maxSlides;

/** The copy stands behind its original and has an id of its own; the same briefing where it is full. */
export function duplicateSlide(briefing: Briefing, id: string): Briefing {
	const at = placeOf(briefing, id);
	if (at < 0 || !canAdd(briefing)) return briefing;
	const copy = { ...briefing.slides[at]!, id: freshSlideId(briefing.slides) };
	return withSlides(briefing, briefing.slides.toSpliced(at + 1, 0, copy));
}

export const deleteSlide = (briefing: Briefing, id: string): Briefing => (placeOf(briefing, id) < 0 ? briefing : withSlides(briefing, briefing.slides.filter((slide) => slide.id !== id)));

/** Adds behind `after`, at the end where there is none; the same briefing where it is full. */
export function addSlide(briefing: Briefing, slide: Partial<Slide> & { kind: SlideKind }, after: string | null = null): Briefing {
	if (!canAdd(briefing)) return briefing;
	const at = after === null ? -1 : placeOf(briefing, after);
	return withSlides(briefing, briefing.slides.toSpliced(at < 0 ? briefing.slides.length : at + 1, 0, { ...emptySlide(freshSlideId(briefing.slides)), ...slide, id: freshSlideId(briefing.slides) }));
}

/** A slide from the map stands before the closing slides, where a reader looks for it. */
export function appendView(briefing: Briefing, slide: Pick<Slide, 'title' | 'view' | 'seen'>): Briefing {
	const end = briefing.slides.findLastIndex(({ kind }) => kind !== 'end');
	return addSlide(briefing, { kind: 'content', show: 'map-facts', ...slide }, briefing.slides[end]?.id ?? null);
}

export const patchSlide = (briefing: Briefing, id: string, patch: Partial<Omit<Slide, 'id'>>): Briefing => withSlides(briefing, briefing.slides.map((slide) => (slide.id === id ? { ...slide, ...patch } : slide)));

/** Takes what the slide says now for what the author has seen. */
export const acceptSlide = (briefing: Briefing, id: string, says: Record<string, string>): Briefing => patchSlide(briefing, id, { seen: { ...says } });

export const newBriefing = (slug: string, lang: 'zh' | 'en', title: string, date: string, dataDate: string): Briefing => ({
	slug, format: briefingFormat, lang, title, author: '', date, dataDate, version: 1, theme: 'dark', slides: [{ ...emptySlide('s1'), kind: 'title', title }]
});

/** `wanted`, or with the first number that no one else has; what is no name becomes `briefing`. */
export function freshSlug(wanted: string, taken: ReadonlySet<string>): string {
	const base = slugPattern.test(wanted) && wanted !== 'new' ? wanted : 'briefing';
	if (!taken.has(base)) return base;
	for (let n = 2; ; n++) if (!taken.has(`${base}-${n}`)) return `${base}-${n}`;
}

/** The query string of whatever was pasted: a whole address of the map, or the part behind its "?". `null` where it is neither. */
export function viewFromPaste(text: string): string | null {
	const pasted = text.trim();
	if (pasted === '') return '';
	const at = pasted.indexOf('?');
	if (at < 0) return /^(https?:\/\/[^\s/]+)?\/(zh|en)\/?(#.*)?$/.test(pasted) ? '' : null;
	const query = pasted.slice(at).split('#')[0]!;
	return /\s/.test(query) ? null : query === '?' ? '' : query;
}

export interface History {
	past: readonly Briefing[];
	now: Briefing;
	future: readonly Briefing[];
	/** What the newest step changed, such as `s3.title`: typing on in one field is one step. */
	key: string;
}
const mostSteps = 200;

export const startHistory = (now: Briefing): History => ({ past: [], now, future: [], key: '' });

export function step(history: History, next: Briefing, key = ''): History {
	if (next === history.now) return history;
	const isSame = key !== '' && key === history.key && history.future.length === 0;
	return { past: isSame ? history.past : [...history.past, history.now].slice(-mostSteps), now: next, future: [], key };
}
export const undo = ({ past, now, future, key }: History): History => (past.length === 0 ? { past, now, future, key } : { past: past.slice(0, -1), now: past.at(-1)!, future: [now, ...future], key: '' });
export const redo = ({ past, now, future, key }: History): History => (future.length === 0 ? { past, now, future, key } : { past: [...past, now], now: future[0]!, future: future.slice(1), key: '' });
