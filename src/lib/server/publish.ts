/**
 * From text files to what the browser loads: records, relations and geometry as content-addressed files. Done once when the app starts
 * (`scripts/start.ts`) or, in development, by the server itself; costs about two seconds, most of it distances between places.
 */
import { createHash } from 'node:crypto';
import type { Geometry } from 'geojson';
import { readDataset } from '../catalogue/read.ts';
import type { Read, Root } from '../catalogue/read.ts';
import { schemaVersion } from '../domain/dataset.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Place, PlaceFeature } from '../domain/place.ts';
import { mayBeTiled, shapeLayers, tiledAboveBytes } from '../domain/shape.ts';
import type { Shape, ShapeLayer, Shapes } from '../domain/shape.ts';
import { decidesSpace } from '../domain/vocabulary.ts';
import { measure } from '../geo/measure.ts';
import { relate } from '../geo/relation.ts';
import type { Relations } from '../domain/relations.ts';
import type { Located } from '../geo/relation.ts';
import { proveTexts, readHeld } from './proofs.ts';
import { buildReadings } from './readings.ts';
import { textsIn } from './texts.ts';
import { cutLayers, tileFile } from './tiles.ts';

export interface Publication {
	hash: string;
	dataset: Dataset;
	relations: Relations;
	shapes: Shapes;
	/** File name below `/data/<hash>/` to JSON text. */
	files: Map<string, string>;
	/** Vector tiles of layers too large to travel whole, `<layer>.pmtiles`. */
	tiles: Map<string, Uint8Array>;
	places: PlaceFeature[];
	problems: Read['problems'];
	keys: Keys;
}

/** What a publication was made from. */
export interface Keys {
	/** All files of all roots. */
	roots: string;
	/** Those that decide geometry and distances: places, ground, and where projects say that they stand. */
	ground: string;
	/** The names and headings that are found by their reading. */
	names: string;
}

/** A publication whose geometry and distances are taken over where nothing that decides them has changed: they are most of the cost. */
export interface Known {
	keys: Keys;
	places: Place[];
	relations: Relations;
	/** Text of a published file by its name. */
	text(name: string): string;
	tiles: ReadonlyMap<string, Uint8Array>;
}

/** Broken data gives the list of its problems and nothing computed, so that a hole in a row never becomes a stack trace. */
export function publish(roots: readonly Root[], known?: Known, tiledAbove = tiledAboveBytes): Publication {
	const read = readDataset(roots);
	const keys = keysOf(roots, read);
	if (read.problems.some(({ level }) => level === 'error')) {
		const dataset: Dataset = { ...read.catalogue, places: read.places, overlaid: read.overlaid, proofs: [], schemaVersion, dataDate: read.dataDate, hash: '' };
		return { hash: '', dataset, relations: {}, shapes: toShapes([], new Map(), []), files: new Map(), tiles: new Map(), places: read.features, problems: read.problems, keys };
	}
	const { places, relations, shapes, ground } = known?.keys.ground === keys.ground ? takeOver(known) : measureAll(read, roots);
	const tiles = ground && known ? new Map(known.tiles) : cutLayers(shapes, tiledAbove);
	const tiled = mayBeTiled.filter((layer) => tiles.has(tileFile(layer)));
	const records = { ...read.catalogue, places, overlaid: read.overlaid, proofs: proveTexts(readHeld(textsIn(roots), read.register), read.catalogue), schemaVersion, dataDate: read.dataDate, ...(tiled.length > 0 && { tiled }) };
	const files = new Map<string, string>([
		['text.json', JSON.stringify(read.register)],
		['relations.json', ground?.get('relations.json') ?? JSON.stringify(relations)],
		['readings.json', known?.keys.names === keys.names ? known.text('readings.json') : JSON.stringify(buildReadings(records))],
		...shapeLayers.map((layer): [string, string] => [`geometry-${layer}.json`, ground?.get(`geometry-${layer}.json`) ?? JSON.stringify(shapes[layer])])
	]);
	const recordsText = JSON.stringify(records);
	const hash = createHash('sha256').update(recordsText);
	for (const text of files.values()) hash.update(text);
	const dataset: Dataset = { ...records, hash: hash.digest('hex').slice(0, 16) };
	files.set('records.json', `${recordsText.slice(0, -1)},"hash":"${dataset.hash}"}`);
	files.set('places.geojson', ground?.get('places.geojson') ?? JSON.stringify(toFeatureCollection(read.features)));
	files.set('keys.json', JSON.stringify(keys));
	return { hash: dataset.hash, dataset, relations, shapes, files, tiles, places: read.features, problems: read.problems, keys };
}

