/**
 * What a thematic map shows of the districts: the series that `families.csv` declares to be of one definition and unit, and counts of this
 * catalogue's own records, marked as such. Only judged kinds of values are taken, all districts by the same kind; another year is told, another
 * kind is no data.
 */
import type { Indicator, Observation } from '../domain/dataset.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Atlas } from './atlas.ts';
import { districtFamilies, districtsOf, isDisputed } from './district-series.ts';
import { firstYear, newestFirst, yearOf } from './progress-basis.ts';
import { reachOf } from './reach.ts';
import type { InYear } from './status-in-year.ts';
import { sumProjects } from './sums.ts';

export const ownSeries = ['catalogue-projects', 'catalogue-measures', 'catalogue-length', 'catalogue-investment'] as const;
export type OwnSeries = (typeof ownSeries)[number];
export const isOwnSeries = (id: string): id is OwnSeries => (ownSeries as readonly string[]).includes(id);

export interface IndicatorSeries {
	id: string;
	names: Record<Lang, string>;
	/** District to its indicator. */
	members: ReadonlyMap<string, Indicator>;
}

export type NoValue = 'no-value' | 'no-number' | 'other-basis' | 'disputed' | 'no-years';
export interface DistrictValue {
	district: string;
	value: number | null;
	/** Why there is no value; empty where there is one. */
	why: NoValue | '';
	/** Year or month that the value is of, as found; the data date for counts of the catalogue. */
	when: string;
	sources: readonly string[];
	/** Sums: for how many of how many projects the figure is known. */
	known: { n: number; of: number } | null;
	isTarget: boolean;
}

const known = new WeakMap<Atlas, readonly IndicatorSeries[]>();
export function indicatorSeries(atlas: Atlas): readonly IndicatorSeries[] {
	const found = known.get(atlas) ?? findSeries(atlas);
	known.set(atlas, found);
	return found;
}

const findSeries = (atlas: Atlas): IndicatorSeries[] => districtFamilies(atlas).flatMap(({ id, zh, en, members }) => {
	const usable = members.flatMap((member) => atlas.indicator.get(member) ?? []).filter(({ valueKind, confidence }) => valueKind === 'number' && confidence !== 'low');
	return usable.length > 1 && !isOwnSeries(id) ? [{ id, names: { zh, en }, members: new Map(usable.map((indicator) => [indicator.scope, indicator])) }] : [];
});

export const isDistrictSeries = (atlas: Atlas, id: string): boolean => isOwnSeries(id) || indicatorSeries(atlas).some((series) => series.id === id);

export interface SeriesQuestion {
	/** `null`: the data date. */
	year: number | null;
	/** State of each project in that year; `null` without a year. */
	states: ReadonlyMap<string, InYear> | null;
	/** Records inside the filter; `null` means all. */
	projects: ReadonlySet<string> | null;
	measures: ReadonlySet<string> | null;
}

export function valuesOf(atlas: Atlas, id: string, question: SeriesQuestion): DistrictValue[] {
	if (isOwnSeries(id)) return districtsOf(atlas).map((district) => ownValue(atlas, id, district, question));
	const series = indicatorSeries(atlas).find((one) => one.id === id);
	return series ? publishedValues(atlas, series, question.year) : [];
}

const nothing = (district: string, why: NoValue): DistrictValue => ({ district, value: null, why, when: '', sources: [], known: null, isTarget: false });
const numberOf = (row: { valueMin: number | null; valueMax: number | null }): number | null => (row.valueMin !== null && row.valueMin === row.valueMax ? row.valueMin : null);

/** Kinds of values that the method judges; of these the one that most districts have. */
const comparable = ['annual', 'count', 'cumulative'] as const;

function publishedValues(atlas: Atlas, { members }: IndicatorSeries, asked: number | null): DistrictValue[] {
	const dataYear = yearOf(atlas.dataset.dataDate) ?? firstYear;
	const year = asked ?? dataYear;
	if (year > dataYear) return districtsOf(atlas).map((id) => targetValue(atlas, id, members.get(id), year));
	const rowsOf = (indicator: Indicator): Observation[] => newestFirst(atlas.observations(indicator.id)).filter((row) => (yearOf(row.year) ?? Infinity) <= year);
	const held = comparable.map((kind) => ({ kind, n: [...members.values()].filter((indicator) => rowsOf(indicator).some(({ basisKind }) => basisKind === kind)).length }));
	const kind = held.toSorted((a, b) => b.n - a.n)[0]!.kind;
	return districtsOf(atlas).map((id) => {
		const indicator = members.get(id);
		const rows = indicator ? rowsOf(indicator) : [];
		if (!indicator || rows.length === 0) return nothing(id, 'no-value');
		const row = rows.find(({ basisKind }) => basisKind === kind);
		if (!row) return nothing(id, 'other-basis');
		if (isDisputed(atlas, indicator.id, yearOf(row.year) ?? 0)) return nothing(id, 'disputed');
		const value = numberOf(row);
		return value === null ? nothing(id, 'no-number') : { district: id, value, why: '', when: row.period || row.year, sources: row.sources, known: null, isTarget: false };
	});
}

/** Beyond the data date there is nothing but what is aimed at for that very year. */
function targetValue(atlas: Atlas, district: string, indicator: Indicator | undefined, year: number): DistrictValue {
	const target = indicator && atlas.targets(indicator.id).find((row) => yearOf(row.year) === year);
	const value = target ? numberOf(target) : null;
	return target && value !== null ? { district, value, why: '', when: target.year, sources: target.sources, known: null, isTarget: true } : nothing(district, 'no-value');
}

/** What the filter "district" finds for a record, so that map and list count alike; a clause that covers the whole area is no mark of one district. */
const reaches = (atlas: Atlas, ref: string, district: string, withAreaWide: boolean): boolean =>
	reachOf(atlas, ref).some(({ place, metres = 0, basis }) => place === district && metres === 0 && (withAreaWide || basis !== 'area-wide'));

/** Projects that count for a place in a year: known to be under way or done by then; without a year all of the catalogue. */
export const countsIn = (states: SeriesQuestion['states'], project: string): boolean => {
	const state = states?.get(project)?.state;
	return states === null || state === 'completed' || state === 'underway';
};

function ownValue(atlas: Atlas, id: OwnSeries, district: string, { year, states, projects, measures }: SeriesQuestion): DistrictValue {
	const { dataDate } = atlas.dataset;
	if (year !== null && (year > Number(dataDate.slice(0, 4)) || id === 'catalogue-measures')) return nothing(district, 'no-years');
	const value = (n: number, of: DistrictValue['known'] = null): DistrictValue => ({ district, value: n, why: '', when: year === null ? dataDate : String(year), sources: [], known: of, isTarget: false });
	if (id === 'catalogue-measures') return value(atlas.dataset.measures.filter((measure) => (measures?.has(measure.id) ?? true) && reaches(atlas, `measure:${measure.id}`, district, false)).length);
	const found = atlas.dataset.projects.filter((project) => (projects?.has(project.id) ?? true) && countsIn(states, project.id) && reaches(atlas, `project:${project.id}`, district, true)).map((project) => project.id);
	if (id === 'catalogue-projects') return value(found.length);
	const sum = sumProjects(atlas, found, id === 'catalogue-length' ? 'length' : 'investment');
	return sum.knownFor === 0 ? nothing(district, 'no-value') : value(sum.value, { n: sum.knownFor, of: found.length });
}
