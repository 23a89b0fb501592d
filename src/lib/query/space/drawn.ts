/** "In the polygon drawn": what lies wholly in it, and what it cuts, told as such. The corners are exact; what lies at its edge is as sure as its own drawing. */
import type { Position } from 'geojson';
import { distanceM, holdsWhole, isEntered, outlineOf, toPlanar } from '../../geo/planar.ts';
import type { Planar } from '../../geo/planar.ts';
import { findCrossing } from '../../geo/ring.ts';
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

/** Two edges meet elsewhere than at the corner that they share, or there are too few to enclose anything: judged as the builder judges what is being drawn. */
export function isCrossed(of: readonly string[]): boolean {
	const corners = ringOf(of).slice(1).filter(([lon, lat], i, all) => lon !== all.at(i - 1)![0] || lat !== all.at(i - 1)![1]);
	return corners.length < 3 || findCrossing(corners) !== null;
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
