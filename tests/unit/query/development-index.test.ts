import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endsOf, keyOf, scoreRows } from '#lib/query/development-index.ts';
import type { Norm, Part, RowKey } from '#lib/query/development-index.ts';
import { drawWeights, randomFrom, ranksOf, swayOf, swingOf } from '#lib/query/development-sway.ts';

const rows: RowKey[] = [2019, 2020, 2021].map((year) => ({ place: 'delta', year }));
const part = (id: string, values: readonly (number | null)[], more: Partial<Part> = {}): Part => ({
	id, weight: 50, direction: 'higher', values: new Map(values.flatMap((value, i) => (value === null ? [] : [[keyOf(rows[i]!), value]]))), targetEnds: new Map(), ...more
});
const indexes = (parts: Part[], norm: Norm = 'minmax', isPartial = false) => scoreRows(parts, rows, norm, isPartial).map(({ index }) => index);

describe('a score', () => {
	it('by min–max runs from the worst to the best value of the rows shown', () => expect(indexes([part('a', [10, 15, 20])])).toEqual([0, 50, 100]));
	it('counts a lower value as better where the indicator says so', () => expect(indexes([part('a', [10, 15, 20], { direction: 'lower' })])).toEqual([100, 50, 0]));
	it('against the target runs from the base to the target, and beyond an end counts as that end', () => expect(indexes([part('a', [8, 15, 40], { targetEnds: new Map([['delta', { zero: 10, full: 20 }]]) })], 'target')).toEqual([0, 50, 100]));
	it('against a target below the base rises as the value falls', () => expect(indexes([part('a', [100, 90, 60], { direction: 'lower', targetEnds: new Map([['delta', { zero: 100, full: 80 }]]) })], 'target')).toEqual([0, 50, 100]));
	it('is none where all values are equal, where there is no target and where there is no value', () => {
		expect(endsOf(part('a', [5, 5, null]), 'minmax', rows, 'delta')).toBe('no-spread');
		expect(endsOf(part('a', [5, 6, null]), 'target', rows, 'delta')).toBe('no-target');
		expect(endsOf(part('a', [null, null, null]), 'minmax', rows, 'delta')).toBe('no-value');
		expect(indexes([part('a', [5, 5, 5])])).toEqual([null, null, null]);
	});
	it('takes its ends from the rows shown, not from others', () => expect(scoreRows([part('a', [10, 15, 20])], rows.slice(0, 2), 'minmax', false).map(({ index }) => index)).toEqual([0, 100]));
});

describe('the index of a row', () => {
	const whole = part('a', [0, 5, 10]);
	const holed = part('b', [0, null, 10], { weight: 150 });
	it('is none where a chosen value is missing', () => expect(indexes([whole, holed])).toEqual([0, null, 100]));
	it('is averaged over what is there only where the reader asks, with the share of the weight beside it', () => {
		expect(scoreRows([whole, holed], rows, 'minmax', true).map(({ index, coverage }) => [index, coverage])).toEqual([[0, 1], [50, 0.25], [100, 1]]);
	});
	it('is never carried forward: the year after a value is as empty as any other', () => expect(indexes([part('a', [1, 2, null])], 'minmax', true)).toEqual([0, 100, null]));
	it('is the sum of what each indicator adds', () => {
		for (const { index, parts } of scoreRows([whole, holed, part('c', [3, 1, 2], { weight: 7 })], rows, 'minmax', true)) expect(parts.reduce((sum, { points }) => sum + (points ?? 0), 0)).toBeCloseTo(index!, 9);
	});
	it('is none without indicators', () => expect(scoreRows([], rows, 'minmax', true).map(({ index, coverage }) => [index, coverage])).toEqual([[null, 0], [null, 0], [null, 0]]));
});

const value = fc.option(fc.integer({ min: -50, max: 50 }), { nil: null });
const anyPart = fc.record({ values: fc.tuple(value, value, value), weight: fc.integer({ min: 1, max: 100 }), direction: fc.constantFrom('higher' as const, 'lower' as const) })
	.map(({ values, weight, direction }) => part('x', values, { weight, direction, targetEnds: new Map([['delta', direction === 'higher' ? { zero: -20, full: 30 } : { zero: 30, full: -20 }]]) }));
const anyParts = fc.array(anyPart, { minLength: 1, maxLength: 5 });
const anyNorm = fc.constantFrom('minmax' as const, 'target' as const);

