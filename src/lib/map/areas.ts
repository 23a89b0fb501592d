/** Areas are drawn by the basemap; deck only answers what lies under the pointer. */
import { PolygonLayer } from '@deck.gl/layers';
import type { Layer } from '@deck.gl/core';
import type { Shape } from '../domain/shape.ts';
import { remember } from './layer.ts';
import type { Shared } from './layer.ts';
import type { Position } from './scene.ts';

export interface Area {
	shape: Shape;
	rings: Position[][];
}

/** Polygons of the shapes, one for each part. */
export const areasOf = remember((shapes: readonly Shape[]): Area[] => shapes.flatMap((shape): Area[] => {
	const { geometry } = shape;
	if (geometry.type === 'Polygon') return [{ shape, rings: geometry.coordinates as Position[][] }];
	if (geometry.type === 'MultiPolygon') return (geometry.coordinates as Position[][][]).map((rings) => ({ shape, rings }));
	return [];
}));

/** Layers with this in their id are left out of the picture and take part in picking only. */
export const pickOnly = 'pick-only';

const pickOrder = ['districts', 'zones', 'lakes'];
const pickRank = (id: string): number => (id.endsWith(pickOnly) ? pickOrder.indexOf(id.split(':')[0]!) : pickOrder.length);

/** Larger areas below smaller ones and all of them below lines and signs: a click on a lake means the lake, not the district around it. */
export const sortForPicking = <L extends { id: string }>(drawn: readonly L[]): L[] => drawn.toSorted((a, b) => pickRank(a.id) - pickRank(b.id));

export const pickAreas = (shapes: readonly Shape[], shared: Shared): Layer => new PolygonLayer<Area>({
	...shared.part(pickOnly, true), data: areasOf(shapes), getPolygon: (area) => area.rings, getFillColor: [0, 0, 0, 255], stroked: false, filled: true
});
