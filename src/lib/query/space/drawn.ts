/** "In the polygon drawn": what lies wholly in it, and what it cuts, told as such. The corners are exact; what lies at its edge is as sure as its own drawing. */
import type { Position } from 'geojson';
import { distanceM, holdsWhole, isEntered, outlineOf, pointDistance, segmentDistance, toPlanar } from '../../geo/planar.ts';
import type { Planar } from '../../geo/planar.ts';
import { cornerOf } from '../space-values.ts';
import { exact, toHit } from './doubt.ts';
import { isArea, isSeat } from './ground.ts';
import type { Predicate, SpaceHit } from './hit.ts';

/** A closed ring of the corners. */
export function ringOf(of: readonly string[]): Position[] {
	const corners = of.map((corner) => cornerOf(corner)!);
	const [first, last] = [corners[0]!, corners.at(-1)!];
	return first[0] === last[0] && first[1] === last[1] ? corners : [...corners, first];
}
export const areaDrawn = (of: readonly string[]): Planar => toPlanar([{ type: 'Polygon', coordinates: [ringOf(of)] }]);

/** Metres: a corner this near to another edge lies on it. */
const touchM = 0.01;
/** Two edges meet elsewhere than at the corner that they share, or there are too few to enclose anything. */
export function isCrossed(of: readonly string[]): boolean {
	const { segments } = areaDrawn(of);
	const edges = Array.from({ length: segments.length / 4 }, (_, i) => segments.subarray(i * 4, i * 4 + 4)).filter(([x1, y1, x2, y2]) => x1 !== x2 || y1 !== y2);
	const foldsBack = (before: Float64Array, after: Float64Array): boolean => pointDistance(after[2]!, after[3]!, before) < touchM || pointDistance(before[0]!, before[1]!, after) < touchM;
	const meet = (i: number, j: number): boolean => (j === i + 1 ? foldsBack(edges[i]!, edges[j]!) : i === 0 && j === edges.length - 1 ? foldsBack(edges[j]!, edges[i]!) : segmentDistance(edges[i]!, edges[j]!) < touchM);
	return edges.length < 3 || edges.some((_, i) => edges.slice(i + 1).some((__, k) => meet(i, i + 1 + k)));
}

export const drawn: Predicate = ({ atlas, subjects }, { of }) => {
	const area = areaDrawn(of);
	const hits = new Map<string, SpaceHit>();
	for (const [id, subject] of subjects) {
		if (isSeat(atlas, subject) || distanceM(subject.planar, area, 0) !== 0) continue;
		const isWhole = holdsWhole(area, subject.planar);
		if (isWhole) hits.set(id, toHit({ asked: '', metres: null }, subject, exact, (m) => distanceM(outlineOf(subject.planar), outlineOf(area), m) !== Infinity));
		else if (!isArea(atlas, id)) hits.set(id, toHit({ asked: '', metres: null, isPart: true }, subject, exact, (m) => !isEntered(area, subject.planar, m)));
	}
	return hits;
};