describe('whatever is chosen', () => {
	it('only the shares of the weights count', () => fc.assert(fc.property(anyParts, anyNorm, fc.boolean(), fc.double({ min: 0.01, max: 50, noNaN: true }), (parts, norm, isPartial, factor) => {
		const scaled = indexes(parts.map((some) => ({ ...some, weight: some.weight * factor })), norm, isPartial);
		for (const [i, index] of indexes(parts, norm, isPartial).entries()) {
			if (index === null) expect(scaled[i]).toBeNull();
			else expect(scaled[i]).toBeCloseTo(index, 6);
		}
	})));
	it('a better value never lowers the index of its row', () => fc.assert(fc.property(anyParts, anyNorm, fc.boolean(), fc.nat(2), fc.integer({ min: 1, max: 40 }), (parts, norm, isPartial, at, gain) => {
		const [first, ...others] = parts as [Part, ...Part[]];
		const key = keyOf(rows[at]!);
		const old = first.values.get(key);
		fc.pre(old !== undefined);
		const better = { ...first, values: new Map([...first.values, [key, old! + (first.direction === 'higher' ? gain : -gain)]]) };
		const [before, after] = [indexes(parts, norm, isPartial)[at], indexes([better, ...others], norm, isPartial)[at]];
		if (before !== null && after !== null) expect(after).toBeGreaterThanOrEqual(before! - 1e-9);
	})));
	it('a missing value never counts as zero: a partial index is that of the indicators that are there', () => fc.assert(fc.property(anyParts, anyNorm, fc.nat(2), (parts, norm, at) => {
		const there = parts.filter(({ values }) => values.has(keyOf(rows[at]!)));
		expect(indexes(parts, norm, true)[at]).toEqual(indexes(there, norm, true)[at] ?? null);
		if (there.length < parts.length) expect(indexes(parts, norm, false)[at]).toBeNull();
	})));
	it('the index lies between 0 and 100', () => fc.assert(fc.property(anyParts, anyNorm, (parts, norm) => {
		for (const index of indexes(parts, norm, true)) if (index !== null) expect(index >= 0 && index <= 100.000001).toBe(true);
	})));
});

describe('sensitivity to the weights', () => {
	const places: RowKey[] = ['west', 'east', 'north'].map((place) => ({ place, year: 2021 }));
	const of = (id: string, values: readonly (number | null)[], weight: number): Part => ({ id, weight, direction: 'higher', targetEnds: new Map(), values: new Map(values.flatMap((some, i) => (some === null ? [] : [[keyOf(places[i]!), some]]))) });
	const parts = [of('a', [0, 10, null], 50), of('b', [10, 0, 5], 55)];
	const scored = scoreRows(parts, places, 'minmax', false);
	const weights = parts.map(({ weight }) => weight);
	const sway = swayOf(scored, weights);

	it('is the same on every visit', () => {
		expect(swayOf(scored, weights)).toEqual(sway);
		expect([randomFrom(1)(), randomFrom(1)()]).toEqual([0.6270739405881613, 0.6270739405881613]);
	});
	it('draws every weight within half and one and a half of what was chosen', () => {
		for (const [a, b] of drawWeights(weights) as [number, number][]) expect(a >= 25 && a <= 75 && b >= 27.5 && b <= 82.5).toBe(true);
	});
	it('tells the span of the index around what was chosen', () => {
		for (const [i, { index }] of scored.entries()) if (index !== null) expect(sway.rows[i]!.lo! < index && index < sway.rows[i]!.hi!).toBe(true);
		expect(sway.rows[2]).toEqual({ lo: null, hi: null, rank: null });
	});
	it('tells which places change rank: near rivals do, and a place better in all never does', () => {
		expect(sway.rows[0]!.rank).toEqual({ chosen: 1, best: 1, worst: 2 });
		expect(sway.order).toEqual([{ year: 2021, held: expect.closeTo(0.6, 0) as number }]);
		expect(sway.order[0]!.held < 1 && sway.order[0]!.held > 0.3).toBe(true);
		const clear = swayOf(scoreRows([of('a', [10, 0, 5], 50), of('b', [10, 0, 5], 10)], places, 'minmax', false), [50, 10]);
		expect(clear.order).toEqual([{ year: 2021, held: 1 }]);
		expect(clear.rows.map(({ rank }) => rank)).toEqual([{ chosen: 1, best: 1, worst: 1 }, { chosen: 3, best: 3, worst: 3 }, { chosen: 2, best: 2, worst: 2 }]);
	});
	it('tells what one weight alone does', () => {
		const swing = swingOf(scored[0]!, weights, 0)!;
		expect(swing.less).toBeCloseTo((100 * 55) / (25 + 55), 9);
		expect(swing.more).toBeCloseTo((100 * 55) / (75 + 55), 9);
		expect(swingOf(scored[2]!, weights, 0)).toBeNull();
	});
	it('shares a rank among equals', () => expect(ranksOf([3, 5, 3, 1])).toEqual([2, 1, 2, 4]));
	it('of a single indicator is none: its weight decides nothing', () => {
		const alone = swayOf(scoreRows([parts[1]!], places, 'minmax', false), [55]);
		expect(alone.rows.map(({ lo, hi }) => [lo, hi])).toEqual([[100, 100], [0, 0], [50, 50]]);
	});
});
