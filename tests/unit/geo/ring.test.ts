import fc from 'fast-check';
import { kinks } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { measure } from '#lib/geo/measure.ts';
import { findCrossing, ringAreaKm2 } from '#lib/geo/ring.ts';

const square = [[121, 31], [121.1, 31], [121.1, 31.1], [121, 31.1]];
const asPolygon = (ring: number[][]) => ({ type: 'Polygon' as const, coordinates: [[...ring, ring[0]!]] });
/** Corners on a coarse grid, so that touching and lying upon each other happen often. */
const anyRing = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 6 })), { minLength: 3, maxLength: 8, selector: String }).map((corners) => corners.map(([x, y]) => [121 + x / 100, 31 + y / 100]));

describe('a drawn ring', () => {
	it('has the area that a place of its shape is measured with, whichever way round', () => {
		expect(ringAreaKm2(square)).toBeCloseTo(measure(asPolygon(square)).areaKm2!, 2);
		expect(ringAreaKm2(square.toReversed())).toBeCloseTo(ringAreaKm2(square), 9);
	});

	it('names the two edges that cross', () => {
		expect(findCrossing(square)).toBeNull();
		expect(findCrossing([square[0]!, square[2]!, square[1]!, square[3]!])).toEqual([1, 3]);
	});

	it('is not simple where an edge runs back along the one before, or all corners lie on one line', () => {
		expect(findCrossing([[121, 31], [121.2, 31], [121.1, 31]])).not.toBeNull();
		expect(findCrossing([[121, 31], [121.2, 31], [121.1, 31], [121.1, 31.1]])).toEqual([1, 2]);
	});

	it('crosses itself wherever Turf finds a crossing', () => {
		fc.assert(fc.property(anyRing, (ring) => {
			if (kinks(asPolygon(ring)).features.length > 0) expect(findCrossing(ring)).not.toBeNull();
		}), { seed: 6, numRuns: 300 });
	});

	it('is simple or not whichever corner comes first and whichever way round', () => {
		fc.assert(fc.property(anyRing, fc.integer({ min: 1, max: 7 }), (ring, turns) => {
			const turned = [...ring.slice(turns % ring.length), ...ring.slice(0, turns % ring.length)];
			expect(findCrossing(turned) === null).toBe(findCrossing(ring) === null);
			expect(findCrossing(ring.toReversed()) === null).toBe(findCrossing(ring) === null);
		}), { seed: 6, numRuns: 300 });
	});
});
