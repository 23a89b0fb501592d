/**
 * The border that districts share: of two the edge of the first that runs along the second, of three the point where all meet. Their outlines
 * come from one source and may be off by as much as they are accurate; so far apart they still count as one border.
 */
import type { Geometry, Position } from 'geojson';
import { spaceWithinM } from '../../domain/view.ts';
import { distanceM, isWithin, toMetres, toPlanar } from '../../geo/planar.ts';
import { put, toHit } from './doubt.ts';
import { askedOf } from './ground.ts';
import type { Predicate, SpaceHit, Subject } from './hit.ts';

export const border: Predicate = (ground, { of, withinM = spaceWithinM.border! }) => {
	const hits = new Map<string, SpaceHit>();
	const districts = askedOf(ground, of);
	const shared = sharedBorder(districts);
	if (shared.length === 0) return hits;
	const planar = toPlanar(shared);
	const accuracyM = Math.max(...districts.map((district) => district.accuracyM));
	/** The districts themselves, and what is made up of them. */
	const around = new Set(of.flatMap((id) => [id, ...ground.atlas.ancestors(id).map((place) => place.id)]));
	for (const [id, subject] of ground.subjects) {
		if (around.has(id)) continue;
		const metres = Math.round(distanceM(subject.planar, planar, withinM));
		if (metres <= withinM) put(hits, id, toHit({ asked: districts[0]!.id, metres }, subject, { accuracyM, isSchematic: districts.some(({ isSchematic }) => isSchematic) }, (m) => metres + m > withinM));
	}
	return hits;
};

/** Lines of the border of two, points of that of three; none where they have none in common. WGS84. */
export function sharedBorder([first, ...others]: readonly Subject[]): Geometry[] {
	if (!first || others.length === 0) return [];
	const isShared = ([lon, lat]: Position): boolean => others.every((other) => isWithin(other.planar, ...toMetres([lon!, lat!]), Math.max(first.accuracyM, other.accuracyM)));
	const rings = first.geometries.flatMap((geometry) => (geometry.type === 'Polygon' ? geometry.coordinates : geometry.type === 'MultiPolygon' ? geometry.coordinates.flat() : []));
	if (others.length > 1) return rings.flatMap((ring) => ring.filter(isShared)).map((coordinates): Geometry => ({ type: 'Point', coordinates }));
	return rings.flatMap((ring) => runsOf(ring, isShared)).map((coordinates): Geometry => ({ type: 'LineString', coordinates }));
}

/** Stretches of at least two corners on end for which the test holds. */
function runsOf(ring: readonly Position[], holds: (corner: Position) => boolean): Position[][] {
	const runs: Position[][] = [[]];
	for (const corner of ring) {
		if (holds(corner)) runs.at(-1)!.push(corner);
		else if (runs.at(-1)!.length > 0) runs.push([]);
	}
	return runs.filter((run) => run.length > 1);
}
