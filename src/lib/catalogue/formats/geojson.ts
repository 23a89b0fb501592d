/**
 * Place files (RFC 7946) to features. Rings are checked for closure and size here; crossings are checked by the
 * data check alone (`geo/validity.ts`), since they cost more than a server start should pay.
 */
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { PlaceFeature } from '../../domain/place.ts';
import type { Problem, ProblemKey } from '../../domain/problem.ts';
import { accuracyClasses, modes, placeKinds } from '../../domain/vocabulary.ts';
import { idPattern } from './record.ts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const geometryTypes = ['Point', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'MultiPoint'];

type Complain = (row: number, key: ProblemKey, words: Problem['with']) => void;

function readCollection(text: string, complain: Complain): FeatureCollection['features'] {
	try {
		const collection = JSON.parse(text) as FeatureCollection;
		if (isRecord(collection) && collection.type === 'FeatureCollection' && Array.isArray(collection.features)) return collection.features;
		complain(0, 'bad-feature', { reason: 'the file is no FeatureCollection', expected: 'RFC 7946 with "features"' });
	} catch (error) {
		complain(0, 'bad-json', { reason: error instanceof Error ? error.message : String(error) });
	}
	return [];
}

/** The ground of the picture holds no records: only its shapes are proved. */
export function checkGround(file: string, text: string): Problem[] {
	const problems: Problem[] = [];
	const complain: Complain = (row, key, words) => problems.push({ file, row, key, with: words, level: 'error' });
	readCollection(text, complain).forEach((feature: Feature, index) => {
		const row = index + 1;
		const properties = isRecord(feature) && isRecord(feature.properties) ? feature.properties : {};
		for (const key of ['kind', 'source', 'licence', 'date']) if (typeof properties[key] !== 'string' || properties[key] === '') complain(row, 'missing-value', { column: key });
		if (isRecord(feature)) checkGeometry(`shape ${row}`, feature.geometry, (key, words) => complain(row, key, words));
	});
	return problems;
}

export function readPlaces(file: string, text: string): { features: PlaceFeature[]; problems: Problem[] } {
	const problems: Problem[] = [];
	const complain: Complain = (row, key, words) => problems.push({ file, row, key, with: words, level: 'error' });
	const features: PlaceFeature[] = [];
	readCollection(text, complain).forEach((feature: Feature, index) => {
		const row = index + 1;
		const properties = isRecord(feature) && isRecord(feature.properties) ? feature.properties : null;
		const id = properties?.id;
		if (properties === null || typeof id !== 'string' || !idPattern.test(id)) {
			complain(row, 'bad-id', { value: String(id ?? ''), expected: 'lower-case words joined by "-" in properties.id' });
			return;
		}
		checkProperties(properties, (key, words) => complain(row, key, words));
		const geometry = feature.geometry ?? null;
		const sound = geometry === null || checkGeometry(id, geometry, (key, words) => complain(row, key, words));
		const accuracy = properties.accuracy;
		if (geometry !== null && (!isRecord(accuracy) || !(accuracyClasses as readonly string[]).includes(String(accuracy.class)) || typeof accuracy.m !== 'number')) {
			complain(row, 'no-accuracy', { id });
		}
		features.push({ id, of: properties.of as string | undefined, role: properties.role as PlaceFeature['role'], properties, geometry: sound ? geometry : null, file, row });
	});
	return { features, problems };
}

