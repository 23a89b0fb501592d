import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endAt, rangeBetween, startAt, stepEdge } from '#lib/charts/brush-scale.ts';
import { roundEdges } from '#lib/query/histogram.ts';
import { parseRange } from '#lib/query/ranges.ts';

const edges = [1, 2, 5, 10, 20];
const bins = edges.slice(1).map((to, i) => ({ from: edges[i]!, to }));
const years = [{ from: null, to: 2015 }, { from: 2016, to: 2016 }, { from: 2017, to: 2017 }, { from: 2018, to: null }];

describe('a brush over bars', () => {
	it('stands where its range stands, on an edge or between', () => {
		expect([startAt(bins, 2), endAt(bins, 5), startAt(bins, 1), endAt(bins, 20)]).toEqual([1, 2, 0, 4]);
		expect(startAt(bins, Math.sqrt(50))).toBeCloseTo(2.5, 9);
		expect([startAt(bins, 0.3), endAt(bins, 700), startAt(bins, 700), endAt(bins, 0.3)]).toEqual([0, 4, 4, 0]);
		expect([startAt(years, 2016), endAt(years, 2016), startAt(years, 1990), endAt(years, 2030)]).toEqual([1, 2, 0, 4]);
	});

	it('makes the range of the bars between its edges; an outermost edge is an open end', () => {
		expect([rangeBetween(bins, 1, 3), rangeBetween(bins, 0, 2), rangeBetween(bins, 2, 4), rangeBetween(bins, 0, 4)]).toEqual(['2..10', '..5', '5..', '']);
		expect([rangeBetween(years, 1, 2), rangeBetween(years, 1, 3), rangeBetween(years, 0, 2)]).toEqual(['2016', '2016..2017', '..2016']);
	});

	it('comes back to the same edges from the range it made', () => {
		fc.assert(fc.property(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 1, max: 4 }), (start, width) => {
			const end = Math.min(4, start + width);
			const range = parseRange(rangeBetween(bins, start, end));
			if (range) expect([Number.isFinite(range[0]) ? startAt(bins, range[0]) : 0, Number.isFinite(range[1]) ? endAt(bins, range[1]) : 4]).toEqual([start, end]);
			else expect([start, end]).toEqual([0, 4]);
		}));
	});

	it('moves by arrow keys from edge to edge, never across its other handle or off the scale', () => {
		expect(stepEdge({ start: 1.4, end: 3 }, 'start', 'ArrowRight', 4)).toEqual({ start: 2, end: 3 });
		expect(stepEdge({ start: 1.4, end: 3 }, 'start', 'ArrowLeft', 4)).toEqual({ start: 1, end: 3 });
		expect(stepEdge({ start: 2, end: 3 }, 'start', 'ArrowRight', 4)).toEqual({ start: 2, end: 3 });
		expect(stepEdge({ start: 0, end: 4 }, 'end', 'Home', 4)).toEqual({ start: 0, end: 1 });
		expect(stepEdge({ start: 0, end: 4 }, 'end', 'ArrowUp', 4)).toEqual({ start: 0, end: 4 });
		expect(stepEdge({ start: 0, end: 4 }, 'end', 'Tab', 4)).toBeNull();
	});
});

describe('edges of bars', () => {
	it('are 1, 2, 5 and their tenfolds, just wide enough', () => {
		expect(roundEdges(0.851, 170)).toEqual([0.5, 1, 2, 5, 10, 20, 50, 100, 200]);
		expect(roundEdges(3, 3)).toEqual([2, 5]);
		expect(roundEdges(1, 1000)).toEqual([1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]);
		expect(roundEdges(5, 5)).toEqual([5, 10]);
	});
	it('hold every value, whatever the values are', () => {
		const value = fc.double({ min: 0.001, max: 999_999, noNaN: true });
		fc.assert(fc.property(value, value, (a, b) => {
			const found = roundEdges(Math.min(a, b), Math.max(a, b));
			expect(found.length).toBeGreaterThan(1);
			expect(found[0]! <= Math.min(a, b) && found.at(-1)! >= Math.max(a, b)).toBe(true);
			if (found.length > 2) expect(found[1]! > Math.min(a, b) && found.at(-2)! < Math.max(a, b)).toBe(true);
		}));
	});
});
