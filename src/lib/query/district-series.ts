/**
 * One measure across the districts of the area: what `families.csv` declares to be of one definition and unit, and nothing else. Comparison by
 * district, the index and the thematic map read the same values here. A value is compared only with values of its own year and kind; bounds,
 * periods, samples, disputed and doubtful years are told and not compared. A district without a value is there all the same, empty.
 */
import type { Family, Indicator, Observation } from '../domain/dataset.ts';
import type { Atlas } from './atlas.ts';
import { shortPlace } from './cards.ts';
import { citeSources, nameOf, pick } from './cite.ts';
import type { SourceCitation } from './cite.ts';
import { valueWords, whenWords } from './indicator-words.ts';
import type { Writer } from './indicator-words.ts';
import { newestFirst, yearOf } from './progress-basis.ts';
import { readExtent } from './progress-value.ts';

/** Kinds that speak of a plain year; the plan's base is a value of its year. */
const comparedAs: Partial<Record<Observation['basisKind'], ComparedKind>> = { annual: 'annual', 'plan-base': 'annual', count: 'count', cumulative: 'cumulative' };
export type ComparedKind = 'annual' | 'count' | 'cumulative';

export interface DistrictValue {
	/** Observation. */
	id: string;
	/** In the family's unit; `null` where the value is a bound, a range or words, or its year or kind is not comparable. Classes: I = 1 … worse than V = 6. */
	y: number | null;
	year: number | null;
	kind: Observation['basisKind'];
	/** `null`: told, not compared. */
	comparedAs: ComparedKind | null;
	text: string;
	when: string;
	basis: string;
	sources: SourceCitation[];
}
export interface DistrictRow {
	place: string;
	name: string;
	/** Empty: the family counts no indicator of this district. */
	indicator: string;
	isToBeConfirmed: boolean;
	/** Newest first; empty for a figure that is to be confirmed. */
	values: DistrictValue[];
}
export interface DistrictSeries {
	family: string;
	name: string;
	note: string;
	unit: string;
	valueKind: Indicator['valueKind'];
	direction: Indicator['direction'];
	theme: string;
	/** Every district of the area, in its order. */
	rows: DistrictRow[];
	/** Every year and kind for which at least one district has a comparable value, newest first; of one year the kind that more districts have first. */
	slots: { year: number; kind: ComparedKind; count: number }[];
	sources: SourceCitation[];
}

export const areaId = 'demonstration-area';
export const districtsOf = (atlas: Atlas): string[] => {
	const members = (atlas.place.get(areaId)?.members ?? []).filter((id) => atlas.place.get(id)?.kind === 'district');
	return members.length > 0 ? members : atlas.dataset.places.filter(({ kind, context }) => kind === 'district' && !context).map(({ id }) => id);
};

/** The family that counts the indicator; `undefined` for most. */
export const familyOf = (atlas: Atlas, indicator: string): Family | undefined => atlas.dataset.families.find(({ members }) => members.includes(indicator));
/** Every family that can be shown by district. */
export const districtFamilies = (atlas: Atlas): readonly Family[] => atlas.dataset.families;

export function districtSeries(atlas: Atlas, writer: Writer, family: string): DistrictSeries | null {
	const declared = atlas.dataset.families.find(({ id }) => id === family);
	const members = declared?.members.flatMap((id) => atlas.indicator.get(id) ?? []) ?? [];
	const [first] = members;
	if (!declared || !first) return null;
	const places = [...new Set([...districtsOf(atlas), ...members.map(({ scope }) => scope)])];
	const rows = places.map((place): DistrictRow => {
		const indicator = members.find(({ scope }) => scope === place);
		const isToBeConfirmed = indicator?.confidence === 'low';
		const values = indicator && !isToBeConfirmed ? newestFirst(atlas.observations(indicator.id)).map((row) => comparableOf(atlas, writer, indicator, row)) : [];
		return { place, name: shortPlace(atlas, writer.lang, place), indicator: indicator?.id ?? '', isToBeConfirmed, values };
	});
	return {
		family, name: nameOf(writer.lang, declared), note: pick(writer.lang, declared, 'note'), unit: first.valueKind === 'class' ? '' : pick(writer.lang, first, 'unit'), valueKind: first.valueKind, direction: first.direction, theme: first.theme,
		rows, slots: slotsOf(rows), sources: citeSources(atlas, writer.lang, [...new Set(members.flatMap(({ id }) => atlas.observations(id).flatMap(({ sources }) => sources)))])
	};
}

/** One published value as it may be compared: with a number only where it is plain, dated to a year and undisputed. */
export function comparableOf(atlas: Atlas, writer: Writer, indicator: Indicator, row: Observation): DistrictValue {
	const extent = readExtent(indicator.valueKind, row);
	const year = yearOf(row.year);
	const isPlain = extent !== null && extent.lo === extent.hi && year !== null && !isOpen(atlas, row, year) && !isDisputed(atlas, indicator.id, year);
	const kind = isPlain ? (comparedAs[row.basisKind] ?? null) : null;
	return { id: row.id, y: kind === null ? null : extent!.lo, year, kind: row.basisKind, comparedAs: kind, text: valueWords(writer, indicator, row), when: whenWords(row), basis: pick(writer.lang, row, 'basis'), sources: citeSources(atlas, writer.lang, row.sources) };
}

/** The year of an annual value is not over, or lies after the data date. */
const isOpen = (atlas: Atlas, { basisKind }: Observation, year: number): boolean => {
	const thisYear = yearOf(atlas.dataset.dataDate) ?? Infinity;
	return year > thisYear || (year === thisYear && basisKind === 'annual');
};
/** Sources differ on the value of that year, and none is in use. */
export const isDisputed = (atlas: Atlas, indicator: string, year: number): boolean => atlas.conflicts(`indicator:${indicator}`).some(({ used, field }) => used === '' && (field === 'value' || field === `value-${year}`));

function slotsOf(rows: readonly DistrictRow[]): DistrictSeries['slots'] {
	const slots = new Map<string, DistrictSeries['slots'][number]>();
	for (const { values } of rows) {
		for (const key of new Set(values.flatMap(({ year, comparedAs: kind }) => (kind === null ? [] : [`${year} ${kind}`])))) {
			const [year, kind] = key.split(' ') as [string, ComparedKind];
			const slot = slots.get(key);
			if (slot) slot.count++;
			else slots.set(key, { year: Number(year), kind, count: 1 });
		}
	}
	return [...slots.values()].toSorted((a, b) => b.year - a.year || b.count - a.count);
}

/** The value of a district in a year and kind; `null`: no data there. */
export const valueAt = (row: DistrictRow, slot: { year: number; kind: ComparedKind }): DistrictValue | null => row.values.find(({ year, comparedAs: kind }) => year === slot.year && kind === slot.kind) ?? null;

/** The newest year that most districts share; `null` where no two districts can be compared. */
export function sharedSlot(series: DistrictSeries): DistrictSeries['slots'][number] | null {
	const most = Math.max(0, ...series.slots.map(({ count }) => count));
	return most < 2 ? null : (series.slots.find(({ count }) => count === most) ?? null);
}
