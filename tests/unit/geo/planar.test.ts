import fc from 'fast-check';
import type { Geometry } from 'geojson';
import { describe, expect, it } from 'vitest';
import { distanceM, holdsPoint, isEntered, toPlanar } from '#lib/geo/planar.ts';

const point = (x: number, y: number): Geometry => ({ type: 'Point', coordinates: [x, y] });
const line = (...coordinates: [number, number][]): Geometry => ({ type: 'LineString', coordinates });
const ring = (x1: number, y1: number, x2: number, y2: number): [number, number][] => [[x1, y1], [x2, y1], [x2, y2], [x1, y2], [x1, y1]];
const box = (x1: number, y1: number, x2: number, y2: number): Geometry => ({ type: 'Polygon', coordinates: [ring(x1, y1, x2, y2)] });
const distance = (a: Geometry | Geometry[], b: Geometry | Geometry[], limitM = 50_000) => distanceM(toPlanar([a].flat()), toPlanar([b].flat()), limitM);
/** Metres of 0.01° at 31° N on the ellipsoid. */
const [northM, eastM] = [1108.66, 954.99];

describe('distance between places', () => {
	it('is true to a metre for known steps north and east', () => {
		expect(distance(point(121, 31), point(121, 31.01))).toBeCloseTo(northM, 0);
		expect(distance(point(121, 31), point(121.01, 31))).toBeCloseTo(eastM, 0);
		expect(distance(point(121, 31), point(121.01, 31.01))).toBeCloseTo(Math.hypot(northM, eastM), 0);
	});

	it('from a point to a line is that to the nearest place on the line, not to its ends', () => {
		expect(distance(point(121.05, 31.01), line([121, 31], [121.2, 31]))).toBeCloseTo(northM, 0);
	});

	it('is 0 where two lines cross, where a line touches an area and where an area holds a point', () => {
		expect(distance(line([121, 31], [121.1, 31.1]), line([121, 31.1], [121.1, 31]))).toBe(0);
		expect(distance(line([121.1, 31.05], [121.2, 31.05]), box(121, 31, 121.1, 31.1))).toBe(0);
		expect(distance(point(121.05, 31.05), box(121, 31, 121.1, 31.1))).toBe(0);
		expect(distance(box(121.02, 31.02, 121.03, 31.03), box(121, 31, 121.1, 31.1))).toBe(0);
	});

	it('to an island in the hole of an area is that to the shore', () => {
		const withHole: Geometry = { type: 'Polygon', coordinates: [ring(121, 31, 121.1, 31.1), ring(121.04, 31.04, 121.06, 31.06)] };
		expect(distance(point(121.05, 31.05), withHole)).toBeCloseTo(eastM, 0);
	});

	it('is 0 to a lake whose second part alone lies in the district', () => {
		const lake: Geometry = { type: 'MultiPolygon', coordinates: [[ring(121.5, 31.5, 121.51, 31.51)], [ring(121.05, 31.05, 121.06, 31.06)]] };
		expect(distance(lake, box(121, 31, 121.1, 31.1))).toBe(0);
	});

	it('beyond the limit is not told', () => {
		expect(distance(point(121, 31), point(121, 31.01), 1000)).toBe(Infinity);
		expect(distance(point(121, 31), point(121, 31.01), 1200)).toBeCloseTo(northM, 0);
		expect(distance([], point(121, 31))).toBe(Infinity);
	});

	it('is the same both ways', () => {
		const lon = fc.integer({ min: 0, max: 40 }).map((n) => 121 + n / 100);
		const lat = fc.integer({ min: 0, max: 40 }).map((n) => 31 + n / 100);
		const position = fc.tuple(lon, lat);
		const shape = fc.oneof(position.map(([x, y]) => point(x, y)), fc.array(position, { minLength: 2, maxLength: 4 }).map((at) => line(...at)), position.map(([x, y]) => box(x, y, x + 0.03, y + 0.02)));
		fc.assert(
			fc.property(shape, shape, (a, b) => {
				expect(distance(a, b)).toBeCloseTo(distance(b, a), 6);
			}),
			{ numRuns: 300 }
		);
	});
});

describe('being in an area', () => {
	it('takes a point inside, none in a hole, none outside', () => {
		const area = toPlanar([{ type: 'Polygon', coordinates: [ring(121, 31, 121.1, 31.1), ring(121.04, 31.04, 121.06, 31.06)] }]);
		const holds = (x: number, y: number) => holdsPoint(area, ...(toPlanar([point(x, y)]).starts[0] as [number, number]));
		expect([holds(121.02, 31.02), holds(121.05, 31.05), holds(121.2, 31.05)]).toEqual([true, false, false]);
	});

	it('notices a long straight line that crosses with both ends and its middle outside', () => {
		const area = toPlanar([box(121, 31, 121.02, 31.02)]);
		expect(isEntered(area, toPlanar([line([120.99, 31.01], [121.4, 31.01])]), 120)).toBe(true);
		expect(isEntered(area, toPlanar([line([120.99, 31.0201], [121.4, 31.0201])]), 120)).toBe(false);
	});
});
