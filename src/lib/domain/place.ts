import type { Geometry } from 'geojson';
import type { AccuracyClass, Mode, PlaceKind } from './vocabulary.ts';

export interface Names {
	zh: string;
	en: string;
	/** Traditional form, only where it differs. */
	zh_hant?: string;
	short?: { zh?: string[]; en?: string[] };
}

export interface Accuracy {
	class: AccuracyClass;
	/** Metres that a drawn point may be off. */
	m: number;
	note_zh?: string;
	note_en?: string;
}

/** A place as a record: the properties of its feature plus what was measured on the geometry. */
export interface Place {
	id: string;
	kind: PlaceKind;
	names: Names;
	parent?: string;
	/** Members of a collective, or of a zone that is the sum of others. */
	members?: string[];
	/** Lines of a corridor. */
	parts?: string[];
	flows_to?: string[];
	/** `null` when the place is known and not located. */
	accuracy: Accuracy | null;
	source: string;
	licence: string;
	date: string;
	name_basis?: 'official' | 'inferred';
	status?: 'open' | 'building' | 'planned';
	mode?: Mode;
	tags?: string[];
	/** Lines that a station or interchange stands on. */
	on?: string[];
	/** Outside the area, drawn for orientation only. */
	context?: boolean;
	rank?: number;
	note_zh?: string;
	note_en?: string;
	measured?: Measured;
}

/** Measured on our own geometry, geodesic on WGS84; never shown as a published figure. */
export interface Measured {
	areaKm2?: number;
	lengthKm?: number;
	/** Part of the length that is drawn schematically. */
	schematicKm?: number;
	/** lon, lat of a point inside or on the place. */
	at: [number, number];
	bbox: [number, number, number, number];
}

/** One feature of a place file: a place, or one further picture of a place (`of`). */
export interface PlaceFeature {
	id: string;
	of?: string;
	role?: 'area' | 'extent' | 'axis';
	properties: Record<string, unknown>;
	geometry: Geometry | null;
	file: string;
	/** Number of the feature in its file, from 1. */
	row: number;
}
