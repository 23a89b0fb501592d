import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultWithinM, facetKeys } from '#lib/domain/view.ts';
import type { FacetKey, Filter, Leaf } from '#lib/domain/view.ts';
import { domains, projectKinds, statusValues } from '#lib/domain/vocabulary.ts';
import { gapSubject } from '#lib/query/gap-records.ts';
import { gapKinds, gapsOf } from '#lib/query/gaps.ts';
import type { GapKind } from '#lib/query/gaps.ts';
import { facetKinds } from '#lib/query/query-index.ts';
import type { Item } from '#lib/query/query-index.ts';
import { reachOf } from '#lib/query/reach.ts';
import { gapRefs, groupsOf, idsOf, isLeaf, periods, select, withinOf } from '#lib/query/select.ts';
import { yearsOf } from '#lib/query/years.ts';
import { arbitraryFilter } from '../../fixtures/arbitrary-view.ts';
import type { Values } from '../../fixtures/arbitrary-view.ts';
import { openRegion } from '../../fixtures/region.ts';

const { atlas, index } = openRegion();
const gaps = gapsOf(atlas);
const waters = ['mirror-lake', 'long-river', 'far-lake', 'two-waters', 'fast-line', 'rail-corridor'];
const values: Values = {
	along: [...waters, 'lost-pond'], zone: ['delta'], district: ['west', 'east'], town: ['reed-town', 'salt-town'], domain: domains, kind: projectKinds, status: [...statusValues, 'unknown'],
	agency: ['joint-committee', 'west-water'], document: ['plan'], period: [...periods, '2021..2024', '2023', '2022..'], length: ['..5', '5..20', '9', '9.001..', '0.5..18.999', 'unknown', 'whole-line'], investment: ['..3', '3..5.5', '4..', 'unknown'], gap: gapKinds
};

/** The same question asked naively, one record and one value at a time, from the definitions in `docs` alone; `null` where a leaf does not speak of it. */
function hasValue(item: Item, key: FacetKey, value: string, withinM: number): boolean {
	const { id, ref, kind } = item;
	if (key === 'along') return waters.includes(value) && reachOf(atlas, ref).some((reach) => reach.place === value && reach.basis !== 'area-wide' && (reach.metres ?? 0) <= withinM);
	if (key === 'zone' || key === 'district' || key === 'town') return reachOf(atlas, ref).some((reach) => reach.place === value && (reach.metres ?? 0) === 0);
	if (key === 'period') {
		const years = yearsOf(atlas, item);
		if (value === 'undated') return years.length === 0;
		const [from = '', to = from] = value.includes('..') ? value.split('..') : [value];
		return years.length === 2 && years[0] <= Number(to || 9999) && years[1] >= Number(from || 0);
	}
	if (key === 'length' || key === 'investment') {
		const figure = kind === 'project' ? atlas.quantities(ref).find(({ what, use }) => what === key && use === 'total') : undefined;
		if (value === 'unknown') return figure === undefined;
		if (value === 'whole-line' || figure === undefined) return false;
		const [from = '', to = from] = value.includes('..') ? value.split('..') : [value];
		return figure.valueMin! >= Number(from || 0) && figure.valueMin! <= Number(to || Infinity);
	}
	const project = kind === 'project' ? atlas.project.get(id) : undefined;
	const measure = kind === 'measure' ? atlas.measure.get(id) : undefined;
	switch (key) {
		case 'gap': return gaps.find((gap) => gap.kind === value)!.items.some((gap) => gap.ref === ref || (measure !== undefined && gap.ref === `clause:${measure.clause}`));
		case 'domain': return measure?.domain === value;
		case 'kind': return project?.kind === value;
		case 'status': return (atlas.statuses(id)[0]?.status ?? 'unknown') === value;
		case 'agency': return [...(project?.leadAgencies ?? []), ...(measure?.leadAgencies ?? []), ...(measure?.supportingAgencies ?? [])].includes(value);
		case 'document': return measure ? measure.document === value : atlas.linksFrom(ref).some(({ to }) => to.startsWith(`clause:${value}#`) || to.startsWith(`measure:${value}-`));
		default: throw new Error(key);
	}
}

