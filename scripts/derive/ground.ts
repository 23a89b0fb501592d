/** Unnamed ground for the picture: water areas from 0.08 km² and streams from 1 km, in or within 1 km of the area. */
import { buffer } from '@turf/turf';
import type { Feature, Geometry, LineString, Point, Position } from 'geojson';
import { areaOf, boxesMeet, boxOf, common, generalise, polygonsOf, squareMetres, subtract, type Area } from './areas.ts';
import type { Builder } from './build.ts';
import { tidy } from './lines.ts';
import { lineMetres } from './plane.ts';
import type { Reference } from './reference.ts';
import { list, type Origin, type Row } from './table.ts';

const smallest = 80_000;
const shortest = 1_000;
const wanted = { tolerance: 40, minPart: 20_000, minHole: 40_000 };

/** Crossing number test; holes count. */
function inside(p: Position, area: Area): boolean {
	let odd = false;
	for (const ring of polygonsOf(area).flat()) {
		for (let i = 1; i < ring.length; i++) {
			const [a, b] = [ring[i - 1], ring[i]];
			if (a[1] > p[1] !== b[1] > p[1] && p[0] < ((b[0] - a[0]) * (p[1] - a[1])) / (b[1] - a[1]) + a[0]) odd = !odd;
		}
	}
	return odd;
}

function properties(kind: 'lake' | 'stream', origin: Origin, m: number, name: unknown): Record<string, unknown> {
	const out: Record<string, unknown> = { kind };
	if (name) out.name_zh = name;
	out.accuracy = { class: origin.class, m };
	return { ...out, source: origin.source.split(',')[0], licence: origin.licence, date: origin.date };
}

export function groundFeatures(reference: Reference, builder: Builder, rows: Row[], origins: Map<string, Origin>): Map<string, Feature<Geometry | null>[]> {
	const zone: Area = { type: 'Feature', properties: {}, geometry: builder.geometry('demonstration-area') as Area['geometry'] };
	const near = buffer(zone, 1, { units: 'kilometers', steps: 4 }) as Area;
	const nearBox = boxOf(near);
	const drawn: Area[] = rows
		.filter((row) => row.file === 'waters' && row.how !== 'none')
		.map((row) => ({ type: 'Feature', properties: {}, geometry: builder.geometry(row.id) as Area['geometry'] }));
	const used = new Set(rows.flatMap((row) => list(row.from)).filter((s) => s.startsWith('osm/waterways#')).map((s) => s.split('=')[1]));

	const lakes: Feature<Geometry | null>[] = [];
	/** OSM first; the outlines from the picture fill in where OSM has none. */
	for (const [file, key] of [['osm/water', 'osm-water'], ['west/water', 'west-water']] as const) {
		const origin = origins.get(key)!;
		const fresh: Area[] = [];
		for (const feature of reference.all(file)) {
			if (!feature.geometry.type.endsWith('Polygon')) continue;
			const area = areaOf(polygonsOf(feature as Area));
			if (squareMetres(area) < smallest || feature.properties!.fclass === 'wetland') continue;
			const bounds = boxOf(area);
			if (!boxesMeet(bounds, nearBox) || !polygonsOf(area).some((rings) => rings[0].some((p) => inside(p, near)))) continue;
			if (covered(area, bounds, drawn)) continue;
			const geometry = generalise(area, wanted).geometry;
			fresh.push(area);
			lakes.push({ type: 'Feature', properties: properties('lake', origin, 70, file === 'osm/water' ? feature.properties!.name_zh : ''), geometry });
		}
		drawn.push(...fresh);
	}

	const origin = origins.get('osm-water')!;
	const streams: Feature<Geometry | null>[] = [];
	for (const feature of reference.all('osm/waterways')) {
		const name = feature.properties!.name_zh as string;
		if (used.has(name)) continue;
		const parts = feature.geometry.type === 'LineString' ? [feature.geometry.coordinates] : feature.geometry.type === 'MultiLineString' ? feature.geometry.coordinates : [];
		for (const part of parts) {
			if (lineMetres(part) < shortest || !part.some((p) => inside(p, near))) continue;
			const coordinates = tidy(part, 40);
			if (coordinates.length > 1) streams.push({ type: 'Feature', properties: properties('stream', origin, 70, name), geometry: { type: 'LineString', coordinates } });
		}
	}
	return new Map([['lakes', lakes], ['streams', streams]]);
}

/** More than a third of it is drawn already. */
function covered(area: Area, bounds: readonly number[], drawn: Area[]): boolean {
	let rest: Area | null = area;
	for (const other of drawn) if (rest && boxesMeet(bounds, boxOf(other))) rest = subtract(rest, other);
	return !rest || squareMetres(rest) < squareMetres(area) * 0.67;
}

const parentKinds = new Set(['lake', 'reservoir', 'station', 'interchange']);

/** Parents that the table leaves open: the Qingpu town or the district that holds the place wholly (98 % of an area). */
export function inferParents(builder: Builder, rows: Row[]): void {
	const towns = rows.filter((row) => row.how === 'qingpu-town');
	const districts = rows.filter((row) => row.how === 'district');
	const shape = (row: Row): Area => ({ type: 'Feature', properties: {}, geometry: builder.geometry(row.id) as Area['geometry'] });
	for (const row of rows) {
		if (row.parent || row.of || !parentKinds.has(row.kind)) continue;
		const geometry = builder.geometry(row.id) as Point | LineString | Area['geometry'] | null;
		if (!geometry || geometry.type === 'LineString') continue;
		const holds = (candidate: Row): boolean => {
			if (geometry.type === 'Point') return inside(geometry.coordinates, shape(candidate));
			const area: Area = { type: 'Feature', properties: {}, geometry };
			const part = boxesMeet(boxOf(area), boxOf(shape(candidate))) ? common(area, shape(candidate)) : null;
			return part !== null && squareMetres(part) > squareMetres(area) * 0.98;
		};
		row.parent = [...towns, ...districts].find(holds)?.id ?? '';
	}
}
