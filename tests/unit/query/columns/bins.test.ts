import { describe, expect, it } from 'vitest';
import type { BinRequest } from '#lib/domain/column-question.ts';
import { createBinner } from '#lib/query/columns/bins.ts';
import { columnsOf } from '../../../bench/columns-writer.ts';
import { generateRegion } from '../../../bench/region-generator.ts';
import { seeded } from '../../../bench/multiply.ts';

const { geometry } = generateRegion({ times: 2, seed: 3 });
const random = seeded(4);
const mask = Uint8Array.from({ length: geometry.count }, () => (random() < 0.6 ? 1 : 0));
const bin = createBinner(geometry);
const sum = (counts: Uint32Array): number => counts.reduce((a, b) => a + b, 0);
const middleOf = (row: number): [number, number] => [(geometry.bounds[4 * row]! + geometry.bounds[4 * row + 2]!) / 2, (geometry.bounds[4 * row + 1]! + geometry.bounds[4 * row + 3]!) / 2];
const mercator = (lat: number): number => (Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * 180) / Math.PI;

/** Squares by name, as one would gather them by hand. */
function gather({ zoom, cellPx, bbox }: BinRequest): Map<string, number[]> {
	const side = (360 * cellPx) / (512 * 2 ** zoom);
	const rows = Array.from(mask.keys()).filter((row) => mask[row] === 1 && geometry.shape[row] !== 0 && (bbox === null || (middleOf(row)[0] >= bbox[0] && middleOf(row)[0] <= bbox[2] && middleOf(row)[1] >= bbox[1] && middleOf(row)[1] <= bbox[3])));
	return Map.groupBy(rows, (row) => `${Math.floor((middleOf(row)[0] + 180) / side)} ${Math.floor((180 - mercator(middleOf(row)[1])) / side)}`);
}

describe('squares of the map', () => {
	it('hold every row that passes once, where its rows are on the average', () => {
		for (const request of [{ zoom: 8, cellPx: 48, bbox: null }, { zoom: 11, cellPx: 40, bbox: null }, { zoom: 10, cellPx: 64, bbox: [120.8, 30.9, 121.05, 31.1] }] satisfies BinRequest[]) {
			const found = bin(request, mask);
			const expected = gather(request);
			expect(found.counts.length).toBe(expected.size);
			expect([...found.counts].sort()).toEqual([...expected.values()].map((rows) => rows.length).sort());
			const inOrder = [...expected.values()].toSorted((a, b) => a[0]! - b[0]!);
			inOrder.forEach((rows, square) => {
				expect(found.counts[square]).toBe(rows.length);
				expect(found.only[square]).toBe(rows.length === 1 ? rows[0] : -1);
				expect(found.positions[2 * square]).toBeCloseTo(rows.reduce((total, row) => total + middleOf(row)[0], 0) / rows.length, 9);
				expect(found.positions[2 * square + 1]).toBeCloseTo(rows.reduce((total, row) => total + middleOf(row)[1], 0) / rows.length, 4);
			});
		}
	});

	it('are no more than the graphics card bears: at a large scale over a wide area they grow', () => {
		const { counts, cellDegrees } = bin({ zoom: 22, cellPx: 8, bbox: null }, mask);
		expect(sum(counts)).toBe(Array.from(mask.keys()).filter((row) => mask[row] === 1 && geometry.shape[row] !== 0).length);
		expect(cellDegrees).toBeGreaterThan((360 * 8) / (512 * 2 ** 22));
	});

	it('of nothing, or of rows without geometry, are none', () => {
		expect(createBinner(columnsOf([null]).geometry)({ zoom: 5, cellPx: 48, bbox: null }, new Uint8Array([1])).counts).toHaveLength(0);
		expect(bin({ zoom: 9, cellPx: 48, bbox: [10, 10, 11, 11] }, mask).counts).toHaveLength(0);
		expect(bin({ zoom: 9, cellPx: 48, bbox: null }, new Uint8Array(geometry.count)).counts).toHaveLength(0);
	});
});
