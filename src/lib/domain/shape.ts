import type { Geometry } from 'geojson';
import type { AccuracyClass, Mode, PlaceKind } from './vocabulary.ts';

/** Published geometry of one place (`/data/<hash>/geometry-<layer>.json`). */
export interface Shape {
	id: string;
	/** The place shown; differs from `id` for a further picture (`taipu-river-water` of `taipu-river`). */
	place: string;
	role?: 'area' | 'extent' | 'axis';
	kind: PlaceKind | 'ground-lake' | 'ground-stream';
	accuracy: AccuracyClass;
	accuracyM: number;
	names?: { zh: string; en: string };
	rank: number;
	context: boolean;
	mode?: Mode;
	status?: 'open' | 'building' | 'planned';
	tags?: string[];
	areaKm2?: number;
	/** Where a label or mark stands: inside an area, in the middle of a line. */
	at: [lon: number, lat: number];
	geometry: Geometry;
}

export const shapeLayers = ['district', 'town', 'water', 'river', 'rail', 'road', 'waterway', 'station', 'site', 'ground'] as const;
export type ShapeLayer = (typeof shapeLayers)[number];
export type Shapes = Record<ShapeLayer, Shape[]>;

/** Addresses of the layers that travel as vector tiles; their lists of shapes are then empty. */
export type TileAddresses = Partial<Record<ShapeLayer, string>>;
const tileAddresses = Symbol('tiles');
/** The shapes, with the tiles that stand for some of them. */
export const withTiles = (shapes: Shapes, tiles: TileAddresses): Shapes => Object.assign(shapes, { [tileAddresses]: tiles });
export const tilesOf = (shapes: Shapes): TileAddresses => (shapes as { [tileAddresses]?: TileAddresses })[tileAddresses] ?? {};

/** Of a layer as text; beyond it the layer travels as tiles. */
export const tiledAboveBytes = 5_000_000;
/** Layers that are only drawn, and so may: all others are asked about, picked or lettered and are needed whole. */
export const mayBeTiled: readonly ShapeLayer[] = ['ground'];

