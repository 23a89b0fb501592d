import geodesic from 'geographiclib-geodesic';
import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { createPlane } from '#lib/geo/local-plane.ts';
import { seeded } from '../../bench/multiply.ts';

/** By how much the straight distance in the plane differs from the geodesic, as a share. */
function deviation(lon0: number, lat0: number, a: Position, b: Position): number {
	const xy = new Float64Array(4);
	createPlane(lon0, lat0).project([...a, ...b], xy, 0, 2);
	return Math.abs(Math.hypot(xy[0]! - xy[2]!, xy[1]! - xy[3]!) / geodesic.Geodesic.WGS84.Inverse(a[1]!, a[0]!, b[1]!, b[0]!).s12! - 1);
}

describe('the plane of a layer', () => {
	const random = seeded(7);
	const around = (lon: number, lat: number, width: number, height: number): Position => [lon + width * (random() - 0.5), lat + height * (random() - 0.5)];

	it('is geodesic to 0.01 % all over the area', () => {
		for (let i = 0; i < 2000; i++) {
			const a = around(121, 31, 1.2, 1);
			expect(deviation(121, 31, a, around(a[0]!, a[1]!, 0.1, 0.1))).toBeLessThan(0.0001);
		}
	});

	it('is geodesic to 0.1 % over a layer 500 km wide, north and south too', () => {
		for (let i = 0; i < 1000; i++) for (const lat of [20, 31, 50]) {
			const a = around(110, lat, 2 * (250 / (111.3 * Math.cos((lat * Math.PI) / 180))), 8);
			expect(deviation(110, lat, a, around(a[0]!, a[1]!, 0.1, 0.1))).toBeLessThan(0.001);
		}
	});

	it('has its middle at 0, 0 and projects only the vertices asked for', () => {
		const out = new Float64Array(6).fill(7);
		createPlane(121, 31).project([1, 1, 121, 31, 2, 2], out, 1, 2);
		expect([...out].map((value) => Math.round(value))).toEqual([7, 7, 0, 0, 7, 7]);
	});
});
