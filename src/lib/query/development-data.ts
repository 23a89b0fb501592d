/**
 * What an index can be made of today: for one place its indicators over the years, for the districts the declared families. Scopes never mix:
 * an indicator is offered for its own place only. Of an indicator one kind of value is used, the one that most years have; everything else
 * that was published is kept beside it with the reason why it does not count.
 */
import type { Indicator } from '../domain/dataset.ts';
import type { Atlas } from './atlas.ts';
import { nameOf, pick } from './cite.ts';
import { areaId, comparableOf, districtFamilies, districtSeries } from './district-series.ts';
import type { ComparedKind, DistrictValue } from './district-series.ts';
import { keyOf } from './development-index.ts';
import type { Ends, Part, RowKey, Unscored } from './development-index.ts';
import { districts } from './development-url.ts';
import type { IndexKnown } from './development-url.ts';
import type { Writer } from './indicator-words.ts';
import { currentTarget } from './progress-all.ts';
import { yearOf } from './progress-basis.ts';
import { readExtent, readGoal } from './progress-value.ts';

export interface Cell extends RowKey {
	value: DistrictValue;
}
export const leftOutReasons = ['other-kind', 'two-values', 'not-comparable'] as const;
export interface LeftOut extends Cell {
	/** `not-comparable`: a bound, a range, disputed, undated, or of a kind that is never compared; the value's kind says more. */
	why: (typeof leftOutReasons)[number];
}
export interface Candidate {
	/** Indicator, or family for the districts. */
	id: string;
	name: string;
	unit: string;
	valueKind: 'number' | 'class';
	direction: 'higher' | 'lower';
	/** The kind of value that is used. */
	kind: ComparedKind;
	/** Indicator by place. */
	indicators: ReadonlyMap<string, string>;
	cells: ReadonlyMap<string, Cell>;
	leftOut: LeftOut[];
	years: number[];
	targetEnds: Part['targetEnds'];
}
export interface Subject {
	/** Place id, or `districts`. */
	id: string;
	candidates: Candidate[];
	/** Indicators of the place that no index can use, by reason. */
	unusable: { name: string; why: 'neutral' | 'text' | 'to-confirm' | 'no-values' }[];
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
	return groups;
}

function gather(values: readonly Cell[]): Pick<Candidate, 'kind' | 'cells' | 'leftOut' | 'years'> | null {
	const count = new Map<ComparedKind, Set<string>>();
	for (const cell of values) if (cell.value.comparedAs !== null) count.set(cell.value.comparedAs, (count.get(cell.value.comparedAs) ?? new Set()).add(keyOf(cell)));
	const [best] = [...count].toSorted(([, a], [, b]) => b.size - a.size);
	if (!best) return null;
	const [kind] = best;
	const found = groupBy(values.filter(({ value }) => value.comparedAs === kind), keyOf);
	const plain = [...found.values()].filter((same) => new Set(same.map(({ value }) => value.y)).size === 1).map(([cell]) => cell!);
	const leftOut = values.flatMap((cell): LeftOut[] => {
		if (cell.value.comparedAs === null) return [{ ...cell, why: 'not-comparable' }];
		if (cell.value.comparedAs !== kind) return [{ ...cell, why: 'other-kind' }];
		return plain.some((used) => keyOf(used) === keyOf(cell)) ? [] : [{ ...cell, why: 'two-values' }];
	});
	return { kind, cells: new Map(plain.map((cell) => [keyOf(cell), cell])), leftOut, years: [...new Set(plain.map(({ year }) => year))].toSorted((a, b) => a - b) };
}

/** The span from the plan's base to the target; a total that is counted up starts at zero; classes have no distance (`docs/method.md`). */
export function targetEndsOf(atlas: Atlas, indicator: Indicator, kind: ComparedKind): Ends | Unscored {
	const target = currentTarget(atlas.targets(indicator.id), yearOf(atlas.dataset.dataDate) ?? 0);
	if (!target) return 'no-target';
	const baseRow = atlas.observations(indicator.id).find(({ id, basisKind }) => id === target.baseline && basisKind !== 'single-month');
	const base = baseRow ? readExtent(indicator.valueKind, baseRow) : null;
	const goal = readGoal(indicator, target, base);
	if (typeof goal === 'string' || goal.sense === 0) return 'no-target';
	if (goal.isClass) return 'class-no-path';
	const zero = base && base.lo === base.hi ? base.lo : kind === 'cumulative' && goal.sense > 0 ? 0 : null;
	if (zero === null) return 'no-base';
	return (goal.edge - zero) * goal.sense > 0 ? { zero, full: goal.edge } : 'no-distance';
}

