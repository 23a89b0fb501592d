/** A ground too large to travel whole travels as tiles, and the map draws it from them. */
import { PMTiles } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { createHttpSource } from '#lib/ports/http-source.ts';
import { buildStyle } from '#lib/map/basemap.ts';
import { palettes } from '#lib/map/palette.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoots } from '#lib/server/roots.ts';

const publication = publish(readRoots(), undefined, 100_000);
const { hash } = publication;

describe('the ground as tiles', () => {
	it('is cut where its text is above the limit; the shipped ground is below it', () => {
		expect([...publication.tiles.keys()]).toEqual(['ground.pmtiles']);
		expect(publication.dataset.tiled).toEqual(['ground']);
		const shipped = publish(readRoots(), { keys: publication.keys, places: publication.dataset.places, relations: publication.relations, text: (name) => publication.files.get(name)!, tiles: new Map() });
		expect([shipped.tiles.size, shipped.dataset.tiled]).toEqual([0, undefined]);
	});

	it('holds the lakes of the middle of the area at the zooms of the map', async () => {
		const bytes = publication.tiles.get('ground.pmtiles')!;
		const archive = new PMTiles({ getKey: () => 'ground', getBytes: async (offset, length) => ({ data: Uint8Array.from(bytes.subarray(offset, offset + length)).buffer }) });
		const head = await archive.getHeader();
		expect([head.minZoom, head.maxZoom]).toEqual([7, 13]);
		for (const [z, x, y] of [[7, 106, 52], [10, 855, 418]] as const) expect((await archive.getZxy(z, x, y))!.data.byteLength).toBeGreaterThan(200);
	});

	it('is not asked for as text by a browser, and the style names the tiles', async () => {
		const asked: string[] = [];
		const source = createHttpSource('', hash, async (url) => {
			asked.push(String(url).split('/').at(-1)!);
			return new Response(publication.files.get(asked.at(-1)!));
		});
		const shapes = await source.shapes();
		expect(asked).not.toContain('geometry-ground.json');
		expect(shapes.ground).toEqual([]);
		const style = buildStyle(shapes, 'zh', palettes.day);
		expect(style.sources['ground']).toEqual({ type: 'vector', url: `pmtiles:///data/${hash}/ground.pmtiles` });
		const layers = style.layers.filter((layer) => 'source' in layer && layer.source === 'ground');
		expect(layers.map((layer) => ('source-layer' in layer ? layer['source-layer'] : ''))).toEqual(['ground', 'ground']);
	});
});
