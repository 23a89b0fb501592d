import { describe, expect, it } from 'vitest';
import { emptyView } from '#lib/domain/view.ts';
import type { Filter, View } from '#lib/domain/view.ts';
import { explore } from '#lib/query/explore.ts';
import { selectedRecord } from '#lib/query/selected-record.ts';
import { openRegion } from '../../fixtures/region.ts';

const query = openRegion();
const ask = (filter: Filter, patch: Partial<View> = {}) => explore(query, { ...emptyView, filter, ...patch }, 'en');
const open = (selection: View['selection']) => selectedRecord(query, { ...emptyView, selection }, 'en', ask({ all: [] }).selected);

describe('the explore page', () => {
	it('says which filter to drop when nothing matches, the most helpful first', () => {
		const model = ask({ all: [{ is: 'kind', of: ['rail'] }, { is: 'status', of: ['ongoing'] }, { is: 'along', of: ['mirror-lake'] }] });
		expect(model.counts.project).toBe(0);
		expect(model.hints.map(({ chip, counts }) => [chip.key, counts.project])).toEqual([['kind', 1], ['status', 0], ['along', 0]]);
	});

	it('gives no such hint while the table has rows', () => expect(ask({ all: [{ is: 'kind', of: ['rail'] }] }).hints).toEqual([]));

	it('shows each group of the filter as one chip, a tree as a combined one, an unknown one as such', () => {
		const { chips } = ask({ all: [{ is: 'along', of: ['mirror-lake'] }, { is: 'kind', of: ['rail'] }, { not: { is: 'status', of: ['planned'] } }, { is: 'unknown', key: 'budget', of: ['1'] }] });
		expect(chips.map(({ key, names, withinM, isUnknown }) => [key, names[0] ?? '', withinM, isUnknown])).toEqual([['along', 'Mirror Lake', 1000, false], ['kind', '', undefined, false], ['expression', '', undefined, false], ['budget', '1', undefined, true]]);
	});

	it('keeps a chosen value in its list even where its count is nought', () => {
		const { facets } = ask({ all: [{ is: 'kind', of: ['road'] }] });
		expect(facets.find(({ key }) => key === 'kind')!.values.find(({ value }) => value === 'road')).toMatchObject({ isChosen: true, counts: { project: 0 } });
	});

	it('opens a card for each kind of record, and none for a record that is gone', () => {
		for (const ref of ['place:mirror-lake', 'measure:plan-1', 'project:line-works', 'indicator:lake-class', 'clause:plan#1'] as const) expect(open(ref).card?.type).toBe(ref.split(':')[0]);
		expect(open('place:atlantis').card).toBeNull();
	});

	it('walks the chain clause – measure – project – indicator – place in both directions', () => {
		expect(open('clause:plan#1').card).toMatchObject({ measures: [{ id: 'plan-1' }], projects: [{ id: 'lake-clean', basis: 'inferred' }], indicators: [{ id: 'lake-class' }] });
		expect(open('project:lake-clean').card).toMatchObject({ located: 'by-place', measures: [{ id: 'plan-1', basis: 'inferred', inferredBy: 'tests' }], places: [{ id: 'mirror-lake' }] });
		expect(open('project:line-works').card).toMatchObject({ located: 'own', parts: [{ id: 'line-west' }], clauses: [{ citation: { short: 'Plan·3' }, basis: 'inferred' }] });
		expect(open('indicator:lake-class').card).toMatchObject({ scope: { id: 'mirror-lake' }, measures: [{ id: 'plan-1' }], targets: [{ comparator: 'keep-class', baseline: 'IV' }] });
		expect(open('place:mirror-lake').card).toMatchObject({ measureCount: 2, projectCount: 1, indicators: [{ id: 'lake-class' }], conflicts: [{ id: 'lake-area', used: '4.2' }] });
	});

	it('counts the one kind that a gap speaks of, and lists places by their own gap', () => {
		const values = (filter: Filter) => Object.fromEntries(ask(filter).facets.find(({ key }) => key === 'gap')!.values.map(({ value, own }) => [value, own]));
		const all = values({ all: [] });
		expect(all).toMatchObject({ 'clause-no-project': { now: 1, all: 1 }, 'project-no-clause': { now: 1, all: 1 }, 'indicator-no-target': { now: 1, all: 1 }, 'status-old': { now: 1, all: 1 } });
		expect(values({ is: 'kind', of: ['rail'] })).toMatchObject({ 'status-old': { now: 0, all: 1 }, 'project-no-clause': { now: 1, all: 1 } });
		const { table } = ask({ all: [{ is: 'gap', of: ['place-no-measure'] }] }, { table: 'places' });
		expect(table.rows.length).toBe(all['place-no-measure']!.all);
		expect(table.tabs.find(({ name }) => name === 'places')!.count).toBe(table.rows.length);
		expect(table.rows.map(({ key }) => key)).not.toContain('mirror-lake');
		expect(table.rows.find(({ key }) => key === 'salt-town')!.cells.at(-1)).toMatchObject({ type: 'reasons', gaps: [{ kind: 'place-no-measure', reason: 'area-wide-only' }] });
	});
});
