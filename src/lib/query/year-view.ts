/** Observations, targets and dues as they stand at the end of a year: the newest value up to then against the target next due from then on. */
import type { Milestone } from '../domain/dataset.ts';
import type { Atlas } from './atlas.ts';
import { judgementsOf, questionOf } from './progress-all.ts';
import type { Judgements } from './progress-all.ts';
import { yearOf } from './progress-basis.ts';
import type { State } from './progress-rules.ts';
import { judge } from './progress.ts';
import type { Judgement } from './progress.ts';

/** The state that says most of several: the worst that was judged, else why nothing could be. */
export const telling: readonly State[] = ['behind', 'not-yet-met', 'on-track', 'met', 'not-comparable', 'no-data', 'no-target'];
export const mostTelling = (states: readonly State[]): State | null => telling.find((state) => states.includes(state)) ?? null;

/** `null`: the data date. Beyond it only targets due in that very year are left, and none of them has a value yet. */
export function judgementsIn(atlas: Atlas, year: number | null): Judgements {
	const dataYear = Number(atlas.dataset.dataDate.slice(0, 4));
	if (year === null || year === dataYear) return judgementsOf(atlas);
	const { indicators } = atlas.dataset;
	if (year > dataYear) return new Map(indicators.flatMap(({ id }): [string, Judgement][] => {
		const target = atlas.targets(id).find((row) => yearOf(row.year) === year);
		return target ? [[id, { state: 'no-data', rule: 'no-observation', target, base: null, value: null, required: null, ifYear: [], caveats: [] }]] : [];
	}));
	// The year is over: its annual values count. A value known only by a period belongs to the year in which that ends.
	const endOf = (row: { year: string; period: string }): number => yearOf(row.year) ?? yearOf(row.period.slice(row.period.lastIndexOf('/') + 1)) ?? Infinity;
	return new Map(indicators.map(({ id }) => {
		const asked = questionOf(atlas, id, `${year}-12-31`);
		return [id, judge({ ...asked, observations: asked.observations.filter((row) => endOf(row) <= year) }, `${year + 1}-01-01`)];
	}));
}

export interface YearDues {
	milestones: Milestone[];
	targets: number;
	/** Planned finishes of projects not reported completed. */
	finishes: number;
}
export const duesIn = (atlas: Atlas, year: number): YearDues => ({
	milestones: atlas.dataset.milestones.filter(({ date, kind }) => kind === 'due' && yearOf(date) === year),
	targets: atlas.dataset.targets.filter((target) => yearOf(target.year) === year).length,
	finishes: atlas.dataset.projects.filter(({ id, finishPlanned }) => yearOf(finishPlanned) === year && atlas.statuses(id)[0]?.status !== 'completed').length
});
