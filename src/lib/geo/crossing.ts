/** Where edges of an area cross each other: a sweep along x, so that a shore of ten thousand points costs no more than it must. Edges that only touch do not cross: the inside stays clear. */
import type { Position } from 'geojson';

/** Which side of a → b the point lies on: sign of the cross product. */
const side = (a: Position, b: Position, p: Position): number => Math.sign((b[0]! - a[0]!) * (p[1]! - a[1]!) - (b[1]! - a[1]!) * (p[0]! - a[0]!));
const doCross = (a: Position, b: Position, c: Position, d: Position): boolean => side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;

function meet(a: Position, b: Position, c: Position, d: Position): Position {
	const [rx, ry, sx, sy] = [b[0]! - a[0]!, b[1]! - a[1]!, d[0]! - c[0]!, d[1]! - c[1]!];
	const part = ((c[0]! - a[0]!) * sy - (c[1]! - a[1]!) * sx) / (rx * sy - ry * sx);
	return [a[0]! + part * rx, a[1]! + part * ry];
}

/** Up to so many edges every pair is looked at: sorting would cost more. */
const fewEdges = 24;

function crossingOfFew(rings: readonly Position[][]): Position | null {
	for (let r = 0; r < rings.length; r++) {
		const ring = rings[r]!;
		for (let i = 1; i < ring.length; i++) {
			for (let s = r; s < rings.length; s++) {
				const other = rings[s]!;
				for (let j = s === r ? i + 2 : 1; j < other.length; j++) if (doCross(ring[i - 1]!, ring[i]!, other[j - 1]!, other[j]!)) return meet(ring[i - 1]!, ring[i]!, other[j - 1]!, other[j]!);
			}
		}
	}
	return null;
}

/** The first crossing found among the edges of all rings; `null` where there is none. Any plane coordinates. */
export function findCrossing(rings: readonly Position[][]): Position | null {
	if (rings.reduce((sum, ring) => sum + ring.length - 1, 0) <= fewEdges) return crossingOfFew(rings);
	const edges: [Position, Position][] = [];
	for (const ring of rings) for (let i = 1; i < ring.length; i++) edges.push(ring[i - 1]![0]! <= ring[i]![0]! ? [ring[i - 1]!, ring[i]!] : [ring[i]!, ring[i - 1]!]);
	edges.sort((one, other) => one[0][0]! - other[0][0]!);
	for (let i = 0; i < edges.length; i++) {
		const [a, b] = edges[i]!;
		const [low, high] = a[1]! < b[1]! ? [a[1]!, b[1]!] : [b[1]!, a[1]!];
		for (let j = i + 1; j < edges.length && edges[j]![0][0]! <= b[0]!; j++) {
			const [c, d] = edges[j]!;
			if ((c[1]! > high && d[1]! > high) || (c[1]! < low && d[1]! < low)) continue;
			if (doCross(a, b, c, d)) return meet(a, b, c, d);
		}
	}
	return null;
}
