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
/** Below this share of the layer's box, going through the Flatbush is quicker than going through the rows. */
const smallShare = 0.1;
/** Rows of a rehearsal. */
const rehearsed = 6000;

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
		if (index === null) return new Uint32Array();
		const found = Uint32Array.from(index.boxes.search(left, bottom, right, top));
		for (let i = 0; i < found.length; i++) found[i] = index.rows[found[i]!]!;
		return found;
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
	/** Metres of every row up to `withinM`, and of some beyond; NaN for the others. Rows measured before, for a lesser distance or a question given up, are not measured again. */
	function* metres({ subject: key, withinM }: GroundLeaf): Generator<number, Float64Array | null> {
		const asked = subjects.get(key);
		if (!asked) return null;
		const known = measured.get(key);
		const found = known ?? { exactM: -1, metres: new Float64Array(count).fill(NaN) };
		measured.delete(key);
		measured.set(key, found);
		if (found.exactM >= withinM) return found.metres;
		for (const oldest of measured.keys()) if (measured.size > mostKept) measured.delete(oldest);
		yield* measureDistances({ geometry, xy, circles, ...asked }, withinM, found.metres, known ? unmeasured(found.metres) : withinM <= 0 && isSmall(asked.subject.bbox) ? rowsIn(asked.subject.bbox) : undefined);
		found.exactM = withinM;
		return found.metres;
	}
	const isSmall = (box: Extent): boolean => (box[2] - box[0]) * (box[3] - box[1]) < smallShare * (east - west) * (north - south);
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
		if (!isRehearsed) yield* rehearse();
		for (const [key, { exactM }] of [...measured]) if (exactM > 0 && exactM < maxWithinM) yield* metres({ is: 'within', subject: key, withinM: maxWithinM });
	}

	let isRehearsed = false;
	/** Distances of some rows to lines through the layer, for nobody: the first planner who asks finds the loops compiled, and for more than one subject. */
	function* rehearse(): Generator<number, void> {
		isRehearsed = true;
		if (count === 0 || !(west <= east)) return;
		const zigzag = Array.from({ length: 65 }, (_, i) => [west + ((east - west) * i) / 64, i % 2 === 0 ? south : north]);
		const some = Uint32Array.from({ length: Math.min(count, rehearsed) }, (_, i) => Math.floor((i * count) / Math.min(count, rehearsed)));
		for (const asked of [{ type: 'LineString', coordinates: zigzag }, { type: 'Polygon', coordinates: [[...zigzag.slice(0, 3), zigzag[0]!]] }, { type: 'LineString', coordinates: zigzag.toReversed() }] satisfies Geometry[]) {
			const subject = createSubject([asked], plane);
			yield* measureDistances({ geometry, xy, circles, subject, nearest: createNearest(subject) }, maxWithinM, new Float64Array(count), some);
		}
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
