import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filter } from '#lib/domain/view.ts';
import { histogramsOf, withApart, withRange } from '#lib/query/histogram.ts';
import type { Histogram } from '#lib/query/histogram.ts';
import { groupsOf, isLeaf, select } from '#lib/query/select.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoot } from '#lib/server/roots.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { buildIndex } from '#lib/query/query-index.ts';
import { addLine, openRegion } from '../../fixtures/region.ts';

const region = openRegion();
const chartsOf = (filter: Filter, query = region): Histogram[] => histogramsOf(query, filter, select(query.index, filter));
const chart = (key: Histogram['key'], filter: Filter = { all: [] }, query = region): Histogram => chartsOf(filter, query).find((one) => one.key === key)!;

describe('projects as bars', () => {
	it('stand between round edges, with what has no figure apart', () => {
		expect(chart('length')).toEqual({
			key: 'length', bins: [{ value: '5..10', from: 5, to: 10, all: 1, others: 1, now: 1 }, { value: '10..20', from: 10, to: 20, all: 1, others: 1, now: 1 }],
			apart: [{ value: 'unknown', all: 1, others: 1, now: 1 }], known: { now: 2, of: 3 }
		});
	});

	it('show beside all what the other filters leave and what all leave', () => {
		const { bins, known } = chart('length', { all: [{ is: 'length', of: ['10..20'] }, { is: 'district', of: ['west'] }] });
		expect(bins.map(({ all, others, now }) => [all, others, now])).toEqual([[1, 1, 0], [1, 1, 1]]);
		expect(known).toEqual({ now: 1, of: 1 });
	});

	it('of years are one a year, a project in each of its years', () => {
		const { bins, apart } = chart('period');
		expect([bins[0]!.value, bins.at(-1)!.value]).toEqual(['2021', '2026']);
		expect(bins.map(({ all }) => all)).toEqual([2, 2, 2, 1, 1, 1]);
		expect(apart.map(({ value, all }) => [value, all])).toEqual([['undated', 1]]);
	});

	it('put years before and after the span of the map into one bar each', () => {
		const query = openRegion({ 'catalogue/statuses.csv': addLine('old,lake-clean,completed,1998,,,s-news') });
		expect(chart('period', { all: [] }, query).bins[0]).toMatchObject({ value: '..2015', from: null, to: 2015, all: 1 });
	});

	it('tell figures of whole lines apart from missing ones', () => {
		const query = openRegion({ 'catalogue/quantities.csv': addLine('lake-length,project:lake-clean,length,300,300,300,eq,km,,全线,whole line,total,s-news') });
		expect(chart('length', { all: [] }, query).apart).toEqual([{ value: 'unknown', all: 0, others: 0, now: 0 }, { value: 'whole-line', all: 1, others: 1, now: 1 }]);
	});

	it('of the real catalogue announce what choosing them gives, and leave no project out', () => {
		const { dataset, relations } = publish([readRoot('geodata')]);
		const atlas = createAtlas(dataset, relations);
		const query = { atlas, index: buildIndex(atlas) };
		const filters = fc.constantFrom<Filter>({ all: [] }, { is: 'along', of: ['taipu-river'] }, { all: [{ is: 'kind', of: ['rail', 'road'] }, { is: 'investment', of: ['10..200', 'unknown'] }] }, { is: 'length', of: ['..20'] });
		fc.assert(fc.property(filters, (filter) => {
			for (const { key, bins, apart, known } of histogramsOf(query, filter, select(query.index, filter))) {
				const others = groupsOf(filter).filter((group) => !(isLeaf(group) && group.is === key));
				for (const { value, others: announced } of [...bins, ...apart]) expect(select(query.index, { all: [...others, { is: key, of: [value] }] }).counts.project, `${key} ${value}`).toBe(announced);
				const covered = select(query.index, { all: [...groupsOf(filter), { is: key, of: [...bins, ...apart].map(({ value }) => value) }] });
				expect(covered.counts.project).toBe(known.of);
			}
		}), { numRuns: 8 });
	});
});

describe('values of a brushed facet', () => {
	it('hold one range, beside what has no figure', () => {
		expect(withRange(['..5', '20..50', 'unknown'], '5..20')).toEqual(['5..20', 'unknown']);
		expect(withRange(['5..20', 'unknown'], '')).toEqual(['unknown']);
		expect([withApart(['5..20'], 'unknown'), withApart(['5..20', 'unknown'], 'unknown')]).toEqual([['5..20', 'unknown'], ['5..20']]);
	});
});
