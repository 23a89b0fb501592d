/** The geometry of a layer, made ready for questions: every vertex in a plane around the layer's middle, a Flatbush over the rows' boxes, and the distances to what was asked about last. */
import Flatbush from 'flatbush';
import type { Geometry } from 'geojson';
import type { Extent, GroundLeaf } from '../../domain/column-question.ts';
import type { GeometryColumns } from '../../domain/columns.ts';
import { maxWithinM } from '../../domain/view.ts';
import { createPlane } from '../../geo/local-plane.ts';
import { circlesOf, measureDistances } from './distances.ts';
import type { ColumnGround } from './masks.ts';
import { createNearest } from './nearest.ts';
import type { Nearest } from './nearest.ts';
import { createSubject } from './subject.ts';
import type { Subject } from './subject.ts';

/** Subjects whose distances are kept: 8 bytes a row each. */
const mostKept = 4;

export interface LayerGround extends ColumnGround {
	/** `null` forgets the subject. */
	setSubject(key: string, geometries: readonly Geometry[] | null): void;
	quietly(): Generator<number, void>;
}
interface Asked {
	subject: Subject;
	nearest: Nearest;
}

export function createGround(geometry: GeometryColumns): LayerGround {
	const { bounds, count, positions, ringStart, shape } = geometry;
	const [west, south, east, north] = extentOf(bounds);
	const plane = createPlane(west <= east ? (west + east) / 2 : 0, south <= north ? (south + north) / 2 : 0);
	const xy = new Float64Array(positions.length);
	plane.project(positions, xy, 0, ringStart[ringStart.length - 1] ?? 0);

	const circles = circlesOf(geometry, xy);

	let index: { boxes: Flatbush; rows: Uint32Array } | null | undefined;
	function rowsIn([left, bottom, right, top]: Extent): Uint32Array {
		if (index === undefined) index = buildIndex();
		return index === null ? new Uint32Array() : Uint32Array.from(index.boxes.search(left, bottom, right, top), (i) => index!.rows[i]!);
	}
	function buildIndex() {
		const rows = new Uint32Array(count);
		let placed = 0;
		for (let row = 0; row < count; row++) if (shape[row] !== 0) rows[placed++] = row;
		if (placed === 0) return null;
		const boxes = new Flatbush(placed);
		for (let i = 0; i < placed; i++) {
			const b = 4 * rows[i]!;
			boxes.add(bounds[b]!, bounds[b + 1]!, bounds[b + 2]!, bounds[b + 3]!);
		}
		boxes.finish();
		return { boxes, rows: rows.subarray(0, placed) };
	}

	const subjects = new Map<string, Asked>();
	const measured = new Map<string, { exactM: number; metres: Float64Array }>();
	/** Metres of every row up to `withinM`, and of some beyond; NaN for the others. Rows measured for a lesser distance are not measured again. */
	function* metres({ subject: key, withinM }: GroundLeaf): Generator<number, Float64Array | null> {
		const asked = subjects.get(key);
		if (!asked) return null;
		const known = measured.get(key);
		if (known && known.exactM >= withinM) return known.metres;
		const found = known?.metres ?? new Float64Array(count).fill(NaN);
		yield* measureDistances({ geometry, xy, circles, ...asked }, withinM, found, known ? unmeasured(found) : withinM <= 0 ? rowsIn(asked.subject.bbox) : undefined);
		if (subjects.get(key) !== asked) return found;
		measured.delete(key);
		measured.set(key, { exactM: withinM, metres: found });
		for (const oldest of measured.keys()) if (measured.size > mostKept) measured.delete(oldest);
		return found;
	}
	function unmeasured(found: Float64Array): Uint32Array {
		const rows = new Uint32Array(count);
		let left = 0;
		for (let row = 0; row < count; row++) if (Number.isNaN(found[row]!)) rows[left++] = row;
		return rows.subarray(0, left);
	}
	/** What was asked within some distance is measured as far as any question may ask, so that another distance is one comparison a row. */
	function* quietly(): Generator<number, void> {
		yield 0;
		if (index === undefined) index = buildIndex();
		for (const [key, { exactM }] of [...measured]) if (exactM > 0 && exactM < maxWithinM) yield* metres({ is: 'within', subject: key, withinM: maxWithinM });
	}

	return {
		rowsIn,
		metres,
		quietly,
		setSubject(key, geometries) {
			measured.delete(key);
			subjects.delete(key);
			if (geometries === null) return;
			const subject = createSubject(geometries, plane);
			subjects.set(key, { subject, nearest: createNearest(subject) });
		}
	};
}

function extentOf(bounds: Float64Array): Extent {
	const extent: Extent = [Infinity, Infinity, -Infinity, -Infinity];
	for (let b = 0; b < bounds.length; b += 4) {
		if (Number.isNaN(bounds[b]!)) continue;
		extent[0] = Math.min(extent[0], bounds[b]!);
		extent[1] = Math.min(extent[1], bounds[b + 1]!);
		extent[2] = Math.max(extent[2], bounds[b + 2]!);
		extent[3] = Math.max(extent[3], bounds[b + 3]!);
	}
	return extent;
}
