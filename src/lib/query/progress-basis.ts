/** Which published values may be judged at all, and the rule that refuses the others. */
import type { Indicator, Observation } from '../domain/dataset.ts';
import type { Rule } from './progress-rules.ts';
import { readExtent } from './progress-value.ts';
import type { Goal } from './progress-value.ts';

export type Row = Observation & { scope?: string };

/** The area was set up in 2019; where a target names no base, an older value says nothing about it. */
export const firstYear = 2019;

/** The year of a date or of a plain year; `null` where there is none. */
export function yearOf(date: string | null | undefined): number | null {
	if (!date || date.length < 4 || (date.length > 4 && date[4] !== '-')) return null;
	const year = Number(date.length === 4 ? date : date.slice(0, 4));
	return year >= 1000 && Number.isInteger(year) ? year : null;
}

/** For sorting: the end of a period, else the month, else the year; the plan's base before other values of its year. */
export function whenOf({ year, period, basisKind }: Pick<Observation, 'year' | 'period' | 'basisKind'>): number {
	const end = period === '' ? year : period.slice(period.lastIndexOf('/') + 1);
	const months = end.length === 4 ? Number(end) * 14 + 13 : Number(end.slice(0, 4)) * 14 + (end.length >= 7 ? Number(end.slice(5, 7)) : 13);
	return Number.isNaN(months) ? -1 : months * 2 + (basisKind === 'plan-base' ? 0 : 1);
}

/** The newest row of those asked for; of two with one date the first. */
export function newestOf(rows: readonly Row[], isAsked: (row: Row) => boolean): Row | null {
	let newest: Row | null = null;
	let newestAt = -Infinity;
	for (const row of rows) {
		const at = whenOf(row);
		if (at <= newestAt || !isAsked(row)) continue;
		newest = row;
		newestAt = at;
	}
	return newest;
}
export const newestFirst = <R extends Pick<Observation, 'year' | 'period' | 'basisKind'>>(rows: readonly R[]): R[] => rows.toSorted((a, b) => whenOf(b) - whenOf(a));

export interface Context {
	indicator: Pick<Indicator, 'id' | 'valueKind'>;
	goal: Goal;
	/** Place that the target is for. */
	scope: string;
	baseYear: number | null;
	todayYear: number;
	/** Fields on which sources differ and none is preferred: `value`, `value-2021`. */
	disputed: readonly string[];
}

export function refusalOf(row: Row, { indicator, goal, scope, baseYear, todayYear, disputed }: Context): Rule | null {
	if (row.indicator !== indicator.id) return 'other-definition';
	if (row.scope !== undefined && row.scope !== scope) return 'other-scope';
	const refused = ofBasis(row.basisKind, goal);
	if (refused) return refused;
	const year = yearOf(row.year);
	if (year === null) return 'undated';
	if (year < (baseYear ?? firstYear)) return 'before-base';
	if (year > todayYear || (year === todayYear && row.basisKind === 'annual')) return 'year-not-over';
	if (disputed.includes('value') || disputed.includes(`value-${year}`)) return 'sources-disagree';
	return readExtent(indicator.valueKind, row) ? null : 'unreadable-value';
}

/** Annual values and stated counts are judged. A running total is a count to date, fit for a total to reach and unfit for a limit. */
function ofBasis(basis: Observation['basisKind'], goal: Goal): Rule | null {
	switch (basis) {
		case 'annual': case 'count': return null;
		case 'cumulative': return goal.sense > 0 && !goal.isClass ? null : 'total-against-limit';
		case 'single-month': case 'uncertain-year': case 'period': return basis;
		default: return 'other-basis';
	}
}
