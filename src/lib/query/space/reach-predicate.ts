/** "Between two stations or chainages": what stands within a distance of that stretch of a line, each with its chainage. */
import { spaceWithinM } from '../../domain/view.ts';
import { approachOf, crossingsKm, sliceOf } from '../../geo/chainage.ts';
import type { Run } from '../../geo/chainage.ts';
import { distanceM } from '../../geo/planar.ts';
import type { Planar } from '../../geo/planar.ts';
import { stretchesBetween } from '../network/ends.ts';
import type { LineStretch } from '../network/ends.ts';
import { waterLinesOf } from '../network/water-lines.ts';
import { doubtOf, standsSomewhere } from './flow-predicate.ts';
import type { Predicate, SpaceHit, Subject } from './hit.ts';

export const reachPredicate: Predicate = ({ atlas, shapes, subjects }, { of, withinM = spaceWithinM.reach! }) => {
	const [asked, first, last] = of as [string, string, string];
	const { ground } = waterLinesOf(atlas, shapes);
	const stretches = stretchesBetween(atlas, ground, asked, [first, last]);
	const own = new Set([asked, ...stretches.map(({ line }) => line.place), ...stretches.flatMap(({ line }) => atlas.wholesOf(line.place).map(({ id }) => id))]);
	const hits = new Map<string, SpaceHit>();
	for (const stretch of stretches) {
		const slice = sliceOf(stretch.line.run, stretch);
		for (const [id, subject] of subjects) {
			if (own.has(id) || !standsSomewhere(atlas, id)) continue;
			const metres = distanceM(subject.planar, slice.planar, withinM);
			if (metres > withinM || metres >= (hits.get(id)?.metres ?? Infinity)) continue;
			const km = stretch.from + kmOf(slice, subject.planar, metres);
			const doubt = doubtOf(subject, stretch.line, metres, withinM);
			hits.set(id, { asked, metres: Math.round(metres), ...doubt, isHinging: doubt.isHinging || (id !== first && id !== last && isAtEnd(stretch, subject, km)), km: Math.round(km * 100) / 100 });
		}
	}
	return hits;
};

/** Chainage on the slice: of what it meets the first place where it does, else where it comes nearest. */
function kmOf(slice: Run, other: Planar, metres: number): number {
	if (metres === 0) return crossingsKm(slice, other)[0] ?? 0;
	const points: [number, number][] = [];
	for (let i = 0; i < other.segments.length; i += 2) points.push([other.segments[i]!, other.segments[i + 1]!]);
	return approachOf(slice, points).km;
}

/** So near to an end that within the accuracy it may lie beyond; where the line itself ends nothing lies beyond. */
function isAtEnd({ line, from, to }: LineStretch, subject: Subject, km: number): boolean {
	const accuracyKm = (line.accuracyM + subject.accuracyM) / 1000;
	return (from > 0 && km - from < accuracyKm) || (to < line.run.lengthKm - 0.01 && to - km < accuracyKm);
}
