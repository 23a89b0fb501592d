/**
 * KML as placemarks: names, descriptions, extended data, folders, geometry. By the events of our own XML reader in place of a document tree: a hundred
 * thousand placemarks cost no tree, and no entity of the file's own is ever expanded. Links to other files are not followed; pictures laid over the ground are not read.
 */
import { LayerRefusal } from '../../../domain/layer-file.ts';
import type { FileLayer, RawFeature } from '../../../domain/layer-file.ts';
import { attribute, createXmlReader } from '../xml.ts';
import { toLayer } from './to-layer.ts';

/** The coordinates of one shore. */
const longestText = 50_000_000;
const shapes = new Set(['Point', 'LineString', 'LinearRing', 'Polygon', 'MultiGeometry', 'Track', 'MultiTrack']);
const simple: Record<string, string> = { name: 'name', description: 'description', address: 'address', phoneNumber: 'phoneNumber', when: 'time', begin: 'begin', end: 'end' };

interface Node {
	type: string;
	coordinates: number[][];
	rings: number[][][];
	members: unknown[];
}

const numbersOf = (text: string): number[][] => text.trim().replace(/\s*,\s*/g, ',').split(/\s+/).filter(Boolean).map((tuple) => tuple.split(',').map((part) => (part === '' ? Number.NaN : Number(part))));

function toGeoJson({ type, coordinates, rings, members }: Node): unknown {
	switch (type) {
		case 'Point': return { type, coordinates: coordinates[0] ?? [] };
		case 'LineString':
		case 'LinearRing':
		case 'Track': return { type: 'LineString', coordinates };
		case 'Polygon': return { type, coordinates: rings };
		default: return { type: 'GeometryCollection', geometries: members };
	}
}

/** Elements of the tree that say more than their own text. */
function createPlacemarks(take: (feature: RawFeature) => void, count: (element: string) => void) {
	const path: string[] = [];
	const folders: string[] = [];
	const nodes: Node[] = [];
	let text: string[] = [];
	let key = '';
	let placemark: { geometry: unknown; properties: Record<string, string>; broken?: RawFeature['broken'] } | null = null;
	const put = (name: string, value: string) => {
		if (value.trim() !== '') placemark!.properties[name] = value.trim();
	};
	const closeShape = () => {
		const shape = toGeoJson(nodes.pop()!);
		const above = nodes.at(-1);
		if (above) above.members.push(shape);
		else placemark!.geometry = shape;
	};
	function closeInPlacemark(name: string, value: string): void {
		const node = nodes.at(-1);
		if (node?.type === name) {
			if (name === 'LinearRing' && nodes.at(-2)?.type === 'Polygon') {
				const ring = nodes.pop()!.coordinates;
				const polygon = nodes.at(-1)!;
				if (path.includes('innerBoundaryIs')) polygon.rings.push(ring);
				else polygon.rings.unshift(ring);
			} else closeShape();
		} else if (node && name === 'coordinates') node.coordinates = node.coordinates.concat(numbersOf(value));
		else if (node && name === 'coord') node.coordinates.push(value.trim().split(/\s+/).map(Number));
		else if (name === 'SimpleData' || (name === 'value' && path.includes('Data'))) put(key, value);
		else if (simple[name] && (path.at(-1) === 'Placemark' || path.includes('TimeStamp') || path.includes('TimeSpan'))) put(simple[name], value);
	}
	return {
		open(name: string, attributes: string) {
			text = [];
			if (name === 'Placemark') placemark = { geometry: null, properties: Object.create(null) as Record<string, string> };
			else if (name === 'Folder') folders.push('');
			else if (name === 'NetworkLink' || name === 'GroundOverlay' || name === 'PhotoOverlay') count(name);
			else if (placemark && shapes.has(name)) nodes.push({ type: name, coordinates: [], rings: [], members: [] });
			else if (placemark && name === 'Model') placemark.broken = { key: 'bad-type', with: { type: 'Model' } };
			else if (name === 'Data' || name === 'SimpleData') key = attribute(attributes, 'name');
			path.push(name);
		},
		text(piece: string) {
			text.push(piece);
		},
		close(name: string) {
			if (path.at(-1) !== name) throw new LayerRefusal('bad-xml', { tag: name.slice(0, 40) });
			path.pop();
			const value = text.join('');
			if (name === 'Placemark' && placemark) {
				const folder = folders.filter(Boolean).join(' / ');
				if (folder !== '') put('Folder', folder);
				take(placemark);
				placemark = null;
				nodes.length = 0;
			} else if (placemark) closeInPlacemark(name, value);
			else if (name === 'name' && path.at(-1) === 'Folder') folders[folders.length - 1] = value.trim();
			else if (name === 'Folder') folders.pop();
			text = [];
		},
		isWhole: () => path.length === 0
	};
}

/** Errors: throws a `LayerRefusal` where the text is no KML. */
export function readKml(name: string, text: string, onProgress: (share: number) => void = () => {}): FileLayer {
	if (!/<(?:\w+:)?kml[\s>]/i.test(text.slice(0, 5_000))) throw new LayerRefusal('no-kml');
	const found: RawFeature[] = [];
	const others = new Map<string, number>();
	const placemarks = createPlacemarks((feature) => found.push(feature), (element) => others.set(element, (others.get(element) ?? 0) + 1));
	const reader = createXmlReader(placemarks, longestText);
	const step = 1_000_000;
	for (let at = 0; at < text.length; at += step) {
		reader.push(text.slice(at, at + step));
		onProgress(Math.min(1, (at + step) / text.length));
	}
	const layer = toLayer({ name, declaredCrs: 'EPSG:4326', isUntyped: true, features: found });
	for (const [element, count] of others) layer.problems.unshift({ row: 0, key: 'not-read', with: { element, count }, level: 'noted' });
	if (!placemarks.isWhole()) layer.problems.unshift({ row: 0, key: 'cut', with: { name: `${name}.kml`, count: found.length }, level: 'noted' });
	return layer;
}
