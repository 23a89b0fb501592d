/**
 * What matches a filter, and the count beside every facet value under the other filters. The top level of the tree is an "and"; each of
 * its members is one group. A record that fails only groups of one facet still counts for the values of that facet.
 * Projects outside the area are listed only where a document is asked for; their document counts them beside its name.
 */
import type { Ref } from '../domain/dataset.ts';
import { splitRef } from '../domain/dataset.ts';
import { defaultWithinM, facetKeys, spaceKeys } from '../domain/view.ts';
import type { FacetKey, Filter, Leaf, SpaceLeaf } from '../domain/view.ts';
import type { Atlas } from './atlas.ts';
import { gapRecordsOf, gapSubject, isGap, placeStays } from './gap-records.ts';
import { gapKinds } from './gaps.ts';
import { facetKinds } from './query-index.ts';
import type { ItemKind, Postings, QueryIndex } from './query-index.ts';
import { figureTest, offeredRanges } from './ranges.ts';
import { overlaps, parseYears, undated } from './years.ts';
import type { Years } from './years.ts';

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
export const isLeaf = (filter: Filter): filter is Leaf => 'is' in filter && (facetKeys as readonly string[]).includes(filter.is);
export const isSpace = (filter: Filter): filter is SpaceLeaf => 'is' in filter && (spaceKeys as readonly string[]).includes(filter.is);
/** Every question about space in a tree. */
export const spaceLeavesOf = (filter: Filter): SpaceLeaf[] => ('all' in filter ? filter.all : 'any' in filter ? filter.any : 'not' in filter ? [filter.not] : []).flatMap(spaceLeavesOf).concat(isSpace(filter) ? [filter] : []);
/** Whether the answer or its words need the ground: a question about space, or a tree of questions. */
export const asksGround = (filter: Filter): boolean => groupsOf(filter).some((group) => isSpace(group) || !('is' in group));

/** Ranges of years offered as facet values; any other range may stand in an address. */
export const periods = ['..2019', '2020..2022', '2023..2025', '2026..2030', '2031..', undated] as const;
const offered = { period: periods, ...offeredRanges };
/** Facets whose values are ranges. */
export type RangeKey = keyof typeof offered;
export const isRanged = (key: FacetKey): key is RangeKey => key in offered;

/** `takesOutside`: projects outside the area count too; by default where the filter asks for a document. */
export function select(index: QueryIndex, filter: Filter, withinM = withinOf(filter), takesOutside = asksDocument(filter)): Selected {
	const groups = groupsOf(filter);
	const passes = groups.map((group) => evaluate(index, group));
	/** Asks every record to be of the area: a group of its own, which is given up with those on documents. */
	const ofArea = takesOutside ? [] : [index.outside.map((outside) => 1 - outside)];
	const n = index.items.length;
	const fails = new Uint16Array(n);
	for (const pass of [...passes, ...ofArea]) for (let i = 0; i < n; i++) if (pass[i] === 0) fails[i]!++;
	const visible = new Uint8Array(n);
	const items = new Int32Array(n);
	let count = 0;
	for (let i = 0; i < n; i++) {
		if (fails[i] !== 0) continue;
		visible[i] = 1;
		items[count++] = i;
	}
	/** Records that pass every group but those given. */
	const visibleWithout = (some: Uint8Array[]): Uint8Array => {
		if (some.length === 0) return visible;
		const out = visible.slice();
		for (let i = 0; i < n; i++) {
			let left = fails[i]!;
			if (left === 0 || left > some.length) continue;
			for (const pass of some) if (pass[i] === 0) left--;
			if (left === 0) out[i] = 1;
		}
		return out;
	};
	const groupsOn = (key: FacetKey) => [...passes.filter((_, g) => isOn(groups[g]!, key)), ...(key === 'document' ? ofArea : [])];
	const asksElsewhere = (g: number): boolean => ofArea.length > 0 || groups.some((group, other) => other !== g && asksDocument(group));
	const countWithout = (g: number): Counts => {
		const left = visibleWithout([passes[g]!]);
		return countKinds(index, asksElsewhere(g) ? left : left.map((value, i) => (index.outside[i] === 1 ? 0 : value)));
	};
	return {
		items: items.slice(0, count), counts: countKinds(index, visible), facets: new Map(facetKeys.map((key) => [key, countFacet(index, key, withinM, visibleWithout(groupsOn(key)))])),
		without: groups.map((group, g) => ({ filter: group, counts: countWithout(g) }))
	};
}

/** Whether the filter wants records of a document; one that excludes a document does not. */
export const asksDocument = (filter: Filter): boolean => ('all' in filter ? filter.all.some(asksDocument) : 'any' in filter ? filter.any.some(asksDocument) : isOn(filter, 'document'));
const isOn = (group: Filter, key: FacetKey): boolean => isLeaf(group) && group.is === key;

function countKinds(index: QueryIndex, visible: Uint8Array): Counts {
	const counts: Counts = { project: 0, measure: 0, indicator: 0 };
	for (const kind of ['project', 'measure', 'indicator'] as const) for (let i = index.start[kind]; i < index.end[kind]; i++) counts[kind] += visible[i]!;
	return counts;
}

/** The distance that the filter states for "along", or the default. */
export function withinOf(filter: Filter): number {
	for (const group of groupsOf(filter)) if (isLeaf(group) && group.is === 'along') return group.withinM ?? defaultWithinM;
	return defaultWithinM;
}

