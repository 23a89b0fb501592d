/** Polygons: union, difference, generalising to simple closed rings wound as RFC 7946 asks. */
import { difference, featureCollection, intersect, multiPolygon, polygon, union } from '@turf/turf';
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import { crossing, ringArea, roundLine, simplifyRing } from './plane.ts';

export type Area = Feature<Polygon | MultiPolygon>;

export const polygonsOf = (area: Area): Position[][][] =>
	area.geometry.type === 'Polygon' ? [area.geometry.coordinates] : area.geometry.coordinates;

export function areaOf(polygons: Position[][][]): Area {
	return (polygons.length === 1 ? polygon(polygons[0]) : multiPolygon(polygons)) as Area;
}

export function unite(areas: Area[]): Area {
	if (areas.length === 1) return areaOf(polygonsOf(areas[0]));
	return union(featureCollection(areas)) as Area;
}

export const subtract = (a: Area, b: Area): Area | null => difference(featureCollection([a, b])) as Area | null;
export const common = (a: Area, b: Area): Area | null => intersect(featureCollection([a, b])) as Area | null;
export const squareMetres = (area: Area): number => polygonsOf(area).reduce((sum, rings) => sum + polygonArea(rings), 0);
const polygonArea = (rings: Position[][]): number => Math.abs(ringArea(rings[0])) - rings.slice(1).reduce((s, r) => s + Math.abs(ringArea(r)), 0);

export interface Generalise {
	/** Tolerance in metres. */
	tolerance: number;
	/** Smallest part and smallest hole kept, in square metres. */
	minPart: number;
	minHole: number;
}

const wound = (ring: Position[], counterClockwise: boolean): Position[] => (ringArea(ring) > 0 === counterClockwise ? ring : ring.slice().reverse());

/** One polygon simplified; the tolerance is halved until no ring crosses itself or another. */
function simplePolygon(rings: Position[][], how: Generalise): Position[][] | undefined {
	for (let tolerance = how.tolerance; tolerance > 0.5; tolerance /= 2) {
		const simple = rings
			.map((ring, i) => ({ ring: roundLine(simplifyRing(ring, tolerance)), outer: i === 0 }))
			.filter(({ ring, outer }) => ring.length >= 4 && (outer || Math.abs(ringArea(ring)) >= how.minHole));
		if (!simple.length || !simple[0].outer) return undefined;
		const out = simple.map(({ ring, outer }) => wound(ring, outer));
		if (!crossing(out)) return out;
	}
	return undefined;
}

/** An area at our scale: small parts and holes dropped, rings simple, 5 decimals. */
export function generalise(area: Area, how: Generalise): Area {
	const big = polygonsOf(area).filter((rings) => Math.abs(ringArea(rings[0])) >= how.minPart);
	const out: Position[][][] = [];
	for (const rings of big) {
		const simple = simplePolygon(rings, how);
		if (simple) out.push(simple);
		else out.push(...repaired(rings, how));
	}
	if (!out.length) throw new Error('Nothing is left of an area after generalising');
	out.sort((a, b) => Math.abs(ringArea(b[0])) - Math.abs(ringArea(a[0])));
	return areaOf(out);
}

/** Rings that touch themselves in the source: resolved by a union with themselves, then simplified again. */
function repaired(rings: Position[][], how: Generalise): Position[][][] {
	const clean = unite([areaOf([rings]), areaOf([rings])]);
	return polygonsOf(clean)
		.filter((part) => Math.abs(ringArea(part[0])) >= how.minPart)
		.map((part) => {
			const simple = simplePolygon(part, how);
			if (!simple) throw new Error(`A ring near ${part[0][0].join(' ')} cannot be made simple`);
			return simple;
		});
}

const bboxOf = (ring: Position[]): [number, number, number, number] => {
	const xs = ring.map((p) => p[0]);
	const ys = ring.map((p) => p[1]);
	return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
};

export function boxOf(area: Area): [number, number, number, number] {
	return bboxOf(polygonsOf(area).flatMap((rings) => rings[0]));
}

export const boxesMeet = (a: readonly number[], b: readonly number[], pad = 0): boolean =>
	a[0] - pad <= b[2] && b[0] - pad <= a[2] && a[1] - pad <= b[3] && b[1] - pad <= a[3];

export const box = (w: number, s: number, e: number, n: number): Area => areaOf([[[[w, s], [e, s], [e, n], [w, n], [w, s]]]]);
