import { PolygonLayer } from '@deck.gl/layers';
import { defineLayer, remember } from '../layer.ts';
import { recordEntries } from '../legend.ts';
import { rgba } from '../palette.ts';
import type { Position, Scene, Shape } from '../scene.ts';
import { areaWithin } from '../scope-area.ts';
import { drawStrokes } from '../strokes.ts';
import type { StrokedPiece } from '../strokes.ts';

const known = remember((_shapes: Scene['shapes']) => new Map<string, { area: Position[][][]; edges: StrokedPiece[] }>());
const nowhere = {} as Shape;

function scopeOf({ shapes, scope }: Scene): { area: Position[][][]; edges: StrokedPiece[] } {
	if (!scope) return { area: [], edges: [] };
	const key = JSON.stringify(scope);
	const found = known(shapes).get(key);
	if (found) return found;
	const around = scope.around.flatMap(({ places, withinM }) => areaWithin(shapes, places, withinM));
	const drawn = scope.drawn.map((ring) => [[...ring, ring[0]!]]);
	const edge = (path: Position[], width: number): StrokedPiece => ({ shape: nowhere, path, stroke: { ink: 'selected', width, dash: [2, 3], opacity: 0.7 } });
	// A planner's own line stands out from one that is computed.
	const made = { area: [...around, ...drawn], edges: [...around.flat().map((path) => edge(path, 0.9)), ...drawn.flat().map((path) => edge(path, 1.8))] };
	known(shapes).set(key, made);
	return made;
}

/** Where the filter looks: around places, and inside what a planner drew. */
export default defineLayer({
	id: 'scope', stack: 'zone', order: 20, title: 'layer.scope', always: true,
	legend: [recordEntries.scope],
	render(scene, shared) {
		const { area, edges } = scopeOf(scene);
		if (area.length === 0) return [];
		return [
			new PolygonLayer<Position[][]>({ ...shared.part('area'), data: area, getPolygon: (rings) => rings, filled: true, stroked: false, getFillColor: rgba(shared.palette.selected, 0.055) }),
			drawStrokes(edges, scene.zoom, shared, 'edge')
		];
	}
});
