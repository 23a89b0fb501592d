/**
 * Series of the districts that may be compared on one map. Indicators form a series by a rule that cannot mix: ids made of one stem and the
 * district (`cross-services-qingpu`), the same Chinese name once the district's is taken out, the same unit, direction, kind of value and theme, and at least
 * two districts; whoever adds figures for a further district joins the series by naming them alike. Besides stand counts of this catalogue's own records,
 * marked as such. Only judged kinds of values are taken, all districts by the same kind; another year is told, another kind is no data.
 */
import type { Indicator, Observation } from '../domain/dataset.ts';
import type { Place } from '../domain/place.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Atlas } from './atlas.ts';
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

export const districtsOf = (atlas: Atlas): Place[] => atlas.dataset.places.filter(({ kind, context }) => kind === 'district' && !context);

const namesOfPlace = (place: Place): string[] => [place.names.zh, place.names.en, ...(place.names.short?.zh ?? []), ...(place.names.short?.en ?? [])].toSorted((a, b) => b.length - a.length);
/** The name of an indicator without its district, and without the brackets or commas that are left around nothing. */
const withoutPlace = (name: string, place: Place): string => namesOfPlace(place).reduce((text, form) => text.replaceAll(form, ''), name).replace(/[（(]\s*[)）]/g, '').replace(/^[\s,，:：]+|[\s,，:：]+$/g, '').replace(/\s+/g, ' ');

function stemOf(id: string, district: string): string | null {
	if (id.endsWith(`-${district}`)) return id.slice(0, -district.length - 1);
	return id.startsWith(`${district}-`) ? id.slice(district.length + 1) : null;
}

const known = new WeakMap<Atlas, readonly IndicatorSeries[]>();
export function indicatorSeries(atlas: Atlas): readonly IndicatorSeries[] {
	const found = known.get(atlas) ?? findSeries(atlas);
	known.set(atlas, found);
	return found;
}

function findSeries(atlas: Atlas): IndicatorSeries[] {
	const districts = new Map(districtsOf(atlas).map((place) => [place.id, place]));
	const alike = new Map<string, { id: string; members: Map<string, Indicator> }>();
	for (const indicator of atlas.dataset.indicators) {
		const { id, scope, unit, unitZh, direction, theme, valueKind, confidence } = indicator;
		const place = districts.get(scope);
		const stem = place && stemOf(id, scope);
		if (!stem || valueKind !== 'number' || confidence === 'low') continue;
		const key = JSON.stringify([stem, withoutPlace(indicator.zh, place), unit, unitZh, direction, theme]);
		const group = alike.get(key) ?? { id: stem, members: new Map() };
		alike.set(key, group);
		group.members.set(scope, indicator);
	}
	const series = [...alike.values()].filter(({ id, members }) => members.size > 1 && !isOwnSeries(id)).toSorted((a, b) => b.members.size - a.members.size);
	return series.filter(({ id }, i) => series.findIndex((other) => other.id === id) === i).map(({ id, members }) => {
		const [[district, first]] = members as unknown as [[string, Indicator]];
		const place = districts.get(district)!;
		return { id, members, names: { zh: withoutPlace(first.zh, place), en: withoutPlace(first.en, place) } };
	});
}

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
	if (isOwnSeries(id)) return districtsOf(atlas).map((district) => ownValue(atlas, id, district.id, question));
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
	if (year > dataYear) return districtsOf(atlas).map(({ id }) => targetValue(atlas, id, members.get(id), year));
	const rowsOf = (indicator: Indicator): Observation[] => newestFirst(atlas.observations(indicator.id)).filter((row) => (yearOf(row.year) ?? Infinity) <= year);
	const held = comparable.map((kind) => ({ kind, n: [...members.values()].filter((indicator) => rowsOf(indicator).some(({ basisKind }) => basisKind === kind)).length }));
	const kind = held.toSorted((a, b) => b.n - a.n)[0]!.kind;
	return districtsOf(atlas).map(({ id }) => {
		const indicator = members.get(id);
		const rows = indicator ? rowsOf(indicator) : [];
		if (!indicator || rows.length === 0) return nothing(id, 'no-value');
		const row = rows.find(({ basisKind }) => basisKind === kind);
		if (!row) return nothing(id, 'other-basis');
		if (atlas.conflicts(`indicator:${indicator.id}`).some(({ field, used }) => used === '' && (field === 'value' || field === `value-${row.year.slice(0, 4)}`))) return nothing(id, 'disputed');
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
