/** What of a subject is nearest, asked of its tree of boxes. All gaps are squared metres. */
import { maxWithinM } from '../../domain/view.ts';
import { segmentGap2, vertexGap2 } from './segments.ts';
import { fanOut } from './subject.ts';
import type { Subject } from './subject.ts';

export interface Nearest {
	/** The lesser of `best` and the gap to the segments between two vertices of `xy`, both included; one vertex is a point. */
	ofStretch(xy: Float64Array, first: number, last: number, best: number): number;
	/** Offset of a segment that is about the nearest: that of the square in which the point lies. */
	guess(x: number, y: number): number;
	/** Whether a point is surely farther than `metres`, by the square in which it lies. */
	isBeyond(x: number, y: number, metres: number): boolean;
}

const leastSquareM = 1000;
const mostSquares = 256;
/** Keeps what rounding would leave out. */
const slackM = 1e-6;

/** How far from the subject guesses are kept. */
const reachM = maxWithinM;

export function createNearest({ segments, boxes, levels }: Subject): Nearest {
	const top = levels.length - 1;
	const stack = new Int32Array(fanOut * (top + 2));
	const levelOf = new Int32Array(fanOut * (top + 2));

	function ofStretch(xy: Float64Array, first: number, last: number, best: number): number {
		let x1 = Infinity, y1 = Infinity, x2 = -Infinity, y2 = -Infinity;
		for (let v = 2 * first; v <= 2 * last; v += 2) {
			const x = xy[v]!, y = xy[v + 1]!;
			if (x < x1) x1 = x;
			if (x > x2) x2 = x;
			if (y < y1) y1 = y;
			if (y > y2) y2 = y;
		}
		const x = (x1 + x2) / 2, y = (y1 + y2) / 2;
		const radius = Math.sqrt((x2 - x1) ** 2 + (y2 - y1) ** 2) / 2;
		/** Squared gap from the middle of the stretch beyond which nothing is nearer than the best. */
		let reach = (Math.sqrt(best) + radius + slackM) ** 2;
		let size = 1;
		stack[0] = levels[top]!;
		levelOf[0] = top;
		while (size > 0) {
			const box = stack[--size]!;
			const level = levelOf[size]!;
			const b = 4 * box;
			const dx = Math.max(0, x - boxes[b + 2]!, boxes[b]! - x);
			const dy = Math.max(0, y - boxes[b + 3]!, boxes[b + 1]! - y);
			if (dx * dx + dy * dy > reach) continue;
			if (level > 0) {
				const from = levels[level - 1]! + (box - levels[level]!) * fanOut;
				const to = Math.min(levels[level]!, from + fanOut);
				for (let child = from; child < to; child++) {
					stack[size] = child;
					levelOf[size++] = level - 1;
				}
				continue;
			}
			const gap = vertexGap2(x, y, segments, b);
			if (gap > reach) continue;
			const before = best;
			if (first === last) best = Math.min(best, gap);
			else for (let v = 2 * first; v < 2 * last; v += 2) best = segmentGap2(xy, v, segments, b, best);
			if (best === 0) return 0;
			if (best < before) reach = (Math.sqrt(best) + radius + slackM) ** 2;
		}
		return best;
	}

	const root = 4 * levels[top]!;
	const west = boxes[root]! - reachM;
	const south = boxes[root + 1]! - reachM;
	const side = Math.max(leastSquareM, (boxes[root + 2]! + reachM - west) / mostSquares, (boxes[root + 3]! + reachM - south) / mostSquares);
	const across = Math.ceil((boxes[root + 2]! + reachM - west) / side) + 1;
	const up = Math.ceil((boxes[root + 3]! + reachM - south) / side) + 1;
	const guesses = new Int32Array(across * up).fill(-1);
	/** Metres from the middle of each square. */
	const gaps = new Float64Array(across * up);
	const halfDiagonal = side * Math.SQRT1_2 + slackM;

	function nearestSegment(x: number, y: number): number {
		let best = Infinity;
		let found = 0;
		let size = 1;
		stack[0] = levels[top]!;
		levelOf[0] = top;
		while (size > 0) {
			const box = stack[--size]!;
			const level = levelOf[size]!;
			const b = 4 * box;
			const dx = Math.max(0, x - boxes[b + 2]!, boxes[b]! - x);
			const dy = Math.max(0, y - boxes[b + 3]!, boxes[b + 1]! - y);
			if (dx * dx + dy * dy >= best) continue;
			if (level > 0) {
				const from = levels[level - 1]! + (box - levels[level]!) * fanOut;
				const to = Math.min(levels[level]!, from + fanOut);
				for (let child = from; child < to; child++) {
					stack[size] = child;
					levelOf[size++] = level - 1;
				}
				continue;
			}
			const gap = vertexGap2(x, y, segments, b);
			if (gap >= best) continue;
			best = gap;
			found = b;
		}
		return found;
	}

	/** −1 outside. */
	function squareAt(x: number, y: number): number {
		const column = Math.floor((x - west) / side);
		const line = Math.floor((y - south) / side);
		if (column < 0 || line < 0 || column >= across || line >= up) return -1;
		const square = line * across + column;
		if (guesses[square]! < 0) {
			const [middleX, middleY] = [west + (column + 0.5) * side, south + (line + 0.5) * side];
			guesses[square] = nearestSegment(middleX, middleY);
			gaps[square] = Math.sqrt(vertexGap2(middleX, middleY, segments, guesses[square]!));
		}
		return square;
	}
	function guess(x: number, y: number): number {
		const square = squareAt(x, y);
		return square < 0 ? 0 : guesses[square]!;
	}
	function isBeyond(x: number, y: number, metres: number): boolean {
		const square = squareAt(x, y);
		return square < 0 ? metres < reachM : gaps[square]! - halfDiagonal > metres;
	}

	return { ofStretch, guess, isBeyond };
}
