/** Shapes as the GeoJSON sources of the basemap. A property stands here because a style rule or a label reads it. */
import type { Feature, FeatureCollection, Geometry, Position as GeoPosition } from 'geojson';
import { simplify } from '@turf/turf';
import type { Shape, Shapes } from '../domain/shape.ts';
import { runsOf } from './runs.ts';

export const wholeZone = 'demonstration-area';

const collect = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

function toFeature(shape: Shape): Feature {
	const { place, kind, accuracy, rank, context, areaKm2, role } = shape;
	return { type: 'Feature', properties: { place, kind, accuracy, rank, context, areaKm2: areaKm2 ?? 0, role: role ?? '' }, geometry: shape.geometry };
}

const isArea = (geometry: Geometry): boolean => geometry.type === 'Polygon' || geometry.type === 'MultiPolygon';

const world = [[112, 26], [130, 26], [130, 37], [112, 37], [112, 26]];

/** Where the geometry ends: lakes and lines are cut there, so the ground closes over them softly instead of showing the cut. */
function frameOf(shapes: Shapes): Feature {
	const box = [Infinity, Infinity, -Infinity, -Infinity] as [number, number, number, number];
	for (const shape of [...shapes.water, ...shapes.rail, ...shapes.road]) {
		for (const [lon, lat] of runsOf(shape).flat()) [box[0], box[1], box[2], box[3]] = [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)];
	}
	const [w, s, e, n] = box.every(Number.isFinite) ? box : [112, 26, 130, 37];
	return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [world, [[w, s], [w, n], [e, n], [e, s], [w, s]]] } };
}

/** Everything but the whole zone, to be laid under the veil. */
function veilOf(shapes: Shapes): Feature {
	const zone = shapes.district.filter((shape) => shape.place === wholeZone && isArea(shape.geometry));
	const inside = zone.length > 0 ? zone : shapes.district.filter((shape) => shape.kind === 'district' && !shape.context);
	const holes = inside.flatMap(({ geometry }): GeoPosition[][] => (geometry.type === 'Polygon' ? [geometry.coordinates[0]!] : geometry.type === 'MultiPolygon' ? geometry.coordinates.map((rings) => rings[0]!) : []));
	return { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [world, ...holes] } };
}

/** Where the letters of a district stand by its name: on land, clear of the big lakes. */
const letterShift: Record<string, [number, number]> = { wujiang: [-0.02, 0.02], qingpu: [0.03, 0.03], jiashan: [0, -0.005] };

function toLabel(shape: Shape, layer: string): Feature[] {
	if (!shape.names || (shape.kind === 'zone' && shape.place === wholeZone)) return [];
	const shift = shape.kind === 'district' ? letterShift[shape.place] : undefined;
	const at: GeoPosition = shift ? [shape.at[0] + shift[0], shape.at[1] + shift[1]] : shape.at;
	const { place, kind, rank, context, areaKm2, names, mode, status, tags = [] } = shape;
	const properties = {
		place, kind, layer, rank, context, zh: names.zh, en: names.en, areaKm2: areaKm2 ?? 0, mode: mode ?? '', open: status === undefined || status === 'open',
		pilot: tags.includes('pilot-town'), order: rank * 1000 - Math.min(999, areaKm2 ?? 0)
	};
	const along = layer === 'river' || layer === 'rail' || layer === 'road';
	return [{ type: 'Feature', properties, geometry: along ? toWritingLine(shape.geometry) : { type: 'Point', coordinates: at } }];
}

/** A name follows the course of its line, not each bend: letters on a tight bend fall apart. */
const toWritingLine = (geometry: Geometry): Geometry => simplify(geometry, { tolerance: 0.004, highQuality: true });

const labelled = ['district', 'town', 'water', 'river', 'rail', 'road', 'station', 'site'] as const;

export const toSources = (shapes: Shapes): Record<'districts' | 'ground' | 'water' | 'sites' | 'veil' | 'frame' | 'names', FeatureCollection> => ({
	districts: collect(shapes.district.filter((shape) => isArea(shape.geometry)).map(toFeature)),
	ground: collect(shapes.ground.map(toFeature)),
	water: collect(shapes.water.map(toFeature)),
	sites: collect([...shapes.district, ...shapes.site].filter((shape) => shape.accuracy === 'symbolic' && isArea(shape.geometry)).map(toFeature)),
	veil: collect([veilOf(shapes)]),
	frame: collect([frameOf(shapes)]),
	names: collect(labelled.flatMap((layer) => shapes[layer].flatMap((shape) => toLabel(shape, layer))))
});
