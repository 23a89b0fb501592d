import { describe, expect, it } from 'vitest';
import { featureAt } from '../../bench/columns-writer.ts';
import { generateRegion, toFeatureCollection } from '../../bench/region-generator.ts';

const region = generateRegion({ times: 3, seed: 11 });
const { geometry, attributes } = region;

describe('the invented region', () => {
	it('is the same for the same seed and another for another', () => {
		expect(generateRegion({ times: 3, seed: 11 })).toEqual(region);
		expect(generateRegion({ times: 3, seed: 12 }).geometry.positions).not.toEqual(geometry.positions);
	});

	it('holds points, lines, areas, holes, several parts and rows without geometry', () => {
		const { features } = toFeatureCollection(region);
		const types = new Set(features.map((feature) => feature.geometry?.type ?? 'none'));
		expect([...types].sort()).toEqual(['LineString', 'MultiLineString', 'MultiPolygon', 'Point', 'Polygon', 'none']);
		expect(features.some((feature) => feature.geometry?.type === 'Polygon' && feature.geometry.coordinates.length > 1)).toBe(true);
		for (const feature of features) if (feature.geometry?.type === 'Polygon') for (const ring of feature.geometry.coordinates) expect(ring.at(-1)).toEqual(ring[0]);
		expect(generateRegion({ times: 1, shapes: 'points' }).geometry.shape.every((shape) => shape < 2)).toBe(true);
	});

	it('has columns that fit together', () => {
		expect(geometry.count).toBe(3000);
		expect([geometry.rowStart.length, geometry.bounds.length, geometry.shape.length]).toEqual([3001, 12000, 3000]);
		expect(geometry.partStart.length - 1).toBe(geometry.rowStart[3000]);
		expect(geometry.ringStart.length - 1).toBe(geometry.partStart.at(-1));
		expect(geometry.positions.length / 2).toBe(geometry.ringStart.at(-1));
		for (const column of attributes) expect(column.type === 'text' ? column.starts.length - 1 : column.type === 'category' ? column.codes.length : column.values.length).toBe(3000);
	});

	it('lacks values as inventories do: a missing one is no zero', () => {
		const year = attributes.find(({ name }) => name === 'year') as { values: Float64Array };
		const missing = year.values.filter(Number.isNaN).length / 3000;
		expect(missing).toBeGreaterThan(0.1);
		expect(missing).toBeLessThan(0.3);
		const row = Array.from(year.values).findIndex(Number.isNaN);
		expect(featureAt(region, row).properties).toMatchObject({ year: null });
		expect(featureAt(region, 0).properties!.name).toMatch(/1号$/);
	});
});
