import { describe, expect, it } from 'vitest';
import { classify, roundStep } from '#lib/query/columns/number-classes.ts';

const classesOf = (...values: number[]) => classify({ type: 'number', name: 'n', values: Float64Array.from(values) });

describe('classes of a number', () => {
	it('are of one round width, and hold every value that is known', () => {
		const { edges, codes, known } = classesOf(1990, 2019, NaN, 2000, 1991.9, 1992);
		expect([edges[0], edges[1], edges.at(-1)]).toEqual([1990, 1992, 2020]);
		expect([...codes]).toEqual([1, 15, 0, 6, 1, 2]);
		expect(known).toBe(5);
	});

	it('of one value, of none, and of what is endless', () => {
		expect([...classesOf(7, 7).codes]).toEqual([1, 1]);
		expect(classesOf(NaN, NaN)).toEqual({ edges: new Float64Array(), codes: new Uint8Array(2), known: 0 });
		expect([...classesOf(Infinity, 3, -Infinity).codes]).toEqual([0, 1, 0]);
	});

	it('have a width of 1, 2 or 5 times a power of ten', () => {
		for (const span of [0.003, 0.9, 1, 17, 230, 4e6, 7e9]) expect(['1', '2', '5']).toContain(roundStep(span).toExponential()[0]);
		expect(Math.max(...[0.003, 0.9, 1, 17, 230, 4e6, 7e9].map((span) => span / roundStep(span)))).toBeLessThanOrEqual(20);
	});
});