const isUsable = (indicator: Pick<Indicator, 'direction' | 'valueKind'>): boolean => indicator.direction !== 'neutral' && indicator.valueKind !== 'text';
const cellOf = (place: string, value: DistrictValue): Cell => ({ place, year: value.year ?? 0, value });

function placeSubject(atlas: Atlas, writer: Writer, place: string, indicators: readonly Indicator[]): Subject {
	const unusable: Subject['unusable'] = [];
	const candidates = indicators.flatMap((indicator): Candidate[] => {
		const name = nameOf(writer.lang, indicator);
		const refuse = (why: Subject['unusable'][number]['why']) => void unusable.push({ name, why });
		if (indicator.valueKind === 'text') refuse('text');
		else if (indicator.direction === 'neutral') refuse('neutral');
		else if (indicator.confidence === 'low') refuse('to-confirm');
		else {
			const gathered = gather(atlas.observations(indicator.id).map((row) => cellOf(place, comparableOf(atlas, writer, indicator, row))));
			if (gathered) return [{ id: indicator.id, name, unit: indicator.valueKind === 'class' ? '' : pick(writer.lang, indicator, 'unit'), valueKind: indicator.valueKind, direction: indicator.direction as 'higher' | 'lower', indicators: new Map([[place, indicator.id]]), targetEnds: new Map([[place, targetEndsOf(atlas, indicator, gathered.kind)]]), ...gathered }];
			refuse('no-values');
		}
		return [];
	});
	return { id: place, candidates: candidates.toSorted((a, b) => b.years.length - a.years.length), unusable };
}

function districtSubject(atlas: Atlas, writer: Writer): Subject {
	const candidates = districtFamilies(atlas).flatMap((family): Candidate[] => {
		const series = districtSeries(atlas, writer, family.id);
		if (!series || !isUsable(series)) return [];
		const gathered = gather(series.rows.flatMap(({ place, values }) => values.map((value) => cellOf(place, value))));
		if (!gathered) return [];
		const indicators = new Map(series.rows.filter(({ indicator }) => indicator !== '').map(({ place, indicator }) => [place, indicator]));
		const targetEnds = new Map([...indicators].map(([place, id]) => [place, targetEndsOf(atlas, atlas.indicator.get(id)!, gathered.kind)]));
		return [{ id: family.id, name: series.name, unit: series.unit, valueKind: series.valueKind as 'number' | 'class', direction: series.direction as 'higher' | 'lower', indicators, targetEnds, ...gathered }];
	});
	return { id: districts, candidates, unusable: [] };
}

/** The area first (addresses without `of` mean it, whatever is loaded later), then the districts, then every other place, the one with most to choose from first. */
export function subjectsOf(atlas: Atlas, writer: Writer): Subject[] {
	const places = [...groupBy(atlas.dataset.indicators, ({ scope }) => scope)].map(([place, indicators]) => placeSubject(atlas, writer, place, indicators)).filter(({ candidates }) => candidates.length > 0).toSorted((a, b) => Number(b.id === areaId) - Number(a.id === areaId) || b.candidates.length - a.candidates.length);
	const [first, ...others] = places;
	return [...(first ? [first] : []), districtSubject(atlas, writer), ...others];
}

export const indexKnown = (subjects: readonly Subject[]): IndexKnown => ({ subjects: new Map(subjects.map(({ id, candidates }) => [id, new Set(candidates.map((candidate) => candidate.id))])) });

/**
 * What is shown to a reader who chose nothing: the largest group that has values in the same two years (districts: in the same year for two
 * places), newest first, all of one weight. An example of what can be computed, no proposal.
 */
export function exampleOf({ id, candidates }: Subject): { ids: string[]; years: number[] } {
	const years = [...new Set(candidates.flatMap((candidate) => candidate.years))].toSorted((a, b) => b - a);
	const groups = id === districts
		? years.map((year) => ({ years: [year], ids: candidates.filter(({ cells }) => [...cells.values()].filter((cell) => cell.year === year).length > 1).map((candidate) => candidate.id) }))
		: years.flatMap((later, i) => years.slice(i + 1).map((earlier) => ({ years: [earlier, later], ids: candidates.filter((candidate) => candidate.years.includes(earlier) && candidate.years.includes(later)).map((candidate) => candidate.id) })));
	return groups.reduce((best, group) => (group.ids.length > best.ids.length ? group : best), { ids: [] as string[], years: [] as number[] });
}
