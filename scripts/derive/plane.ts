/** Plane geometry in metres around the area (local equirectangular): simplifying, measuring, testing for crossings. */
import type { Position } from 'geojson';

const lat0 = 31.0;
const kx = 111_320 * Math.cos((lat0 * Math.PI) / 180);
const ky = 110_870;

export const toMetres = (p: Position): [number, number] => [p[0] * kx, p[1] * ky];
export const toDegrees = (p: readonly [number, number]): Position => [p[0] / kx, p[1] / ky];
export const metres = (a: Position, b: Position): number => Math.hypot((a[0] - b[0]) * kx, (a[1] - b[1]) * ky);
export const lineMetres = (line: Position[]): number => line.slice(1).reduce((sum, p, i) => sum + metres(line[i], p), 0);

/** Nearest point of segment ab to p, with its distance. */
export function onSegment(p: Position, a: Position, b: Position): { at: Position; t: number; d: number } {
	const dx = (b[0] - a[0]) * kx;
	const dy = (b[1] - a[1]) * ky;
	const length2 = dx * dx + dy * dy;
	const raw = length2 ? (((p[0] - a[0]) * kx * dx + (p[1] - a[1]) * ky * dy) / length2) : 0;
	const t = Math.min(1, Math.max(0, raw));
	const at: Position = [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
	return { at, t, d: metres(p, at) };
}

/** Nearest point of a line: the segment it stands on and the distance. */
export function onLine(p: Position, line: Position[]): { at: Position; segment: number; d: number } {
	let best = { at: line[0], segment: 0, d: Infinity };
	for (let i = 0; i + 1 < line.length; i++) {
		const hit = onSegment(p, line[i], line[i + 1]);
		if (hit.d < best.d) best = { at: hit.at, segment: i, d: hit.d };
	}
	return best;
}

/** Douglas–Peucker; keeps the first and the last point. */
export function simplifyLine(line: Position[], tolerance: number): Position[] {
	if (line.length < 3 || tolerance <= 0) return line.slice();
	const keep = new Uint8Array(line.length);
	keep[0] = keep[line.length - 1] = 1;
	const stack: [number, number][] = [[0, line.length - 1]];
	while (stack.length) {
		const [from, to] = stack.pop()!;
		let worst = -1;
		let far = tolerance;
		for (let i = from + 1; i < to; i++) {
			const d = onSegment(line[i], line[from], line[to]).d;
			if (d > far) {
				far = d;
				worst = i;
			}
		}
		if (worst < 0) continue;
		keep[worst] = 1;
		stack.push([from, worst], [worst, to]);
	}
	return line.filter((_, i) => keep[i]);
}

/** Douglas–Peucker on a closed ring, split at the point farthest from its first. */
export function simplifyRing(ring: Position[], tolerance: number): Position[] {
	const open = ring.slice(0, -1);
	if (open.length < 4) return ring.slice();
	let far = 0;
	open.forEach((p, i) => {
		if (metres(open[0], p) > metres(open[0], open[far])) far = i;
	});
	const first = simplifyLine(open.slice(0, far + 1), tolerance);
	const second = simplifyLine([...open.slice(far), open[0]], tolerance);
	return [...first, ...second.slice(1)];
}

export const round = (p: Position, digits = 5): Position => [Number(p[0].toFixed(digits)), Number(p[1].toFixed(digits))];

export function roundLine(line: Position[], digits = 5): Position[] {
	const out: Position[] = [];
	for (const p of line) {
		const q = round(p, digits);
		const last = out[out.length - 1];
		if (!last || last[0] !== q[0] || last[1] !== q[1]) out.push(q);
	}
	return out;
}

/** Signed area of a ring in square metres; positive is counter-clockwise. */
export function ringArea(ring: Position[]): number {
	let sum = 0;
	const [ox, oy] = ring[0];
	for (let i = 0; i + 1 < ring.length; i++) {
		sum += (ring[i][0] - ox) * (ring[i + 1][1] - oy) - (ring[i + 1][0] - ox) * (ring[i][1] - oy);
	}
	return (sum / 2) * kx * ky;
}

const side = (a: Position, b: Position, c: Position): number => Math.sign((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]));
const within = (a: Position, b: Position, c: Position): boolean =>
	Math.min(a[0], b[0]) <= c[0] && c[0] <= Math.max(a[0], b[0]) && Math.min(a[1], b[1]) <= c[1] && c[1] <= Math.max(a[1], b[1]);

function meet(a: Position, b: Position, c: Position, d: Position): boolean {
	const s1 = side(a, b, c);
	const s2 = side(a, b, d);
	const s3 = side(c, d, a);
	const s4 = side(c, d, b);
	if (s1 !== s2 && s3 !== s4) return true;
	return (s1 === 0 && within(a, b, c)) || (s2 === 0 && within(a, b, d)) || (s3 === 0 && within(c, d, a)) || (s4 === 0 && within(c, d, b));
}

/** First place where rings of one polygon touch or cross themselves or each other; undefined when simple. */
export function crossing(rings: Position[][]): Position | undefined {
	const segments = rings.flatMap((ring, r) => ring.slice(0, -1).map((a, i) => ({ a, b: ring[i + 1], r, i, n: ring.length - 1 })));
	segments.sort((s, t) => Math.min(s.a[0], s.b[0]) - Math.min(t.a[0], t.b[0]));
	for (let i = 0; i < segments.length; i++) {
		const s = segments[i];
		const right = Math.max(s.a[0], s.b[0]);
		for (let j = i + 1; j < segments.length; j++) {
			const t = segments[j];
			if (Math.min(t.a[0], t.b[0]) > right) break;
			const gap = Math.abs(s.i - t.i);
			if (s.r === t.r && (gap === 1 || gap === s.n - 1)) {
				if (s.n > 3 && gap === 1 && foldsBack(s.i < t.i ? s : t, s.i < t.i ? t : s)) return s.b;
				continue;
			}
			if (meet(s.a, s.b, t.a, t.b)) return s.a;
		}
	}
	return undefined;
}

function foldsBack(s: { a: Position; b: Position }, t: { b: Position }): boolean {
	if (side(s.a, s.b, t.b) !== 0) return false;
	return (s.b[0] - s.a[0]) * (t.b[0] - s.b[0]) + (s.b[1] - s.a[1]) * (t.b[1] - s.b[1]) < 0;
}