function holds(item: Item, filter: Filter): boolean | null {
	const spoken = (parts: Filter[]) => parts.map((part) => holds(item, part)).filter((answer) => answer !== null);
	if ('all' in filter) return spoken(filter.all).length === 0 ? null : spoken(filter.all).every(Boolean);
	if ('any' in filter) return spoken(filter.any).length === 0 ? null : spoken(filter.any).some(Boolean);
	if ('not' in filter) {
		const answer = holds(item, filter.not);
		return answer === null ? null : !answer;
	}
	if (filter.is === 'gap' && !filter.of.some((value) => gapSubject[value as GapKind] === item.kind)) return null;
	if (!isLeaf(filter) || !facetKinds[filter.is].includes(item.kind)) return null;
	const { is } = filter;
	return filter.of.some((value) => hasValue(item, is, value, filter.withinM ?? defaultWithinM));
}
const stays = (item: Item, filter: Filter) => holds(item, filter) !== false;
const count = (filter: Filter, extra: (item: Item) => boolean = () => true) => {
	const counts = { project: 0, measure: 0, indicator: 0 };
	for (const item of index.items) if (stays(item, filter) && extra(item)) counts[item.kind]++;
	return counts;
};

const ids = (filter: Filter) => (['project', 'measure', 'indicator'] as const).map((kind) => idsOf(index, select(index, filter), kind));
const leaf = (is: FacetKey, ...of: string[]): Leaf => ({ is, of });

