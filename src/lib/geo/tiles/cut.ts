/** Cuts features into vector tiles. Generalised to less than a pixel at each zoom; properties are taken over as they are. */
import geojsonVt from 'geojson-vt';
import type { Feature } from 'geojson';
import { fromGeojsonVt } from 'vt-pbf';
import type { Tile } from './archive.ts';

export interface Cutting {
	/** Name of the layer inside the tiles. */
	layer: string;
	minZoom: number;
	maxZoom: number;
	bbox: [number, number, number, number];
}

const column = (lon: number, z: number): number => Math.floor(((lon + 180) / 360) * 2 ** z);
const row = (lat: number, z: number): number => Math.floor(((1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2) * 2 ** z);

/** Tiles that hold something, lowest zoom first. */
export function cutTiles(features: readonly Feature[], { layer, minZoom, maxZoom, bbox: [west, south, east, north] }: Cutting): Tile[] {
	const index = geojsonVt({ type: 'FeatureCollection', features: [...features] }, { maxZoom, indexMaxZoom: maxZoom, indexMaxPoints: 0, tolerance: 3, extent: 4096, buffer: 64 });
	const tiles: Tile[] = [];
	for (let z = minZoom; z <= maxZoom; z++) for (let x = column(west, z); x <= column(east, z); x++) for (let y = row(north, z); y <= row(south, z); y++) {
		const tile = index.getTile(z, x, y);
		if (tile && tile.features.length > 0) tiles.push({ z, x, y, bytes: fromGeojsonVt({ [layer]: tile }, { version: 2, extent: 4096 }) });
	}
	return tiles;
}
