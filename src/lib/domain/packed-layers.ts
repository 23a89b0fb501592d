/**
 * Plugged-in layers as a one-file briefing carries them: what its slides draw and name, and nothing else of them. What passes a filter was decided where
 * the whole layer lies, so that the file says the same numbers.
 */
import type { Geometry } from 'geojson';
import type { Ref } from './dataset.ts';
import type { InventoryLayer } from './inventory.ts';

/** What of a layer's head is shown beside its drawing. */
export type ShownLayer = Pick<InventoryLayer, 'id' | 'title' | 'source' | 'date' | 'accuracyM' | 'crs' | 'count' | 'style'>;

/** Number in the planner's file, geometry, rank of the value that colours it (0xffff: no data). */
export type PackedRow = [row: number, geometry: Geometry, rank: number];

/** Why a layer is not in the file: more features pass than a file takes, their geometry is too large, the layer has too many rows for the server to look through, or it could not be had. */
export type LeftOut = 'features' | 'bytes' | 'rows' | 'failed';

export interface PackedLayers {
	layers: {
		layer: ShownLayer;
		/** Values that colour rows, most frequent first. */
		tones: string[];
		/** Metres that lines and edges were generalised by; 0: not. */
		toleranceM: number;
		/** Each row once, whatever slides show it. */
		rows: PackedRow[];
	}[];
	/** What each filter lets through; `filter` as in an address, `filtered` what it did to the layer, in sentences. */
	answers: { layer: string; filter: string; total: number; rows: number[]; filtered: string[] }[];
	/** Selected assets: their name, and where they are; `null` without geometry. */
	assets: { ref: Ref; name: string; geometry: Geometry | null }[];
	/** `n`: features that pass, or rows of the layer. */
	left: { id: string; title: string; why: LeftOut; n: number }[];
}

/** What one file takes of plugged-in layers. `rows`: of a layer that the server looks through while it answers others; a browser has no such limit. */
export const packLimits = { features: 20_000, bytes: 5_000_000, rows: 100_000 } as const;