describe('what matches a filter', () => {
	it('is everything where nothing is asked', () => expect(ids({ all: [] })).toEqual([['line-works', 'line-west', 'lake-clean'], ['plan-1', 'plan-2', 'plan-3'], ['lake-class', 'fast-trips']]));

	it('along a lake is what names it and what has geometry within the distance that the planner sets', () => {
		expect(ids({ ...leaf('along', 'mirror-lake') })).toEqual([['lake-clean'], ['plan-1', 'plan-2'], ['lake-class']]);
		expect(ids({ ...leaf('along', 'mirror-lake'), withinM: 1200 })).toEqual([['line-works', 'lake-clean'], ['plan-1', 'plan-2'], ['lake-class']]);
	});

	it('along a lake counts to the metre', () => {
		expect([1108, 1109].map((withinM) => ids({ ...leaf('along', 'mirror-lake'), withinM })[0])).toEqual([['lake-clean'], ['line-works', 'lake-clean']]);
	});

	it('in a district is what names it, what lies in it and what covers the zone around it', () => {
		const [projects, measures, indicators] = ids(leaf('district', 'east'));
		expect([projects, indicators]).toEqual([['line-works'], ['lake-class', 'fast-trips']]);
		expect(measures).toEqual(expect.arrayContaining(['plan-1', 'plan-3']));
		expect(ids(leaf('town', 'reed-town'))).toEqual([['line-west'], ['plan-3'], ['fast-trips']]);
	});

	it('of one kind leaves the measures and indicators as they are', () => expect(ids(leaf('kind', 'eco'))).toEqual([['lake-clean'], ['plan-1', 'plan-2', 'plan-3'], ['lake-class', 'fast-trips']]));

	it('by a gap keeps the records on its list, and leaves the kinds it does not speak of as they are', () => {
		expect(ids(leaf('gap', 'project-no-clause'))).toEqual([['line-west'], ['plan-1', 'plan-2', 'plan-3'], ['lake-class', 'fast-trips']]);
		expect(ids(leaf('gap', 'clause-no-project', 'indicator-no-target'))).toEqual([['line-works', 'line-west', 'lake-clean'], ['plan-2'], ['fast-trips']]);
		expect(ids(leaf('gap', 'place-no-measure'))).toEqual(ids({ all: [] }));
	});

	it('gives the map the records with a gap that the filter leaves', () => {
		const asked = (filter: Filter) => gapRefs({ atlas, index }, select(index, filter), filter);
		expect(asked(leaf('gap', 'project-no-clause'))).toEqual(['project:line-west']);
		expect(asked({ all: [leaf('kind', 'rail'), leaf('gap', 'status-old')] })).toEqual([]);
		expect(asked(leaf('kind', 'rail'))).toEqual(expect.arrayContaining(['project:line-west', 'measure:plan-2', 'indicator:fast-trips', 'place:salt-town']));
		expect(asked({ all: [leaf('gap', 'place-no-measure')] })).toEqual(expect.arrayContaining(['place:salt-town', 'place:far-lake']));
	});

	it('of two values is either, of two facets is both', () => {
		expect(ids(leaf('kind', 'eco', 'rail'))[0]).toEqual(['line-works', 'line-west', 'lake-clean']);
		expect(ids({ all: [leaf('kind', 'rail'), leaf('status', 'building')] })[0]).toEqual(['line-works']);
	});

	it('shows road or eco projects and not every measure, when asked for rail or domain eco', () => {
		expect(ids({ any: [leaf('kind', 'rail'), leaf('domain', 'eco')] })).toEqual([['line-works', 'line-west'], ['plan-1'], ['lake-class', 'fast-trips']]);
	});

	it('keeps the measures when rail and road projects are excluded', () => {
		expect(ids({ not: { any: [leaf('kind', 'rail'), leaf('kind', 'road')] } })).toEqual([['lake-clean'], ['plan-1', 'plan-2', 'plan-3'], ['lake-class', 'fast-trips']]);
	});

	it('is not changed by a predicate of another version, wherever it stands in the tree', () => {
		const future: Filter = { is: 'unknown', key: 'budget', of: ['2030'] };
		const rail = leaf('kind', 'rail');
		for (const filter of [{ all: [rail, future] }, { any: [rail, future] }, { not: { not: { any: [future, rail] } } }]) expect(ids(filter)).toEqual(ids(rail));
		expect(ids({ not: future })).toEqual(ids({ all: [] }));
	});

	it('holds when an address repeats a condition hundreds of times', () => {
		expect(ids({ all: Array.from({ length: 256 }, () => leaf('kind', 'rail')) })[0]).toEqual(['line-works', 'line-west']);
	});

	it('equals the naive answer for every filter, with the count beside every value under the other filters', () => {
		fc.assert(
			fc.property(arbitraryFilter(values), (filter) => {
				const selected = select(index, filter);
				expect(Array.from(selected.items, (i) => index.items[i]!.ref)).toEqual(index.items.filter((item) => stays(item, filter)).map(({ ref }) => ref));
				expect(selected.counts).toEqual(count(filter));
				const groups = groupsOf(filter);
				for (const key of facetKeys) {
					const others: Filter = { all: groups.filter((group) => !(isLeaf(group) && group.is === key)) };
					for (const [value, counts] of selected.facets.get(key)!) {
						expect(counts, `${key}=${value}`).toEqual(count(others, (item) => facetKinds[key].includes(item.kind) && hasValue(item, key, value, withinOf(filter))));
					}
				}
				groups.forEach((_, i) => expect(selected.without[i]!.counts).toEqual(count({ all: groups.filter((__, j) => j !== i) })));
			}),
			{ numRuns: 600 }
		);
	});

	it('offers every value that a record has', () => {
		const offered = select(index, { all: [] }).facets;
		expect([...offered.get('along')!.keys()].toSorted()).toEqual(waters.toSorted());
		expect([...offered.get('status')!].map(([value, { project }]) => [value, project])).toEqual([['building', 1], ['completed', 1], ['ongoing', 1]]);
		expect([...offered.get('document')!.values()]).toEqual([{ project: 2, measure: 3, indicator: 0 }]);
	});
});
