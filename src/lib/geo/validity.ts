/** Rings that cross themselves, found with Turf. Dear, so only the data check asks. */
import { kinks } from '@turf/turf';
import type { PlaceFeature } from '../domain/place.ts';
import type { Problem } from '../domain/problem.ts';

export function findCrossedRings(features: readonly PlaceFeature[]): Problem[] {
	return features.flatMap(({ id, file, row, geometry }) => {
		if (geometry?.type !== 'Polygon' && geometry?.type !== 'MultiPolygon') return [];
		const first = kinks({ type: 'Feature', properties: {}, geometry }).features[0];
		if (!first) return [];
		const at = first.geometry.coordinates.map((v) => v.toFixed(4)).join(', ');
		return [{ file, row, key: 'crossed-ring', with: { id, at }, level: 'error' } satisfies Problem];
	});
}
