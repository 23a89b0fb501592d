import { describe, expect, it } from 'vitest';
import type { Crs } from '#lib/domain/inventory.ts';
import { fromWgs84 } from '#lib/geo/crs.ts';
import type { XY } from '#lib/geo/crs.ts';
import { readCrsText } from '#lib/geo/crs-text.ts';
import { detectCrs, shiftPreview } from '#lib/geo/detect-crs.ts';

const area = [120.2, 30.7, 121.4, 31.4] as const;
const ground: XY[] = [[120.5, 31], [120.7, 31.1], [121, 30.9], [121.1, 31.2]];
const inSystem = (crs: Crs): XY[] => ground.map((position) => fromWgs84(crs, position));
const gk = (meridian: number, isZoned: boolean): Crs => ({ datum: 'cgcs2000-gk', meridian, isZoned });
const prj = (name: string, meridian: number, easting: number, datum = 'D_China_2000') => `PROJCS["${name}",GEOGCS["GCS_X",DATUM["${datum}",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",${easting}.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;

describe('the system a file says it is in', () => {
	it.each([
		['EPSG:4326', { datum: 'wgs84' }], ['urn:ogc:def:crs:OGC:1.3:CRS84', { datum: 'wgs84' }], ['urn:ogc:def:crs:EPSG::4490', { datum: 'cgcs2000' }], ['http://www.opengis.net/def/crs/EPSG/0/4549', gk(120, false)],
		['EPSG:4528', gk(120, true)], ['EPSG:4534', gk(75, false)], ['EPSG:4554', gk(135, false)], ['EPSG:4513', gk(75, true)], ['EPSG:32651', null], ['EPSG:3857', null], ['EPSG:2437', null],
		[prj('CGCS2000_3_Degree_GK_CM_120E', 120, 500000), gk(120, false)], [prj('CGCS2000_3_Degree_GK_Zone_40', 120, 40500000), gk(120, true)], [prj('Xian_1980_3_Degree_GK_CM_120E', 120, 500000, 'D_Xian_1980'), null],
		['GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]', { datum: 'wgs84' }],
		['GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]', { datum: 'cgcs2000' }]
	] as const)('%s', (text, crs) => expect(readCrsText(text)).toEqual(crs));

	it('decides, where the numbers can be of it', () => {
		expect(detectCrs(inSystem(gk(120, true)), prj('zone 40', 120, 40500000), area)).toMatchObject({ crs: gk(120, true), basis: 'prj', doubt: '' });
		expect(detectCrs(ground, 'EPSG:4490', area)).toMatchObject({ crs: { datum: 'cgcs2000' }, basis: 'declared', doubt: '' });
	});

	it('is not believed where its numbers are metres, and never stands in for one that cannot be converted', () => {
		expect(detectCrs(inSystem(gk(120, false)), 'EPSG:4326', area)).toMatchObject({ crs: null, doubt: 'contradicted' });
		expect(detectCrs(inSystem(gk(120, false)), prj('Xian_1980_3_Degree_GK_CM_120E', 120, 500000, 'D_Xian_1980'), area)).toMatchObject({ crs: null, doubt: 'unknown', named: 'Xian_1980_3_Degree_GK_CM_120E' });
	});
});

describe('the system of a file that says nothing', () => {
	it.each(['wgs84', 'cgcs2000', 'gcj02', 'bd09'] as const)('degrees in %s: the planner is asked, never guessed for', (datum) => {
		const found = detectCrs(inSystem({ datum }), null, area);
		expect(found).toMatchObject({ crs: null, basis: 'range', doubt: '' });
		expect(found.candidates.map(({ crs }) => crs.datum).toSorted()).toEqual(['bd09', 'cgcs2000', 'gcj02', 'wgs84']);
	});

	it('metres: the zone is in the easting, or the one meridian that puts the layer into the area', () => {
		expect(detectCrs(inSystem(gk(120, true)), null, area)).toMatchObject({ crs: gk(120, true), basis: 'range' });
		expect(detectCrs(inSystem(gk(120, false)), null, area)).toMatchObject({ crs: gk(120, false), basis: 'range' });
		expect(detectCrs(inSystem(gk(123, false)), null, area)).toMatchObject({ crs: gk(123, false), basis: 'range' });
	});

	it('latitude first, or northing first as surveyors write x, is seen and not mended unasked', () => {
		expect(detectCrs(ground.map(([x, y]) => [y, x]), null, area)).toMatchObject({ doubt: 'swapped', crs: null });
		expect(detectCrs(inSystem(gk(120, true)).map(([x, y]) => [y, x]), null, area)).toMatchObject({ doubt: 'swapped', crs: gk(120, true) });
	});

	it('numbers of no readable system say so', () => {
		expect(detectCrs([[20_500_000, 3_430_000], [20_510_000, 3_431_000]], null, area)).toMatchObject({ crs: null, doubt: 'six-degree' });
		expect(detectCrs([[-21_000, 4_000], [-20_000, 5_000]], null, area)).toMatchObject({ crs: null, basis: 'none', doubt: 'outside' });
		expect(detectCrs([], null, area)).toMatchObject({ crs: null });
	});
});

it('the preview says how far each system would move the layer, and how much of it lies within a known border', () => {
	const square = { type: 'Polygon' as const, coordinates: [[[120.4999, 30.9999], [120.5001, 30.9999], [120.5001, 31.0001], [120.4999, 31.0001], [120.4999, 30.9999]]] };
	const sample = [fromWgs84({ datum: 'gcj02' }, [120.5, 31])];
	const shifts = shiftPreview(sample, { datum: 'wgs84' }, square);
	expect(shifts.map(({ crs, share }) => [crs.datum, share])).toEqual([['wgs84', 0], ['cgcs2000', 0], ['gcj02', 1], ['bd09', 0]]);
	expect(shifts[0]!.metres).toBe(0);
	expect(shifts[2]!.metres).toBeGreaterThan(300);
	expect(shifts[2]!.metres).toBeLessThan(700);
});
