import type { Shape } from '../domain/shape.ts';
import type { Position } from './scene.ts';

/** Runs of a line, or the rings of an area; points have none. */
export function runsOf({ geometry }: Shape): Position[][] {
	switch (geometry.type) {
		case 'LineString': return [geometry.coordinates as Position[]];
		case 'MultiLineString': case 'Polygon': return geometry.coordinates as Position[][];
		case 'MultiPolygon': return (geometry.coordinates as Position[][][]).flat();
		default: return [];
	}
}
