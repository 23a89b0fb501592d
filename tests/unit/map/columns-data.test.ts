import type { Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { areaAttributes, createPainter, filterValuesOf, keepRows, pathAttributes, pointAttributes, toDrawing } from '#lib/map/columns-data.ts';
import { triangulate } from '#lib/map/triangles.ts';
import { columnsOf } from '../../bench/columns-writer.ts';
import { seeded } from '../../bench/multiply.ts';
import { generateRegion } from '../../bench/region-generator.ts';

const square = (west: number, south: number, side: number): Position[] => [[west, south], [west + side, south], [west + side, south + side], [west, south + side], [west, south]];
const mixed: (Geometry | null)[] = [
	{ type: 'Point', coordinates: [1, 2] },
	{ type: 'Polygon', coordinates: [square(0, 0, 4), square(1, 1, 1).toReversed()] },
	null,
	{ type: 'MultiLineString', coordinates: [[[0, 0], [1, 1], [2, 0]], [[5, 5], [6, 6]]] },
	{ type: 'MultiPoint', coordinates: [[3, 4], [5, 6]] },
	{ type: 'MultiPolygon', coordinates: [[square(10, 0, 1)], [square(20, 0, 2)]] }
];
const drawing = toDrawing(columnsOf(mixed));
const areaOf = (positions: Float64Array, indices: ArrayLike<number>): number => {
	let sum = 0;
	for (let i = 0; i < indices.length; i += 3) {
		const [a, b, c] = [2 * indices[i]!, 2 * indices[i + 1]!, 2 * indices[i + 2]!];
		sum += Math.abs((positions[b]! - positions[a]!) * (positions[c + 1]! - positions[a + 1]!) - (positions[c]! - positions[a]!) * (positions[b + 1]! - positions[a + 1]!)) / 2;
	}
	return sum;
};
const shoelace = (ring: Position[]): number => Math.abs(ring.reduce((sum, [x, y], i) => (i === 0 ? 0 : sum + ring[i - 1]![0]! * y! - x! * ring[i - 1]![1]!), 0)) / 2;

describe('columns as deck takes them', () => {
	it('say of every object which row it is, with the vertices of that row', () => {
		expect(drawing.points).toEqual({ length: 3, rows: Uint32Array.of(0, 4, 4), positions: Float64Array.of(1, 2, 3, 4, 5, 6) });
		expect(drawing.lines).toEqual({ length: 2, rows: Uint32Array.of(3, 3), startIndices: Uint32Array.of(0, 3, 5), positions: Float64Array.of(0, 0, 1, 1, 2, 0, 5, 5, 6, 6) });
		expect([drawing.areas.rows, drawing.areas.startIndices]).toEqual([Uint32Array.of(1, 5, 5), Uint32Array.of(0, 10, 15, 20)]);
		expect([drawing.outlines.rows, drawing.outlines.startIndices]).toEqual([Uint32Array.of(1, 1, 5, 5), Uint32Array.of(0, 5, 10, 15, 20)]);
		expect(drawing.outlines.positions).toBe(drawing.areas.positions);
		expect(areaOf(drawing.areas.positions, drawing.areas.indices)).toBeCloseTo(15 + 1 + 4, 12);
	});

	it('a filter is one number a vertex', () => {
		const mask = Uint8Array.of(1, 0, 1, 1, 0, 1);
		expect(filterValuesOf(drawing.points, mask)).toEqual(Float32Array.of(1, 0, 0));
		expect(filterValuesOf(drawing.lines, mask)).toEqual(new Float32Array(5).fill(1));
		expect(filterValuesOf(drawing.areas, mask)).toEqual(Float32Array.from({ length: 20 }, (_, v) => (v < 10 ? 0 : 1)));
		const painting = createPainter(drawing)(mask);
		expect(painting).toEqual({ points: filterValuesOf(drawing.points, mask), lines: filterValuesOf(drawing.lines, mask), areas: filterValuesOf(drawing.areas, mask) });
		expect(painting.areas, 'outlines take it too').toEqual(filterValuesOf(drawing.outlines, mask));
	});

	it('arrays of what passes are those of a layer that holds nothing else', () => {
		const columns = generateRegion({ times: 0.5, seed: 8 });
		const whole = toDrawing(columns);
		const random = seeded(2);
		const mask = Uint8Array.from({ length: columns.geometry.count }, () => (random() < 0.4 ? 1 : 0));
		const only = toDrawing({ ...columns, geometry: { ...columns.geometry, shape: columns.geometry.shape.map((shape, row) => (mask[row] === 1 ? shape : 0)) } });
		expect(only.areas.length).toBeGreaterThan(10);
		for (const kind of ['points', 'lines', 'areas', 'outlines'] as const) expect(keepRows(whole[kind], mask)).toEqual(only[kind]);
	});

	it('attributes have the sizes that deck asks for', () => {
		const filter = filterValuesOf(drawing.areas, new Uint8Array(6).fill(1));
		const area = areaAttributes(drawing.areas, filter);
		expect(area.attributes.getPolygon.value.length / area.attributes.getPolygon.size).toBe(area.startIndices[area.length]);
		expect(area.attributes).toMatchObject({ indices: { size: 1 }, getFilterValue: { value: filter, size: 1 } });
		expect(Math.max(...drawing.areas.indices)).toBeLessThan(area.startIndices[area.length]!);
		expect(pointAttributes(drawing.points)).toEqual({ length: 3, attributes: { getPosition: { value: drawing.points.positions, size: 2 } } });
		expect(Object.keys(pathAttributes(drawing.lines).attributes)).toEqual(['getPath']);
	});
});

describe('triangles', () => {
	it('cover each parcel of a region and nothing twice: holes stay open', () => {
		const columns = generateRegion({ times: 2, seed: 6 });
		const { areas } = toDrawing(columns);
		const { partStart, ringStart, rowStart, positions } = columns.geometry;
		let expected = 0;
		for (const row of new Set(areas.rows)) for (let part = rowStart[row]!; part < rowStart[row + 1]!; part++) for (let ring = partStart[part]!; ring < partStart[part + 1]!; ring++) {
			const corners = Array.from({ length: ringStart[ring + 1]! - ringStart[ring]! }, (_, i): Position => [positions[2 * (ringStart[ring]! + i)]! - 121, positions[2 * (ringStart[ring]! + i) + 1]! - 31]);
			expected += (ring === partStart[part] ? 1 : -1) * shoelace(corners);
		}
		expect(areaOf(areas.positions, areas.indices) / expected).toBeCloseTo(1, 6);
	});

	it('of crossing, flat, spiked and tiny rings are taken or left, and end', () => {
		const cut = (ring: Position[]) => triangulate(Float64Array.from(ring.flat()), [0, ring.length]);
		expect(cut([[0, 0], [1, 1], [0, 0]])).toEqual([]);
		expect(cut([[0, 0], [1, 1], [2, 2], [0, 0]])).toEqual([]);
		const bowTie = cut([[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]]);
		expect(bowTie.length % 3).toBe(0);
		expect(bowTie.every((vertex) => vertex >= 0 && vertex < 5)).toBe(true);
		expect(cut([[0, 0], [4, 0], [2, 1], [4, 4], [9, 9]]), 'a ring that does not close').toHaveLength(6);
		expect(triangulate(Float64Array.from([0, 0, 4, 0, 4, 4, 0, 4, 0, 0, 1, 1, 2, 1, 2, 2, 1, 2]), [0, 5, 9]), 'a hole that does not close').toEqual([]);
		const spiked: Position[] = [[0, 0], [4, 0], [4, 2], [8, 2], [4, 2], [4, 4], [0, 4], [0, 0]];
		expect(areaOf(Float64Array.from(spiked.flat()), cut(spiked))).toBeCloseTo(16, 12);
		const comb: Position[] = [[0, 0], ...Array.from({ length: 60 }, (_, i): Position => [i + 1, i % 2 === 0 ? 5 : 1]), [61, 0], [0, 0]];
		expect(areaOf(Float64Array.from(comb.flat()), cut(comb))).toBeCloseTo(shoelace(comb), 9);
	});
});
