/**
 * Geometry in metres around the area: Lambert's conformal conic on the WGS84 ellipsoid, true at 30.8° and 31.3° N. Against geodesics a distance
 * is off by less than 0.004 % in the area and 0.04 % from Lake Tai to the sea and 100 km north and south of it (`tests/unit/geo/against-geos.test.ts`).
 * A plane that treats a degree as one length everywhere was off by 0.6 %. Distances and containment only; areas and lengths: `measure.ts`.
 */
import Flatbush from 'flatbush';
import type { Geometry, Position } from 'geojson';

const radians = Math.PI / 180;
/** WGS84: half the larger axis in metres, and the eccentricity. */
const axisM = 6_378_137;
const eccentricity = Math.sqrt((1 / 298.257223563) * (2 - 1 / 298.257223563));
const [south, north, origin, meridian] = [30.8 * radians, 31.3 * radians, 31.05 * radians, 121];
const parallel = (lat: number): number => Math.cos(lat) / Math.sqrt(1 - (eccentricity * Math.sin(lat)) ** 2);
const cone = (lat: number): number => {
	const part = eccentricity * Math.sin(lat);
	return Math.tan(Math.PI / 4 - lat / 2) / ((1 - part) / (1 + part)) ** (eccentricity / 2);
};
const constant = Math.log(parallel(south) / parallel(north)) / Math.log(cone(south) / cone(north));
const scale = (axisM * parallel(south)) / (constant * cone(south) ** constant);
const originRadius = scale * cone(origin) ** constant;

/** lon, lat to metres east and north of 121° E, 31.05° N in the plane of this file. */
export function toMetres([lon, lat]: Position): [x: number, y: number] {
	const radius = scale * cone(lat! * radians) ** constant;
	const angle = constant * (lon! - meridian) * radians;
	return [radius * Math.sin(angle), originRadius - radius * Math.cos(angle)];
}

/** The way back, to a billionth of a degree. */
export function toPosition([x, y]: readonly [x: number, y: number]): [lon: number, lat: number] {
	const target = (Math.hypot(x, originRadius - y) / scale) ** (1 / constant);
	let lat = origin;
	for (let step = 0; step < 6; step++) {
		const part = eccentricity * Math.sin(lat);
		lat = Math.PI / 2 - 2 * Math.atan(target * ((1 - part) / (1 + part)) ** (eccentricity / 2));
	}
	return [meridian + Math.atan2(x, originRadius - y) / constant / radians, lat / radians];
}

/** Degrees after which a straight line in lon-lat gets a point of its own, so that in the plane it keeps to within 0.1 m of where RFC 7946 has it. */
const longestDegrees = 0.03;
export function densify(line: readonly Position[]): Position[] {
	const points: Position[] = [];
	line.forEach((to, i) => {
		const from = line[i - 1] ?? to;
		const [dx, dy] = [to[0]! - from[0]!, to[1]! - from[1]!];
		const pieces = Math.ceil(Math.max(Math.abs(dx), Math.abs(dy)) / longestDegrees);
		for (let piece = 1; piece < pieces; piece++) points.push([from[0]! + (dx * piece) / pieces, from[1]! + (dy * piece) / pieces]);
		points.push(to);
	});
	return points;
}
const bend = (line: readonly Position[]): [number, number][] => densify(line).map(toMetres);

export interface Planar {
	/** x1, y1, x2, y2 of each segment, metres; a point is a segment of no length. */
	segments: Float64Array;
	/** Rings of each polygon, exterior first. */
	polygons: [number, number][][][];
	/** x, y of the first point of each part: a point, a line or a ring. */
	starts: [number, number][];
	bbox: [number, number, number, number];
	index: Flatbush;
}

