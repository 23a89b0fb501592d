/** The strip map of a slide: a line as its page draws it, with the numbers of the sources behind each record that stands on it. */
import '../i18n/rooms/strip.ts';
import { splitRef } from '../domain/dataset.ts';
import type { Ref } from '../domain/dataset.ts';
import { formatNumber, say } from '../i18n/index.ts';
import type { Translate } from '../i18n/index.ts';
import type { Query } from './explore.ts';
import type { Footnotes } from './footnotes.ts';
import { notesOfRef } from './footnotes.ts';
import type { Writer } from './indicator-words.ts';
import type { ItemView, PartView } from './strip-page.ts';

export interface SlideStrip {
	title: string;
	parts: PartView[];
	/** The drawing in words, for a reader who does not see it. */
	summary: string;
	notes: number[];
	/** What stands on the line, as `stripSays` tells it. */
	says: Record<string, string>;
}

export const stripPlaceOf = (about: string): string => (about.startsWith('place:') ? about.slice('place:'.length) : '');

/** What the strip says of each thing on it, by key: where it is and, of a project, how it stands. Held against what the author of a slide saw. */
export const stripSays = (parts: readonly PartView[], t: Translate): Record<string, string> =>
	Object.fromEntries(parts.flatMap(({ items }) => items.map(({ key, name, chainage, status }) => [`strip:${key}`, [name, chainage, ...(status ? [say(t, 'status', status)] : [])].join(' ')])));

/** `null` where there is no such strip, or no geometry yet. */
export function slideStrip({ atlas, strips }: Query, writer: Writer, about: string, footnotes: Footnotes): SlideStrip | null {
	const { t } = writer;
	const page = strips?.(writer, stripPlaceOf(about)) ?? null;
	if (!page) return null;
	const km = formatNumber(Math.round(page.parts.reduce((sum, { lengthKm }) => sum + lengthKm, 0) * 10) / 10);
	const notes = [...page.sources.flatMap((source) => footnotes.remark(t('strip.source', { text: source }))), ...footnotes.remark(t('strip.lead'))];
	const cited = (item: ItemView): ItemView => {
		const own = splitRef(item.ref as Ref)[0] === 'place' ? [] : notesOfRef(atlas, footnotes, item.ref);
		return own.length > 0 ? { ...item, name: `${item.name} [${rangesOf(own)}]` } : item;
	};
	return { title: page.name, parts: page.parts.map((part) => ({ ...part, items: part.items.map(cited) })), summary: t('strip.label', { name: page.name, n: km, items: page.parts.reduce((sum, { items }) => sum + items.length, 0) }), notes, says: stripSays(page.parts, t) };
}

/** `3 7–9`: numbers that follow on each other as one. */
const rangesOf = (numbers: readonly number[]): string => numbers.toSorted((a, b) => a - b).reduce<[number, number][]>((all, n) => (all.length > 0 && n - all.at(-1)![1] <= 1 ? [...all.slice(0, -1), [all.at(-1)![0], n]] : [...all, [n, n]]), []).map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(' ');
