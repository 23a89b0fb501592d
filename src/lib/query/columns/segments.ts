/** Squared metres between vertices and segments that lie in flat arrays; `s` is the offset of x1, y1, x2, y2. */
export function vertexGap2(x: number, y: number, segments: Float64Array, s: number): number {
	const x1 = segments[s]!;
	const y1 = segments[s + 1]!;
	const dx = segments[s + 2]! - x1;
	const dy = segments[s + 3]! - y1;
	const px = x - x1;
	const py = y - y1;
	const length2 = dx * dx + dy * dy;
	if (length2 === 0) return px * px + py * py;
	const along = Math.max(0, Math.min(1, (px * dx + py * dy) / length2));
	const ex = px - along * dx;
	const ey = py - along * dy;
	return ex * ex + ey * ey;
}

/** The lesser of `best` and the squared gap between two segments, 0 where they meet. */
export function segmentGap2(first: Float64Array, a: number, second: Float64Array, b: number, best: number): number {
	const ax1 = first[a]!, ay1 = first[a + 1]!, ax2 = first[a + 2]!, ay2 = first[a + 3]!;
	const bx1 = second[b]!, by1 = second[b + 1]!, bx2 = second[b + 2]!, by2 = second[b + 3]!;
	const dx = Math.max(0, Math.min(ax1, ax2) - Math.max(bx1, bx2), Math.min(bx1, bx2) - Math.max(ax1, ax2));
	const dy = Math.max(0, Math.min(ay1, ay2) - Math.max(by1, by2), Math.min(by1, by2) - Math.max(ay1, ay2));
	if (dx * dx + dy * dy > best) return best;
	if (dx === 0 && dy === 0 && cross(ax1, ay1, ax2, ay2, bx1, by1, bx2, by2)) return 0;
	return Math.min(best, vertexGap2(ax1, ay1, second, b), vertexGap2(ax2, ay2, second, b), vertexGap2(bx1, by1, first, a), vertexGap2(bx2, by2, first, a));
}

function cross(ax1: number, ay1: number, ax2: number, ay2: number, bx1: number, by1: number, bx2: number, by2: number): boolean {
	const ofB1 = (ax2 - ax1) * (by1 - ay1) - (ay2 - ay1) * (bx1 - ax1);
	const ofB2 = (ax2 - ax1) * (by2 - ay1) - (ay2 - ay1) * (bx2 - ax1);
	const ofA1 = (bx2 - bx1) * (ay1 - by1) - (by2 - by1) * (ax1 - bx1);
	const ofA2 = (bx2 - bx1) * (ay2 - by1) - (by2 - by1) * (ax2 - bx1);
	return Math.sign(ofB1) !== Math.sign(ofB2) && Math.sign(ofA1) !== Math.sign(ofA2);
}
