/** A ring of corners as a planner draws it, [lon, lat] in WGS84, the first corner not repeated at the end. */
import type { Position } from 'geojson';

/** Radius of the sphere that Turf measures areas on, so that a drawn area and a place's are the same kind of figure. */
const radiusM = 6_371_008.8;
const radians = (degrees: number): number => (degrees * Math.PI) / 180;

export function ringAreaKm2(ring: readonly Position[]): number {
	const twice = ring.reduce((sum, [lon, lat], i) => {
		const [nextLon, nextLat] = ring[(i + 1) % ring.length]!;
		return sum + radians(nextLon! - lon!) * (2 + Math.sin(radians(lat!)) + Math.sin(radians(nextLat!)));
	}, 0);
	return Math.abs((twice * radiusM * radiusM) / 2) / 1e6;
}

const turn = ([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number => Math.sign((bx! - ax!) * (cy! - ay!) - (by! - ay!) * (cx! - ax!));
const isBetween = ([ax, ay]: Position, [bx, by]: Position, [px, py]: Position): boolean => px! >= Math.min(ax!, bx!) && px! <= Math.max(ax!, bx!) && py! >= Math.min(ay!, by!) && py! <= Math.max(ay!, by!);

function doMeet(a: Position, b: Position, c: Position, d: Position): boolean {
	const [abc, abd, cda, cdb] = [turn(a, b, c), turn(a, b, d), turn(c, d, a), turn(c, d, b)];
	if (abc !== abd && cda !== cdb) return true;
	return (abc === 0 && isBetween(a, b, c)) || (abd === 0 && isBetween(a, b, d)) || (cda === 0 && isBetween(c, d, a)) || (cdb === 0 && isBetween(c, d, b));
}

/** Two edges that meet elsewhere than at the corner they share, numbered from 1; `null` where the ring is simple. Every pair is tried: there are at most a hundred corners. */
export function findCrossing(ring: readonly Position[]): [first: number, second: number] | null {
	const n = ring.length;
	const edge = (i: number): [Position, Position] => [ring[i]!, ring[(i + 1) % n]!];
	for (let i = 0; i < n; i++) {
		for (let j = i + 1; j < n; j++) {
			const [[a, b], [c, d]] = [edge(i), edge(j)];
			const isNext = j === i + 1;
			const isLast = i === 0 && j === n - 1;
			// Neighbours share a corner; they cross only where one runs back along the other.
			const crosses = isNext ? turn(a, b, d) === 0 && (isBetween(a, b, d) || isBetween(c, d, a)) : isLast ? turn(c, d, b) === 0 && (isBetween(c, d, b) || isBetween(a, b, c)) : doMeet(a, b, c, d);
			if (crosses) return [i + 1, j + 1];
		}
	}
	return null;
}
