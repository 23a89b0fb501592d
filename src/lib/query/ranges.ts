/**
 * Ranges of a published figure as they stand in an address, and the figures they are asked of. A figure stated as a range is in every range that it
 * overlaps; that of a whole line far beyond the area is in none and has a word of its own, since no sum takes it either.
 */
import type { Project } from '../domain/dataset.ts';
import type { AmountKind } from '../domain/view.ts';
import type { Atlas } from './atlas.ts';
import { isWholeLine, totalOf, units } from './sums.ts';

/** Values beside the ranges: projects without a figure, and those whose only figure is that of a whole line. */
export const noFigure = 'unknown';
export const wholeLine = 'whole-line';
/** Ranges offered as facet values, km and 亿元; any other may stand in an address. */
export const offeredRanges = { length: ['..5', '5..20', '20..50', '50..', wholeLine, noFigure], investment: ['..10', '10..50', '50..200', '200..', wholeLine, noFigure] } as const satisfies Record<AmountKind, readonly string[]>;

const number = String.raw`(\d{1,7}(?:\.\d{1,3})?)`;
const pattern = new RegExp(`^(?:${number}|${number}?\\.\\.${number}?)$`);

/** Both ends included: `5..20`, `..20`, `5..` or `5`; `null` when it is none of these. */
export const parseRange = (text: string): readonly [from: number, to: number] | null => readRange(pattern, text);
/** A pattern with three groups: one figure, or the first and the last of which either may be left open. */
export function readRange(pattern: RegExp, text: string): readonly [from: number, to: number] | null {
	const match = pattern.exec(text);
	if (!match || text === '..') return null;
	const [, single, first, last] = match;
	const [from, to] = single === undefined ? [Number(first ?? -Infinity), Number(last ?? Infinity)] : [Number(single), Number(single)];
	return from <= to ? [from, to] : null;
}
/** Three digits after the point, as an address takes them; `null` is an open end, and of two nothing is left to ask. */
export const printRange = (from: number | null, to: number | null): string => (from === null && to === null ? '' : from === to ? digits(from) : `${digits(from)}..${digits(to)}`);
const digits = (value: number | null): string => (value === null ? '' : String(Math.round(value * 1000) / 1000));

export const isRangeValue = (value: string): boolean => value === noFigure || value === wholeLine || parseRange(value) !== null;

/** One entry a project, in catalogue order; km and 亿元. */
export interface Figures {
	/** NaN where no figure is published. */
	min: Float64Array;
	max: Float64Array;
	/** 1 where the figure is that of a whole line. */
	whole: Uint8Array;
}

export function figuresOf(atlas: Atlas, projects: readonly Project[], what: AmountKind): Figures {
	const figures: Figures = { min: new Float64Array(projects.length).fill(NaN), max: new Float64Array(projects.length).fill(NaN), whole: new Uint8Array(projects.length) };
	projects.forEach(({ id }, i) => {
		const quantity = totalOf(atlas, id, what) ?? atlas.quantities(`project:${id}`).find((q) => q.what === what && q.use === 'total' && q.unit === units[what] && (q.valueMin !== null || q.valueMax !== null));
		if (!quantity) return;
		figures.min[i] = quantity.valueMin ?? -Infinity;
		figures.max[i] = quantity.valueMax ?? Infinity;
		figures.whole[i] = isWholeLine(quantity) ? 1 : 0;
	});
	return figures;
}

/** Whether the project at a place of the list has the value. */
export function figureTest({ min, max, whole }: Figures, value: string): (i: number) => boolean {
	if (value === noFigure) return (i) => Number.isNaN(min[i]!);
	if (value === wholeLine) return (i) => whole[i] === 1;
	const range = parseRange(value);
	return range === null ? () => false : (i) => whole[i] === 0 && min[i]! <= range[1] && max[i]! >= range[0];
}