export function toPlanar(geometries: readonly Geometry[]): Planar {
	const flat: number[] = [];
	const polygons: [number, number][][][] = [];
	const starts: [number, number][] = [];
	const addLine = (line: Position[]) => {
		const points = bend(line);
		if (points[0]) starts.push(points[0]);
		if (points.length === 1) flat.push(...points[0]!, ...points[0]!);
		for (let i = 1; i < points.length; i++) flat.push(...points[i - 1]!, ...points[i]!);
	};
	const addPolygon = (rings: Position[][]) => {
		rings.forEach(addLine);
		polygons.push(rings.map(bend));
	};
	for (const geometry of geometries) {
		if (geometry.type === 'Point') addLine([geometry.coordinates]);
		else if (geometry.type === 'LineString') addLine(geometry.coordinates);
		else if (geometry.type === 'MultiLineString') geometry.coordinates.forEach(addLine);
		else if (geometry.type === 'Polygon') addPolygon(geometry.coordinates);
		else if (geometry.type === 'MultiPolygon') geometry.coordinates.forEach(addPolygon);
	}
	const segments = Float64Array.from(flat);
	const index = new Flatbush(Math.max(1, segments.length / 4));
	for (let i = 0; i < segments.length; i += 4) {
		index.add(Math.min(segments[i]!, segments[i + 2]!), Math.min(segments[i + 1]!, segments[i + 3]!), Math.max(segments[i]!, segments[i + 2]!), Math.max(segments[i + 1]!, segments[i + 3]!));
	}
	if (segments.length === 0) index.add(0, 0, 0, 0);
	index.finish();
	return { segments, polygons, starts, bbox: [index.minX, index.minY, index.maxX, index.maxY], index };
}

const isInRing = (x: number, y: number, ring: [number, number][]): boolean => {
	let inside = false;
	for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
		const [xi, yi] = ring[i]!;
		const [xj, yj] = ring[j]!;
		if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
	}
	return inside;
};

export const holdsPoint = (area: Planar, x: number, y: number): boolean => area.polygons.some(([shell, ...holes]) => isInRing(x, y, shell!) && !holes.some((hole) => isInRing(x, y, hole)));

/** Whether some part of `inner` starts in an area of `outer`. */
export const holdsStart = (outer: Planar, inner: Planar): boolean => outer.polygons.length > 0 && inner.starts.some(([x, y]) => holdsPoint(outer, x, y));
/** Whether every part of `inner` starts in an area of `outer`. */
export const holdsStarts = (outer: Planar, inner: Planar): boolean => outer.polygons.length > 0 && inner.starts.every(([x, y]) => holdsPoint(outer, x, y));

/**
 * Whether `inner` lies wholly in the area of `outer`: every part starts in it, no edge meets an edge of it, and no hole of it lies in `inner`.
 * What touches the outline from within is not inside.
 */
export function holdsWhole(outer: Planar, inner: Planar): boolean {
	const [a, b] = [inner.bbox, outer.bbox];
	if (!holdsStarts(outer, inner) || inner.starts.length === 0 || a[0] < b[0] || a[1] < b[1] || a[2] > b[2] || a[3] > b[3]) return false;
	if (distanceM(outlineOf(inner), outlineOf(outer), 0) === 0) return false;
	return !outer.polygons.some(([, ...holes]) => holes.some(([corner]) => corner !== undefined && holdsPoint(inner, ...corner)));
}
/** Lines and edges alone, without what they enclose. */
export const outlineOf = (planar: Planar): Planar => (planar.polygons.length === 0 ? planar : { ...planar, polygons: [] });

/** A long straight segment is looked at every so many metres. */
const stepM = 250;

