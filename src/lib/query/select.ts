/**
 * What matches a filter, and the count beside every facet value under the other filters. The top level of the tree is an "and"; each of
 * its members is one group. A record that fails only groups of one facet still counts for the values of that facet.
 */
import { defaultWithinM, facetKeys } from '../domain/view.ts';
import type { FacetKey, Filter, Leaf } from '../domain/view.ts';
import { facetKinds } from './query-index.ts';
import type { ItemKind, Postings, QueryIndex } from './query-index.ts';
import { overlaps, parseYears, undated } from './years.ts';

export interface Counts {
	project: number;
	measure: number;
	indicator: number;
}

export interface Selected {
	/** Indices into `index.items`, in order. */
	items: Int32Array;
	counts: Counts;
	/** Count of each facet value under the other filters. */
	facets: Map<FacetKey, Map<string, Counts>>;
	/** For each top-level group of the filter: how many records would match without it. */
	without: { filter: Filter; counts: Counts }[];
}

/** Members of the top-level "and"; a lone leaf is its own group. */
export const groupsOf = (filter: Filter): Filter[] => ('all' in filter ? filter.all.flatMap(groupsOf) : [filter]);
export const isLeaf = (filter: Filter): filter is Leaf => 'is' in filter && filter.is !== 'unknown';

/** Ranges of years offered as facet values; any other range may stand in an address. */
export const periods = ['..2019', '2020..2022', '2023..2025', '2026..2030', '2031..', undated] as const;

export function select(index: QueryIndex, filter: Filter, withinM = withinOf(filter)): Selected {
	const groups = groupsOf(filter);
	const passes = groups.map((group) => evaluate(index, group));
	const n = index.items.length;
	const fails = new Uint8Array(n);
	const failedGroup = new Uint8Array(n);
	passes.forEach((pass, g) => {
		for (let i = 0; i < n; i++) {
			if (pass[i] === 0) {
				fails[i]!++;
				failedGroup[i] = g;
			}
		}
	});
	const groupKeys = groups.map((group) => (isLeaf(group) ? group.is : null));
	const groupsWith = (key: FacetKey) => groupKeys.filter((known) => known === key).length;
	const kindAt = kindTable(index);
	const counts = emptyCounts();
	const without = groups.map((group) => ({ filter: group, counts: emptyCounts() }));
	const items: number[] = [];
	for (let i = 0; i < n; i++) {
		if (fails[i] === 0) {
			items.push(i);
			counts[kindAt(i)]++;
			for (const group of without) group.counts[kindAt(i)]++;
		} else if (fails[i] === 1) without[failedGroup[i]!]!.counts[kindAt(i)]++;
	}
	const facets = new Map<FacetKey, Map<string, Counts>>();
	for (const key of facetKeys) {
		const several = groupsWith(key) > 1;
		const onlyThisFails = (i: number) => (several ? passes.every((pass, g) => groupKeys[g] === key || pass[i] !== 0) : fails[i] === 1 && groupKeys[failedGroup[i]!] === key);
		const stays = (i: number) => fails[i] === 0 || onlyThisFails(i);
		facets.set(key, countFacet(index, key, withinM, stays, kindAt));
	}
	return { items: Int32Array.from(items), counts, facets, without };
}

const emptyCounts = (): Counts => ({ project: 0, measure: 0, indicator: 0 });
const kindTable = (index: QueryIndex) => (i: number): ItemKind => (i < index.end.project ? 'project' : i < index.end.measure ? 'measure' : 'indicator');

/** The distance that the filter states for "along", or the default. */
export function withinOf(filter: Filter): number {
	for (const group of groupsOf(filter)) if (isLeaf(group) && group.is === 'along') return group.withinM ?? defaultWithinM;
	return defaultWithinM;
}

function countFacet(index: QueryIndex, key: FacetKey, withinM: number, stays: (i: number) => boolean, kindAt: (i: number) => ItemKind): Map<string, Counts> {
	const found = new Map<string, Counts>();
	if (key === 'period') {
		for (const period of periods) {
			const counts = emptyCounts();
			for (const kind of facetKinds.period) for (let i = index.start[kind]; i < index.end[kind]; i++) if (stays(i) && isInPeriod(index, i, period)) counts[kind]++;
			found.set(period, counts);
		}
		return found;
	}
	for (const [value, postings] of index.facets.get(key) ?? []) {
		const counts = emptyCounts();
		const { items, metres } = postings;
		for (let p = 0; p < items.length; p++) {
			const i = items[p]!;
			if ((metres === null || metres[p]! <= withinM) && stays(i)) counts[kindAt(i)]++;
		}
		found.set(value, counts);
	}
	return found;
}

const isInPeriod = (index: QueryIndex, i: number, period: string): boolean => {
	if (period === undated) return index.years[i]!.length === 0;
	const range = parseYears(period);
	return range !== null && overlaps(index.years[i]!, range);
};

/**
 * 0 where the record fails, 1 where it passes, 2 where the filter does not speak of it: a kind that a leaf does not apply to, or a leaf that
 * this version does not know. What is not spoken of counts for nothing in "and", "or" and "not", and stays in the list.
 */
function evaluate(index: QueryIndex, filter: Filter): Uint8Array {
	const n = index.items.length;
	if ('all' in filter) return combine(n, filter.all.map((part) => evaluate(index, part)), 0);
	if ('any' in filter) return combine(n, filter.any.map((part) => evaluate(index, part)), 1);
	if ('not' in filter) return evaluate(index, filter.not).map((value) => (value === silent ? silent : 1 - value));
	return filter.is === 'unknown' ? new Uint8Array(n).fill(silent) : evaluateLeaf(index, filter);
}

const silent = 2;

/** `decisive` is the answer of one part that settles the whole: 0 for "and", 1 for "or". */
function combine(n: number, parts: Uint8Array[], decisive: 0 | 1): Uint8Array {
	const out = new Uint8Array(n).fill(silent);
	for (const part of parts) for (let i = 0; i < n; i++) if (part[i] !== silent && out[i] !== decisive) out[i] = part[i]!;
	return out;
}

function evaluateLeaf(index: QueryIndex, leaf: Leaf): Uint8Array {
	const pass = new Uint8Array(index.items.length).fill(silent);
	for (const kind of facetKinds[leaf.is]) pass.fill(0, index.start[kind], index.end[kind]);
	if (leaf.is === 'period') {
		for (const kind of facetKinds.period) for (let i = index.start[kind]; i < index.end[kind]; i++) if (leaf.of.some((period) => isInPeriod(index, i, period))) pass[i] = 1;
		return pass;
	}
	const values = index.facets.get(leaf.is);
	for (const value of leaf.of) mark(pass, values?.get(value), leaf.withinM ?? defaultWithinM);
	return pass;
}

function mark(pass: Uint8Array, postings: Postings | undefined, withinM: number): void {
	if (!postings) return;
	for (let p = 0; p < postings.items.length; p++) if (postings.metres === null || postings.metres[p]! <= withinM) pass[postings.items[p]!] = 1;
}

/** Ids of the selected records of one kind, in catalogue order. */
export const idsOf = (index: QueryIndex, selected: Selected, kind: ItemKind): string[] =>
	Array.from(selected.items).filter((i) => i >= index.start[kind] && i < index.end[kind]).map((i) => index.items[i]!.id);
