/**
 * A briefing: slides in order, each words plus a saved view of the map. Everything else on a slide (figures, chart, table, legend, citations)
 * is computed from the view and the dataset, so that it can be told when it no longer says what it said.
 */
export const briefingFormat = 1;

export const slideKinds = ['title', 'section', 'content', 'end'] as const;
export type SlideKind = (typeof slideKinds)[number];
/** What stands beside the words of a content slide. */
export const slideShows = ['map', 'map-facts', 'map-chart', 'table', 'comparison', 'chart', 'strip'] as const;
export type SlideShow = (typeof slideShows)[number];

export interface Slide {
	/** Unique in its briefing and kept through every edit: presenter window, undo and "what changed" name slides by it. */
	id: string;
	kind: SlideKind;
	show: SlideShow;
	title: string;
	/** Markdown subset of `domain/rich-text.ts`. */
	words: string;
	notes: string;
	/** Saved query string with its "?"; empty for the whole area. */
	view: string;
	/** What chart, comparison or strip shows: `indicator:forest-coverage`, `status`, `kind`, `domain`, `place:qingpu;place:wujiang`, `place:taipu-river`; empty: the view decides. */
	about: string;
	/** Keys of the figures in large type, in order; empty: the first three that the view gives. */
	figures: string[];
	/** What the figures and rows said when the author last looked, by key; empty: never looked. */
	seen: Record<string, string>;
}

export interface Briefing {
	/** Lower-case kebab, the name of its file and of its address. */
	slug: string;
	format: number;
	lang: 'zh' | 'en';
	title: string;
	author: string;
	/** `YYYY-MM-DD` of the last save. */
	date: string;
	/** Data date of the dataset it was written against. */
	dataDate: string;
	/** Grows by one with every save. */
	version: number;
	theme: 'dark' | 'light';
	slides: Slide[];
}

export const maxSlides = 500;
export const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const emptySlide = (id: string): Slide => ({ id, kind: 'content', show: 'map-facts', title: '', words: '', notes: '', view: '', about: '', figures: [], seen: {} });

/** An id that no slide of the briefing has. */
export function freshSlideId(slides: readonly Pick<Slide, 'id'>[]): string {
	const taken = new Set(slides.map(({ id }) => id));
	for (let n = slides.length + 1; ; n++) if (!taken.has(`s${n}`)) return `s${n}`;
}
