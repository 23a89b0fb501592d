/** Polygons that should tile: overlaps and gaps between sources removed, borders shared vertex by vertex, simplified once as arcs. */
import { buffer } from '@turf/turf';
import { feature as topoFeature } from 'topojson-client';
import { topology } from 'topojson-server';
import { presimplify, simplify } from 'topojson-simplify';
import type { Position } from 'geojson';
import { areaOf, boxesMeet, boxOf, polygonsOf, squareMetres, subtract, unite, type Area } from './areas.ts';
import { crossing, metres, onSegment, ringArea, roundLine } from './plane.ts';

type Named = Map<string, Area>;

/** Earlier entries win overlaps; gaps narrower than `gap` metres go to the neighbour with the longest touching edge. */
export function tile(areas: Named, gap: number, within?: Area): Named {
	const out: Named = new Map();
	for (const [id, area] of areas) {
		let rest: Area | null = area;
		for (const other of out.values()) if (rest && boxesMeet(boxOf(rest), boxOf(other))) rest = subtract(rest, other);
		if (!rest) throw new Error(`${id} is wholly covered`);
		out.set(id, rest);
	}
	const all = unite([...out.values()]);
	const target = within ?? closed(all, gap);
	const gaps = subtract(target, all);
	const given = new Map<string, Area[]>();
	for (const rings of gaps ? polygonsOf(gaps) : []) {
		const piece = areaOf([rings]);
		if (squareMetres(piece) < 50) continue;
		const id = neighbour(piece, out);
		if (id) given.set(id, [...(given.get(id) ?? []), piece]);
	}
	for (const [id, pieces] of given) out.set(id, unite([out.get(id)!, ...pieces]));
	return out;
}

function closed(area: Area, gap: number): Area {
	const wide = buffer(area, gap / 2000, { units: 'kilometers', steps: 4 }) as Area;
	const back = buffer(wide, -gap / 2000, { units: 'kilometers', steps: 4 }) as Area;
	const filled = areaOf(polygonsOf(back).map((rings) => [rings[0], ...rings.slice(1).filter((r) => Math.abs(ringArea(r)) > 5e6)]));
	return unite([filled, area]);
}

function neighbour(piece: Area, areas: Named): string | undefined {
	const bounds = boxOf(piece);
	const edges = polygonsOf(piece).flat().flatMap((ring) => ring.slice(1).map((b, i) => [ring[i], b] as const));
	let best: string | undefined;
	let most = 0;
	for (const [id, area] of areas) {
		if (!boxesMeet(bounds, boxOf(area), 0.0002)) continue;
		let touching = 0;
		for (const [a, b] of edges) {
			const middle = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
			if (polygonsOf(area).flat().some((ring) => ring.some((q, i) => i > 0 && onSegment(middle, ring[i - 1], q).d < 1.5))) touching += metres(a, b);
		}
		if (touching > most) {
			most = touching;
			best = id;
		}
	}
	return best;
}

/** Every vertex that lies on another polygon's edge becomes a vertex of that edge too. */
function stitch(areas: Named): Named {
	const snap = (p: Position): Position => [Math.round(p[0] * 1e6) / 1e6, Math.round(p[1] * 1e6) / 1e6];
	const snapped = new Map([...areas].map(([id, area]) => [id, polygonsOf(area).map((rings) => rings.map((ring) => roundLine(ring.map(snap), 6)).filter((ring) => ring.length >= 4))]));
	const cell = 0.01;
	const grid = new Map<string, Position[]>();
	for (const polygons of snapped.values()) {
		for (const p of polygons.flat(2)) {
			const key = `${Math.floor(p[0] / cell)} ${Math.floor(p[1] / cell)}`;
			const list = grid.get(key);
			if (list) list.push(p);
			else grid.set(key, [p]);
		}
	}
	const near = (a: Position, b: Position): Position[] => {
		const found: Position[] = [];
		for (let x = Math.floor((Math.min(a[0], b[0]) - 1e-5) / cell); x <= Math.floor((Math.max(a[0], b[0]) + 1e-5) / cell); x++)
			for (let y = Math.floor((Math.min(a[1], b[1]) - 1e-5) / cell); y <= Math.floor((Math.max(a[1], b[1]) + 1e-5) / cell); y++) found.push(...(grid.get(`${x} ${y}`) ?? []));
		return found;
	};
	const widen = (ring: Position[]): Position[] => {
		const out: Position[] = [ring[0]];
		for (let i = 1; i < ring.length; i++) {
			const [a, b] = [ring[i - 1], ring[i]];
			const hits = near(a, b).map((p) => ({ p, hit: onSegment(p, a, b) })).filter(({ p, hit }) => hit.d < 0.6 && metres(p, a) > 0.2 && metres(p, b) > 0.2);
			hits.sort((s, t) => s.hit.t - t.hit.t);
			out.push(...hits.map(({ p }) => p), b);
		}
		return roundLine(out, 6);
	};
	return new Map([...snapped].map(([id, polygons]) => [id, areaOf(polygons.filter((rings) => rings.length).map((rings) => rings.map(widen)))]));
}

/** Generalises a tiling; the weight (square degrees of Visvalingam's triangles) is halved until every ring is simple. */
export function simplifyTiling(areas: Named, minPart: number, startWeight = 8e-7): Named {
	const stitched = stitch(areas);
	const objects = Object.fromEntries([...stitched].map(([id, area]) => [id, area]));
	const weighted = presimplify(topology(objects) as never);
	for (let weight = startWeight; weight > 1e-10; weight /= 2) {
		const simple = simplify(weighted, weight);
		const out: Named = new Map();
		let clean = true;
		for (const id of stitched.keys()) {
			const area = topoFeature(simple as never, (simple as { objects: Record<string, never> }).objects[id]) as unknown as Area;
			let kept = trimmed(polygonsOf(area), minPart);
			if (kept.some((rings) => crossing(rings))) kept = trimmed(polygonsOf(unite([areaOf(kept), areaOf(kept)])), minPart);
			if (kept.some((rings) => crossing(rings))) clean = false;
			out.set(id, areaOf(kept));
		}
		if (clean) return out;
	}
	throw new Error('A tiling stays crossed at every weight');
}

/** Rings at 5 decimals, wound as RFC 7946 asks, without spikes and slivers. */
function trimmed(polygons: Position[][][], minPart: number): Position[][][] {
	return polygons
		.map((rings) => rings.map((ring) => withoutSpikes(roundLine(ring))).filter((ring, i) => ring.length >= 4 && (i === 0 || Math.abs(ringArea(ring)) > minPart)))
		.filter((rings) => rings.length && rings[0].length >= 4 && Math.abs(ringArea(rings[0])) > minPart)
		.map((rings) => rings.map((ring, i) => (ringArea(ring) > 0 === (i === 0) ? ring : ring.slice().reverse())));
}

/** A ring that goes to a point and straight back along the same edge loses that point. */
function withoutSpikes(ring: Position[]): Position[] {
	const open = ring.slice(0, -1);
	for (let i = 0; i < open.length && open.length > 3; ) {
		const [a, b, c] = [open[(i + open.length - 1) % open.length], open[i], open[(i + 1) % open.length]];
		if (onSegment(a, b, c).d < 0.3 || onSegment(c, a, b).d < 0.3) {
			open.splice(i, 1);
			i = Math.max(0, i - 2);
		} else i++;
	}
	return [...open, open[0]];
}
