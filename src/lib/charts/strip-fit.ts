/**
 * A strip in the box of a slide, read from the back of a room: its words are never smaller than 28 px of 1920. Where all of it would be, whole kinds
 * of things are left out, the least first, then parts of the line that hold the fewest records, and the slide says which. Half of the crossings would
 * tell of a line that has only those. The page of the strip and the notes keep all.
 */
import '../i18n/rooms/strip.ts';
import type { Translate } from '../i18n/index.ts';
import type { PartView } from '../query/strip-page.ts';
import { layStrip, size } from './strip-layout.ts';

/** In the order in which it is left out; `towns` is the band of towns. */
const leftOut = ['site', 'crossing', 'towns', 'lake', 'station', 'measure'] as const;
type Left = (typeof leftOut)[number];

export interface StripFit {
	/** What is drawn. */
	parts: PartView[];
	/** Px of the drawing; `scale` of it in the box. */
	width: number;
	height: number;
	scale: number;
	/** How many of each kind are not drawn. */
	left: readonly { what: Left | 'parts'; n: number }[];
}

/** Px of names in the drawing, of names on a slide, and of the slide's width between its margins. */
const [nameSize, leastSize, slideWidth] = [12, 28, 1776];

const recordsOf = ({ items }: PartView): number => items.filter(({ row }) => row === 'project' || row === 'measure').length;

/** The width at which a drawing fills the box best: wider, its names stand in fewer rows and are smaller. */
function fitWhole(parts: readonly PartView[], box: { w: number; h: number }): Pick<StripFit, 'width' | 'height' | 'scale'> {
	const tried = [0.6, 0.7, 0.76, 0.8, 1, 1.2, 1.4, 1.7, 2, 2.4].map((factor) => {
		const width = Math.round(size.width * factor);
		const { height } = layStrip(parts, width);
		return { width, height, scale: Math.min(box.w / width, box.h / Math.max(1, height)) };
	});
	return tried.reduce((best, next) => (next.scale > best.scale ? next : best));
}

/** `box` in the units of the medium, as wide as a slide between its margins. */
export function fitStrip(parts: readonly PartView[], box: { w: number; h: number }): StripFit {
	const least = (leastSize / nameSize) * (box.w / slideWidth);
	const byRecords = parts.toSorted((a, b) => recordsOf(b) - recordsOf(a));
	let best: StripFit | null = null;
	for (let n = parts.length; n > 0; n--) {
		const kept = parts.filter((part) => byRecords.indexOf(part) < n);
		for (let level = 0; level <= leftOut.length; level++) {
			const left = new Set<string>(leftOut.slice(0, level));
			const last = leftOut[level - 1];
			if (last && !kept.some(({ items, towns }) => (last === 'towns' ? towns.length > 0 : items.some(({ row }) => row === last)))) continue;
			const drawn = kept.map((part) => ({ ...part, towns: left.has('towns') ? [] : part.towns, items: part.items.filter(({ row }) => !left.has(row)) }));
			const fit: StripFit = { parts: drawn, ...fitWhole(drawn, box), left: countOf(kept, left, parts.length - n) };
			if (fit.scale >= least) return fit;
			if (!best || fit.scale > best.scale) best = fit;
		}
	}
	return best ?? { parts: [], width: size.width, height: 0, scale: 1, left: [] };
}

function countOf(parts: readonly PartView[], left: ReadonlySet<string>, without: number): StripFit['left'] {
	const rows = leftOut.filter((what) => left.has(what)).map((what) => ({ what, n: parts.reduce((sum, { items, towns }) => sum + (what === 'towns' ? towns.length : items.filter(({ row }) => row === what).length), 0) }));
	return [{ what: 'parts' as const, n: without }, ...rows].filter(({ n }) => n > 0);
}

/** `未画：交叉 16、镇街`; empty where all is drawn. */
export const leftOutWords = (t: Translate, left: StripFit['left']): string => (left.length === 0 ? '' : t('strip.leftout', { list: left.map(({ what, n }) => t(`strip.leftout.${what}`, { n })).join(t('join.list')) }));
