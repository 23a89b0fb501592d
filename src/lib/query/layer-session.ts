/** What the worker of a planner's file holds between questions: the layers as read, and the one that was placed. Apart from the worker, so that a test asks it the same. */
import { readLayerFile } from '../catalogue/formats/layers/read-layer-file.ts';
import { toColumns } from '../catalogue/formats/layers/to-columns.ts';
import { inventoryLimits } from '../domain/inventory.ts';
import type { AssetRow, Crs } from '../domain/inventory.ts';
import type { FileLayer, LayerFileOptions } from '../domain/layer-file.ts';
import type { Geometry } from 'geojson';
import { createComplaints } from '../catalogue/formats/layers/complaints.ts';
import { detectCrs, shiftPreview } from '../geo/detect-crs.ts';
import type { Bbox } from '../geo/detect-crs.ts';
import { placeRows, samplePositions } from '../geo/place-rows.ts';
import type { Accepting, FileLook, FoundShift, LayerLook, PlacedLayer, RowChunk } from '../ports/layer-reader.ts';

function look(layer: FileLayer, area: Bbox): LayerLook {
	const shapes = { point: 0, line: 0, area: 0, none: 0 };
	for (const { geometry } of layer.rows) shapes[geometry === null ? 'none' : /Point/.test(geometry.type) ? 'point' : /Line/.test(geometry.type) ? 'line' : 'area']++;
	return {
		name: layer.name, count: layer.rows.length, shapes, coordinates: layer.coordinates, problems: layer.problems,
		fields: layer.fields,
		found: detectCrs(samplePositions(layer.rows), layer.declaredCrs, area)
	};
}

const encoder = new TextEncoder();
function chunkOf(rows: readonly AssetRow[], from: number): RowChunk {
	const chunk: AssetRow[] = [];
	let bytes = 0;
	for (let i = from; i < rows.length && chunk.length < inventoryLimits.chunkRows; i++) {
		bytes += encoder.encode(JSON.stringify(rows[i])).length + 1;
		if (chunk.length > 0 && bytes > inventoryLimits.chunkBytes) break;
		chunk.push(rows[i]!);
	}
	const next = from + chunk.length;
	return { rows: chunk, next: next < rows.length ? next : null };
}

export function createLayerSession(loadSql?: LayerFileOptions['loadSql']) {
	let layers: FileLayer[] = [];
	let placed: AssetRow[] = [];
	return {
		async read(name: string, bytes: Uint8Array, area: Bbox, options: LayerFileOptions = {}): Promise<Omit<FileLook, 'sum'>> {
			const found = await readLayerFile(name, bytes, { ...options, loadSql });
			layers = found.layers;
			placed = [];
			return { layers: layers.map((layer) => look(layer, area)), problems: found.problems };
		},
		shifts(layer: number, crs: Crs, isSwapped: boolean, boundary: Geometry): FoundShift[] {
			const sample = samplePositions(layers[layer]?.rows ?? []);
			return shiftPreview(isSwapped ? sample.map(([x, y]) => [y, x]) : sample, crs, boundary);
		},
		place({ layer, crs, isSwapped, fields }: Accepting): PlacedLayer {
			const { rows, unplaced, bbox, problems } = placeRows(layers[layer]?.rows ?? [], { crs, isSwapped });
			placed = rows;
			const complaints = createComplaints();
			for (const { row, ...note } of problems) complaints.add(row, note);
			return { columns: toColumns(rows, fields), count: rows.length, unplaced, bbox, problems: complaints.list() };
		},
		/** One row larger than a chunk goes alone. */
		rows: (from: number): RowChunk => chunkOf(placed, from)
	};
}
