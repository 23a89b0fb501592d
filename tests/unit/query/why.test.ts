import { describe, expect, it } from 'vitest';
import type { Filter } from '#lib/domain/view.ts';
import { whyGaps, whyListed } from '#lib/query/why.ts';
import { openRegion } from '../../fixtures/region.ts';

const { atlas } = openRegion();
const why = (ref: string, ...all: Filter[]) => whyListed(atlas, ref, { all });

describe('why a record is listed', () => {
	it('is one reason for each place asked for, the strongest', () => {
		expect(why('project:line-works', { is: 'along', of: ['mirror-lake'], withinM: 2000 }, { is: 'district', of: ['west'] })).toEqual([{ place: 'mirror-lake', basis: 'spatial', metres: 1109 }, { place: 'west', basis: 'named' }]);
		expect(why('measure:plan-2', { is: 'along', of: ['mirror-lake'] })).toEqual([{ place: 'mirror-lake', basis: 'named', via: 'two-waters' }]);
	});

	it('is not a place farther away than the planner set', () => expect(why('project:line-works', { is: 'along', of: ['mirror-lake'] })).toEqual([]));

	it('says nothing where no place is asked for', () => expect(why('project:line-works', { is: 'kind', of: ['rail'] }, { not: { is: 'district', of: ['east'] } })).toEqual([]));

	it('is never a clause that merely covers the zone, along a water', () => expect(why('measure:plan-3', { is: 'along', of: ['mirror-lake'] }, { is: 'district', of: ['west'] })).toEqual([{ place: 'west', basis: 'area-wide', via: 'delta' }]));

	it('is given for every record that a place filter lists', () => {
		for (const ref of ['project:line-works', 'project:line-west', 'project:lake-clean', 'measure:plan-1', 'measure:plan-3']) expect(why(ref, { is: 'zone', of: ['delta'] }), ref).toHaveLength(1);
	});
});

describe('why a record is listed under a gap', () => {
	const gaps = (ref: string, ...all: Filter[]) => whyGaps(atlas, ref, { all });
	it('is the reason that put it there', () => {
		expect(gaps('project:line-west', { is: 'gap', of: ['project-no-clause', 'status-old'] })).toEqual([{ kind: 'project-no-clause', reason: 'whole-only', date: '' }]);
		expect(gaps('measure:plan-2', { is: 'gap', of: ['clause-no-project'] })).toEqual([{ kind: 'clause-no-project', reason: 'none', date: '' }]);
	});
	it('is nothing for a gap that was not asked for', () => expect(gaps('project:line-west', { is: 'kind', of: ['rail'] })).toEqual([]));
});
