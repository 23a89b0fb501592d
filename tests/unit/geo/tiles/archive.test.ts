/** Archives are read back by the library that browsers read them with. */
import { PMTiles } from 'pmtiles';
import type { RangeResponse, Source } from 'pmtiles';
import { zxyToTileId } from 'pmtiles';
import { describe, expect, it } from 'vitest';
import { tileNumber, writeArchive } from '#lib/geo/tiles/archive.ts';
import type { Tile } from '#lib/geo/tiles/archive.ts';

const bbox: [number, number, number, number] = [120.3, 30.7, 121.3, 31.3];

function sourceOf(bytes: Uint8Array): Source & { asked: number } {
	return {
		asked: 0,
		getKey: () => 'test',
		async getBytes(offset: number, length: number): Promise<RangeResponse> {
			this.asked += length;
			return { data: Uint8Array.from(bytes.subarray(offset, offset + length)).buffer };
		}
	};
}
const someTile = (z: number, x: number, y: number): Tile => ({ z, x, y, bytes: new TextEncoder().encode(`tile ${z}/${x}/${y} `.repeat(1 + ((x * 7 + y) % 5))) });

describe('an archive of tiles', () => {
	it('numbers tiles as the reader does', () => {
		for (let z = 0; z <= 12; z++) for (let n = 0; n < 50; n++) {
			const [x, y] = [(n * 7919) % 2 ** z, (n * 104729) % 2 ** z];
			expect(tileNumber(z, x, y)).toBe(zxyToTileId(z, x, y));
		}
	});

	it('gives every tile back, and nothing where there is none', async () => {
		const tiles = Array.from({ length: 400 }, (_, n) => someTile(9, 420 + (n % 20), 200 + Math.floor(n / 20)));
		const archive = new PMTiles(sourceOf(writeArchive(tiles, { bbox, metadata: { name: 'ground' } })));
		for (const { z, x, y, bytes } of tiles) expect(new Uint8Array((await archive.getZxy(z, x, y))!.data)).toEqual(bytes);
		expect(await archive.getZxy(9, 400, 200)).toBeUndefined();
		const head = await archive.getHeader();
		expect([head.minZoom, head.maxZoom, head.minLon, head.maxLat]).toEqual([9, 9, 120.3, 31.3]);
		expect(await archive.getMetadata()).toEqual({ name: 'ground' });
	});

	it('keeps equal tiles once, also side by side', async () => {
		const same = (x: number): Tile => ({ z: 8, x, y: 100, bytes: new Uint8Array(5000).fill(7) });
		const archive = writeArchive([same(200), same(201), same(203), someTile(8, 202, 100)], { bbox, metadata: {} });
		expect(archive.length).toBeLessThan(600);
		const reader = new PMTiles(sourceOf(archive));
		for (const x of [200, 201, 203]) expect((await reader.getZxy(8, x, 100))!.data.byteLength).toBe(5000);
	});

	it('too large for one directory is read by leaves', async () => {
		const tiles = Array.from({ length: 1500 }, (_, n) => someTile(14, 13_000 + (n % 50), 6_000 + Math.floor(n / 50)));
		const source = sourceOf(writeArchive(tiles, { bbox, metadata: {} }, 300));
		const reader = new PMTiles(source);
		expect((await reader.getHeader()).leafDirectoryLength).toBeGreaterThan(0);
		for (const n of [0, 1, 749, 1499]) {
			const { z, x, y, bytes } = tiles[n]!;
			expect(new Uint8Array((await reader.getZxy(z, x, y))!.data)).toEqual(bytes);
		}
	});

	it('refuses to be empty', () => {
		expect(() => writeArchive([], { bbox, metadata: {} })).toThrow('at least one tile');
	});
});
