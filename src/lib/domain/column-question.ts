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
export type ColumnLeaf = CategoryLeaf | NumberLeaf | GroundLeaf | ExtentLeaf;
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
	/** Rows under the other conditions: of a category by code, of a number by class (`ColumnSummary`), class 0 being "no data". */
	counts: Uint32Array;
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

/** What there is to ask of a layer. `edges`: class i of a number holds edges[i − 1] ≤ value < edges[i], the last its upper end too; class 0 is "no data". */
export type ColumnSummary = { name: string; type: 'category'; values: string[] } | { name: string; type: 'number'; edges: Float64Array; known: number } | { name: string; type: 'text' };

/** What the page says to the worker; `number` counts questions, and a newer one ends the older. */
export type ColumnMessage =
	| { ask: 'load'; columns: Columns }
	| { ask: 'subject'; key: string; geometries: Geometry[] | null }
	| { ask: 'question'; number: number; question: ColumnQuestion }
	| { ask: 'cancel'; number: number };
/** `over`: given up for a newer question or cancelled. */
export type ColumnReply<Drawing = unknown> =
	| { is: 'loaded'; summary: ColumnSummary[]; drawing: Drawing }
	| { is: 'progress'; number: number; share: number }
	| { is: 'answer'; number: number; answer: ColumnAnswer }
	| { is: 'over'; number: number }
	| { is: 'failed'; number: number; reason: string };
