/**
 * The planner's question. A view is what the URL says: filter, selection, layers, table and camera; everything on screen is
 * computed from *dataset + view*. The filter is an expression tree from the first version on, though the first controls build
 * only an "and" of leaves; a leaf that this version does not know is kept, ignored in the answer and reported.
 */
import type { Ref } from './dataset.ts';

/** Facets a planner filters by. A leaf holds where one of its values holds. */
export const facetKeys = ['along', 'zone', 'district', 'town', 'domain', 'kind', 'status', 'agency', 'document', 'period', 'gap'] as const;
export type FacetKey = (typeof facetKeys)[number];

export interface Leaf {
	is: FacetKey;
	/** Ids or vocabulary words; for `period` ranges of years such as `2021..2025`, open ends allowed. */
	of: string[];
	/** Metres, `along` only. */
	withinM?: number;
}
export interface UnknownLeaf {
	is: 'unknown';
	key: string;
	of: string[];
}
export type Filter = Leaf | UnknownLeaf | { all: Filter[] } | { any: Filter[] } | { not: Filter };
export const everything: Filter = { all: [] };

export const defaultWithinM = 1000;
export const maxWithinM = 10000;

/** Records that the table lists and the summary counts, one tab each. */
export const tableNames = ['projects', 'measures', 'indicators', 'places', 'milestones'] as const;
export type TableName = (typeof tableNames)[number];

export interface Camera {
	/** lon, lat */
	center: [number, number];
	zoom: number;
}

export interface Sort {
	column: string;
	descending: boolean;
}

export interface View {
	filter: Filter;
	selection: Ref | null;
	/** Ids of visible layers in stack order with opacity 0–1; `null` is the default set. */
	layers: LayerChoice[] | null;
	table: TableName;
	sort: Sort | null;
	camera: Camera | null;
}

export interface LayerChoice {
	id: string;
	opacity: number;
}

export const emptyView: View = { filter: everything, selection: null, layers: null, table: 'projects', sort: null, camera: null };

/** A part of an address that was not understood, kept in words that the page can show. */
export interface Ignored {
	key: string;
	value: string;
	reason: 'unknown-key' | 'bad-value' | 'unknown-id' | 'newer-version';
}
