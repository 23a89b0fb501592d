/** Areas (km²) and lengths (km) on the sphere by Turf, and a point that stands for the place. WGS84 in. */
import { area, bbox, length, pointOnFeature, along } from '@turf/turf';
import type { Feature, Geometry, LineString } from 'geojson';
import type { Measured } from '../domain/place.ts';

const asFeature = <G extends Geometry>(geometry: G): Feature<G> => ({ type: 'Feature', properties: {}, geometry });
const round = (value: number, digits: number): number => Number(value.toFixed(digits));

export function measure(geometry: Geometry): Measured {
	const box = bbox(geometry).slice(0, 4).map((v) => round(v, 4)) as Measured['bbox'];
	const measured: Measured = { at: anchorOf(geometry), bbox: box };
	if (geometry.type.endsWith('Polygon')) measured.areaKm2 = round(area(asFeature(geometry)) / 1e6, 3);
	if (geometry.type.endsWith('LineString')) measured.lengthKm = round(length(asFeature(geometry), { units: 'kilometers' }), 2);
	return measured;
}

function anchorOf(geometry: Geometry): [number, number] {
	const at = geometry.type === 'Point' ? geometry.coordinates : geometry.type.endsWith('LineString') ? middleOf(geometry) : pointOnFeature(asFeature(largestPart(geometry))).geometry.coordinates;
	return [round(at[0]!, 5), round(at[1]!, 5)];
}

/** The largest polygon of a multipolygon, so that a label does not stand on an islet. */
function largestPart(geometry: Geometry): Geometry {
	if (geometry.type !== 'MultiPolygon') return geometry;
	const parts = geometry.coordinates.map((coordinates) => ({ type: 'Polygon' as const, coordinates }));
	return parts.reduce((best, part) => (area(asFeature(part)) > area(asFeature(best)) ? part : best));
}

function middleOf(geometry: Geometry): number[] {
	const lines: LineString[] = geometry.type === 'MultiLineString' ? geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates })) : [geometry as LineString];
	const longest = lines.reduce((best, line) => (length(asFeature(line)) > length(asFeature(best)) ? line : best));
	return along(asFeature(longest), length(asFeature(longest)) / 2).geometry.coordinates;
}
