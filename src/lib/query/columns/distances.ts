/**
 * Metres from every row to a subject, exact for points, lines and areas with holes and several parts: 0 where the two share ground. A row is looked at in stretches of
 * a few segments; the subject's segment nearest to the square in which a row lies gives the first guess, and boxes farther than the best so far are left out.
 */
import type { GeometryColumns } from '../../domain/columns.ts';
import type { Nearest } from './nearest.ts';
import { vertexGap2 } from './segments.ts';
import { holds } from './subject.ts';
import type { Subject } from './subject.ts';

const stretch = 8;
const rowsAtATime = 2048;
const area = 3;

/** `xy`: each vertex in the plane of the subject. */
export interface Measured {
	geometry: GeometryColumns;
	xy: Float64Array;
	/** x, y, radius of a circle around each row. */
	circles: Float32Array;
	subject: Subject;
	nearest: Nearest;
}

/** Fills in `metres` for the rows within `limitM`, of those given; the others stay as they are. Yields the share of the rows that are done. */
export function* measureDistances({ geometry, xy, circles, subject, nearest }: Measured, limitM: number, metres: Float64Array, rows?: Uint32Array): Generator<number, void> {
	const { count, rowStart, partStart, ringStart, shape } = geometry;
	if (subject.segments.length === 0) return;
	const limit2 = limitM * limitM;
	const beyond = limit2 === 0 ? Number.MIN_VALUE : limit2 * (1 + 2 * Number.EPSILON);

	/** Squared metres; more than `limit2` where there is nothing within the limit. */
	function gapOf(row: number): number {
		const firstPart = rowStart[row]!;
		const lastPart = rowStart[row + 1]!;
		let best = beyond;
		for (let part = firstPart; part < lastPart; part++) {
			const v = 2 * ringStart[partStart[part]!]!;
			for (const polygon of subject.areas) if (holds(polygon, xy[v]!, xy[v + 1]!)) return 0;
			best = Math.min(best, vertexGap2(xy[v]!, xy[v + 1]!, subject.segments, nearest.guess(xy[v]!, xy[v + 1]!)));
		}
		for (let ring = partStart[firstPart]!; ring < partStart[lastPart]!; ring++) {
			const first = ringStart[ring]!;
			const last = ringStart[ring + 1]! - 1;
			for (let v = first; v === first || v < last; v += stretch) {
				best = nearest.ofStretch(xy, v, Math.min(last, v + stretch), best);
				if (best === 0) return 0;
			}
		}
		return shape[row] === area && holdsStart(partStart[firstPart]!, partStart[lastPart]!) ? 0 : best;
	}

	/** Whether a row's area holds the start of some part of the subject: where no edges meet, it then holds the part. */
	function holdsStart(firstRing: number, lastRing: number): boolean {
		const { starts } = subject;
		let west = Infinity, south = Infinity, east = -Infinity, north = -Infinity;
		for (let v = 2 * ringStart[firstRing]!; v < 2 * ringStart[lastRing]!; v += 2) {
			west = Math.min(west, xy[v]!);
			east = Math.max(east, xy[v]!);
			south = Math.min(south, xy[v + 1]!);
			north = Math.max(north, xy[v + 1]!);
		}
		for (let s = 0; s < starts.length; s += 2) {
			const x = starts[s]!, y = starts[s + 1]!;
			if (x < west || x > east || y < south || y > north) continue;
			let isInside = false;
			for (let ring = firstRing; ring < lastRing; ring++) {
				for (let v = 2 * ringStart[ring]!; v < 2 * (ringStart[ring + 1]! - 1); v += 2) {
					const y1 = xy[v + 1]!, y2 = xy[v + 3]!;
					if (y1 > y !== y2 > y && x < ((xy[v + 2]! - xy[v]!) * (y - y1)) / (y2 - y1) + xy[v]!) isInside = !isInside;
				}
			}
			if (isInside) return true;
		}
		return false;
	}

	const total = rows?.length ?? count;
	for (let i = 0; i < total; i++) {
		if (i % rowsAtATime === rowsAtATime - 1) yield i / total;
		const row = rows?.[i] ?? i;
		if (shape[row] === 0 || nearest.isBeyond(circles[3 * row]!, circles[3 * row + 1]!, limitM + circles[3 * row + 2]!)) continue;
		const gap = gapOf(row);
		if (gap <= limit2) metres[row] = Math.sqrt(gap);
	}
}

/** Rounding to 32 bits moves a middle by less than this. */
const roundingM = 0.1;

export function circlesOf({ count, rowStart, partStart, ringStart }: GeometryColumns, xy: Float64Array): Float32Array {
	const circles = new Float32Array(3 * count);
	for (let row = 0; row < count; row++) {
		const first = 2 * ringStart[partStart[rowStart[row]!]!]!;
		const last = 2 * ringStart[partStart[rowStart[row + 1]!]!]!;
		let west = Infinity, south = Infinity, east = -Infinity, north = -Infinity;
		for (let v = first; v < last; v += 2) {
			const x = xy[v]!, y = xy[v + 1]!;
			if (x < west) west = x;
			if (x > east) east = x;
			if (y < south) south = y;
			if (y > north) north = y;
		}
		circles[3 * row] = (west + east) / 2;
		circles[3 * row + 1] = (south + north) / 2;
		circles[3 * row + 2] = Math.sqrt((east - west) ** 2 + (north - south) ** 2) / 2 + roundingM;
	}
	return circles;
}
