/**
 * Left and right bank, looking downstream: only of a line whose direction of flow is known (`network/water-lines.ts`). What stands on the
 * line within both accuracies, crosses it, or lies on both sides has no bank, and neither has what lies past its ends.
 */
import { spaceWithinM } from '../../domain/view.ts';
import { bankOf, otherSide } from '../../geo/bank.ts';
import { nearestKm } from '../../geo/chainage.ts';
import { distanceM } from '../../geo/planar.ts';
import { waterLinesOf } from '../network/water-lines.ts';
import { doubtOf, standsSomewhere } from './flow-predicate.ts';
import type { Predicate, SpaceHit } from './hit.ts';

export const bankPredicate: Predicate = ({ atlas, shapes, subjects }, { of, withinM = spaceWithinM.bank! }) => {
	const [asked, side] = of as [string, 'left' | 'right'];
	const water = waterLinesOf(atlas, shapes).directed.get(asked);
	const hits = new Map<string, SpaceHit>();
	if (!water) return hits;
	const { line, isDownstream } = water;
	const drawnSide = isDownstream ? side : otherSide(side);
	const body = subjects.get(asked)?.planar ?? line.run.planar;
	for (const [id, subject] of subjects) {
		if (id === asked || !standsSomewhere(atlas, id)) continue;
		const metres = distanceM(subject.planar, line.run.planar, withinM);
		if (metres > withinM || distanceM(subject.planar, body, 0) === 0 || bankOf(line.run, subject.planar, line.accuracyM + subject.accuracyM) !== drawnSide) continue;
		hits.set(id, { asked, metres: Math.round(metres), ...doubtOf(subject, line, metres, withinM), km: Math.round(nearestKm(line.run, subject.planar) * 100) / 100, side });
	}
	return hits;
};
