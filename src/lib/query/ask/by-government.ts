/**
 * The answer by government: projects, kilometres, money and measures of each district of the area, and of what several share. A record stands in
 * one row: with the district that it lies in alone, else under "joint". Sums keep the rules of the headline and say for how many they are known.
 */
import { writeSheetCsv } from '../../domain/csv.ts';
import type { Translate } from '../../i18n/index.ts';
import '../../i18n/rooms/ask.ts';
import { shortPlace } from '../cards.ts';
import type { Query } from '../explore.ts';
import type { Writer } from '../indicator-words.ts';
import type { ItemKind } from '../query-index.ts';
import { idsOf } from '../select.ts';
import type { Selected } from '../select.ts';
import { sumProjects } from '../sums.ts';
import type { Sum } from '../sums.ts';

export interface GovernmentRow {
	/** A district, `joint`, or `elsewhere` for records of no district of the area. */
	key: string;
	name: string;
	projects: number;
	length: Sum;
	investment: Sum;
	measures: number;
}

export function byGovernment({ atlas, index }: Query, { lang, t }: Writer, selected: Selected): GovernmentRow[] {
	const districts = atlas.dataset.places.filter(({ kind, context, parent }) => kind === 'district' && !context && parent !== undefined).map(({ id }) => id);
	const inDistricts = new Map<number, string[]>();
	for (const district of districts) for (const item of index.facets.get('district')?.get(district)?.items ?? []) inDistricts.set(item, [...(inDistricts.get(item) ?? []), district]);
	/** What names no district but a zone is for all that the zone spans. */
	const inZones = new Set([...(index.facets.get('zone')?.values() ?? [])].flatMap(({ items }) => [...items]));
	const keyOf = (item: number): string => {
		const found = inDistricts.get(item) ?? [];
		return found.length > 1 || (found.length === 0 && inZones.has(item)) ? 'joint' : (found[0] ?? 'elsewhere');
	};
	const number = new Map(index.items.map(({ ref }, i) => [ref, i]));
	const idsIn = (kind: ItemKind, key: string) => idsOf(index, selected, kind).filter((id) => keyOf(number.get(`${kind}:${id}`)!) === key);
	return [...districts, 'joint', 'elsewhere'].map((key): GovernmentRow => {
		const [projects, measures] = [idsIn('project', key), idsIn('measure', key)];
		const name = key === 'joint' || key === 'elsewhere' ? t(`ask.government.${key}`) : shortPlace(atlas, lang, key);
		return { key, name, projects: projects.length, length: sumProjects(atlas, projects, 'length'), investment: sumProjects(atlas, projects, 'investment'), measures: measures.length };
	}).filter(({ key, projects, measures }) => key !== 'elsewhere' || projects + measures > 0);
}

/** `question`: the filter in words; `date`: day of the data. An unknown sum is an empty cell, with a nought beside it for how many it is known. */
export function governmentCsv(t: Translate, rows: readonly GovernmentRow[], question: string, date: string): string {
	const sum = ({ knownFor, value }: Sum): string[] => [knownFor > 0 ? String(value) : '', String(knownFor)];
	return writeSheetCsv([
		[t('ask.column.government'), t('ask.column.projects'), t('ask.column.length'), t('ask.column.knownfor'), t('ask.column.investment'), t('ask.column.knownfor'), t('ask.column.measures')],
		...rows.map(({ name, projects, length, investment, measures }) => [name, String(projects), ...sum(length), ...sum(investment), String(measures)]),
		[`${t('filter.title')}: ${question}`], [t('ask.government.rule')], [`${t('ask.datadate', { date })}`]
	]);
}
