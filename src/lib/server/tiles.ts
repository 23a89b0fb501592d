/** Layers of geometry too large to travel whole: cut into vector tiles when the data is published, read by byte ranges as the map moves. */
import type { Feature } from 'geojson';
import { mayBeTiled } from '../domain/shape.ts';
import type { Shape, ShapeLayer, Shapes } from '../domain/shape.ts';
import { writeArchive } from '../geo/tiles/archive.ts';
import { cutTiles } from '../geo/tiles/cut.ts';
import { measure } from '../geo/measure.ts';

export const tileFile = (layer: ShapeLayer): string => `${layer}.pmtiles`;
/** The map starts at zoom 7; beyond the last the tiles are enlarged, which at our accuracy of tens of metres shows nothing less. */
const zooms = { minZoom: 7, maxZoom: 13 };

/** Properties that the ground is drawn by (`map/basemap.ts`). */
const toFeature = ({ place, kind, accuracy, rank, context, geometry }: Shape): Feature => ({ type: 'Feature', properties: { place, kind, accuracy, rank, context }, geometry });

/** By file name; none where every layer is small. */
export function cutLayers(shapes: Shapes, aboveBytes: number): Map<string, Uint8Array> {
	return new Map(mayBeTiled.filter((layer) => shapes[layer].length > 0 && Buffer.byteLength(JSON.stringify(shapes[layer])) > aboveBytes).map((layer) => [tileFile(layer), cutLayer(layer, shapes[layer])]));
}

function cutLayer(layer: ShapeLayer, shapes: readonly Shape[]): Uint8Array {
	const boxes = shapes.map(({ geometry }) => measure(geometry).bbox);
	const bbox = [0, 1, 2, 3].map((side) => (side < 2 ? Math.min : Math.max)(...boxes.map((box) => box[side]!))) as [number, number, number, number];
	return writeArchive(cutTiles(shapes.map(toFeature), { layer, ...zooms, bbox }), { bbox, metadata: { name: layer, attribution: '© OpenStreetMap contributors, ODbL 1.0', vector_layers: [{ id: layer, fields: { place: 'String', kind: 'String', accuracy: 'String', rank: 'Number', context: 'Boolean' }, minzoom: zooms.minZoom, maxzoom: zooms.maxZoom }] } });
}
