/** The published files over http: immutable, so each is asked for once. */
import type { Dataset } from '../domain/dataset.ts';
import { shapeLayers, withTiles } from '../domain/shape.ts';
import type { TextPassage } from '../domain/search.ts';
import type { Shape, Shapes } from '../domain/shape.ts';
import type { DataSource } from './ports.ts';

export function createHttpSource(base: string, hash: string, get: typeof fetch = fetch): DataSource {
	const asked = new Map<string, Promise<unknown>>();
	const load = <T>(name: string): Promise<T> => {
		const known = asked.get(name) ?? request(`${base}/data/${hash}/${name}`);
		asked.set(name, known);
		known.catch(() => asked.delete(name));
		return known as Promise<T>;
	};
	const request = async (url: string): Promise<unknown> => {
		const response = await get(url);
		if (!response.ok) throw new Error(`${url} answered ${response.status}`);
		return response.json();
	};
	return {
		records: () => load('records.json'),
		relations: () => load('relations.json'),
		readings: () => load('readings.json'),
		passages: () => request(`${base}/api/passages.json`) as Promise<TextPassage[]>,
		shapes: async () => {
			const { tiled = [] } = await load<Dataset>('records.json');
			const layers = await Promise.all(shapeLayers.map((layer) => (tiled.includes(layer) ? [] : load<Shape[]>(`geometry-${layer}.json`))));
			const shapes = Object.fromEntries(shapeLayers.map((layer, i) => [layer, layers[i]!])) as Shapes;
			return withTiles(shapes, Object.fromEntries(tiled.map((layer) => [layer, `${base}/data/${hash}/${layer}.pmtiles`])));
		}
	};
}
