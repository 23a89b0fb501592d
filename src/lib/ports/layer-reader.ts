/** The door to the worker that reads a planner's file of assets: the file goes in; what it holds, where it would lie, its columns and its rows come out. Nothing leaves the computer until rows are sent. */
import type { Geometry } from 'geojson';
import type { Columns } from '../domain/columns.ts';
import type { AssetRow, Crs, FeatureProblem, InventoryField } from '../domain/inventory.ts';
import type { CoordinateColumns, FoundField } from '../domain/layer-file.ts';

/** `Detection` and `Shift` of `geo/detect-crs.ts`, which a port does not know. */
export interface FoundCrs {
	crs: Crs | null;
	basis: 'prj' | 'declared' | 'range' | 'none';
	candidates: { crs: Crs; share: number }[];
	doubt: '' | 'unknown' | 'contradicted' | 'swapped' | 'six-degree' | 'outside';
	named: string;
}
export interface FoundShift {
	crs: Crs;
	metres: number;
	share: number;
	positions: [lon: number, lat: number][];
}

/** What a layer of the file holds, before its system is accepted. */
export interface LayerLook {
	name: string;
	count: number;
	shapes: { point: number; line: number; area: number; none: number };
	fields: FoundField[];
	/** Of a table: the columns taken for coordinates, `null` where none were found; `undefined` for other formats. */
	coordinates: CoordinateColumns | null | undefined;
	found: FoundCrs;
	problems: FeatureProblem[];
}
export interface FileLook {
	/** SHA-256 of the bytes, hex; empty where the browser offers none (a page over plain http). */
	sum: string;
	layers: LayerLook[];
	problems: FeatureProblem[];
}

/** What the planner accepted. */
export interface Accepting {
	layer: number;
	crs: Crs;
	/** Latitude or northing stands first. */
	isSwapped: boolean;
	fields: InventoryField[];
}
export interface PlacedLayer {
	/** WGS84. */
	columns: Columns;
	count: number;
	unplaced: number;
	bbox: [west: number, south: number, east: number, north: number] | null;
	problems: FeatureProblem[];
}
/** Rows in WGS84 within `inventoryLimits.chunkRows` and `chunkBytes`; `next` is where to go on, `null` at the end. */
export interface RowChunk {
	rows: AssetRow[];
	next: number | null;
}

/** `area`: west, south, east, north of the region; `boundary`: a known area in WGS84 beside which shifts are shown. */
export type LayerQuestion =
	| { ask: 'read'; file: File; area: [number, number, number, number]; coordinates?: CoordinateColumns }
	| { ask: 'shifts'; layer: number; crs: Crs; isSwapped: boolean; boundary: Geometry }
	| { ask: 'place'; with: Accepting }
	| { ask: 'rows'; from: number };
export type LayerReply = { is: 'progress'; share: number } | { is: 'reply'; number: number; value: unknown };

export interface LayerReader {
	/** `onProgress` gets the share of the work, 0 to 1. Never rejects: a file that cannot be read has no layers and says why. */
	read(file: File, area: [number, number, number, number], onProgress: (share: number) => void, coordinates?: CoordinateColumns): Promise<FileLook>;
	shifts(layer: number, crs: Crs, isSwapped: boolean, boundary: Geometry): Promise<FoundShift[]>;
	/** `null` where the worker gave up. May be asked again with another answer. */
	place(accepting: Accepting): Promise<PlacedLayer | null>;
	/** Rows of the layer placed last, from 0; `null` where the worker gave up, which is not the end. */
	rows(from: number): Promise<RowChunk | null>;
	/** Gives up at once, in the middle of a file too; frees all that the worker holds. */
	stop(): void;
}

const failed: FileLook = { sum: '', layers: [], problems: [{ row: 0, key: 'failed', with: {}, level: 'refused' }] };
const nothing = { read: failed, shifts: [], place: null, rows: null } satisfies Record<LayerQuestion['ask'], unknown>;

/** One worker a file: stopping it, or its end for want of memory, frees all it holds, and answers what is still asked with nothing. */
export function createLayerReader(makeWorker: () => Worker): LayerReader {
	const worker = makeWorker();
	const waiting = new Map<number, { ask: LayerQuestion['ask']; answer: (value: unknown) => void }>();
	let number = 0;
	let progress: (share: number) => void = () => {};
	let isStopped = false;
	const giveUp = () => {
		isStopped = true;
		for (const { ask, answer } of waiting.values()) answer(nothing[ask]);
		waiting.clear();
	};
	worker.onmessage = ({ data }: MessageEvent<LayerReply>) => {
		if (data.is === 'progress') return progress(data.share);
		waiting.get(data.number)?.answer(data.value);
		waiting.delete(data.number);
	};
	worker.onerror = giveUp;
	const ask = <T>(question: LayerQuestion) => new Promise<T>((resolve) => {
		if (isStopped) return resolve(nothing[question.ask] as T);
		waiting.set(++number, { ask: question.ask, answer: resolve as (value: unknown) => void });
		worker.postMessage({ number, ...question });
	});
	return {
		read(file, area, onProgress, coordinates) {
			progress = onProgress;
			return ask({ ask: 'read', file, area, coordinates });
		},
		shifts: (layer, crs, isSwapped, boundary) => ask({ ask: 'shifts', layer, crs, isSwapped, boundary }),
		place: (accepting) => ask({ ask: 'place', with: accepting }),
		rows: (from) => ask({ ask: 'rows', from }),
		stop() {
			worker.terminate();
			giveUp();
		}
	};
}
