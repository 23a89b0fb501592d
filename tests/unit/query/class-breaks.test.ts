import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classMethods } from '#lib/domain/view.ts';
import { breaksOf, classOf } from '#lib/query/class-breaks.ts';

/** Services handled across provinces, July 2021: Qingpu, Wujiang, Jiashan. */
const three = [1173, 1398, 1306];
const uneven = [1, 2, 3, 50, 100, 101];

describe('classes worked out by hand', () => {
	it('of three districts are one each by quantile and by natural breaks', () => {
		expect(breaksOf(three, 'quantile')).toEqual([1173, 1306, 1398]);
		expect(breaksOf(three, 'jenks')).toEqual([1173, 1306, 1398]);
	});
	it('of equal width cut 225 into three times 75', () => {
		expect(breaksOf(three, 'equal')).toEqual([1248, 1323, 1398]);
		expect(three.map((value) => classOf(value, [1248, 1323, 1398]))).toEqual([0, 2, 1]);
	});
	it('differ by method where the values are uneven: two in each; thirds of 100; 1–3, 50, 100–101 with a sum of squares of 2.5', () => {
		expect(breaksOf(uneven, 'quantile')).toEqual([2, 50, 101]);
		expect(breaksOf(uneven, 'equal').map((limit) => Math.round(limit * 100) / 100)).toEqual([34.33, 67.67, 101]);
		expect(breaksOf(uneven, 'jenks')).toEqual([3, 50, 101]);
	});
	it('by natural breaks put 1, 2 | 4, 5 in two', () => expect(breaksOf([5, 1, 4, 2], 'jenks', 2)).toEqual([2, 5]));
	it('are never more than different values, and none without a value', () => {
		for (const method of classMethods) {
			expect(breaksOf([7, 7, 7], method)).toEqual([7]);
			expect(breaksOf([4, 9], method)).toHaveLength(2);
			expect(breaksOf([], method)).toEqual([]);
		}
	});
	it('keep the difference of large values that are close', () => expect(breaksOf([1e9, 1e9 + 1, 1e9 + 50, 1e9 + 51], 'jenks', 2)).toEqual([1e9 + 1, 1e9 + 51]));
});

const squares = (part: readonly number[]): number => {
	const mean = part.reduce((a, b) => a + b, 0) / part.length;
	return part.reduce((sum, value) => sum + (value - mean) ** 2, 0);
};
const some = fc.array(fc.integer({ min: -50, max: 1000 }), { minLength: 1, maxLength: 9 });

describe('whatever the values', () => {
	it('no other cut has a smaller sum of squares than natural breaks', () => {
		fc.assert(fc.property(some, (values) => {
			const sorted = values.toSorted((a, b) => a - b);
			const k = Math.min(3, new Set(sorted).size);
			const cuts = k === 1 ? [[]] : k === 2 ? sorted.slice(1).map((_, i) => [i + 1]) : sorted.flatMap((_, i) => sorted.map((_value, j) => [i + 1, j + 1])).filter(([a, b]) => a! < b! && b! < sorted.length);
			const best = Math.min(...cuts.map((cut) => [...cut, sorted.length].reduce((sum, end, i) => sum + squares(sorted.slice(i === 0 ? 0 : cut[i - 1], end)), 0)));
			const breaks = breaksOf(values, 'jenks');
			const found = breaks.reduce((sum, _, i) => sum + squares(sorted.filter((value) => classOf(value, breaks) === i)), 0);
			expect(found).toBeLessThanOrEqual(best + 1e-6);
		}));
	});
	it('every value has a class, a greater one never a lower class, equal ones the same', () => {
		fc.assert(fc.property(some, fc.constantFrom(...classMethods), (values, method) => {
			const breaks = breaksOf(values, method);
			const classes = values.toSorted((a, b) => a - b).map((value) => classOf(value, breaks));
			expect(classes).toEqual(classes.toSorted((a, b) => a - b));
			expect(Math.min(...classes)).toBeGreaterThanOrEqual(0);
			expect(breaks).toEqual(breaks.toSorted((a, b) => a - b));
			expect(breaks.at(-1)).toBe(Math.max(...values));
		}));
	});
});
