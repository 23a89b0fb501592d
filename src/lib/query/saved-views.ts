/** Saved views as a file and back. A file is taken whole or not at all, so the first thing that is wrong is named. */
import { maxFileBytes, maxNameLength, maxViewLength, savedViewsFormat } from '../domain/saved-view.ts';
import type { SavedView } from '../domain/saved-view.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Known } from './url.ts';
import { decode } from './url.ts';

export type LooseView = Omit<SavedView, 'id'>;
export type ReadViews = { views: LooseView[] } | { wrong: 'size' | 'json' | 'format' } | { wrong: 'entry'; n: number; field: string };

export const writeSavedViews = (views: readonly SavedView[]): string => `${JSON.stringify({ format: savedViewsFormat, views: views.map(({ name, view, savedAt, dataDate }) => ({ name, view, savedAt, dataDate })) }, null, '\t')}\n`;

const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value.length <= most;
const checks: Record<keyof LooseView, (value: unknown) => boolean> = {
	name: (value) => isText(value, maxNameLength) && value.trim() !== '',
	view: (value) => isText(value, maxViewLength) && (value === '' || /^\?[^\s#]+$/.test(value)),
	savedAt: (value) => isText(value, 40) && !Number.isNaN(Date.parse(value)),
	dataDate: (value) => isText(value, 10) && /^\d{4}-\d{2}-\d{2}$/.test(value)
};

export function readSavedViews(text: string): ReadViews {
	if (text.length > maxFileBytes) return { wrong: 'size' };
	let file: unknown;
	try {
		file = JSON.parse(text.replace(/^\ufeff/, ''));
	} catch {
		return { wrong: 'json' };
	}
	if (typeof file !== 'object' || file === null || !('format' in file) || file.format !== savedViewsFormat || !('views' in file) || !Array.isArray(file.views)) return { wrong: 'format' };
	const views: LooseView[] = [];
	for (const [i, entry] of (file.views as unknown[]).entries()) {
		const given = (typeof entry === 'object' && entry !== null ? entry : {}) as Record<string, unknown>;
		const field = Object.entries(checks).find(([key, isGood]) => !isGood(given[key]))?.[0];
		if (field !== undefined) return { wrong: 'entry', n: i + 1, field };
		const { name, view, savedAt, dataDate } = given as unknown as LooseView;
		views.push({ name: name.trim(), view, savedAt, dataDate });
	}
	return { views };
}

/** Of the views of a file those that a list does not hold yet, by name and view, each once. */
export function freshViews(list: readonly LooseView[], given: readonly LooseView[]): LooseView[] {
	const keyOf = ({ name, view }: LooseView) => `${name}\n${view}`;
	const known = new Set(list.map(keyOf));
	return given.filter((view, i) => !known.has(keyOf(view)) && given.findIndex((other) => keyOf(other) === keyOf(view)) === i);
}

/** How many parts of a saved view the data no longer have. */
export const countStale = (view: string, known: Known): number => decode(view, known).ignored.length;

/** Two views side by side; a side is a query string without its "?". */
export const compareHref = (lang: Lang, a: string, b: string): string => `/${lang}/compare?${[a, b].map((view, i) => `${'ab'[i]}=${encodeURIComponent(view.replace(/^\?/, ''))}`).join('&')}`;
