/**
 * Left and right bank, looking downstream: only of a line whose direction of flow is known (`network/water-lines.ts`). What stands on the
 * line within both accuracies, crosses it, or lies on both sides has no bank, and neither has what lies past its ends.
 */
import { spaceWithinM } from '../../domain/view.ts';
import { offsetXy } from '../../geo/bank.ts';
import { distanceM } from '../../geo/planar.ts';
import type { WaterLine } from '../network/water-lines.ts';
import { waterLinesOf } from '../network/water-lines.ts';
import { doubtOf, standsSomewhere } from './flow-predicate.ts';
import type { Predicate, SpaceHit, Subject } from './hit.ts';

export const bankPredicate: Predicate = ({ atlas, shapes, subjects }, { of, withinM = spaceWithinM.bank! }) => {
	const [asked, side] = of as [string, 'left' | 'right'];
	const water = waterLinesOf(atlas, shapes).directed.get(asked);
	const hits = new Map<string, SpaceHit>();
	if (!water) return hits;
	const body = subjects.get(asked)?.planar ?? water.line.run.planar;
	for (const [id, subject] of subjects) {
		if (id === asked || !standsSomewhere(atlas, id)) continue;
		const metres = distanceM(subject.planar, water.line.run.planar, withinM);
		if (metres > withinM || distanceM(subject.planar, body, 0) === 0 || bankOf(water, subject) !== side) continue;
		const { km } = nearestOffset(water, subject);
		hits.set(id, { asked, metres: Math.round(metres), ...doubtOf(subject, water.line, metres, withinM), km: Math.round(km * 100) / 100, side });
	}
	return hits;
};

const cornersOf = ({ planar: { segments } }: Pick<Subject, 'planar'>): [number, number][] => Array.from({ length: segments.length / 2 }, (_, i) => [segments[i * 2]!, segments[i * 2 + 1]!]);
const nearestOffset = ({ line }: WaterLine, subject: Pick<Subject, 'planar'>) => cornersOf(subject).map((corner) => offsetXy(line.run, corner)).reduce((best, next) => (next.metres < best.metres ? next : best));

/** The bank on which a subject lies whole, farther from the line than both may be off; `null` where that cannot be said. */
export function bankOf(water: WaterLine, subject: Pick<Subject, 'planar' | 'accuracyM'>): 'left' | 'right' | null {
	const { line, isDownstream } = water;
	if (distanceM(subject.planar, line.run.planar, line.accuracyM + subject.accuracyM) !== Infinity) return null;
	const near = nearestOffset(water, subject);
	const sides = new Set(cornersOf(subject).map((corner) => offsetXy(line.run, corner)).filter(({ side }) => side !== null).map(({ side }) => side));
	if (near.side === null || sides.size !== 1) return null;
	return isDownstream ? near.side : near.side === 'left' ? 'right' : 'left';
}
