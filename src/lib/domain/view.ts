/**
 * The planner's question. A view is what the URL says: filter, selection, layers, table and camera; everything on screen is
 * computed from *dataset + view*. The filter is an expression tree from the first version on, though the first controls build
 * only an "and" of leaves; a leaf that this version does not know is kept, ignored in the answer and reported.
 */
import type { Ref } from './dataset.ts';

/** Facets a planner filters by. A leaf holds where one of its values holds. */
export const facetKeys = ['along', 'zone', 'district', 'town', 'domain', 'kind', 'status', 'agency', 'document', 'period', 'length', 'investment', 'gap'] as const;
export type FacetKey = (typeof facetKeys)[number];

export interface Leaf {
	is: FacetKey;
	/** Ids or vocabulary words; for `period` ranges of years such as `2021..2025`, for `length` (km) and `investment` (亿元) ranges of the figure such as `5..20`; both ends included, open ends allowed. */
	of: string[];
	/** Metres, `along` only. */
	withinM?: number;
}
/**
 * Questions about space beyond the facets, decided by geometry or by the water network. What `of` holds:
 * `shore` a lake; `inside` an area; `upstream`, `downstream` a water; `crosses` a line or area; `near` any place;
 * `reach` a line, then two chainages in km or two places on it; `bank` a line, then `left` or `right` (looking downstream);
 * `nearest` a place, then how many; `border` two or three districts; `drawn` the corners `lon_lat` of a polygon.
 */
export const spaceKeys = ['near', 'shore', 'inside', 'upstream', 'downstream', 'reach', 'bank', 'crosses', 'nearest', 'border', 'drawn'] as const;
export type SpaceKey = (typeof spaceKeys)[number];
/** Metres that a question takes where none are given; the others ask for no distance. */
export const spaceWithinM: Partial<Record<SpaceKey, number>> = { near: 1000, shore: 500, upstream: 500, downstream: 500, reach: 1000, bank: 1000, border: 500 };
export interface SpaceLeaf {
	is: SpaceKey;
	of: string[];
	withinM?: number;
	/** Records that only a collective brings to the place asked about are left out. */
	named?: true;
}

export interface UnknownLeaf {
	is: 'unknown';
	key: string;
	of: string[];
}
/**
 * A condition on a field of a plugged-in layer. It speaks of that layer alone, beside the page's filter ("and"): no record of ours passes or fails by it.
 * Which fields and values there are is known with the layer (`query/inventory-filter.ts`); an address keeps the others too.
 */
export interface AssetLeaf {
	/** Id of the layer. */
	layer: string;
	/** Name of the field, as in the file. */
	field: string;
	/** Any of which holds: values, long ones by `valueKey` (`query/asset-filter.ts`), of a number field ranges such as `-0.5..20`; '' is "no data". */
	of: string[];
}
export type Filter = Leaf | SpaceLeaf | UnknownLeaf | { all: Filter[] } | { any: Filter[] } | { not: Filter };
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

/** How a series of the districts is cut into classes. */
export const classMethods = ['quantile', 'equal', 'jenks'] as const;
export type ClassMethod = (typeof classMethods)[number];
/** Published figures of projects that the map draws as circles. */
export const amountKinds = ['investment', 'length'] as const;
export type AmountKind = (typeof amountKinds)[number];
/** What columns stand for: the kind of place, then the figure. */
export const columnKinds = ['district-projects', 'district-length', 'district-investment', 'town-projects', 'water-projects'] as const;
export type ColumnKind = (typeof columnKinds)[number];
/** Years that the map can be asked for: from the first dated works to the target year of the plan. */
export const yearSpan: readonly [first: number, last: number] = [2016, 2035];

export interface View {
	filter: Filter;
	selection: Ref | null;
	/** Ids of visible layers in stack order with opacity 0–1; `null` is the default set. */
	layers: LayerChoice[] | null;
	table: TableName;
	/** Id of the plugged-in layer whose assets the table lists instead; `null`: none. */
	assets: string | null;
	/** Each field of a layer once. */
	assetFilter: AssetLeaf[];
	sort: Sort | null;
	camera: Camera | null;
	/** Id of a series of the districts (`query/theme-series.ts`). */
	theme: string | null;
	method: ClassMethod;
	amount: AmountKind | null;
	columns: ColumnKind | null;
	/** The map as dated rows tell it for this year; `null` is the data date. */
	year: number | null;
}

export interface LayerChoice {
	id: string;
	opacity: number;
}

export const emptyView: View = { filter: everything, selection: null, layers: null, table: 'projects', assets: null, assetFilter: [], sort: null, camera: null, theme: null, method: 'quantile', amount: null, columns: null, year: null };

/** A part of an address that was not understood, kept in words that the page can show. */
export interface Ignored {
	key: string;
	value: string;
	reason: 'unknown-key' | 'bad-value' | 'unknown-id' | 'newer-version' | 'few-corners' | 'no-answer' | 'no-ground';
	/** Of a question that has no answer: why. */
	sentence?: string;
}
