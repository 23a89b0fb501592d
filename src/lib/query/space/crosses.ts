/**
 * "Crosses": two lines that pass from one side of each other to the other, a line that passes through an area, an area that reaches over the
 * edge of another. A line that only ends on another, or runs beside it, does not cross it; what lies wholly in an area is inside. A point crosses nothing.
 */
import { crossingsKm, stretchesIn, toRuns } from '../../geo/chainage.ts';
import type { Run } from '../../geo/chainage.ts';
import { holdsPoint, isEntered, isWithin } from '../../geo/planar.ts';
import type { Planar } from '../../geo/planar.ts';
import { meetingsOf } from '../strip-meetings.ts';
import type { StripLine } from '../strip-ground.ts';
import { put, toHit } from './doubt.ts';
import { askedOf, hasArea, hasLines } from './ground.ts';
import type { Predicate, SpaceHit, Subject } from './hit.ts';

/** As in `geo/relation.ts`: what is drawn this near to another may be meant to end there. */
const meetCapM = 150;

export const crosses: Predicate = (ground, { of }) => {
	const hits = new Map<string, SpaceHit>();
	for (const asked of askedOf(ground, of)) {
		for (const [id, metres] of ground.atlas.relations[asked.id] ?? []) {
			if (metres > 0) break;
			const subject = ground.subjects.get(id);
			if (subject && doCross(subject, asked)) put(hits, id, toHit({ asked: asked.id, metres: null }, subject, asked, () => !crossesSurely(subject, asked)));
		}
	}
	return hits;
};

/** Moved by as much as both may be off they still cross. */
export function crossesSurely(a: Subject, b: Subject): boolean {
	const accuracyM = a.accuracyM + b.accuracyM;
	return doCross(a, b, accuracyM) && isDeep(a, b, accuracyM) && isDeep(b, a, accuracyM);
}

/** `depthM`: metres by which each has to get past the other, on both sides. */
function doCross(a: Subject, b: Subject, depthM = Math.min(meetCapM, a.accuracyM + b.accuracyM)): boolean {
	if (hasLines(a) && hasLines(b)) return linesOf(a).some((one) => linesOf(b).some((other) => crossingsKm(one.run, other.run.planar).length > 0 && meetingsOf(one, other).some(({ how, km, otherKm }) => how === 'crosses' && passes(one.run, other.run.planar, km, depthM) && passes(other.run, one.run.planar, otherKm!, depthM))));
	if (hasLines(a) && hasArea(b)) return linesOf(a).some(({ run }) => passesThrough(run, b.planar, depthM));
	if (hasLines(b) && hasArea(a)) return linesOf(b).some(({ run }) => passesThrough(run, a.planar, depthM));
	return hasArea(a) && hasArea(b) && reachesOver(a.planar, b.planar, depthM);
}
/** A line reaches farther into an area than it may be off; along a shore it may be long in the water and yet beside it. */
const isDeep = (line: Subject, area: Subject, depthM: number): boolean => !hasLines(line) || hasLines(area) || isEntered(area.planar, line.planar, depthM);

/** The line gets farther than `depthM` from the other on both sides of the crossing. */
const passes = (run: Run, other: Planar, km: number, depthM: number): boolean => [run.xy.filter((_, i) => run.km[i]! < km), run.xy.filter((_, i) => run.km[i]! > km)].every((side) => side.some(([x, y]) => !isWithin(other, x, y, depthM)));

/** A stretch of it lies in the area, and it comes out of it. */
function passesThrough(run: Run, area: Planar, leastM: number): boolean {
	if (crossingsKm(run, area).length === 0) return false;
	const inKm = stretchesIn(run, area).reduce((sum, { from, to }) => sum + to - from, 0);
	return inKm * 1000 >= leastM && (run.lengthKm - inKm) * 1000 >= leastM;
}

/** Both enter each other's inside and neither lies in the other: parts of it on either side of the edge. */
const reachesOver = (a: Planar, b: Planar, depthM: number): boolean => (isEntered(a, b, depthM) || isEntered(b, a, depthM)) && leaves(a, b, depthM) && leaves(b, a, depthM);
const leaves = (a: Planar, b: Planar, depthM: number): boolean => {
	for (let i = 0; i < a.segments.length; i += 4) if (!holdsPoint(b, a.segments[i]!, a.segments[i + 1]!) && !isWithin(b, a.segments[i]!, a.segments[i + 1]!, depthM)) return true;
	return false;
};

const lines = new WeakMap<Subject, StripLine[]>();
/** Unbroken lines of a subject, each made once. */
export function linesOf(subject: Subject): StripLine[] {
	let known = lines.get(subject);
	if (!known) lines.set(subject, (known = subject.geometries.flatMap(toRuns).map((run): StripLine => ({ place: subject.id, run, accuracyM: subject.accuracyM, isSchematic: subject.isSchematic }))));
	return known;
}
