/** GeoJSON of a planner's: a collection, a feature, a bare geometry, or one feature a line. Broken lines are told, NaN (which Python writes and JSON forbids) is read as nothing. */
import { LayerRefusal } from '../../../domain/layer-file.ts';
import type { FileLayer, RawFeature } from '../../../domain/layer-file.ts';
import { toLayer } from './to-layer.ts';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const geometryTypes = new Set(['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection']);

const withoutNaN = (text: string): string => text.replace(/"(?:[^"\\]|\\.)*"|-?\bInfinity\b|\bNaN\b/g, (token) => (token.startsWith('"') ? token : 'null'));
function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch (error) {
		if (/\bNaN\b|\bInfinity\b/.test(text)) return JSON.parse(withoutNaN(text));
		throw error;
	}
}

/** An id beside the properties is a value like the others, unless they have one of that name. */
const withId = (properties: Record<string, unknown>, id: unknown): Record<string, unknown> => (id === undefined || Object.hasOwn(properties, 'id') ? properties : { id, ...properties });

function toRaw(value: unknown): RawFeature {
	if (!isRecord(value)) return { geometry: null, broken: { key: 'no-feature', with: {} } };
	if (value.type === 'Feature') return { geometry: value.geometry ?? null, properties: withId(isRecord(value.properties) ? value.properties : {}, value.id) };
	return geometryTypes.has(String(value.type)) ? { geometry: value } : { geometry: null, broken: { key: 'no-feature', with: {} } };
}

function* rawOf(features: readonly unknown[]): Generator<RawFeature> {
	for (const feature of features) yield toRaw(feature);
}

/** Name in the `crs` member that GeoJSON had until 2016. */
const crsOf = (value: Record<string, unknown>): string | null => (isRecord(value.crs) && isRecord(value.crs.properties) && typeof value.crs.properties.name === 'string' ? value.crs.properties.name : null);

function* linesOf(text: string): Generator<RawFeature> {
	for (const line of text.split(/\r?\n/)) {
		const plain = line.startsWith('\u001e') ? line.slice(1) : line;
		if (plain.trim() === '') continue;
		try {
			yield toRaw(parse(plain));
		} catch {
			yield { geometry: null, broken: { key: 'broken-line', with: {} } };
		}
	}
}

/** Line and column of an offset, as an editor counts them. */
function whereOf(text: string, error: unknown): string {
	const offset = Number(/position (\d+)/.exec(String(error))?.[1] ?? text.length);
	const before = text.slice(0, offset).split('\n');
	return `${before.length}:${before.at(-1)!.length + 1}`;
}

/** Errors: throws a `LayerRefusal` where the text is no GeoJSON. */
export function readGeoJson(name: string, text: string, onProgress: (share: number) => void = () => {}): FileLayer {
	const first = text.trimStart();
	let value: unknown;
	try {
		if (first.startsWith('\u001e')) throw new SyntaxError('sequence');
		value = parse(first);
	} catch (error) {
		const isSequence = first.startsWith('\u001e') || isWhole(first.slice(0, Math.max(0, first.indexOf('\n'))));
		if (!isSequence) throw new LayerRefusal('bad-json', { at: whereOf(first, error) });
		return toLayer({ name, declaredCrs: null, features: linesOf(first) });
	}
	if (!isRecord(value)) throw new LayerRefusal('no-geojson');
	onProgress(0.5);
	if (value.type === 'FeatureCollection' && Array.isArray(value.features)) {
		const found: unknown[] = value.features;
		return toLayer({ name, declaredCrs: crsOf(value), features: rawOf(found), onRow: (done) => onProgress(0.5 + (done / found.length) * 0.5) });
	}
	if (value.type === 'Feature' || geometryTypes.has(String(value.type))) return toLayer({ name, declaredCrs: crsOf(value), features: [toRaw(value)] });
	if (value.type === 'Topology') throw new LayerRefusal('topojson');
	throw new LayerRefusal('no-geojson');
}

function isWhole(line: string): boolean {
	try {
		return isRecord(parse(line));
	} catch {
		return false;
	}
}