function keysOf(roots: readonly Root[], { catalogue, places }: Read): Keys {
	const { projects, measures, indicators, documents, agencies, clauses } = catalogue;
	const names = [places.map(({ names: words }) => words), ...[measures, projects, indicators, agencies].map((records) => records.map(({ zh }) => zh)), documents.map((d) => [d.titleZh, d.shortZh]), clauses.map(({ headingZh }) => headingZh)];
	const ground = createHash('sha256').update(JSON.stringify(projects.map(({ id, lon, lat }) => [id, lon, lat])));
	for (const root of roots) for (const [path, text] of root) if (/^(places|ground)\//.test(path)) ground.update(path).update(text);
	return { roots: rootsKey(roots), ground: ground.digest('hex'), names: createHash('sha256').update(JSON.stringify(names)).digest('hex') };
}

/** The same for the same files with the same text. */
export function rootsKey(roots: readonly Root[]): string {
	const key = createHash('sha256');
	for (const root of roots) for (const path of [...root.keys()].sort()) key.update(`${root.folder ?? ''}${path}\n`).update(root.get(path)!);
	return key.digest('hex');
}

interface Ground {
	places: Place[];
	relations: Relations;
	shapes: Shapes;
	/** Texts that are taken over as they are. */
	ground: ReadonlyMap<string, string> | null;
}

function takeOver({ places, relations, text }: Known): Ground {
	const ground = new Map(['relations.json', 'places.geojson', ...shapeLayers.map((layer) => `geometry-${layer}.json`)].map((name) => [name, text(name)]));
	const shapes = Object.fromEntries(shapeLayers.map((layer) => [layer, JSON.parse(ground.get(`geometry-${layer}.json`)!) as Shape[]])) as Shapes;
	return { places, relations, shapes, ground };
}

function measureAll(read: Read, roots: readonly Root[]): Ground {
	const byPlace = groupBy(read.features.filter((feature) => feature.geometry !== null), (feature) => feature.of ?? feature.id);
	const places = read.places.map((place) => withMeasures(place, byPlace.get(place.id) ?? []));
	const relations = relate(locate(places, byPlace, read.catalogue.projects));
	return { places, relations, shapes: toShapes(read.features, new Map(places.map((place) => [place.id, place])), readGround(roots)), ground: null };
}

/** All place features as one RFC 7946 collection, with the attribution that their licences ask for. */
const toFeatureCollection = (features: readonly PlaceFeature[]) => ({
	type: 'FeatureCollection',
	attribution: '© OpenStreetMap contributors, ODbL 1.0; see licence and source of each feature',
	features: features.map(({ id, properties, geometry }) => ({ type: 'Feature', id, properties, geometry }))
});

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
	return groups;
}

const accuracyOf = (feature: PlaceFeature) => (feature.properties as unknown as Place).accuracy;

/** A symbolic extent has a spot on the map and no size; of a schematic line the length is told as such. */
function withMeasures(place: Place, features: PlaceFeature[]): Place {
	const main = features.find((feature) => feature.of === undefined) ?? features[0];
	if (!main?.geometry) return place;
	const { at, areaKm2, lengthKm } = measure(main.geometry);
	const spot = { at, bbox: boundsOf(features) };
	if (main.of !== undefined || accuracyOf(main)?.class === 'symbolic') return { ...place, measured: spot };
	const surface = features.find((feature) => feature.role === 'area')?.geometry;
	const schematicKm = accuracyOf(main)?.class === 'schematic' ? lengthKm : undefined;
	return { ...place, measured: { ...spot, areaKm2: surface ? measure(surface).areaKm2 : areaKm2, lengthKm, schematicKm } };
}

