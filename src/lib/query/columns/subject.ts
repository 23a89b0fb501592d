/**
 * What rows are measured against, made ready once: the segments of a river or an outline in a tree of boxes. Segments stay in the order in which
 * they were drawn, neighbours are near each other anyway, so the tree is a row of boxes over each four boxes below. Metres in the layer's plane.
 */
import type { Geometry, Position } from 'geojson';
import type { Extent } from '../../domain/column-question.ts';
import type { Plane } from '../../geo/local-plane.ts';

export interface Subject {
	/** x1, y1, x2, y2 of each segment; a point is a segment of no length. */
	segments: Float64Array;
	/** west, south, east, north of each box, level after level, the root last. */
	boxes: Float64Array;
	/** First box of each level. */
	levels: number[];
	areas: Area[];
	/** x, y of the first vertex of each part. */
	starts: Float64Array;
	/** In degrees. */
	bbox: Extent;
}

/** Edges of one polygon, holes too, by strips from south to north: whether it holds a point is asked of the edges of one strip. */
export interface Area {
	edges: Float64Array;
	box: readonly [west: number, south: number, east: number, north: number];
	stripStart: Uint32Array;
	stripEdges: Uint32Array;
}

/** Boxes below one box. */
export const fanOut = 4;
const edgesPerStrip = 2;

export function createSubject(geometries: readonly Geometry[], plane: Plane): Subject {
	const segments: number[] = [];
	const starts: number[] = [];
	const areas: Area[] = [];
	const bbox: Extent = [Infinity, Infinity, -Infinity, -Infinity];
	const toXy = (line: Position[]): Float64Array => {
		const xy = new Float64Array(line.length * 2);
		for (const [lon, lat] of line) for (const [side, value] of [lon!, lat!, lon!, lat!].entries()) bbox[side] = side < 2 ? Math.min(bbox[side]!, value) : Math.max(bbox[side]!, value);
		plane.project(line.flatMap(([lon, lat]) => [lon!, lat!]), xy, 0, line.length);
		return xy;
	};
	const addLine = (line: Position[]): number[] => {
		const xy = toXy(line);
		const own: number[] = [];
		if (line.length > 0) starts.push(xy[0]!, xy[1]!);
		if (line.length === 1) own.push(xy[0]!, xy[1]!, xy[0]!, xy[1]!);
		for (let i = 2; i < xy.length; i += 2) own.push(xy[i - 2]!, xy[i - 1]!, xy[i]!, xy[i + 1]!);
		for (const value of own) segments.push(value);
		return own;
	};
	const addArea = (rings: Position[][]) => areas.push(toArea(Float64Array.from(rings.flatMap(addLine))));
	const add = (geometry: Geometry): void => {
		switch (geometry.type) {
			case 'Point': return void addLine([geometry.coordinates]);
			case 'MultiPoint': return geometry.coordinates.forEach((at) => addLine([at]));
			case 'LineString': return void addLine(geometry.coordinates);
			case 'MultiLineString': return geometry.coordinates.forEach((line) => addLine(line));
			case 'Polygon': return void addArea(geometry.coordinates);
			case 'MultiPolygon': return geometry.coordinates.forEach((rings) => addArea(rings));
			case 'GeometryCollection': return geometry.geometries.forEach(add);
		}
	};
	geometries.forEach(add);
	const flat = Float64Array.from(segments);
	return { segments: flat, ...toTree(flat), areas, starts: Float64Array.from(starts), bbox };
}

function toTree(segments: Float64Array): { boxes: Float64Array; levels: number[] } {
	const sizes = [segments.length / 4];
	while (sizes.at(-1)! > 1) sizes.push(Math.ceil(sizes.at(-1)! / fanOut));
	const levels = sizes.map((_, level) => sizes.slice(0, level).reduce((sum, size) => sum + size, 0));
	const boxes = new Float64Array(4 * sizes.reduce((sum, size) => sum + size, 0));
	for (let i = 0; i < segments.length; i += 4) {
		boxes[i] = Math.min(segments[i]!, segments[i + 2]!);
		boxes[i + 1] = Math.min(segments[i + 1]!, segments[i + 3]!);
		boxes[i + 2] = Math.max(segments[i]!, segments[i + 2]!);
		boxes[i + 3] = Math.max(segments[i + 1]!, segments[i + 3]!);
	}
	for (let level = 1; level < sizes.length; level++) {
		for (let i = 0; i < sizes[level]!; i++) {
			const out = 4 * (levels[level]! + i);
			boxes.set([Infinity, Infinity, -Infinity, -Infinity], out);
			for (let child = i * fanOut; child < Math.min(sizes[level - 1]!, (i + 1) * fanOut); child++) {
				const box = 4 * (levels[level - 1]! + child);
				for (const side of [0, 1]) boxes[out + side] = Math.min(boxes[out + side]!, boxes[box + side]!);
				for (const side of [2, 3]) boxes[out + side] = Math.max(boxes[out + side]!, boxes[box + side]!);
			}
		}
	}
	return { boxes, levels };
}

function toArea(edges: Float64Array): Area {
	let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let i = 0; i < edges.length; i += 4) {
		west = Math.min(west, edges[i]!);
		east = Math.max(east, edges[i]!);
		south = Math.min(south, edges[i + 1]!);
		north = Math.max(north, edges[i + 1]!);
	}
	const strips = Math.max(1, Math.ceil(edges.length / 4 / edgesPerStrip));
	const box = [west, south, east, north] as const;
	const each = (visit: (strip: number, edge: number) => void): void => {
		for (let i = 0; i < edges.length; i += 4) {
			const [low, high] = [Math.min(edges[i + 1]!, edges[i + 3]!), Math.max(edges[i + 1]!, edges[i + 3]!)];
			for (let strip = stripOf(box, strips, low); strip <= stripOf(box, strips, high); strip++) visit(strip, i);
		}
	};
	const stripStart = new Uint32Array(strips + 1);
	each((strip) => stripStart[strip + 1]!++);
	for (let strip = 0; strip < strips; strip++) stripStart[strip + 1]! += stripStart[strip]!;
	const next = stripStart.slice();
	const stripEdges = new Uint32Array(stripStart[strips]!);
	each((strip, edge) => (stripEdges[next[strip]!++] = edge));
	return { edges, box, stripStart, stripEdges };
}

function stripOf([, south, , north]: Area['box'], strips: number, y: number): number {
	return north > south ? Math.max(0, Math.min(strips - 1, Math.floor(((y - south) / (north - south)) * strips))) : 0;
}

/** Whether the polygon holds a point; on its edge either may be said, the distance there is 0 anyway. */
export function holds({ edges, box, stripStart, stripEdges }: Area, x: number, y: number): boolean {
	if (x < box[0] || x > box[2] || y < box[1] || y > box[3]) return false;
	const strip = stripOf(box, stripStart.length - 1, y);
	let isInside = false;
	for (let s = stripStart[strip]!; s < stripStart[strip + 1]!; s++) {
		const i = stripEdges[s]!;
		const [y1, y2] = [edges[i + 1]!, edges[i + 3]!];
		if (y1 > y !== y2 > y && x < ((edges[i + 2]! - edges[i]!) * (y - y1)) / (y2 - y1) + edges[i]!) isInside = !isInside;
	}
	return isInside;
}
