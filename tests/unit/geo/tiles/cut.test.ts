import { VectorTile } from '@mapbox/vector-tile';
import type { Feature } from 'geojson';
import Pbf from 'pbf';
import { describe, expect, it } from 'vitest';
import { cutTiles } from '#lib/geo/tiles/cut.ts';

const bbox: [number, number, number, number] = [120.6, 30.8, 121.2, 31.2];
const lake: Feature = { type: 'Feature', properties: { kind: 'ground-lake', context: false }, geometry: { type: 'Polygon', coordinates: [[[120.8, 31.08], [120.9, 31.08], [120.9, 31.18], [120.8, 31.18], [120.8, 31.08]], [[120.84, 31.12], [120.84, 31.14], [120.86, 31.14], [120.86, 31.12], [120.84, 31.12]]] } };
const stream: Feature = { type: 'Feature', properties: { kind: 'ground-stream', context: false }, geometry: { type: 'LineString', coordinates: [[120.7, 30.9], [121.1, 30.95]] } };

describe('features cut into tiles', () => {
	const tiles = cutTiles([lake, stream], { layer: 'ground', minZoom: 7, maxZoom: 12, bbox });
	const read = (bytes: Uint8Array) => new VectorTile(new Pbf(bytes)).layers['ground']!;

	it('stand in every zoom with their properties', () => {
		expect([...new Set(tiles.map(({ z }) => z))]).toEqual([7, 8, 9, 10, 11, 12]);
		const kinds = new Set(tiles.filter(({ z }) => z === 12).flatMap(({ bytes }) => {
			const layer = read(bytes);
			return Array.from({ length: layer.length }, (_, i) => layer.feature(i).properties['kind']);
		}));
		expect(kinds).toEqual(new Set(['ground-lake', 'ground-stream']));
	});

	it('come back where they were, a hole included, within ten metres at zoom 10', () => {
		const { z, x, y, bytes } = tiles.find((tile) => {
			const layer = read(tile.bytes);
			return tile.z === 10 && Array.from({ length: layer.length }, (_, i) => layer.feature(i).properties['kind']).includes('ground-lake');
		})!;
		const layer = read(bytes);
		const found = Array.from({ length: layer.length }, (_, i) => layer.feature(i)).find(({ properties }) => properties['kind'] === 'ground-lake')!.toGeoJSON(x, y, z);
		expect(found.geometry.type).toBe('Polygon');
		const rings = (found.geometry as { coordinates: number[][][] }).coordinates;
		expect(rings).toHaveLength(2);
		for (const [lon, lat] of (lake.geometry as { coordinates: number[][][] }).coordinates.flat()) {
			const off = Math.min(...rings.flat().map(([a, b]) => Math.hypot((a! - lon!) * 95_000, (b! - lat!) * 111_000)));
			expect(off).toBeLessThan(10);
		}
	});
});
