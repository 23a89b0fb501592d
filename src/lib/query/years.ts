/** Years that a record is about, as far as its sources date it, and ranges of years as they stand in an address. */
import type { Atlas } from './atlas.ts';

/** First and last year, both included; empty when nothing is dated. */
export type Years = readonly [from: number, to: number] | readonly [];

const yearOf = (date: string): number[] => (/^\d{4}/.test(date) ? [Number(date.slice(0, 4))] : []);

export function yearsOf(atlas: Atlas, item: { kind: string; id: string }): Years {
	const years = item.kind === 'project' ? projectYears(atlas, item.id) : item.kind === 'indicator' ? indicatorYears(atlas, item.id) : [];
	return years.length === 0 ? [] : [Math.min(...years), Math.max(...years)];
}

function projectYears(atlas: Atlas, id: string): number[] {
	const project = atlas.project.get(id)!;
	return [project.start, project.finishPlanned, project.finishActual, ...atlas.statuses(id).map((status) => status.date)].flatMap(yearOf);
}

const indicatorYears = (atlas: Atlas, id: string): number[] => [
	...atlas.observations(id).flatMap((o) => [...yearOf(o.year), ...o.period.split('/').flatMap(yearOf)]),
	...atlas.targets(id).flatMap((t) => yearOf(t.year))
];

export const undated = 'undated';

/** `2021..2025`, `2021..`, `..2025` or `2023`; `null` when it is none of these. */
export function parseYears(text: string): readonly [number, number] | null {
	const single = /^(\d{4})$/.exec(text);
	if (single) return [Number(single[1]), Number(single[1])];
	const range = /^(\d{4})?\.\.(\d{4})?$/.exec(text);
	if (!range || (range[1] === undefined && range[2] === undefined)) return null;
	const [from, to] = [Number(range[1] ?? 0), Number(range[2] ?? 9999)];
	return from <= to ? [from, to] : null;
}

export const overlaps = (years: Years, [from, to]: readonly [number, number]): boolean => years.length === 2 && years[0] <= to && years[1] >= from;
