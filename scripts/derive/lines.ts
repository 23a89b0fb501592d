/** Lines: chaining fragments into one centreline, joining two sources, cutting and clipping. */
import type { Position } from 'geojson';
import { metres, onLine, roundLine, simplifyLine } from './plane.ts';

export const eastward = (line: Position[]): Position[] => (line[0][0] <= line[line.length - 1][0] ? line : line.slice().reverse());
export const extreme = (parts: Position[][], better: (a: Position, b: Position) => boolean): Position => parts.flat().reduce((best, p) => (better(p, best) ? p : best));

/** Shortest way through fragments (two tracks, gaps up to `bridge` metres) from near one point to near another. */
export function route(parts: Position[][], from: Position, to: Position, bridge = 250): Position[] {
	const nodes: Position[] = [];
	const index = new Map<string, number>();
	const edges: [number, number][][] = [];
	const node = (p: Position): number => {
		const key = `${p[0].toFixed(5)} ${p[1].toFixed(5)}`;
		let i = index.get(key);
		if (i === undefined) {
			i = nodes.push(p) - 1;
			edges.push([]);
			index.set(key, i);
		}
		return i;
	};
	const link = (a: number, b: number, cost: number): void => {
		edges[a].push([b, cost]);
		edges[b].push([a, cost]);
	};
	for (const part of parts) for (let i = 1; i < part.length; i++) link(node(part[i - 1]), node(part[i]), metres(part[i - 1], part[i]));
	for (const part of parts) {
		for (const end of [part[0], part[part.length - 1]]) {
			const a = node(end);
			nodes.forEach((p, b) => {
				const d = a === b ? Infinity : metres(end, p);
				if (d <= bridge) link(a, b, 5 + d * 4);
			});
		}
	}
	const nearest = (p: Position): number => nodes.reduce((best, q, i) => (metres(p, q) < metres(p, nodes[best]) ? i : best), 0);
	return walk(nodes, edges, nearest(from), nearest(to));
}

function walk(nodes: Position[], edges: [number, number][][], start: number, goal: number): Position[] {
	const cost = new Float64Array(nodes.length).fill(Infinity);
	const before = new Int32Array(nodes.length).fill(-1);
	const open = new Set<number>([start]);
	const done = new Uint8Array(nodes.length);
	cost[start] = 0;
	while (open.size) {
		let at = -1;
		for (const n of open) if (at < 0 || cost[n] < cost[at]) at = n;
		open.delete(at);
		if (at === goal) break;
		done[at] = 1;
		for (const [next, d] of edges[at]) {
			if (done[next] || cost[at] + d >= cost[next]) continue;
			cost[next] = cost[at] + d;
			before[next] = at;
			open.add(next);
		}
	}
	if (cost[goal] === Infinity) throw new Error(`No way from ${nodes[start].join(' ')} to ${nodes[goal].join(' ')}`);
	const way: Position[] = [];
	for (let n = goal; n >= 0; n = before[n]) way.unshift(nodes[n]);
	return way;
}

/** The part of a line from its start to the point nearest `p`, and from there to its end. */
export function cut(line: Position[], p: Position): [Position[], Position[]] {
	const hit = onLine(p, line);
	return [
		[...line.slice(0, hit.segment + 1), hit.at],
		[hit.at, ...line.slice(hit.segment + 1)]
	];
}

/** `a` whole, then `b` from where it passes the end of `a`. */
export function thenFrom(a: Position[], b: Position[]): Position[] {
	const end = a[a.length - 1];
	const [, rest] = cut(b, end);
	return [...a, ...rest.slice(metres(end, rest[0]) < 400 ? 1 : 0)];
}

/** `a` up to where it meets the start of `b`, then `b` whole. */
export function untilThen(a: Position[], b: Position[]): Position[] {
	const [first] = cut(a, b[0]);
	return [...first.slice(0, -1), ...b];
}

/** The stretch of a line between two longitudes, for lines that run west to east. */
export function between(line: Position[], west: number, east: number): Position[][] {
	const out: Position[][] = [];
	let run: Position[] = [];
	const at = (a: Position, b: Position, x: number): Position => [x, a[1] + ((b[1] - a[1]) * (x - a[0])) / (b[0] - a[0])];
	for (let i = 0; i < line.length; i++) {
		const [p, q] = [line[i], line[i - 1]];
		const inside = p[0] >= west && p[0] <= east;
		if (i > 0 && inside !== (q[0] >= west && q[0] <= east)) {
			const edge = p[0] < west || q[0] < west ? west : east;
			run.push(at(q, p, edge));
			if (!inside) {
				out.push(run);
				run = [];
			}
		}
		if (inside) run.push(p);
	}
	if (run.length > 1) out.push(run);
	return out.filter((part) => part.length > 1);
}

export const tidy = (line: Position[], tolerance: number): Position[] => roundLine(simplifyLine(line, tolerance));
