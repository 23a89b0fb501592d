import { describe, expect, it } from 'vitest';
import { classify, roundStep } from '#lib/query/columns/number-classes.ts';

const classesOf = (...values: number[]) => classify({ type: 'number', name: 'n', values: Float64Array.from(values) });

describe('classes of a number', () => {
	it('are of one round width, and hold every value that is known', () => {
		const { edges, codes, known } = classesOf(1990, 2019, NaN, 2000, 1991.9, 1992);
		expect([edges[0], edges[1], edges.at(-1)]).toEqual([1990, 1992, 2020]);
		expect([...codes]).toEqual([1, 30, 0, 11, 2, 3]);
		expect(known).toBe(5);
	});

	it('of whole numbers end on whole numbers, above the last of them; of years each has its own', () => {
		const { edges, codes, isWhole } = classesOf(2010, 2024, 2015);
		expect([edges[0], edges.at(-1), edges.length, isWhole]).toEqual([2010, 2025, 16, true]);
		expect([...codes]).toEqual([1, 29, 11]);
		expect([...classesOf(300, 400, 1000, 1200).edges]).toEqual(Array.from({ length: 20 }, (_, i) => 300 + 50 * i));
	});

	it('of long codes read as figures have edges that differ', () => {
		for (const values of [[320500000000001, 320500000000049], [9.1e17, 9.1e17], [13800001234, 13900004321]]) {
			const { edges, codes } = classesOf(...values);
			expect(edges.every((edge, i) => i === 0 || edge > edges[i - 1]!)).toBe(true);
			expect(codes.every((code) => code > 0 && code < 2 * edges.length)).toBe(true);
		}
	});

	it('of one value, of none, and of what is endless', () => {
		expect([...classesOf(7, 7).codes]).toEqual([1, 1]);
		expect(classesOf(NaN, NaN)).toEqual({ edges: new Float64Array(), codes: new Uint8Array(2), known: 0, isWhole: false });
		expect([...classesOf(Infinity, 3, -Infinity).codes]).toEqual([0, 1, 0]);
	});

	it('have a width of 1, 2 or 5 times a power of ten', () => {
		for (const span of [0.003, 0.9, 1, 17, 230, 4e6, 7e9]) expect(['1', '2', '5']).toContain(roundStep(span).toExponential()[0]);
		expect(Math.max(...[0.003, 0.9, 1, 17, 230, 4e6, 7e9].map((span) => span / roundStep(span)))).toBeLessThanOrEqual(20);
	});
});
