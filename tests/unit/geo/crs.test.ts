import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Crs } from '#lib/domain/inventory.ts';
import { fromWgs84, toWgs84 } from '#lib/geo/crs.ts';
import type { XY } from '#lib/geo/crs.ts';

/** The published formulas once more, written here from their description: one series in x and y for each axis, on the ellipsoid of Krasovsky. */
const rad = Math.PI / 180;
function gcj([lon, lat]: XY): XY {
	const [x, y] = [lon - 105, lat - 35];
	const wave = (v: number, a: number, b: number, c: number, d: number) => (2 / 3) * (a * Math.sin(v * b * Math.PI) + c * Math.sin(v * d * Math.PI));
	const common = wave(x, 20, 6, 20, 2);
	const north = -100 + 2 * x + 3 * y + 0.2 * y ** 2 + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + common + wave(y, 20, 1, 40, 1 / 3) + wave(y, 160, 1 / 12, 320, 1 / 30);
	const east = 300 + x + 2 * y + 0.1 * x ** 2 + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + common + wave(x, 20, 1, 40, 1 / 3) + wave(x, 150, 1 / 12, 300, 1 / 30);
	const [axis, e2] = [6_378_245, 0.006693421622965943];
	const w = 1 - e2 * Math.sin(lat * rad) ** 2;
	return [lon + east / ((axis / Math.sqrt(w)) * Math.cos(lat * rad) * rad), lat + north / (((axis * (1 - e2)) / w ** 1.5) * rad)];
}
function bd(position: XY): XY {
	const [x, y] = gcj(position);
	const turn = (Math.PI * 3000) / 180;
	const length = Math.hypot(x, y) + 0.00002 * Math.sin(y * turn);
	const angle = Math.atan2(y, x) + 0.000003 * Math.cos(x * turn);
	return [length * Math.cos(angle) + 0.0065, length * Math.sin(angle) + 0.006];
}

const metres = ([a, b]: XY, [c, d]: XY): number => Math.hypot((a - c) * 111_320 * Math.cos(31 * rad), (b - d) * 111_320);
const grid: XY[] = Array.from({ length: 900 }, (_, i) => [120.1 + (i % 30) * 0.05, 30.6 + Math.floor(i / 30) * 0.035]);

describe('coordinates through another system', () => {
	it.each([['gcj02', gcj], ['bd09', bd]] as const)('%s agrees with the published formula to a millimetre there and to a centimetre back, all over the area', (datum, published) => {
		const worst = (each: (position: XY) => number) => Math.max(...grid.map(each));
		expect(worst((position) => metres(fromWgs84({ datum }, position), published(position)))).toBeLessThan(0.001);
		expect(worst((position) => metres(toWgs84({ datum }, published(position)), position))).toBeLessThan(0.01);
		expect(worst((position) => -metres(position, published(position)))).toBeLessThan(-300);
	});

	it('a point comes back to where it was, in every system and anywhere in the country', () => {
		const systems: Crs[] = [{ datum: 'wgs84' }, { datum: 'cgcs2000' }, { datum: 'gcj02' }, { datum: 'bd09' }, { datum: 'cgcs2000-gk', meridian: 120 }, { datum: 'cgcs2000-gk', meridian: 120, isZoned: true }, { datum: 'cgcs2000-gk', meridian: 123, isZoned: true }];
		fc.assert(fc.property(fc.double({ min: 118, max: 124, noNaN: true }), fc.double({ min: 20, max: 45, noNaN: true }), fc.constantFrom(...systems), (lon, lat, crs) => {
			expect(metres(toWgs84(crs, fromWgs84(crs, [lon, lat])), [lon, lat])).toBeLessThan(0.01);
		}), { numRuns: 300 });
	});

	it('the easting of a zoned system is led by the number of its zone', () => {
		const [plain] = fromWgs84({ datum: 'cgcs2000-gk', meridian: 120 }, [121, 31]);
		expect(fromWgs84({ datum: 'cgcs2000-gk', meridian: 120, isZoned: true }, [121, 31])[0] - plain).toBe(40_000_000);
	});
});
