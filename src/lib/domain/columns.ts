/**
 * Features in columns: geometry and attributes of one layer as typed arrays, so that a hundred thousand of them pass between threads without
 * a copy and are filtered without an object each. WGS84 lon-lat in degrees. A feature is a row; a row may have several parts (multi-part
 * geometry), a part of an area several rings, holes after their shell.
 */
export const rowShapes = ['none', 'point', 'line', 'area'] as const;
export type RowShape = (typeof rowShapes)[number];

export interface GeometryColumns {
	/** Number of rows. */
	count: number;
	/** Index into `rowShapes`, one a row; `none` is a row without a usable geometry: listed, never drawn, never decided by space. */
	shape: Uint8Array;
	/** lon, lat of every vertex. */
	positions: Float64Array;
	/** First vertex of each ring or line (of a point: of the point), and one past the last: length rings + 1. A ring ends on its first vertex, as in GeoJSON. */
	ringStart: Uint32Array;
	/** First ring of each part, and one past the last: length parts + 1. */
	partStart: Uint32Array;
	/** First part of each row, and one past the last: length count + 1. */
	rowStart: Uint32Array;
	/** west, south, east, north of each row; NaN for a row without geometry. */
	bounds: Float64Array;
}

/** Few values that repeat: a code a row into `values`; code 0 is "no data". */
export interface CategoryColumn {
	type: 'category';
	name: string;
	codes: Uint16Array | Uint32Array;
	/** `values[0]` is ''. */
	values: string[];
}
/** NaN is "no data". Dates are years with their fraction of the year left out. */
export interface NumberColumn {
	type: 'number';
	name: string;
	values: Float64Array;
}
/** Text that hardly repeats: UTF-8 bytes, row i from `starts[i]` to `starts[i + 1]`. */
export interface TextColumn {
	type: 'text';
	name: string;
	bytes: Uint8Array;
	starts: Uint32Array;
}
export type AttributeColumn = CategoryColumn | NumberColumn | TextColumn;

export interface Columns {
	geometry: GeometryColumns;
	attributes: AttributeColumn[];
}
