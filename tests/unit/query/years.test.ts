import { describe, expect, it } from 'vitest';
import { overlaps, parseYears, yearsOf } from '#lib/query/years.ts';
import { openRegion } from '../../fixtures/region.ts';

const { atlas } = openRegion();

describe('years', () => {
	it('are read as one year, a range, or a range with an open end', () => {
		expect(['2023', '2021..2025', '2021..', '..2025'].map(parseYears)).toEqual([[2023, 2023], [2021, 2025], [2021, 9999], [0, 2025]]);
	});

	it('turned round, without an end or with other words are none', () => expect(['2025..2021', '..', '', '21..25', '2021-2025', '2021..2025x', 'undated'].map(parseYears)).toEqual(Array(7).fill(null)));

	it('of a project run from its start to its planned finish and its newest report', () => {
		expect(yearsOf(atlas, { kind: 'project', id: 'line-works' })).toEqual([2021, 2026]);
		expect(yearsOf(atlas, { kind: 'project', id: 'lake-clean' })).toEqual([]);
	});

	it('of an indicator run from its first value to its target', () => expect(yearsOf(atlas, { kind: 'indicator', id: 'lake-class' })).toEqual([2020, 2025]));

	it('overlap at their ends; what is not dated overlaps nothing', () => {
		expect([overlaps([2020, 2022], [2022, 2025]), overlaps([2020, 2022], [2023, 2025]), overlaps([], [0, 9999])]).toEqual([true, false, false]);
	});
});
