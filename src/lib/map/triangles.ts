/** An area in triangles, as the graphics card fills it. A parcel without holes is cut here, corner by corner; one with holes, a large or a tangled one goes through Turf, which is slower. */
import { polygon, tesselate } from '@turf/turf';
import type { Position } from 'geojson';

/** Above this many corners the cutting here, whose time grows with their square, is the slower one. */
const mostCorners = 80;

/**
 * Three vertices a triangle, counted from the first vertex of the array. `starts`: first vertex of each ring, shell first, and one past the last; rings end on
 * their first vertex. What encloses nothing or cannot be cut has no triangles: one bad parcel is drawn as an outline and sinks no layer.
 */
export function triangulate(positions: Float64Array, starts: ArrayLike<number>): number[] {
	const corners = starts[1]! - starts[0]! - 1;
	if (corners < 3) return [];
	return (starts.length === 2 && corners <= mostCorners ? cutCorners(positions, starts[0]!, corners) : null) ?? throughTurf(positions, starts);
}

/** `null` where no corner can be cut off any more: the ring crosses or touches itself. */
function cutCorners(positions: Float64Array, first: number, corners: number): number[] | null {
	const left = Array.from({ length: corners }, (_, i) => first + i);
	const turnAt = (a: number, b: number, c: number): number => (positions[2 * b]! - positions[2 * a]!) * (positions[2 * c + 1]! - positions[2 * b + 1]!) - (positions[2 * b + 1]! - positions[2 * a + 1]!) * (positions[2 * c]! - positions[2 * b]!);
	let area = 0;
	for (let i = 1; i + 1 < corners; i++) area += turnAt(first, first + i, first + i + 1);
	const way = Math.sign(area);
	if (way === 0) return null;
	const found: number[] = [];
	let [at, misses] = [0, 0];
	while (left.length > 3) {
		const n = left.length;
		const [a, b, c] = [left[(at + n - 1) % n]!, left[at % n]!, left[(at + 1) % n]!];
		const turn = turnAt(a, b, c) * way;
		const isCut = turn === 0 || (turn > 0 && left.every((v) => v === a || v === b || v === c || turnAt(a, b, v) * way < 0 || turnAt(b, c, v) * way < 0 || turnAt(c, a, v) * way < 0));
		if (isCut) {
			if (turn > 0) found.push(a, b, c);
			left.splice(at % n, 1);
			misses = 0;
		} else if (++misses > n) return null;
		at = (at + (isCut ? 0 : 1)) % left.length;
	}
	if (turnAt(left[0]!, left[1]!, left[2]!) * way > 0) found.push(left[0]!, left[1]!, left[2]!);
	return found;
}

function throughTurf(positions: Float64Array, starts: ArrayLike<number>): number[] {
	const vertexAt = new Map<string, number>();
	const rings = Array.from({ length: starts.length - 1 }, (_, ring) => Array.from({ length: starts[ring + 1]! - starts[ring]! }, (_, i): Position => {
		const v = starts[ring]! + i;
		const at: Position = [positions[2 * v]!, positions[2 * v + 1]!];
		vertexAt.set(at.join(), v);
		return at;
	}));
	const [shell, ...holes] = rings;
	try {
		return tesselate(polygon([shell!, ...holes.filter((ring) => ring.length >= 4)])).features.flatMap(({ geometry }) => geometry.coordinates[0]!.slice(0, 3).map((at) => vertexAt.get(`${at[0]},${at[1]}`)!));
	} catch {
		return [];
	}
}
