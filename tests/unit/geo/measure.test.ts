import { describe, expect, it } from 'vitest';
import { measure } from '#lib/geo/measure.ts';
import { findCrossedRings } from '#lib/geo/validity.ts';
import { openRegion } from '../../fixtures/region.ts';

const { dataset } = openRegion().publication;
const measured = (id: string) => dataset.places.find((place) => place.id === id)!.measured;

describe('what is measured on our geometry', () => {
	it('gives area and length on the sphere', () => {
		// 0.1° × 0.1° at 31.05° N on a sphere of 6371.0088 km: 105.93 km²; 0.2° along 31.07° N: 19.05 km.
		expect(measured('west')?.areaKm2).toBeCloseTo(105.93, 1);
		expect(measured('fast-line')?.lengthKm).toBeCloseTo(19.05, 2);
	});

	it('gives a river the length of its line and the area of its water', () => expect(measured('long-river')).toMatchObject({ lengthKm: 8.57, areaKm2: 1.907 }));

	it('puts the mark of a place on the place: in the largest part, in the middle of a line', () => {
		const islet = [[[121, 31], [121.001, 31], [121.001, 31.001], [121, 31.001], [121, 31]]];
		const main = [[[121.1, 31.1], [121.2, 31.1], [121.2, 31.2], [121.1, 31.2], [121.1, 31.1]]];
		const { at } = measure({ type: 'MultiPolygon', coordinates: [islet, main] });
		expect([at[0] > 121.1 && at[0] < 121.2, at[1] > 31.1 && at[1] < 31.2]).toEqual([true, true]);
		expect(measured('fast-line')?.at[0]).toBeCloseTo(121.1, 3);
	});

	it('says nothing of a place that is not located', () => expect(measured('lost-pond')).toBeUndefined());
});

describe('a ring that crosses itself', () => {
	it('is found by the data check, with the corner', () => {
		const feature = (coordinates: [number, number][]) => ({ id: 'bow', properties: {}, geometry: { type: 'Polygon' as const, coordinates: [coordinates] }, file: 'places/a.geojson', row: 3 });
		expect(findCrossedRings([feature([[121, 31], [121.1, 31.1], [121.1, 31], [121, 31.1], [121, 31]])])).toMatchObject([{ file: 'places/a.geojson', row: 3, key: 'crossed-ring', with: { id: 'bow', at: '121.0500, 31.0500' } }]);
		expect(findCrossedRings([feature([[121, 31], [121.1, 31], [121.1, 31.1], [121, 31.1], [121, 31]])])).toEqual([]);
	});
});
