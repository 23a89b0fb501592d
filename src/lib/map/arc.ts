import type { Position } from './scene.ts';

/** A flat bow from one position to another, bulging north: points lie on a quadratic curve in Mercator proportions of this latitude. */
export function arcBetween(from: Position, to: Position, steps = 28): Position[] {
	const squeeze = Math.cos((from[1] * Math.PI) / 180);
	const [dx, dy] = [(to[0] - from[0]) * squeeze, to[1] - from[1]];
	const lift = Math.hypot(dx, dy) * 0.16;
	const bow: Position = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2 + lift];
	return Array.from({ length: steps + 1 }, (_, index): Position => {
		const t = index / steps;
		const at = (axis: 0 | 1): number => (1 - t) ** 2 * from[axis] + 2 * t * (1 - t) * bow[axis] + t ** 2 * to[axis];
		return [at(0), at(1)];
	});
}
