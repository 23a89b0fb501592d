/** MapLibre alone: the filtered rows as GeoJSON given anew, and a filter of the style. */
import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import type { Feature } from 'geojson';
import { passes } from './steps.ts';
import type { Candidate, PointTable } from './steps.ts';

const toFeature = (table: PointTable, i: number): Feature => ({ type: 'Feature', properties: { status: table.status[i]!, year: Number.isNaN(table.year[i]!) ? null : table.year[i]! }, geometry: { type: 'Point', coordinates: [table.positions[2 * i]!, table.positions[2 * i + 1]!] } });

async function addRows(map: MapLibreMap, table: PointTable): Promise<{ features: Feature[]; source: GeoJSONSource }> {
	const features = Array.from({ length: table.count }, (_, i) => toFeature(table, i));
	map.addSource('rows', { type: 'geojson', data: { type: 'FeatureCollection', features } });
	map.addLayer({ id: 'rows', type: 'circle', source: 'rows', paint: { 'circle-radius': 2, 'circle-color': '#0d6b78' } });
	await map.once('idle');
	return { features, source: map.getSource('rows')! };
}

export async function setData(map: MapLibreMap, table: PointTable): Promise<Candidate> {
	const { features, source } = await addRows(map, table);
	return {
		async show(step) {
			source.setData({ type: 'FeatureCollection', features: features.filter((_, i) => passes(table, step, i)) });
			await map.once('idle');
		}
	};
}

export async function setFilter(map: MapLibreMap, table: PointTable): Promise<Candidate> {
	await addRows(map, table);
	return {
		async show({ statuses, from, to }) {
			map.setFilter('rows', ['all', ['in', ['get', 'status'], ['literal', statuses]], ['>=', ['coalesce', ['get', 'year'], -1], from], ['<=', ['coalesce', ['get', 'year'], -1], to]]);
			await map.once('idle');
		}
	};
}
