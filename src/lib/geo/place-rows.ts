/** Rows of a file into WGS84: each position through the accepted system, and none outside the country believed. */
import type { Geometry, Position } from 'geojson';
import type { AssetRow, Crs, FeatureProblem } from '../domain/inventory.ts';
import { toWgs84 } from './crs.ts';
import type { XY } from './crs.ts';
import { isInChina } from './detect-crs.ts';

export interface Accepted {
	crs: Crs;
	/** The planner said that latitude or northing stands first. */
	isSwapped: boolean;
}

/** A centimetre: what a file holds beyond it is noise, and bytes. */
const round = (value: number): number => Math.round(value * 1e7) / 1e7;

export function mapPositions(geometry: Geometry, move: (position: Position) => Position): Geometry {
	switch (geometry.type) {
		case 'Point': return { type: 'Point', coordinates: move(geometry.coordinates) };
		case 'MultiPoint':
		case 'LineString': return { type: geometry.type, coordinates: geometry.coordinates.map(move) };
		case 'MultiLineString':
		case 'Polygon': return { type: geometry.type, coordinates: geometry.coordinates.map((line) => line.map(move)) };
		case 'MultiPolygon': return { type: 'MultiPolygon', coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(move))) };
		case 'GeometryCollection': return { type: 'GeometryCollection', geometries: geometry.geometries.map((each) => mapPositions(each, move)) };
	}
}

/** Two axes exchanged turn a ring the other way. */
const turnBack = (geometry: Geometry): Geometry => (geometry.type === 'Polygon' ? { ...geometry, coordinates: geometry.coordinates.map((ring) => ring.toReversed()) } : geometry.type === 'MultiPolygon' ? { ...geometry, coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.toReversed())) } : geometry);

export interface Placed {
	rows: AssetRow[];
	problems: FeatureProblem[];
	unplaced: number;
	bbox: [west: number, south: number, east: number, north: number] | null;
}

/** Rows as `cleanGeometry` left them. A feature with a position outside the country is listed without its geometry. */
export function placeRows(rows: readonly AssetRow[], { crs, isSwapped }: Accepted): Placed {
	const problems: FeatureProblem[] = [];
	const bbox: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
	let unplaced = 0;
	const placed = rows.map((row): AssetRow => {
		if (row.geometry === null) {
			unplaced++;
			return row;
		}
		let stray: Position | null = null;
		const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
		const geometry = mapPositions(row.geometry, (found) => {
			const position = (isSwapped ? [found[1], found[0]] : found) as XY;
			const [lon, lat] = toWgs84(crs, position);
			if (!isInChina([lon, lat])) stray ??= found;
			if (lon < box[0]) box[0] = lon;
			if (lat < box[1]) box[1] = lat;
			if (lon > box[2]) box[2] = lon;
			if (lat > box[3]) box[3] = lat;
			return [round(lon), round(lat)];
		});
		if (stray !== null) {
			const [x, y] = stray as Position;
			const isFlipped = isInChina(toWgs84(crs, (isSwapped ? [x!, y!] : [y!, x!]) as XY));
			problems.push({ row: row.row, key: isFlipped ? 'swapped' : 'outside', with: { at: `${x}, ${y}` }, level: 'skipped' });
			unplaced++;
			return { ...row, geometry: null };
		}
		for (const i of [0, 1] as const) bbox[i] = Math.min(bbox[i], box[i]);
		for (const i of [2, 3] as const) bbox[i] = Math.max(bbox[i], box[i]);
		return { ...row, geometry: isSwapped ? turnBack(geometry) : geometry };
	});
	return { rows: placed, problems, unplaced, bbox: unplaced === rows.length ? null : (bbox.map(round) as typeof bbox) };
}

/** Positions spread over the layer, for detection and preview: the first of every so many features, x and y as in the file. */
export function samplePositions(rows: readonly AssetRow[], most = 500): XY[] {
	const step = Math.max(1, Math.floor(rows.length / most));
	const sample: XY[] = [];
	for (let i = 0; i < rows.length && sample.length < most; i += step) {
		const geometry = rows[i]!.geometry;
		let first: unknown = geometry && geometry.type !== 'GeometryCollection' ? geometry.coordinates : null;
		while (Array.isArray(first) && Array.isArray(first[0])) first = first[0];
		if (Array.isArray(first)) sample.push([first[0] as number, first[1] as number]);
	}
	return sample;
}

