/**
 * Our geometry against engines of other hands, on seeded random shapes over the area: GEOS in the plane of proj4's transverse Mercator (another
 * projection by another library), and GeographicLib's geodesics. Tolerance: 0.01 % of a distance and 0.25 m, by which a straight line in
 * lon-lat may be off in our plane; only where GEOS finds the edges that near may the two differ on what meets or lies within.
 */
import { Geodesic } from 'geographiclib-geodesic';
import type { Geometry, Position } from 'geojson';
import initGeos from 'geos-wasm';
import { geojsonToGeosGeom } from 'geos-wasm/helpers';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import { stretchesIn, toRuns } from '#lib/geo/chainage.ts';
import { distanceM, holdsWhole, toMetres, toPlanar, toPosition } from '#lib/geo/planar.ts';

const geos = await initGeos();
const toReference = proj4('EPSG:4326', '+proj=tmerc +lat_0=31 +lon_0=121 +k=1 +ellps=WGS84 +units=m');
const [share, edgeM] = [0.0001, 0.25];

/** Numbers from 0 to 1, the same in every run. */
function seeded(seed: number): () => number {
	let state = seed;
	return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
const random = seeded(20_261_122);
const between = (low: number, high: number): number => low + random() * (high - low);

/** Corners around a spot; the angle only grows, so that the ring never crosses itself. */
const star = ([lon, lat]: Position, radius: number, corners: number): Position[] => {
	const ring = Array.from({ length: corners }, (_, i): Position => {
		const [angle, far] = [((i + between(0.1, 0.9)) / corners) * 2 * Math.PI, radius * between(0.5, 1)];
		return [lon! + far * Math.cos(angle), lat! + far * Math.sin(angle)];
	});
	return [...ring, ring[0]!];
};
const polygonAt = (spot: Position, radius: number): Position[][] => (random() < 0.4 ? [star(spot, radius, 12), star(spot, radius * 0.3, 7).toReversed()] : [star(spot, radius, 4 + Math.floor(between(0, 20)))]);
const lineAt = ([lon, lat]: Position, step: number): Position[] => {
	const line: Position[] = [[lon!, lat!]];
	for (let i = Math.floor(between(1, 9)); i > 0; i--) line.push([line.at(-1)![0]! + between(-step, step), line.at(-1)![1]! + between(-step, step)]);
	return line;
};
const beside = ([lon, lat]: Position, far: number): Position => [lon! + far, lat! + far / 3];

function shapeAt(spot: Position): Geometry {
	const size = 10 ** between(-2.6, -1.2);
	switch (Math.floor(random() * 6)) {
		case 0: return { type: 'Point', coordinates: spot };
		case 1: return { type: 'LineString', coordinates: lineAt(spot, size) };
		case 2: return { type: 'MultiLineString', coordinates: [lineAt(spot, size), lineAt(beside(spot, size), size)] };
		case 3: return { type: 'MultiPolygon', coordinates: [polygonAt(spot, size), polygonAt(beside(spot, size * 2.5), size)] };
		default: return { type: 'Polygon', coordinates: polygonAt(spot, size) };
	}
}
const spotIn = (): Position => [between(120.4, 121.3), between(30.8, 31.3)];
/** Most pairs lie near each other, so that many meet, and some one within the other. */
const pairs = Array.from({ length: 2400 }, (): [Geometry, Geometry] => {
	const spot = spotIn();
	const near = 10 ** between(-4, -0.9);
	return [shapeAt(spot), shapeAt([spot[0]! + between(-near, near), spot[1]! + between(-near, near)])];
});

type Ring = Position[];
const eachPosition = (geometry: Geometry, turn: (line: Ring) => Ring): Geometry => {
	switch (geometry.type) {
		case 'Point': return { ...geometry, coordinates: turn([geometry.coordinates])[0]! };
		case 'LineString': return { ...geometry, coordinates: turn(geometry.coordinates) };
		case 'MultiLineString': case 'Polygon': return { ...geometry, coordinates: geometry.coordinates.map(turn) };
		case 'MultiPolygon': return { ...geometry, coordinates: geometry.coordinates.map((rings) => rings.map(turn)) };
		default: throw new Error(geometry.type);
	}
};
const cell = geos.Module._malloc(8);
const numberOf = (write: (cell: number) => number): number => {
	if (write(cell) !== 1) throw new Error('GEOS gave no number');
	return geos.Module.getValue(cell, 'double') as number;
};
/** A straight line in lon-lat is bent in either plane; the reference gets a corner each 0.01°. */
const bent = (line: Ring): Ring => line.flatMap((to, i) => {
	const from = line[i - 1] ?? to;
	const pieces = Math.max(1, Math.ceil(Math.max(Math.abs(to[0]! - from[0]!), Math.abs(to[1]! - from[1]!)) / 0.01));
	return Array.from({ length: i === 0 ? 1 : pieces }, (_, k): Position => [from[0]! + ((to[0]! - from[0]!) * (k + 1)) / pieces, from[1]! + ((to[1]! - from[1]!) * (k + 1)) / pieces]);
});
const open = (geometry: Geometry): number => geojsonToGeosGeom(eachPosition(geometry, (line) => bent(line).map((at) => toReference.forward(at as [number, number]))) as never, geos);
const close = (...some: number[]): void => some.forEach((one) => geos.GEOSGeom_destroy(one));

/** Metres between lines and edges, whatever lies within what. */
function edgesApart(...pair: [number, number]): number {
	const [a, b] = pair.map((one) => (geos.GEOSGeom_getDimensions(one) === 2 ? geos.GEOSBoundary(one) : geos.GEOSGeom_clone(one)));
	const metres = numberOf((at) => geos.GEOSDistance(a!, b!, at));
	close(a!, b!);
	return metres;
}

describe('geometry against GEOS and GeographicLib', () => {
	it('distances, what meets and what lies within agree in every one of 2,400 cases', () => {
		const seen = { valid: 0, apart: 0, meets: 0, within: 0, tolerated: 0, worst: 0 };
		const wrong: unknown[] = [];
		for (const pair of pairs) {
			const [a, b] = [toPlanar([pair[0]]), toPlanar([pair[1]])];
			const [ga, gb] = [open(pair[0]), open(pair[1])];
			seen.valid += geos.GEOSisValid(ga) * geos.GEOSisValid(gb);
			const [mine, theirs] = [distanceM(a, b, 1e7), numberOf((at) => geos.GEOSDistance(ga, gb, at))];
			if (theirs > 1000) seen.worst = Math.max(seen.worst, Math.abs(mine / theirs - 1));
			seen[theirs > 0 ? 'apart' : 'meets']++;
			if (Math.abs(mine - theirs) > theirs * share + edgeM) wrong.push(['distance', mine, theirs, pair]);
			const answers: [what: string, mine: boolean, theirs: boolean][] = [['meets', mine === 0, geos.GEOSIntersects(ga, gb) === 1]];
			if (a.polygons.length > 0) answers.push(['holds', holdsWhole(a, b), geos.GEOSWithin(gb, ga) === 1]);
			if (b.polygons.length > 0) answers.push(['inside', holdsWhole(b, a), geos.GEOSWithin(ga, gb) === 1]);
			for (const [what, ours, others] of answers) {
				if (others && what !== 'meets') seen.within++;
				if (ours === others) continue;
				if (edgesApart(ga, gb) < edgeM) seen.tolerated++;
				else wrong.push([what, ours, others, pair]);
			}
			close(ga, gb);
		}
		expect(wrong).toEqual([]);
		expect(seen).toMatchObject({ valid: pairs.length, tolerated: 0 });
		expect(Math.min(seen.apart, seen.meets, seen.within)).toBeGreaterThan(200);
		expect(seen.worst).toBeLessThan(share);
	});

	it('the length of a line in an area is that of what GEOS cuts out, but for sphere and ellipsoid', () => {
		let cut = 0;
		for (const [line, area] of pairs) {
			if (!line.type.endsWith('LineString') || !area.type.endsWith('Polygon')) continue;
			const [gl, ga] = [open(line), open(area)];
			const piece = geos.GEOSIntersection(gl, ga);
			const theirs = numberOf((at) => geos.GEOSLength(piece, at));
			const planar = toPlanar([area]);
			const mine = toRuns(line).flatMap((run) => stretchesIn(run, planar)).reduce((sum, { from, to }) => sum + (to - from) * 1000, 0);
			if (theirs > 0) cut++;
			expect(Math.abs(mine - theirs), `${mine} ${theirs}`).toBeLessThan(theirs * 0.004 + 1);
			close(piece, gl, ga);
		}
		expect(cut).toBeGreaterThan(100);
	});

	it.each([
		['the area', [120.3, 30.7, 121.4, 31.4], 0.00004],
		['from beyond Lake Tai to the sea, and a hundred kilometres north and south', [119.4, 30.1, 122.2, 32.0], 0.0004]
	] as const)('a distance up to 50 km is the geodesic one in %s', (_, [west, south, east, north], most) => {
		let worst = 0;
		for (let i = 0; i < 1000; i++) {
			const [from, azimuth, metres] = [[between(west, east), between(south, north)] as const, between(0, 360), 10 ** between(1, 4.7)];
			const { lon2, lat2 } = Geodesic.WGS84.Direct(from[1], from[0], azimuth, metres);
			const [a, b] = [toMetres([...from]), toMetres([lon2!, lat2!])];
			worst = Math.max(worst, Math.abs(Math.hypot(a[0] - b[0], a[1] - b[1]) / metres - 1));
			const back = toPosition(a);
			expect(Math.abs(back[0] - from[0]) + Math.abs(back[1] - from[1])).toBeLessThan(1e-9);
		}
		expect(worst).toBeLessThan(most);
		expect(worst, 'and says what the comment in planar.ts says').toBeGreaterThan(most / 10);
	});
});
