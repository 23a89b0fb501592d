/** A mini-region for map tests: one zone of two squares, a lake, a river, a railway, two towns; small enough to know by heart. */
import type { Dataset, Project } from '../../../src/lib/domain/dataset.ts';
import type { Place } from '../../../src/lib/domain/place.ts';
import type { Shape, Shapes } from '../../../src/lib/domain/shape.ts';
import { collectionNames } from '../../../src/lib/domain/dataset.ts';

const square = (west: number, south: number, size: number): [number, number][] => [[west, south], [west + size, south], [west + size, south + size], [west, south + size], [west, south]];
const base = { accuracy: 'derived' as const, accuracyM: 50, context: false };
const area = (place: string, kind: Shape['kind'], west: number, south: number, size: number, more: Partial<Shape> = {}): Shape => ({
	...base, id: place, place, kind, rank: 2, names: { zh: place, en: place }, areaKm2: size * size * 10000, at: [west + size / 2, south + size / 2], geometry: { type: 'Polygon', coordinates: [square(west, south, size)] }, ...more
});
const line = (place: string, kind: Shape['kind'], path: [number, number][], more: Partial<Shape> = {}): Shape => ({ ...base, id: place, place, kind, rank: 1, names: { zh: place, en: place }, at: path[1]!, geometry: { type: 'LineString', coordinates: path }, ...more });
const point = (place: string, kind: Shape['kind'], at: [number, number], more: Partial<Shape> = {}): Shape => ({ ...base, id: place, place, kind, rank: 3, names: { zh: place, en: place }, at, geometry: { type: 'Point', coordinates: at }, ...more });

export const shapes: Shapes = {
	district: [area('demonstration-area', 'zone', 120.5, 30.9, 0.4), area('east', 'district', 120.7, 30.9, 0.2), area('wetland', 'zone', 120.6, 31, 0.05, { accuracy: 'symbolic' })],
	town: [point('alpha', 'town', [120.6, 31.1], { tags: ['pilot-town'] }), point('beta', 'town', [120.8, 31.1])],
	water: [area('lake', 'lake', 120.7, 31, 0.05), area('river-water', 'river', 120.6, 30.99, 0.01, { place: 'river', role: 'area', names: undefined }), area('pond', 'lake', 120.55, 31.2, 0.01, { accuracy: 'schematic' })],
	river: [line('river', 'river', [[120.5, 31], [120.7, 31.01], [120.9, 31]])],
	rail: [line('fast', 'rail', [[120.5, 31.1], [120.7, 31.12], [120.9, 31.1]], { mode: 'hsr', status: 'open' }), line('slow', 'rail', [[120.6, 30.9], [120.6, 31], [120.6, 31.2]], { mode: 'intercity', status: 'building', accuracy: 'schematic' })],
	road: [line('g50', 'road', [[120.5, 31.05], [120.7, 31.06], [120.9, 31.05]], { mode: 'expressway' }), line('lane', 'road', [[120.5, 31.2], [120.6, 31.2], [120.7, 31.2]], { mode: 'road' })],
	waterway: [line('fairway', 'waterway', [[120.5, 31.02], [120.7, 31.03], [120.9, 31.02]], { mode: 'waterway' })],
	station: [point('halt', 'station', [120.7, 31.12], { mode: 'hsr' })],
	site: [point('hall', 'site', [120.65, 31.02])],
	ground: [area('ground-1', 'ground-lake', 120.8, 30.95, 0.01, { names: undefined })]
};

const place = (id: string, kind: Place['kind'], more: Partial<Place> = {}): Place => ({ id, kind, names: { zh: id, en: id }, accuracy: { class: 'derived', m: 50 }, source: 's', licence: 'l', date: '2026', ...more });
export const places: Place[] = [
	place('demonstration-area', 'zone', { members: ['east'] }), place('east', 'district'), place('alpha', 'town'), place('beta', 'town'), place('lake', 'lake'), place('river', 'river'), place('fast', 'rail'), place('hall', 'site'),
	place('waters', 'collective', { accuracy: null, members: ['lake', 'river'] }), place('somewhere', 'site', { accuracy: null })
];

export const project = (id: string, more: Partial<Project> = {}): Project => ({
	id, zh: id, en: id, kind: 'eco', subkind: 'x', start: '', finishPlanned: '', finishActual: '', districts: [], corridor: '', ownPlace: '', partOf: '', partOfBasis: '', leadAgencies: [], lon: null, lat: null, confidence: 'high', noteZh: '', noteEn: '', sources: ['s'], ...more
});

/** A dataset with nothing in it but what is given. */
export const dataset = (parts: Partial<Dataset>): Dataset => ({ ...(Object.fromEntries(collectionNames.map((name) => [name, []])) as unknown as Dataset), schemaVersion: 1, dataDate: '2026-03', hash: 'x', places, ...parts });
export const link = (from: string, to: string, basis: 'named' | 'area-wide' | 'inferred' = 'named') => ({ from, to, basis, via: '', inferredBy: '', noteZh: '', noteEn: '', sources: ['s'] });
