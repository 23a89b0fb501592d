/**
 * What the explore page shows apart from the map and the selected record (`selected-record.ts`), from dataset and view alone. The server renders it, the browser computes the same
 * from the same code once it holds the dataset.
 */
import { defaultWithinM, everything } from '../domain/view.ts';
import type { FacetKey, Filter, Ignored, View } from '../domain/view.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Atlas } from './atlas.ts';
import { shortPlace, titleOf } from './cards.ts';
import { gapRecordsOf, gapSubject, isGap } from './gap-records.ts';
import type { QueryIndex } from './query-index.ts';
import { rangeWords } from './range-words.ts';
import { asksDocument, groupsOf, idsOf, isLeaf, periods, select, spaceLeavesOf, withinOf } from './select.ts';
import type { Counts, Selected } from './select.ts';
import { sumProjects } from './sums.ts';
import type { Strips } from './strips.ts';
import type { Sum } from './sums.ts';
import { tableRows } from './table.ts';
import type { TableModel } from './table.ts';

export interface FacetValue {
	value: string;
	/** Name from the data; empty for words of the interface (domain, kind, status, period). */
	name: string;
	counts: Counts;
	totals: Counts;
	isChosen: boolean;
	/** Of a gap: its records of the one kind it speaks of, now and in all. */
	own?: { now: number; all: number };
}
export interface FacetModel {
	key: FacetKey;
	values: FacetValue[];
}
export interface FilterChip {
	filter: Filter;
	key: string;
	names: string[];
	values: string[];
	withinM?: number;
	isUnknown: boolean;
	/** A question about space, or a tree of questions, in words; empty where the ground is not here yet. */
	words?: string;
}
export interface Explore {
	counts: Counts;
	totals: Counts;
	/** Of the projects listed, those outside the area. */
	outside: number;
	/** Projects outside the area that no filter here asks for; 0 where something is filtered. */
	beyond: number;
	sums: Sum[];
	chips: FilterChip[];
	facets: FacetModel[];
	/** Where nothing of the table's kind matches: what each group of the filter hides, best first. */
	hints: { chip: FilterChip; counts: Counts }[];
	table: TableModel;
	ignored: Ignored[];
}

export interface Query {
	atlas: Atlas;
	index: QueryIndex;
	/** Strip maps, where the geometry is at hand (`query/strips.ts`). */
	strips?: Strips;
}

/** Full counts do not change with the filter, only with the distance of "along" and whether a document is asked for; kept beside the index. */
const totalsOf = new WeakMap<QueryIndex, Map<string, Selected>>();
function unfiltered(index: QueryIndex, withinM: number, takesOutside: boolean): Selected {
	const known = totalsOf.get(index) ?? new Map<string, Selected>();
	totalsOf.set(index, known);
	const key = `${withinM} ${takesOutside}`;
	const totals = known.get(key) ?? select(index, everything, withinM, takesOutside);
	if (known.size > 16) known.clear();
	known.set(key, totals);
	return totals;
}

const none: Counts = { project: 0, measure: 0, indicator: 0 };
const facetOrder: FacetKey[] = ['along', 'district', 'zone', 'town', 'kind', 'status', 'domain', 'document', 'agency', 'period', 'length', 'investment', 'gap'];

export function explore({ atlas, index }: Query, view: View, lang: Lang, ignored: Ignored[] = [], rowLimit = Infinity): Explore & { selected: Selected } {
	const selected = select(index, view.filter);
	const totals = unfiltered(index, withinOf(view.filter), asksDocument(view.filter));
	const chips = chipsOf({ atlas, index }, lang, view.filter);
	const projects = idsOf(index, selected, 'project');
	const emptyTable = selected.items.length === 0 || tableIsEmpty(view, selected);
	return {
		selected, counts: selected.counts, totals: totals.counts, outside: selected.items.reduce((n, i) => n + index.outside[i]!, 0), beyond: chips.length === 0 ? index.outside.reduce((n, one) => n + one, 0) : 0, sums: [sumProjects(atlas, projects, 'length'), sumProjects(atlas, projects, 'investment')], chips,
		facets: facetOrder.map((key) => facetModel(atlas, lang, key, selected, totals, view.filter)),
		hints: emptyTable ? selected.without.map(({ counts }, i) => ({ chip: chips[i]!, counts })).filter(({ counts }) => counts.project + counts.measure + counts.indicator > 0).sort((a, b) => b.counts.project - a.counts.project) : [],
		table: tableRows({ atlas, index }, lang, view, selected, rowLimit),
		ignored: [...ignored, ...unanswered(index, view.filter, lang)]
	};
}

