/**
 * Chainage: how far along a line, in km from its first point, measured on the sphere as lengths are (`measure.ts`). Where a line meets
 * another, enters an area or comes nearest to a point is found in the plane of `planar.ts` and told as its chainage. WGS84 in.
 */
import { distance } from '@turf/turf';
import type { Geometry, Position } from 'geojson';
import { holdsPoint, isWithin, toMetres, toPlanar } from './planar.ts';
import type { Planar } from './planar.ts';

/** A line without a break. */
export interface Run {
	points: Position[];
	/** km from the first point, at each point. */
	km: number[];
	lengthKm: number;
	/** Metres in the plane, at each point. */
	xy: [number, number][];
	planar: Planar;
}
export interface Stretch {
	from: number;
	to: number;
}

/** Ends up to this far apart are one point: coordinates are rounded to about a metre. */
const joinM = 5;
const metresApart = (a: Position, b: Position): number => distance(a, b, { units: 'meters' });

/** Lines put together where ends meet, in the order given; a line that meets no other stays alone. The first line of each keeps its direction. */
export function joinLines(lines: readonly Position[][]): Position[][] {
	const left = lines.filter((line) => line.length > 1).map((line) => [...line]);
	const joined: Position[][] = [];
	while (left.length > 0) {
		let line = left.shift()!;
		for (let i = 0; i < left.length; i++) {
			const next = left[i]!;
			const [start, end, a, b] = [line[0]!, line.at(-1)!, next[0]!, next.at(-1)!];
			const grown = metresApart(end, a) <= joinM ? [...line, ...next.slice(1)] : metresApart(end, b) <= joinM ? [...line, ...next.toReversed().slice(1)] : metresApart(start, b) <= joinM ? [...next.slice(0, -1), ...line] : metresApart(start, a) <= joinM ? [...next.toReversed().slice(0, -1), ...line] : null;
			if (grown === null) continue;
			line = grown;
			left.splice(i, 1);
			i = -1;
		}
		joined.push(line);
	}
	return joined;
}

export function toRun(points: Position[]): Run {
	const km = [0];
	for (let i = 1; i < points.length; i++) km.push(km[i - 1]! + distance(points[i - 1]!, points[i]!));
	return { points, km, lengthKm: km.at(-1)!, xy: points.map(toMetres), planar: toPlanar([{ type: 'LineString', coordinates: points }]) };
}

/** Unbroken lines of a geometry; none of an area or a point. */
export const toRuns = (geometry: Geometry): Run[] => joinLines(geometry.type === 'LineString' ? [geometry.coordinates] : geometry.type === 'MultiLineString' ? geometry.coordinates : []).map(toRun);

/** lon, lat at a chainage; the ends for one beyond them. */
export function positionAt(run: Run, km: number): [lon: number, lat: number] {
	const i = Math.max(1, run.km.findIndex((at) => at >= km));
	const last = km >= run.lengthKm ? run.points.length - 1 : i;
	const [a, b] = [run.points[last - 1]!, run.points[last]!];
	const span = run.km[last]! - run.km[last - 1]!;
	const part = span === 0 ? 0 : Math.min(1, Math.max(0, (km - run.km[last - 1]!) / span));
	return [a[0]! + part * (b[0]! - a[0]!), a[1]! + part * (b[1]! - a[1]!)];
}

/** The line between two chainages as a line of its own, whose chainage starts at 0; at least a point of no length. */
export function sliceOf(run: Run, { from, to }: Stretch): Run {
	const inner = run.points.filter((_, i) => run.km[i]! > from && run.km[i]! < to);
	return toRun([positionAt(run, from), ...inner, positionAt(run, to)]);
}

/** Chainage of the point of the line that is nearest to a position, and how far it is. */
export const nearestOn = (run: Run, position: Position): { km: number; metres: number } => nearestTo(run, toMetres(position));

interface Measured {
	xy: readonly [number, number][];
	km: readonly number[];
}
function nearestTo({ xy, km }: Measured, [x, y]: [number, number]): { km: number; metres: number } {
	let best = { km: 0, metres: Infinity };
	for (let i = 1; i < xy.length; i++) {
		const [[x1, y1], [x2, y2]] = [xy[i - 1]!, xy[i]!];
		const length2 = (x2 - x1) ** 2 + (y2 - y1) ** 2;
		const part = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length2));
		const metres = Math.hypot(x - x1 - part * (x2 - x1), y - y1 - part * (y2 - y1));
		if (metres < best.metres) best = { km: km[i - 1]! + part * (km[i]! - km[i - 1]!), metres };
	}
	return best;
}