function countFacet(index: QueryIndex, key: FacetKey, withinM: number, visible: Uint8Array): Map<string, Counts> {
	if (isRanged(key)) return new Map(offered[key].map((value) => [value, countRange(index, key, value, visible)]));
	const found = new Map<string, Counts>();
	const [projectsEnd, measuresEnd] = [index.end.project, index.end.measure];
	for (const [value, { items, metres }] of index.facets.get(key) ?? []) {
		const counts: Counts = { project: 0, measure: 0, indicator: 0 };
		for (let p = 0; p < items.length; p++) {
			const i = items[p]!;
			if (visible[i] === 0 || (metres !== null && metres[p]! > withinM)) continue;
			if (i < projectsEnd) counts.project++;
			else if (i < measuresEnd) counts.measure++;
			else counts.indicator++;
		}
		found.set(value, counts);
	}
	return found;
}

function countRange(index: QueryIndex, key: RangeKey, value: string, visible: Uint8Array): Counts {
	const counts: Counts = { project: 0, measure: 0, indicator: 0 };
	const isInRange = rangeTest(index, key, value);
	for (const kind of facetKinds[key]) for (let i = index.start[kind]; i < index.end[kind]; i++) if (visible[i] === 1 && isInRange(i)) counts[kind]++;
	return counts;
}

/** Whether the item has the value of a facet of ranges. */
export function rangeTest(index: QueryIndex, key: RangeKey, value: string): (i: number) => boolean {
	if (key !== 'period') return figureTest(index.figures[key], value);
	const isInPeriod = periodTest(value);
	return (i) => isInPeriod(index.years[i]!);
}

function periodTest(period: string): (years: Years) => boolean {
	if (period === undated) return (years) => years.length === 0;
	const range = parseYears(period);
	return range === null ? () => false : (years) => overlaps(years, range);
}

/**
 * 0 where the record fails, 1 where it passes, 2 where the filter does not speak of it: a kind that a leaf does not apply to, or a leaf that
 * this version does not know. What is not spoken of counts for nothing in "and", "or" and "not", and stays in the list.
 */
function evaluate(index: QueryIndex, filter: Filter): Uint8Array {
	const n = index.items.length;
	if ('all' in filter) return combine(n, filter.all.map((part) => evaluate(index, part)), 0);
	if ('any' in filter) return combine(n, filter.any.map((part) => evaluate(index, part)), 1);
	if ('not' in filter) return evaluate(index, filter.not).map((value) => (value === silent ? silent : 1 - value));
	if (isSpace(filter)) return index.space?.pass(filter) ?? new Uint8Array(n).fill(silent);
	return isLeaf(filter) ? evaluateLeaf(index, filter) : new Uint8Array(n).fill(silent);
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
	for (const kind of kindsOf(leaf)) pass.fill(0, index.start[kind], index.end[kind]);
	const key = leaf.is;
	if (isRanged(key)) {
		const tests = leaf.of.map((value) => rangeTest(index, key, value));
		for (const kind of facetKinds[key]) for (let i = index.start[kind]; i < index.end[kind]; i++) if (tests.some((isInRange) => isInRange(i))) pass[i] = 1;
		return pass;
	}
	const values = index.facets.get(leaf.is);
	for (const value of leaf.of) mark(pass, values?.get(value), leaf.withinM ?? defaultWithinM);
	return pass;
}

/** Kinds that a leaf speaks of: those of its facet; of gaps only the kinds that can have one of its values. */
export function kindsOf(leaf: Leaf): readonly ItemKind[] {
	if (leaf.is !== 'gap') return facetKinds[leaf.is];
	const subjects = new Set<string>(leaf.of.filter(isGap).map((kind) => gapSubject[kind]));
	return facetKinds.gap.filter((kind) => subjects.has(kind));
}

function mark(pass: Uint8Array, postings: Postings | undefined, withinM: number): void {
	if (!postings) return;
	for (let p = 0; p < postings.items.length; p++) if (postings.metres === null || postings.metres[p]! <= withinM) pass[postings.items[p]!] = 1;
}

/** Records that the filter leaves and that have a gap: one of those asked for, else any. Places follow gaps alone. */
export function gapRefs({ atlas, index }: { atlas: Atlas; index: QueryIndex }, selected: Selected, filter: Filter): Ref[] {
	const asked = groupsOf(filter).filter(isLeaf).filter(({ is }) => is === 'gap').flatMap(({ of }) => of);
	const records = gapRecordsOf(atlas);
	const kinds = gapKinds.filter((kind) => asked.length === 0 || asked.includes(kind));
	const refs = new Set(kinds.flatMap((kind) => [...records.get(kind)!.keys()]));
	const left = Array.from(selected.items, (i) => index.items[i]!.ref).filter((ref) => refs.has(ref));
	return [...left, ...[...refs].filter((ref) => splitRef(ref)[0] === 'place' && placeStays(records, index.space, filter, splitRef(ref)[1]) !== false)] as Ref[];
}

/** Ids of the selected records of one kind, in catalogue order. */
export function idsOf(index: QueryIndex, selected: Selected, kind: ItemKind): string[] {
	const ids: string[] = [];
	for (const i of selected.items) if (i >= index.start[kind] && i < index.end[kind]) ids.push(index.items[i]!.id);
	return ids;
}
