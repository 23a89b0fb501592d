/** A planner's file of assets as it was read: its layers in their own coordinate system, and what was wrong. Sentences stand under `layerfile.<key>`. */
import type { AssetRow, FeatureProblem, InventoryField } from './inventory.ts';

/** Columns of a table that say where: names as in the file. */
export type CoordinateColumns = { x: string; y: string } | { wkt: string };

/** A column and what stands in it. */
export interface FoundField extends InventoryField {
	/** Different values; counting stops at 4,096. */
	distinct: number;
	missing: number;
	/** Of a column of numbers; `null` for the others. */
	min: number | null;
	max: number | null;
	/** The first few different values. */
	examples: string[];
}

export interface FileLayer {
	/** Name of the table, of the file in the zip, or of the file; data. */
	name: string;
	/** Positions are in the file's own system, x (or longitude) first, two numbers each. */
	rows: AssetRow[];
	fields: FoundField[];
	/** What the file says of its coordinate system: WKT of a .prj, the name in a GeoJSON `crs`, `EPSG:4490` of a GeoPackage, `EPSG:4326` of KML; `null` where it says nothing. */
	declaredCrs: string | null;
	/** Tables only: the columns that were taken for coordinates, `null` where none were found; the planner may name others. */
	coordinates?: CoordinateColumns | null;
	/** Of its features; the same thing many times is told once, with its count. */
	problems: FeatureProblem[];
}

export interface LoadedLayer {
	layers: FileLayer[];
	/** Of the file as a whole; where one is `refused` there are no layers. */
	problems: FeatureProblem[];
}

export interface LayerFileOptions {
	/** Told what has been read, 0 to 1. */
	onProgress?: (share: number) => void;
	coordinates?: CoordinateColumns;
	/** Bytes of SQLite as WebAssembly, asked for when a GeoPackage comes. */
	loadSql?: () => Promise<Uint8Array<ArrayBuffer>>;
}

/** A file that is refused as a whole. */
export class LayerRefusal extends Error {
	readonly key: string;
	readonly filling: Record<string, string | number>;
	constructor(key: string, filling: Record<string, string | number> = {}) {
		super(key);
		this.key = key;
		this.filling = filling;
	}
}

/** What a reader hands over before anything is believed. */
export interface RawFeature {
	/** GeoJSON where the file is sound; anything else is told. */
	geometry: unknown;
	/** Of a format without a head: names as they come, own properties only. */
	properties?: Readonly<Record<string, unknown>>;
	/** Of a table: values in the order of its columns. */
	cells?: readonly unknown[];
	/** Where the reader could not make a geometry: key and words of the sentence. */
	broken?: { key: string; with: FeatureProblem['with'] };
}