/** Questions that decide nothing here, each with the reason. */
const unanswered = (index: QueryIndex, filter: Filter, lang: Lang): Ignored[] => spaceLeavesOf(filter).flatMap((leaf): Ignored[] => {
	const sentence = index.space ? index.space.refusal(leaf, lang) : '';
	return sentence === null ? [] : [{ key: leaf.is, value: leaf.of.join('+'), reason: sentence === '' ? 'no-ground' : 'no-answer', ...(sentence !== '' && { sentence }) }];
});

const tableKinds = { projects: 'project', measures: 'measure', indicators: 'indicator' } as const;
const tableIsEmpty = (view: View, selected: Selected): boolean => view.table in tableKinds && selected.counts[tableKinds[view.table as keyof typeof tableKinds]] === 0;

export function nameOfValue(atlas: Atlas, lang: Lang, key: FacetKey, value: string): string {
	switch (key) {
		case 'along': case 'zone': case 'district': case 'town': return atlas.place.has(value) ? shortPlace(atlas, lang, value) : value;
		case 'agency': return titleOf(atlas, lang, `agency:${value}`);
		case 'document': {
			const document = atlas.document.get(value);
			return document ? (lang === 'zh' ? document.shortZh : document.shortEn) : value;
		}
		case 'period': return (periods as readonly string[]).includes(value) ? '' : rangeWords(lang, key, value);
		case 'length': case 'investment': return rangeWords(lang, key, value);
		default: return '';
	}
}

/** The groups of a filter, ready to be said. */
export const chipsOf = ({ atlas, index }: Query, lang: Lang, filter: Filter): FilterChip[] => groupsOf(filter).map((group) => chipOf(atlas, index, lang, group));

function chipOf(atlas: Atlas, index: QueryIndex, lang: Lang, group: Filter): FilterChip {
	if (isLeaf(group)) {
		return {
			filter: group, key: group.is, values: group.of, names: group.of.map((value) => nameOfValue(atlas, lang, group.is, value)),
			withinM: group.is === 'along' ? (group.withinM ?? defaultWithinM) : undefined, isUnknown: false
		};
	}
	if ('is' in group && group.is === 'unknown') return { filter: group, key: group.key, values: group.of, names: group.of, isUnknown: true };
	return { filter: group, key: 'expression', values: [], names: [], isUnknown: false, words: index.space?.words(group, lang) ?? '' };
}

function facetModel(atlas: Atlas, lang: Lang, key: FacetKey, selected: Selected, totals: Selected, filter: Filter): FacetModel {
	const chosen = new Set(groupsOf(filter).filter(isLeaf).filter((leaf) => leaf.is === key).flatMap((leaf) => leaf.of));
	const counts = selected.facets.get(key)!;
	const all = totals.facets.get(key)!;
	const found = [...new Set([...all.keys(), ...counts.keys(), ...(key === 'gap' ? placeGaps(atlas) : []), ...chosen])];
	const values = found.map((value): FacetValue => {
		const [own, total] = [counts.get(value) ?? none, all.get(value) ?? none];
		return { value, name: nameOfValue(atlas, lang, key, value), counts: own, totals: total, isChosen: chosen.has(value), ...(key === 'gap' && { own: countGap(atlas, value, own, total) }) };
	});
	return { key, values };
}

/** Gaps of places have no postings: only the list of places follows them. */
const placeGaps = (atlas: Atlas): string[] => [...gapRecordsOf(atlas)].filter(([kind, { size }]) => gapSubject[kind] === 'place' && size > 0).map(([kind]) => kind);
function countGap(atlas: Atlas, kind: string, counts: Counts, totals: Counts): FacetValue['own'] {
	if (!isGap(kind)) return undefined;
	const subject = gapSubject[kind];
	if (subject !== 'place') return { now: counts[subject], all: totals[subject] };
	const all = gapRecordsOf(atlas).get(kind)!.size;
	return { now: all, all };
}
