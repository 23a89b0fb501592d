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

