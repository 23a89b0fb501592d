/** What pages and slides ask of a plugged-in layer that a worker holds in columns, and what it answers. */
import type { Geometry } from 'geojson';
import type { ColumnFacet, ColumnFilter, ColumnSum, ColumnSummary } from './column-question.ts';
import type { AssetRow, InventoryLayer } from './inventory.ts';
import type { PackedRow } from './packed-layers.ts';

/** A geometry to ask about, under its key, with what a reader calls it. */
export interface NamedGround {
	key: string;
	name: string;
	geometries: Geometry[];
	/** Metres that its line may be off. */
	accuracyM: number;
}
export interface AssetQuestion {
	filter: ColumnFilter;
	grounds: NamedGround[];
	/** `#RRGGBB` of the first, second … value of the column that colours rows, then one for the rest; one alone where rows have one colour. */
	inks: string[];
	/** Names of the fields whose values are counted; absent: none. */
	count?: string[];
}

/** Values of the column that colours rows, most frequent first: what the legend says. */
export interface ToneValue {
	/** Empty: no data. */
	value: string;
	/** Rows of the layer, and of them those that pass. */
	count: number;
	now: number;
}
/** A field to choose by, with all rows of the layer counted: of a category by code (`values`, the first is ''), of a number by class. */
export type FacetField = Exclude<ColumnSummary, { type: 'text' }> & { all: Uint32Array };

export interface AssetAnswer<Drawing> {
	total: number;
	/** Of number columns, among the rows that pass. */
	sums: ColumnSum[];
	facets: ColumnFacet[];
	/** For each member of the "and" that was asked: how many rows would pass without it. */
	without: Uint32Array;
	/** Rows that pass. */
	drawing: Drawing;
	/** Red, green, blue, alpha of each drawn object (points) or vertex (lines, areas); alpha 0 where the row has no data; `null` where there is one colour. */
	colours: { points: Uint8Array; lines: Uint8Array; areas: Uint8Array; outlines: Uint8Array } | null;
	tones: ToneValue[];
}

/** What passes a filter, to be carried elsewhere; of rows without geometry there is nothing to carry. */
export interface AssetRows {
	total: number;
	/** `null`: more than were asked for. */
	rows: PackedRow[] | null;
	tones: string[];
}

export interface AssetSort {
	/** Name of a field; empty: number of the row. */
	field: string;
	descending: boolean;
}
/** One row of the table. */
export interface AssetLine {
	/** Number of the feature in its file. */
	row: number;
	cells: (string | number | null)[];
	/** Why it is there: nearest of the grounds that were asked about. `metres` 0: it touches or lies inside. */
	reasons: { name: string; metres: number; accuracyM: number }[];
	isPlaced: boolean;
}

export interface NearPlace {
	id: string;
	metres: number;
	/** Metres by which both may be off; `null` where the layer does not state its own. */
	accuracyM: number;
}
export interface AssetCard extends AssetRow {
	/** A point on or in it, lon-lat; `null` without geometry. */
	at: [lon: number, lat: number] | null;
	/** `null` where the geometry of ours is not here. */
	near: { waters: NearPlace[]; corridors: NearPlace[] } | null;
}
export interface AssetFound {
	layer: string;
	row: number;
	title: string;
	/** What else holds the words: owner, kind. */
	detail: string;
}

export type InventoryMessage =
	| { ask: 'load'; layer: InventoryLayer }
	| { ask: 'fields'; id: string }
	| { ask: 'question'; id: string; question: AssetQuestion }
	| { ask: 'rows'; id: string; question: Pick<AssetQuestion, 'filter' | 'grounds'>; most: number }
	| { ask: 'lines'; id: string; sort: AssetSort; from: number; count: number }
	| { ask: 'all'; id: string; sort: AssetSort }
	| { ask: 'features'; id: string }
	| { ask: 'card'; id: string; row: number; hash: string | null }
	| { ask: 'find'; id: string; text: string; limit: number }
	| { ask: 'forget'; id: string };
export type InventoryReply = { number: number; value: unknown };