/** Chainages at which the line meets the lines and edges of another geometry, in order, each once. */
export function crossingsKm(run: Run, other: Planar): number[] {
	const found: number[] = [];
	for (let i = 1; i < run.xy.length; i++) {
		const [[x1, y1], [x2, y2]] = [run.xy[i - 1]!, run.xy[i]!];
		for (const j of other.index.search(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2))) {
			const [x3, y3, x4, y4] = other.segments.subarray(j * 4, j * 4 + 4) as unknown as [number, number, number, number];
			const cross = (x2 - x1) * (y4 - y3) - (y2 - y1) * (x4 - x3);
			if (cross === 0) continue;
			const part = ((x3 - x1) * (y4 - y3) - (y3 - y1) * (x4 - x3)) / cross;
			const otherPart = ((x3 - x1) * (y2 - y1) - (y3 - y1) * (x2 - x1)) / cross;
			if (part >= 0 && part <= 1 && otherPart >= 0 && otherPart <= 1) found.push(run.km[i - 1]! + part * (run.km[i]! - run.km[i - 1]!));
		}
	}
	return found.toSorted((a, b) => a - b).filter((km, i, all) => i === 0 || km - all[i - 1]! > joinM / 1000);
}

/** The stretch between two chainages lies in an area where its middle does. */
const isInArea = (run: Run, { from, to }: Stretch, area: Planar): boolean => holdsPoint(area, ...toMetres(positionAt(run, (from + to) / 2)));
const piecesOf = (run: Run, cuts: readonly number[]): Stretch[] => [0, ...cuts, run.lengthKm].map((from, i, all) => ({ from, to: all[i + 1] ?? from })).filter(({ from, to }) => to > from);

/** Stretches of the line that lie in an area, in order. */
export function stretchesIn(run: Run, area: Planar): Stretch[] {
	return piecesOf(run, crossingsKm(run, area)).filter((piece) => isInArea(run, piece, area)).reduce<Stretch[]>((all, { from, to }) => (all.at(-1)?.to === from ? [...all.slice(0, -1), { from: all.at(-1)!.from, to }] : [...all, { from, to }]), []);
}

/**
 * The line cut up among areas, `null` where none of them holds it: the pieces follow on each other from 0 to the end. A piece shorter than
 * `leastKm`, which the accuracy of the borders does not bear, goes to the longer of its neighbours.
 */
export function divide(run: Run, areas: readonly { id: string; area: Planar }[], leastKm: number): (Stretch & { id: string | null })[] {
	const cuts = areas.flatMap(({ area }) => crossingsKm(run, area)).toSorted((a, b) => a - b);
	const joinSame = (pieces: (Stretch & { id: string | null })[]) => pieces.reduce<(Stretch & { id: string | null })[]>((all, piece) => (all.length > 0 && all.at(-1)!.id === piece.id ? [...all.slice(0, -1), { ...all.at(-1)!, to: piece.to }] : [...all, piece]), []);
	let pieces = joinSame(piecesOf(run, cuts).map((piece) => ({ ...piece, id: areas.find(({ area }) => isInArea(run, piece, area))?.id ?? null })));
	for (;;) {
		const lengths = pieces.map(({ from, to }) => to - from);
		const least = lengths.indexOf(Math.min(...lengths));
		if (pieces.length < 2 || lengths[least]! >= leastKm) return pieces;
		const heir = (lengths[least - 1] ?? 0) >= (lengths[least + 1] ?? 0) ? least - 1 : least + 1;
		pieces = joinSame(pieces.map((piece, i) => (i === least ? { ...piece, id: pieces[heir]!.id } : piece)));
	}
}

/** The line is looked at every so many km. */
const stepKm = 0.1;

/** Stretches at least `leastKm` long of which every point lies within `metres` of another line. */
export function stretchesBeside(run: Run, other: Planar, metres: number, leastKm: number): Stretch[] {
	const found: Stretch[] = [];
	for (let km = 0; km <= run.lengthKm; km += stepKm) {
		if (!isWithin(other, ...toMetres(positionAt(run, km)), metres)) continue;
		const last = found.at(-1);
		if (last && km - last.to <= stepKm * 1.5) last.to = km;
		else found.push({ from: km, to: km });
	}
	return found.filter(({ from, to }) => to - from >= leastKm);
}

/** Where two lines that do not cross come nearest: chainage on the first, and metres. `other`: points in the plane, of a line or a shore. */
export function approachOf(run: Run, other: readonly [number, number][]): { km: number; metres: number } {
	const shore: Measured = { xy: other, km: other.map(() => 0) };
	const mine = other.map((point) => nearestTo(run, point));
	const theirs = run.xy.map((point, i) => ({ km: run.km[i]!, metres: nearestTo(shore, point).metres }));
	return [...mine, ...theirs].reduce((best, next) => (next.metres < best.metres ? next : best));
}
