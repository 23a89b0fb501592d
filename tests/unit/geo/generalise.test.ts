import { describe, expect, it } from 'vitest';
import type { Geometry, Position } from 'geojson';
import { generalise, roundPositions } from '#lib/geo/generalise.ts';

/** A metre east and north at the latitude of the area. */
const [east, north] = [1 / (111_320 * Math.cos((31 * Math.PI) / 180)), 1 / 111_320];
const at = (x: number, y: number): Position => [121 + x * east, 31 + y * north];
const line = (...points: [number, number][]): Geometry => ({ type: 'LineString', coordinates: points.map(([x, y]) => at(x, y)) });
const count = (geometry: Geometry): number => JSON.stringify(geometry).split('[12').length - 1;

describe('fewer vertices', () => {
	it('leaves out what lies nearer than the tolerance and keeps what lies farther, ends always', () => {
		expect(generalise(line([0, 0], [50, 3], [100, 0]), 5)).toEqual(line([0, 0], [100, 0]));
		expect(generalise(line([0, 0], [50, 8], [100, 0]), 5)).toEqual(line([0, 0], [50, 8], [100, 0]));
	});
	it('no vertex that was left out lies farther than the tolerance from the line that stays', () => {
		const winding: [number, number][] = Array.from({ length: 400 }, (_, i) => [i * 10, 60 * Math.sin(i / 9) + 4 * Math.sin(i * 2.3)]);
		const thinned = generalise(line(...winding), 10) as { coordinates: Position[] };
		const far = winding.map(([x, y]) => Math.min(...thinned.coordinates.slice(1).map((b, i) => {
			const [a, e] = [thinned.coordinates[i]!, b].map((one) => [(one[0]! - 121) / east, (one[1]! - 31) / north] as const) as [readonly [number, number], readonly [number, number]];
			const [dx, dy] = [e[0] - a[0], e[1] - a[1]];
			const share = Math.max(0, Math.min(1, ((x - a[0]) * dx + (y - a[1]) * dy) / (dx * dx + dy * dy)));
			return Math.hypot(x - a[0] - share * dx, y - a[1] - share * dy);
		})));
		expect(thinned.coordinates.length).toBeLessThan(150);
		expect(Math.max(...far)).toBeLessThan(10.1);
	});
	it('a ring stays closed, one that would vanish stays as it was, points stay', () => {
		const pond: Geometry = { type: 'Polygon', coordinates: [[at(0, 0), at(2, 0), at(2, 2), at(0, 2), at(0, 0)]] };
		expect(generalise(pond, 50)).toEqual(pond);
		const field = generalise({ type: 'MultiPolygon', coordinates: [[[at(0, 0), at(100, 1), at(200, 0), at(200, 200), at(0, 200), at(0, 0)]]] }, 5) as { coordinates: Position[][][] };
		expect(field.coordinates[0]![0]).toEqual([at(0, 0), at(200, 0), at(200, 200), at(0, 200), at(0, 0)]);
		expect(generalise({ type: 'Point', coordinates: at(0, 0) }, 50)).toEqual({ type: 'Point', coordinates: at(0, 0) });
	});
	it('a line of 100,000 vertices is thinned without running out of stack', () => expect(count(generalise(line(...Array.from({ length: 100_000 }, (_, i): [number, number] => [i, (i % 2) * 20])), 50))).toBeLessThan(10));
	it('six digits of a degree are kept', () => expect(roundPositions<Geometry>({ type: 'Point', coordinates: [121.12345678, 31.00000049] })).toEqual({ type: 'Point', coordinates: [121.123457, 31] }));
});
