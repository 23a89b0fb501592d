/** Proves what was derived: ids, references, closed simple rings, winding, precision, place of every coordinate. */
import type { Feature, Geometry, Position } from 'geojson';
import { crossing, ringArea } from './plane.ts';

const china = [73, 18, 135, 54];
const refs = ['members', 'parts', 'flows_to', 'on'] as const;

function positions(geometry: Geometry): Position[] {
	const flat = (value: unknown): Position[] => (Array.isArray(value) && typeof value[0] === 'number' ? [value as Position] : (value as unknown[]).flatMap(flat));
	return geometry.type === 'GeometryCollection' ? geometry.geometries.flatMap(positions) : flat(geometry.coordinates);
}

const polygons = (geometry: Geometry): Position[][][] => {
	if (geometry.type === 'Polygon') return [geometry.coordinates];
	return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
};

function shapeProblems(name: string, geometry: Geometry): string[] {
	const out: string[] = [];
	for (const [x, y] of positions(geometry)) {
		if (x < china[0] || x > china[2] || y < china[1] || y > china[3]) out.push(`${name}: ${x} ${y} is far outside`);
		if (Number(x.toFixed(5)) !== x || Number(y.toFixed(5)) !== y) out.push(`${name}: more than 5 decimals`);
	}
	for (const rings of polygons(geometry)) {
		rings.forEach((ring, i) => {
			const [first, last] = [ring[0], ring[ring.length - 1]];
			if (ring.length < 4 || first[0] !== last[0] || first[1] !== last[1]) out.push(`${name}: open ring`);
			if (ringArea(ring) > 0 !== (i === 0)) out.push(`${name}: ring wound the wrong way`);
		});
		const at = crossing(rings);
		if (at) out.push(`${name}: crosses itself near ${at.join(' ')}`);
	}
	const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.type === 'MultiLineString' ? geometry.coordinates : [];
	if (lines.some((line) => line.length < 2)) out.push(`${name}: a line of one point`);
	return out;
}

export function checkPlaces(places: Feature<Geometry | null>[], ground: Feature<Geometry | null>[]): string[] {
	const out: string[] = [];
	const ids = new Set<string>();
	const records = new Set(places.filter((f) => !f.properties!.of).map((f) => f.properties!.id as string));
	for (const { properties, geometry } of places) {
		const p = properties!;
		const id = p.id as string;
		if (ids.has(id)) out.push(`${id}: twice`);
		ids.add(id);
		if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) out.push(`${id}: not a kebab id`);
		for (const key of refs) for (const other of (p[key] as string[] | undefined) ?? []) if (!records.has(other)) out.push(`${id}: ${key} names ${other}, which is not there`);
		for (const key of ['parent', 'of']) if (p[key] && !records.has(p[key])) out.push(`${id}: ${key} names ${p[key]}, which is not there`);
		if (p.of && !p.role) out.push(`${id}: a further picture without a role`);
		if (!p.of && (!p.names?.zh || !p.names?.en)) out.push(`${id}: names are not complete`);
		if (!p.date || !p.source || !p.licence) out.push(`${id}: source, licence or date is missing`);
		if ((geometry === null) !== (p.accuracy === null)) out.push(`${id}: accuracy and geometry disagree`);
		if (geometry === null && !(p.note_zh && p.note_en)) out.push(`${id}: not located and no note says why`);
		if (!p.note_zh !== !p.note_en) out.push(`${id}: note in one language only`);
		if (geometry) out.push(...shapeProblems(id, geometry));
	}
	ground.forEach((feature, i) => out.push(...shapeProblems(`ground ${i}`, feature.geometry as Geometry)));
	return out;
}