function checkProperties(p: Record<string, unknown>, complain: (key: ProblemKey, words: Problem['with']) => void): void {
	const text = (key: string) => typeof p[key] === 'string' && p[key] !== '';
	for (const key of ['source', 'licence', 'date']) if (!text(key)) complain('missing-value', { column: key });
	for (const key of ['members', 'parts', 'flows_to', 'on', 'tags']) {
		if (p[key] !== undefined && !(Array.isArray(p[key]) && p[key].every((entry) => typeof entry === 'string'))) complain('bad-value', { column: key, value: JSON.stringify(p[key]), expected: 'a list of words, ["…"]' });
	}
	for (const key of ['parent', 'of']) if (p[key] !== undefined && !text(key)) complain('bad-value', { column: key, value: JSON.stringify(p[key]), expected: 'the id of a place' });
	if (text('note_zh') !== text('note_en')) complain('missing-translation', text('note_zh') ? { column: 'note_zh', other: 'note_en' } : { column: 'note_en', other: 'note_zh' });
	if (p.of !== undefined) return;
	const oneOf = (key: string, values: readonly string[], required: boolean) => {
		if (p[key] === undefined ? required : !values.includes(String(p[key]))) complain('bad-value', { column: key, value: String(p[key] ?? ''), expected: `one of ${values.join(', ')}` });
	};
	oneOf('kind', placeKinds, true);
	oneOf('mode', modes, false);
	const names = isRecord(p.names) ? p.names : {};
	for (const lang of ['zh', 'en']) if (typeof names[lang] !== 'string' || names[lang] === '') complain('missing-value', { column: `names.${lang}` });
}

/** The polygons and lines of a geometry as lists of positions. */
export const ringsOf = (geometry: Geometry): Position[][] => (geometry.type === 'Polygon' ? geometry.coordinates : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : []);
const linesOf = (geometry: Geometry): Position[][] => (geometry.type === 'LineString' ? [geometry.coordinates] : geometry.type === 'MultiLineString' ? geometry.coordinates : []);

function positionsOf(geometry: Geometry): unknown[] {
	switch (geometry.type) {
		case 'Point': return [geometry.coordinates];
		case 'MultiPoint':
		case 'LineString': return geometry.coordinates;
		case 'MultiLineString':
		case 'Polygon': return geometry.coordinates.flat();
		case 'MultiPolygon': return geometry.coordinates.flat(2);
		default: return [];
	}
}

const isNumbers = (value: unknown): value is [number, number] => Array.isArray(value) && value.length >= 2 && Number.isFinite(value[0]) && Number.isFinite(value[1]);
const isInChina = ([lon, lat]: readonly [number, number]): boolean => lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54;

function checkGeometry(id: string, geometry: Geometry, complain: (key: ProblemKey, words: Problem['with']) => void): boolean {
	if (!isRecord(geometry) || !geometryTypes.includes(geometry.type) || !Array.isArray(geometry.coordinates)) {
		complain('bad-feature', { reason: `geometry of ${id} is no geometry of a place`, expected: geometryTypes.join(', ') });
		return false;
	}
	let positions: unknown[];
	try {
		positions = positionsOf(geometry);
	} catch {
		positions = [undefined];
	}
	const odd = positions.length === 0 || positions.some((p) => !isNumbers(p));
	if (odd) {
		complain('bad-feature', { reason: `a position of ${id} is no pair of numbers`, expected: '[longitude, latitude]' });
		return false;
	}
	const stray = (positions as [number, number][]).find((position) => !isInChina(position));
	if (stray) {
		const at = `[${stray[0]}, ${stray[1]}]`;
		complain(isInChina([stray[1], stray[0]]) ? 'swapped-coordinates' : 'outside-china', { id, at });
		return false;
	}
	let sound = true;
	linesOf(geometry).forEach((line, index) => {
		if (line.length >= 2) return;
		complain('bad-feature', { reason: `line ${index + 1} of ${id} has ${line.length} positions`, expected: 'at least 2' });
		sound = false;
	});
	ringsOf(geometry).forEach((ring, index) => {
		const [first, last] = [ring[0], ring.at(-1)];
		if (first && last && (first[0] !== last[0] || first[1] !== last[1])) complain('open-ring', { id, ring: index + 1 });
		else if (ring.length < 4) complain('short-ring', { id, ring: index + 1, count: ring.length });
		else return;
		sound = false;
	});
	return sound;
}