/** Whether the inside of the area is entered by more than `depthM`: some point of a segment of `other` lies that deep in it. */
export function isEntered(area: Planar, other: Planar, depthM: number): boolean {
	if (area.polygons.length === 0) return false;
	for (let i = 0; i < other.segments.length; i += 4) {
		const [x1, y1, x2, y2] = other.segments.subarray(i, i + 4) as unknown as [number, number, number, number];
		if (Math.max(x1, x2) < area.bbox[0] || Math.min(x1, x2) > area.bbox[2] || Math.max(y1, y2) < area.bbox[1] || Math.min(y1, y2) > area.bbox[3]) continue;
		const steps = Math.max(2, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / stepM));
		for (let step = 0; step <= steps; step++) {
			const [x, y] = [x1 + ((x2 - x1) * step) / steps, y1 + ((y2 - y1) * step) / steps];
			if (x < area.bbox[0] || x > area.bbox[2] || y < area.bbox[1] || y > area.bbox[3] || !holdsPoint(area, x, y)) continue;
			const edges = area.index.search(x - depthM, y - depthM, x + depthM, y + depthM);
			if (edges.every((j) => pointDistance(x, y, area.segments.subarray(j * 4, j * 4 + 4)) >= depthM)) return true;
		}
	}
	return false;
}

export const gapBetween = (a: Planar['bbox'], b: Planar['bbox']): number => Math.hypot(Math.max(0, a[0] - b[2], b[0] - a[2]), Math.max(0, a[1] - b[3], b[1] - a[3]));

/** Least distance in metres; 0 where the two meet or one holds the other; `Infinity` beyond `limitM`. */
export function distanceM(a: Planar, b: Planar, limitM: number): number {
	if (a.segments.length === 0 || b.segments.length === 0 || gapBetween(a.bbox, b.bbox) > limitM) return Infinity;
	if (holdsStart(a, b) || holdsStart(b, a)) return 0;
	const [few, many] = a.segments.length <= b.segments.length ? [a, b] : [b, a];
	let best = limitM;
	let isWithinLimit = false;
	for (let i = 0; i < few.segments.length; i += 4) {
		const s = few.segments.subarray(i, i + 4);
		const near = many.index.search(Math.min(s[0]!, s[2]!) - best, Math.min(s[1]!, s[3]!) - best, Math.max(s[0]!, s[2]!) + best, Math.max(s[1]!, s[3]!) + best);
		for (const j of near) {
			const d = segmentDistance(s, many.segments.subarray(j * 4, j * 4 + 4));
			if (d <= best) {
				best = d;
				isWithinLimit = true;
				if (d === 0) return 0;
			}
		}
	}
	return isWithinLimit ? best : Infinity;
}

/** Whether some line or edge lies within so many metres of a point. */
export const isWithin = ({ index, segments }: Planar, x: number, y: number, metres: number): boolean => index.search(x - metres, y - metres, x + metres, y + metres).some((j) => pointDistance(x, y, segments.subarray(j * 4, j * 4 + 4)) <= metres);

/** Metres: a corner that lies on an edge of another shape is so near to it in the plane. */
const touchM = 1e-6;
/** Metres between two segments (x1, y1, x2, y2), 0 where they meet. */
export function segmentDistance(a: Float64Array, b: Float64Array): number {
	if (segmentsCross(a, b)) return 0;
	const metres = Math.min(pointDistance(a[0]!, a[1]!, b), pointDistance(a[2]!, a[3]!, b), pointDistance(b[0]!, b[1]!, a), pointDistance(b[2]!, b[3]!, a));
	return metres < touchM ? 0 : metres;
}

/** Metres from a point to a segment. */
export function pointDistance(x: number, y: number, s: Float64Array): number {
	const [x1, y1, x2, y2] = s as unknown as [number, number, number, number];
	const [dx, dy] = [x2 - x1, y2 - y1];
	const length2 = dx * dx + dy * dy;
	const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length2));
	return Math.hypot(x - x1 - t * dx, y - y1 - t * dy);
}

function segmentsCross(a: Float64Array, b: Float64Array): boolean {
	const side = (s: Float64Array, x: number, y: number) => Math.sign((s[2]! - s[0]!) * (y - s[1]!) - (s[3]! - s[1]!) * (x - s[0]!));
	return side(a, b[0]!, b[1]!) !== side(a, b[2]!, b[3]!) && side(b, a[0]!, a[1]!) !== side(b, a[2]!, a[3]!);
}
