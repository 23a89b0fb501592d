/**
 * Geometry of a shapefile (.shp), record by record. Our own reader in place of shpjs: that one stops without a word at the first broken record and
 * at measured shapes, and projects by a .prj before the planner was asked. Z and M are left out (`flat`).
 */
import type { Position } from 'geojson';
import type { RawFeature } from '../../../domain/layer-file.ts';
import { LayerRefusal } from '../../../domain/layer-file.ts';
import { ringArea } from '../../../geo/clean.ts';

export type Shape = Pick<RawFeature, 'geometry' | 'broken'>;
export interface Shapes {
	shapes: Shape[];
	/** Records hold heights or measures. */
	hasZ: boolean;
	/** The file ends within a record. */
	isCut: boolean;
}

const noShape: Shape = { geometry: null };
const broken = (key: string, words: Record<string, string | number> = {}): Shape => ({ geometry: null, broken: { key, with: words } });

function isInRing([x, y]: Position, ring: readonly Position[]): boolean {
	let inside = false;
	for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
		const [[xi, yi], [xj, yj]] = [ring[i] as [number, number], ring[j] as [number, number]];
		if (yi > y! !== yj > y! && x! < ((xj - xi) * (y! - yi)) / (yj - yi) + xi) inside = !inside;
	}
	return inside;
}

/** Shells run clockwise in this format and holes the other way, against GeoJSON; a hole belongs to the smallest shell that holds most of its points, one that lies in none is a shell. */
function toPolygons(rings: Position[][]): Position[][][] {
	if (rings.length === 1) return [[rings[0]!.length > 2 && ringArea(rings[0]!) < 0 ? rings[0]!.reverse() : rings[0]!]];
	const areaOf = new Map(rings.map((ring) => [ring, ring.length < 3 ? 0 : ringArea(ring)]));
	const shells = rings.filter((ring) => areaOf.get(ring)! <= 0);
	const polygons = new Map(shells.map((shell) => [shell, [shell.toReversed()]]));
	shells.sort((a, b) => areaOf.get(b)! - areaOf.get(a)!);
	for (const hole of rings.filter((ring) => areaOf.get(ring)! > 0)) {
		const shell = shells.find((ring) => hole.filter((point) => isInRing(point, ring)).length * 2 > hole.length);
		if (shell) polygons.get(shell)!.push(hole.toReversed());
		else polygons.set(hole, [hole]);
	}
	return [...polygons.values()];
}

/** One record without its head; the kinds 1, 3, 5, 8 with 10 added for Z and 20 for M. */
function readShape(view: DataView): Shape {
	const type = view.getInt32(0, true);
	if (type === 0) return noShape;
	const kind = type % 10;
	const pointAt = (at: number): Position => [view.getFloat64(at, true), view.getFloat64(at + 8, true)];
	const pointsFrom = (at: number, count: number): Position[] => {
		const points: Position[] = [];
		for (let i = 0; i < count; i++) points.push(pointAt(at + i * 16));
		return points;
	};
	if (kind === 1 && type <= 21) return { geometry: { type: 'Point', coordinates: pointAt(4) } };
	if (kind === 8 && type <= 28) {
		const count = view.getInt32(36, true);
		return count < 0 || 40 + count * 16 > view.byteLength ? broken('bad-record') : { geometry: { type: 'MultiPoint', coordinates: pointsFrom(40, count) } };
	}
	if ((kind !== 3 && kind !== 5) || type > 25) return broken('bad-type', { type: type === 31 ? 'MultiPatch' : String(type) });
	const [parts, count] = [view.getInt32(36, true), view.getInt32(40, true)];
	if (parts < 0 || count < 0 || 44 + parts * 4 + count * 16 > view.byteLength) return broken('bad-record');
	const starts = [...Array.from({ length: parts }, (_, i) => view.getInt32(44 + i * 4, true)), count];
	if (starts.some((start, i) => start < 0 || start > count || (i > 0 && start < starts[i - 1]!))) return broken('bad-record');
	const lines = starts.slice(0, -1).map((start, i) => pointsFrom(44 + parts * 4 + start * 16, starts[i + 1]! - start));
	if (kind === 3) return { geometry: { type: 'MultiLineString', coordinates: lines } };
	return { geometry: { type: 'MultiPolygon', coordinates: lines.length === 0 ? [] : toPolygons(lines) } };
}

/** Errors: throws a `LayerRefusal` where the bytes are no .shp. */
export function readShp(bytes: Uint8Array, name: string): Shapes {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (bytes.length < 100 || view.getInt32(0) !== 9994) throw new LayerRefusal('bad-part', { name: `${name}.shp` });
	const shapes: Shape[] = [];
	let at = 100;
	for (; at + 8 <= bytes.length; ) {
		const length = view.getInt32(at + 4) * 2;
		if (length < 4 || at + 8 + length > bytes.length) break;
		try {
			shapes.push(readShape(new DataView(bytes.buffer, bytes.byteOffset + at + 8, length)));
		} catch (error) {
			if (!(error instanceof RangeError)) throw error;
			shapes.push(broken('bad-record'));
		}
		at += 8 + length;
	}
	return { shapes, hasZ: view.getInt32(32, true) > 10, isCut: at < bytes.length };
}