function boundsOf(features: PlaceFeature[]): [number, number, number, number] {
	const boxes = features.map((feature) => measure(feature.geometry!).bbox);
	return [Math.min(...boxes.map((b) => b[0])), Math.min(...boxes.map((b) => b[1])), Math.max(...boxes.map((b) => b[2])), Math.max(...boxes.map((b) => b[3]))];
}

/** What may answer a spatial question: geometry that is not symbolic, and coordinates that a project's record states. */
function locate(places: readonly Place[], byPlace: ReadonlyMap<string, PlaceFeature[]>, projects: Dataset['projects']): Located[] {
	const located = places.flatMap((place): Located[] => {
		const features = (byPlace.get(place.id) ?? []).filter((feature) => decidesSpace(accuracyOf(feature)?.class) && feature.role !== 'axis');
		if (features.length === 0 || place.context) return [];
		return [{ id: place.id, geometries: features.map((feature) => feature.geometry!), accuracyM: Math.max(...features.map((feature) => accuracyOf(feature)!.m)) }];
	});
	const own = projects.flatMap(({ id, lon, lat }): Located[] => (lon === null || lat === null ? [] : [{ id: `project:${id}`, geometries: [{ type: 'Point', coordinates: [lon, lat] }], accuracyM: 50 }]));
	return [...located, ...own];
}

const pointKinds = new Set(['town', 'station', 'interchange']);

/** A far lake, river or district is a point with a name, and lies on no layer that draws lines and areas. */
function layerOf(kind: string, geometry: Geometry): ShapeLayer {
	if (geometry.type === 'Point' && !pointKinds.has(kind)) return 'site';
	switch (kind) {
		case 'zone': case 'district': case 'province': return 'district';
		case 'town': return 'town';
		case 'lake': case 'reservoir': case 'lake-group': return 'water';
		case 'river': case 'canal': return geometry.type.endsWith('Polygon') ? 'water' : 'river';
		case 'rail': return 'rail';
		case 'road': case 'corridor': return 'road';
		case 'waterway': return 'waterway';
		case 'station': case 'interchange': return 'station';
		default: return 'site';
	}
}

/** Districts are lettered without 区 and 县, as on printed maps; everything else by its full name. */
const labelOf = ({ kind, names }: Place) => (kind === 'district' ? { zh: names.short?.zh?.[0] ?? names.zh, en: names.short?.en?.[0] ?? names.en } : { zh: names.zh, en: names.en });

function toShapes(features: readonly PlaceFeature[], places: ReadonlyMap<string, Place>, ground: Shape[]): Shapes {
	const shapes = Object.fromEntries(shapeLayers.map((layer) => [layer, [] as Shape[]])) as Shapes;
	for (const feature of features) {
		const place = places.get(feature.of ?? feature.id);
		const accuracy = accuracyOf(feature);
		if (!place || !feature.geometry || !accuracy) continue;
		const { at, areaKm2 } = measure(feature.geometry);
		shapes[layerOf(place.kind, feature.geometry)].push({
			id: feature.id, place: place.id, role: feature.role, kind: place.kind, accuracy: accuracy.class, accuracyM: accuracy.m,
			names: feature.of === undefined ? labelOf(place) : undefined,
			rank: place.rank ?? 4, context: place.context ?? false, mode: place.mode, status: place.status, tags: place.tags, areaKm2, at, geometry: feature.geometry
		});
	}
	shapes.ground.push(...ground);
	return shapes;
}

function readGround(roots: readonly Root[]): Shape[] {
	const files = [...(roots[0] ?? [])].filter(([path]) => path.startsWith('ground/') && path.endsWith('.geojson'));
	return files.flatMap(([, text]) => {
		const { features } = JSON.parse(text) as { features: { properties: { id?: string; kind: string; accuracy: Place['accuracy'] }; geometry: Geometry }[] };
		return features.map(({ properties, geometry }, index): Shape => {
			const id = properties.id ?? `${properties.kind}-${index + 1}`;
			return {
				id, place: id, kind: properties.kind === 'stream' ? 'ground-stream' : 'ground-lake', accuracy: properties.accuracy?.class ?? 'digitised', accuracyM: properties.accuracy?.m ?? 50,
				rank: 4, context: false, at: measure(geometry).at, geometry
			};
		});
	});
}
