/** The three districts as one area: what a plugged-in layer is held against before it is accepted. */
import type { Shapes } from '../domain/shape.ts';
import type { MultiPolygon } from 'geojson';

export function knownGround({ district }: Pick<Shapes, 'district'>): { area: [west: number, south: number, east: number, north: number]; boundary: MultiPolygon } {
	const coordinates = district.filter(({ kind, context }) => kind === 'district' && !context).flatMap(({ geometry }) => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : []));
	const [lons, lats] = [0, 1].map((axis) => coordinates.flat(2).map((at) => at[axis]!)) as [number[], number[]];
	const [lesser, greater] = [(a: number, b: number) => Math.min(a, b), (a: number, b: number) => Math.max(a, b)];
	const ends = (values: number[], pick: (a: number, b: number) => number): number => values.reduce(pick);
	return { area: [ends(lons, lesser), ends(lats, lesser), ends(lons, greater), ends(lats, greater)].map((value, i) => value + (i < 2 ? -0.05 : 0.05)) as [number, number, number, number], boundary: { type: 'MultiPolygon', coordinates } };
}
