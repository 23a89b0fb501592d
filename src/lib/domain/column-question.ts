/**
 * What a layer in columns is asked and what it answers: plain values and typed arrays, so that both travel between threads without a copy.
 * The tree means what the filter of the records means (`query/select.ts`): a condition on a column or a subject that this layer does not have
 * is silent, it counts for nothing in "and", "or" and "not"; a row without a value fails every range and every value but "no data".
 */
import type { Geometry } from 'geojson';
import type { Columns } from './columns.ts';

export interface CategoryLeaf {
	is: 'category';
	column: string;
	/** Values, any of which holds; '' is "no data". */
	of: string[];
}
export interface NumberLeaf {
	is: 'number';
	column: string;
	/** Both ends included; `null` is open. With both open: every row whose value is known. */
	from: number | null;
	to: number | null;
}
/** Several ranges of one column, any of which holds, and perhaps "no data". */
export interface RangesLeaf {
	is: 'ranges';
	column: string;
	/** Both ends included; open ends are infinite. */
	of: (readonly [from: number, to: number])[];
	takesMissing: boolean;
}
export interface GroundLeaf {
	is: 'within';
	/** Key under which a geometry was given (`ColumnQuery.setSubject`): a river, a district, a drawn polygon. */
	subject: string;
	/** Metres between the row and the subject, 0 where they share ground: 0 asks for what lies in or touches an area. At most `maxWithinM`. */
	withinM: number;
}
/** Rows whose box meets this one: what is in sight. */
export interface ExtentLeaf {
	is: 'extent';
	bbox: Extent;
}
export type Extent = [west: number, south: number, east: number, north: number];
export type ColumnLeaf = CategoryLeaf | NumberLeaf | RangesLeaf | GroundLeaf | ExtentLeaf;
export type ColumnFilter = ColumnLeaf | { all: ColumnFilter[] } | { any: ColumnFilter[] } | { not: ColumnFilter };

/** Rows that pass, gathered in squares of the map. */
export interface BinRequest {
	/** Zoom of the map, tiles of 512 px. */
	zoom: number;
	/** Side of a square. */
	cellPx: number;
	/** Only what is in sight; `null`: everywhere. */
	bbox: Extent | null;
}
export interface Bins {
	/** lon, lat of the mean of the rows of each square. */
	positions: Float64Array;
	counts: Uint32Array;
	/** The row of a square that holds one alone, else −1. */
	only: Int32Array;
	/** Degrees of longitude of a side; a side is as high in Mercator. */
	cellDegrees: number;
}

export interface ColumnQuestion {
	filter: ColumnFilter;
	/** Columns whose values are counted; absent: all categories and numbers. */
	count?: string[];
	/** Columns that are added up; absent: all numbers. */
	sum?: string[];
	bins?: BinRequest;
}

export interface ColumnFacet {
	column: string;
	/** Rows under the conditions that are not on this column: of a category by code, of a number by class (`ColumnSummary`), class 0 being "no data". */
	counts: Uint32Array;
	/** Rows under all conditions; the same array where none is on this column. */
	passing: Uint32Array;
}
export interface ColumnSum {
	column: string;
	value: number;
	/** Rows whose figure is in the sum. */
	knownFor: number;
}
export interface ColumnAnswer {
	/** 1 for each row that passes. */
	mask: Uint8Array;
	total: number;
	facets: ColumnFacet[];
	sums: ColumnSum[];
	/** For each member of the top-level "and": how many rows would pass without it. */
	without: Uint32Array;
	bins: Bins | null;
}

/** With what the answer changes on the map. */
export type Painted<Painting> = ColumnAnswer & { painting: Painting };

/**
 * What there is to ask of a layer. Of a number, class 0 is "no data", class 2i + 1 holds what equals `edges[i]`, class 2i + 2 what lies between
 * edges[i] and edges[i + 1]: a bar can so be counted with both its ends, as a range is asked for. `isWhole`: no value has a fraction.
 */
export type ColumnSummary = { name: string; type: 'category'; values: string[] } | { name: string; type: 'number'; edges: Float64Array; known: number; isWhole: boolean } | { name: string; type: 'text' };

/** What the page says to the worker; `number` counts questions, and a newer one ends the older. */
export type ColumnMessage =
	| { ask: 'load'; columns: Columns }
	| { ask: 'subject'; key: string; geometries: Geometry[] | null }
	| { ask: 'question'; number: number; question: ColumnQuestion }
	| { ask: 'cancel'; number: number };
/** `drawn`: what the map needs, as soon as it is there; `over`: given up for a newer question or cancelled; `failed`: number 0 for a layer that could not be loaded. */
export type ColumnReply<Drawing, Painting> =
	| { is: 'drawn'; drawing: Drawing }
	| { is: 'loaded'; summary: ColumnSummary[] }
	| { is: 'progress'; number: number; share: number }
	| { is: 'answer'; number: number; answer: Painted<Painting> }
	| { is: 'over'; number: number }
	| { is: 'failed'; number: number; reason: string };
