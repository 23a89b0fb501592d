/**
 * Inventories: layers of assets that planners plug in (pipes, pumps, sluices, bridges, parcels). They stay in the planner's data folder, below
 * `layers/<id>/`: `layer.json` (an `InventoryLayer`) and `rows.ndjson` (an `AssetRow` a line). Ids of assets are `asset:<layer>/<row>`.
 */
import type { Geometry } from 'geojson';

/** Coordinate systems that a file may be in. `cgcs2000-gk` is Gauss–Krüger, 3° zones, on the ellipsoid of CGCS2000. */
export const datums = ['wgs84', 'cgcs2000', 'cgcs2000-gk', 'gcj02', 'bd09'] as const;
export type Datum = (typeof datums)[number];
export interface Crs {
	datum: Datum;
	/** Central meridian in degrees (117, 120, 123), `cgcs2000-gk` only. */
	meridian?: number;
	/** The easting is prefixed by the number of its zone (40 for 120°): 40 500 000 instead of 500 000. */
	isZoned?: boolean;
}

export const fieldTypes = ['category', 'number', 'text'] as const;
export interface InventoryField {
	/** As found in the file. */
	name: string;
	/** As the planner wants it read; the name where nothing was set. */
	label: string;
	type: (typeof fieldTypes)[number];
	/** Unit as the planner states it; empty where none. */
	unit: string;
}
/** Columns that mean what the atlas knows; each names a field of the file. */
export const inventoryRoles = ['name', 'kind', 'status', 'year', 'length', 'investment', 'owner'] as const;
export type InventoryRole = (typeof inventoryRoles)[number];

export interface InventoryLayer {
	/** Lower-case kebab. */
	id: string;
	/** As the planner named it; data, shown as it is in both languages. */
	title: string;
	/** Name of the file and SHA-256 of its bytes. */
	file: string;
	sum: string;
	/** The system accepted by the planner; rows are kept in WGS84. */
	crs: Crs;
	/** Metres that a drawn point may be off, as the planner states; `null`: not stated. */
	accuracyM: number | null;
	/** Who or what the data is from, as the planner states. */
	source: string;
	date: string;
	count: number;
	/** Rows whose geometry could not be used. */
	unplaced: number;
	bbox: [west: number, south: number, east: number, north: number] | null;
	fields: InventoryField[];
	roles: Partial<Record<InventoryRole, string>>;
	/** Colour: index into the palette of inventories; `by`: a category field that colours rows. */
	style: { colour: number; by?: string; widthPx?: number; radiusPx?: number };
	addedAt: string;
	addedBy: string;
}

/** What the planner states of a layer; the rest the server counts itself. */
export type StatedLayer = Pick<InventoryLayer, 'title' | 'file' | 'sum' | 'crs' | 'accuracyM' | 'source' | 'date' | 'fields' | 'roles' | 'style' | 'addedBy'>;
/** What may be changed afterwards. */
export type LayerPatch = Partial<Pick<InventoryLayer, 'title' | 'accuracyM' | 'source' | 'date' | 'roles' | 'style'>> & { fields?: Pick<InventoryField, 'name' | 'label' | 'unit'>[] };

/** Tones of the palette of inventories (`map/inventory-ink.ts`). */
export const inventoryColours = 6;

/** One feature as it is sent and kept. */
export interface AssetRow {
	/** Number of the feature in its file, from 1. */
	row: number;
	geometry: Geometry | null;
	properties: Record<string, string | number | null>;
}

/** Limits of an upload, stated once and shown on the page. */
export const inventoryLimits = { fileBytes: 200_000_000, unpackedBytes: 1_000_000_000, rows: 1_000_000, fields: 200, cellChars: 4_000, chunkRows: 2_000, chunkBytes: 400_000 } as const;

/** What was wrong with a file or one of its features: a sentence of `i18n` with what it names. */
export interface FeatureProblem {
	/** Number of the feature, from 1; 0: the file. */
	row: number;
	key: string;
	with: Record<string, string | number>;
	/** `repaired`: used after the mend that the sentence names; `skipped`: listed without geometry; `noted`: of the file or a layer, what was not read or must be checked; `refused`: the whole file. */
	level: 'repaired' | 'skipped' | 'noted' | 'refused';
}
