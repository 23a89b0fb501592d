import { length, lineString, nearestPointOnLine, point } from '@turf/turf';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crossingsKm, divide, joinLines, nearestOn, positionAt, stretchesBeside, stretchesIn, toRun } from '#lib/geo/chainage.ts';
import { toPlanar } from '#lib/geo/planar.ts';

/** 955 m of longitude and 1,109 m of latitude are 0.01°. */
const straight = toRun([[121, 31.05], [121.1, 31.05], [121.2, 31.05]]);
const box = (west: number, east: number) => toPlanar([{ type: 'Polygon', coordinates: [[[west, 31], [east, 31], [east, 31.1], [west, 31.1], [west, 31]]] }]);
const spot = fc.tuple(fc.double({ min: 120.4, max: 121.3, noNaN: true }), fc.double({ min: 30.8, max: 31.3, noNaN: true }));
const line = fc.array(spot, { minLength: 2, maxLength: 12 }).filter((points) => points.every(([x, y], i) => i === 0 || Math.hypot(x - points[i - 1]![0], y - points[i - 1]![1]) > 0.001));

/** Steps of at most 5 km, as real lines have: over 40 km a great circle leaves the straight line of the plane by 20 m. */
const winding = fc.tuple(spot, fc.array(fc.tuple(fc.double({ min: -0.05, max: 0.05, noNaN: true }), fc.double({ min: 0.002, max: 0.03, noNaN: true })), { minLength: 1, maxLength: 10 })).map(([start, steps]) => steps.reduce<[number, number][]>((points, [x, y]) => [...points, [points.at(-1)![0] + x, points.at(-1)![1] + y]], [start]));

describe('chainage', () => {
	it('is the geodesic length at the end, and a position on the line has its own', () => fc.assert(fc.property(line, fc.double({ min: 0, max: 1, noNaN: true }), (points, part) => {
		const run = toRun(points);
		// A straight line in lon-lat of 80 km is longer than the great circle by some two millionths.
		expect(Math.abs(run.lengthKm / length(lineString(points)) - 1)).toBeLessThan(1e-5);
		expect(nearestOn(run, positionAt(run, part * run.lengthKm)).metres).toBeLessThan(0.5);
	})));

	it('of the nearest point lies within the line, as near as Turf finds it', () => fc.assert(fc.property(winding, spot, (points, at) => {
		const run = toRun(points);
		const { km, metres } = nearestOn(run, at);
		expect(km).toBeGreaterThanOrEqual(0);
		expect(km).toBeLessThanOrEqual(run.lengthKm + 1e-9);
		const turf = nearestPointOnLine(lineString(points), point(at), { units: 'meters' }).properties.pointDistance;
		expect(Math.abs(metres - turf)).toBeLessThan(1 + turf * 0.01);
	})));

	it('of crossings lies on both lines, and is mirrored when the line is turned round', () => fc.assert(fc.property(line, line, (a, b) => {
		const [run, turned, other] = [toRun(a), toRun(a.toReversed()), toRun(b)];
		const found = crossingsKm(run, other.planar);
		for (const km of found) expect(nearestOn(other, positionAt(run, km)).metres).toBeLessThan(1);
		const mirrored = crossingsKm(turned, other.planar).map((km) => run.lengthKm - km).toReversed();
		expect(mirrored.length).toBe(found.length);
		mirrored.forEach((km, i) => expect(km).toBeCloseTo(found[i]!, 1));
	})));
});

describe('areas along a line', () => {
	it('divide it without a gap, and what no area holds is told as such', () => {
		const pieces = divide(straight, [{ id: 'west', area: box(120.9, 121.1) }, { id: 'east', area: box(121.1, 121.15) }], 0.1);
		expect(pieces.map(({ id }) => id)).toEqual(['west', 'east', null]);
		expect(pieces.map(({ from, to }) => Math.round((to - from) * 10) / 10)).toEqual([9.5, 4.8, 4.8]);
		expect([pieces[0]!.from, pieces.at(-1)!.to]).toEqual([0, straight.lengthKm]);
		pieces.slice(1).forEach(({ from }, i) => expect(from).toBe(pieces[i]!.to));
	});
	it('give a piece that their accuracy does not bear to the longer neighbour', () =>
		expect(divide(straight, [{ id: 'west', area: box(120.9, 121.1) }, { id: 'sliver', area: box(121.1, 121.101) }, { id: 'east', area: box(121.101, 121.3) }], 0.26).map(({ id }) => id)).toEqual(['west', 'east']));
	it('hold the stretches that lie in them', () => expect(stretchesIn(straight, box(121.05, 121.15)).map(({ from, to }) => [from.toFixed(1), to.toFixed(1)])).toEqual([['4.8', '14.3']]));
});

describe('lines', () => {
	it('are joined where ends meet, turned round where need be, and else stay parts', () => {
		const joined = joinLines([[[121, 31], [121.1, 31]], [[121.2, 31], [121.1, 31]], [[121.5, 31], [121.6, 31]]]);
		expect(joined).toEqual([[[121, 31], [121.1, 31], [121.2, 31]], [[121.5, 31], [121.6, 31]]]);
	});
	it('of one alignment share a stretch, those that merely cross do not', () => {
		const beside = toRun([[121.02, 31.0505], [121.12, 31.0505]]);
		expect(stretchesBeside(straight, beside.planar, 100, 2).map(({ from, to }) => Math.round(to - from))).toEqual([10]);
		expect(stretchesBeside(straight, toRun([[121.05, 31], [121.05, 31.1]]).planar, 100, 2)).toEqual([]);
	});
});
