/** On which side of a line a position lies, looking from its first point to its last. WGS84 in, metres in the plane of `planar.ts`. */
import type { Position } from 'geojson';
import type { Run } from './chainage.ts';
import { toMetres } from './planar.ts';

export interface Offset {
	km: number;
	metres: number;
	/** `null` on the line, and before its start or beyond its end, where it has no sides. */
	side: 'left' | 'right' | null;
}

/** Side, distance and chainage of the point of the line that is nearest. At a corner the outer side is the one that is nearest to it. */
export const offsetFrom = (run: Run, position: Position): Offset => offsetXy(run, toMetres(position));

export function offsetXy({ xy, km }: Run, [x, y]: readonly [number, number]): Offset {
	let best = { i: 1, part: 0, metres: Infinity };
	for (let i = 1; i < xy.length; i++) {
		const [[x1, y1], [x2, y2]] = [xy[i - 1]!, xy[i]!];
		const length2 = (x2 - x1) ** 2 + (y2 - y1) ** 2;
		const part = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length2));
		const metres = Math.hypot(x - x1 - part * (x2 - x1), y - y1 - part * (y2 - y1));
		if (metres < best.metres) best = { i, part, metres };
	}
	const { i, part, metres } = best;
	const known = { km: km[i - 1]! + part * (km[i]! - km[i - 1]!), metres };
	const at = part === 0 ? i - 1 : part === 1 ? i : null;
	/** Twice the area of the triangle: above 0 the point lies to the left of the way from a to b. */
	const turn = ([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number], [x3, y3]: readonly [number, number]): number => (x2 - x1) * (y3 - y1) - (y2 - y1) * (x3 - x1);
	const isCorner = at !== null && at > 0 && at < xy.length - 1;
	const bend = isCorner ? turn(xy[at - 1]!, xy[at]!, xy[at + 1]!) : 0;
	const isPastEnd = at !== null && !isCorner && metres > 0 && Math.abs(turnCosine(xy[i - 1]!, xy[i]!, [x, y], at === 0)) > 1e-9;
	const lean = bend === 0 ? turn(xy[i - 1]!, xy[i]!, [x, y]) : -bend;
	return { ...known, side: metres === 0 || isPastEnd || lean === 0 ? null : lean > 0 ? 'left' : 'right' };
}

/** How far a point lies along the line's own direction at one of its ends: 0 square to it. */
function turnCosine([x1, y1]: readonly [number, number], [x2, y2]: readonly [number, number], [x, y]: readonly [number, number], isStart: boolean): number {
	const [fromX, fromY] = isStart ? [x1, y1] : [x2, y2];
	return ((x - fromX) * (x2 - x1) + (y - fromY) * (y2 - y1)) / (Math.hypot(x2 - x1, y2 - y1) * Math.hypot(x - fromX, y - fromY));
}
