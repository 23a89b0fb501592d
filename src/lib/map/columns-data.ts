/**
 * Columns as deck.gl takes them: binary attributes, made once in the worker and handed over. Points for a ScatterplotLayer, lines and outlines for a
 * PathLayer, areas in triangles for a SolidPolygonLayer. An object of deck is one part of a row; `rows` says of which. A filter changes one number a
 * vertex (`filterValuesOf`, for the DataFilterExtension) and no geometry; `keepRows` makes new arrays of what passes instead.
 */
import type { Columns } from '../domain/columns.ts';
import { triangulate } from './triangles.ts';

/** lon, lat as 64-bit numbers, which deck splits for the graphics card. */
export interface PointData {
	length: number;
	rows: Uint32Array;
	positions: Float64Array;
}
/** Object i has the vertices from `startIndices[i]` up to `startIndices[i + 1]`. */
export interface PathData extends PointData {
	startIndices: Uint32Array;
}
export interface AreaData extends PathData {
	/** Three vertices a triangle. */
	indices: Uint32Array;
}
export interface Drawing {
	points: PointData;
	lines: PathData;
	areas: AreaData;
	/** Rings of the areas, holes too: the same vertices, in one array. */
	outlines: PathData;
}

export function toDrawing({ geometry }: Columns): Drawing {
	const { count, shape, rowStart, partStart, ringStart, positions } = geometry;
	/** Parts, or single rings, of the rows of one shape. */
	const collect = (wanted: number, byRing: boolean): PathData => {
		const [rows, from, to]: number[][] = [[], [], []];
		for (let row = 0; row < count; row++) {
			if (shape[row] !== wanted) continue;
			for (let part = rowStart[row]!; part < rowStart[row + 1]!; part++) {
				for (let ring = partStart[part]!; ring < partStart[part + 1]!; ring = byRing ? ring + 1 : partStart[part + 1]!) {
					rows!.push(row);
					from!.push(ringStart[ring]!);
					to!.push(ringStart[byRing ? ring + 1 : partStart[part + 1]!]!);
				}
			}
		}
		return cutOut(positions, rows!, from!, to!);
	};
	const fill = collect(3, false);
	const indices: number[] = [];
	let object = 0;
	for (let row = 0; row < count; row++) {
		if (shape[row] !== 3) continue;
		for (let part = rowStart[row]!; part < rowStart[row + 1]!; part++) {
			const shift = fill.startIndices[object++]! - ringStart[partStart[part]!]!;
			const starts = Array.from(ringStart.subarray(partStart[part]!, partStart[part + 1]! + 1), (start) => start + shift);
			for (const vertex of triangulate(fill.positions, starts)) indices.push(vertex);
		}
	}
	const points = collect(1, false);
	return { points: { length: points.length, rows: points.rows, positions: points.positions }, lines: collect(2, false), areas: { ...fill, indices: Uint32Array.from(indices) }, outlines: { ...collect(3, true), positions: fill.positions } };
}

function cutOut(positions: Float64Array, rows: ArrayLike<number>, from: ArrayLike<number>, to: ArrayLike<number>): PathData {
	const startIndices = new Uint32Array(rows.length + 1);
	for (let i = 0; i < rows.length; i++) startIndices[i + 1] = startIndices[i]! + to[i]! - from[i]!;
	const out = new Float64Array(2 * startIndices[rows.length]!);
	for (let i = 0; i < rows.length; i++) {
		for (let v = 2 * from[i]!, o = 2 * startIndices[i]!; v < 2 * to[i]!; v++, o++) out[o] = positions[v]!;
	}
	return { length: rows.length, rows: Uint32Array.from(rows), startIndices, positions: out };
}

/** Which vertices are of which row. */
type Owners = Pick<PointData, 'length' | 'rows'> & { startIndices?: Uint32Array };

/** 1 where the row of a vertex passes, else 0: attribute `getFilterValue` with `filterRange: [1, 1]`. */
export function filterValuesOf({ rows, length, startIndices }: Owners, mask: Uint8Array): Float32Array {
	const out = new Float32Array(startIndices ? startIndices[length]! : length);
	for (let i = 0; i < length; i++) {
		if (mask[rows[i]!] !== 1) continue;
		if (!startIndices) out[i] = 1;
		else for (let v = startIndices[i]!; v < startIndices[i + 1]!; v++) out[v] = 1;
	}
	return out;
}

/** Filter values of a drawing; outlines take those of the areas. */
export type Painting = Record<'points' | 'lines' | 'areas', Float32Array>;
/** Keeps what it needs of a drawing that is handed over. */
export function createPainter({ points, lines, areas }: Drawing): (mask: Uint8Array) => Painting {
	const keep = ({ length, rows, startIndices }: Owners): Owners => ({ length, rows: rows.slice(), ...(startIndices && { startIndices: startIndices.slice() }) });
	const kept = { points: keep(points), lines: keep(lines), areas: keep(areas) };
	return (mask) => ({ points: filterValuesOf(kept.points, mask), lines: filterValuesOf(kept.lines, mask), areas: filterValuesOf(kept.areas, mask) });
}

/** The same with only the objects whose row passes. */
export function keepRows<Data extends PointData | PathData | AreaData>(data: Data, mask: Uint8Array): Data {
	const kept: number[] = [];
	for (let i = 0; i < data.length; i++) if (mask[data.rows[i]!] === 1) kept.push(i);
	const starts = 'startIndices' in data ? data.startIndices : null;
	const paths = cutOut(data.positions, Uint32Array.from(kept, (i) => data.rows[i]!), Uint32Array.from(kept, (i) => starts?.[i] ?? i), Uint32Array.from(kept, (i) => starts?.[i + 1] ?? i + 1));
	if (starts === null) return { length: paths.length, rows: paths.rows, positions: paths.positions } as Data;
	if (!('indices' in data)) return paths as PathData as Data;
	/** How far each vertex moves to the front; −1 where its object goes. */
	const moves = new Int32Array(data.positions.length / 2).fill(-1);
	kept.forEach((i, o) => moves.fill(starts[i]! - paths.startIndices[o]!, starts[i]!, starts[i + 1]!));
	return { ...paths, indices: data.indices.filter((vertex) => moves[vertex]! >= 0).map((vertex) => vertex - moves[vertex]!) } as PathData as Data;
}

const attribute = (value: Float64Array) => ({ value, size: 2 });
/** `data` of a ScatterplotLayer. */
export const pointAttributes = ({ length, positions }: PointData, filter?: Float32Array) => ({ length, attributes: { getPosition: attribute(positions), ...withFilter(filter) } });
/** `data` of a PathLayer with `_pathType: 'open'` and `positionFormat: 'XY'`. */
export const pathAttributes = ({ length, startIndices, positions }: PathData, filter?: Float32Array) => ({ length, startIndices, attributes: { getPath: attribute(positions), ...withFilter(filter) } });
/** `data` of a SolidPolygonLayer with `_normalize: false` and `positionFormat: 'XY'`. */
export const areaAttributes = ({ length, startIndices, positions, indices }: AreaData, filter?: Float32Array) => ({ length, startIndices, attributes: { getPolygon: attribute(positions), indices: { value: indices, size: 1 }, ...withFilter(filter) } });
const withFilter = (value?: Float32Array) => (value ? { getFilterValue: { value, size: 1 } } : {});
