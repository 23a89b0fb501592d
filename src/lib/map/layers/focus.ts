import { PolygonLayer, ScatterplotLayer } from '@deck.gl/layers';
import type { Layer } from '@deck.gl/core';
import { toFocusParts } from '../focus-parts.ts';
import { areasOf } from '../areas.ts';
import { defineLayer, remember } from '../layer.ts';
import type { Shared } from '../layer.ts';
import { recordEntries } from '../legend.ts';
import { rgba } from '../palette.ts';
import type { Position, ProjectMark, Scene, Shape } from '../scene.ts';
import { drawStrokes } from '../strokes.ts';

const partsOf = remember((_focus: object) => new WeakMap<Scene['shapes'], ReturnType<typeof toFocusParts>>());
function partsFor(scene: Scene): ReturnType<typeof toFocusParts> {
	const known = partsOf(scene.focus);
	const found = known.get(scene.shapes) ?? toFocusParts(scene);
	known.set(scene.shapes, found);
	return found;
}

const world: Position[] = [[112, 26], [130, 26], [130, 37], [112, 37], [112, 26]];

/** A thin sheet of paper over everything but the lit areas. */
const drawWash = (areas: Shape[], shared: Shared): Layer => new PolygonLayer<Position[][]>({
	...shared.part('wash'), data: [[world, ...areasOf(areas).map(({ rings }) => rings[0]!)]], getPolygon: (rings) => rings, filled: true, stroked: false, getFillColor: rgba(shared.palette.paper, 0.42)
});

/** Under the marks on purpose: a sign on the selected river stays whole. */
export default defineLayer({
	id: 'focus', stack: 'corridor', order: 90, title: 'layer.focus', always: true,
	legend: [recordEntries.selected],
	render(scene, shared) {
		const { halos, casings, fills, rings, areas } = partsFor(scene);
		const drawn: Layer[] = areas.length > 0 ? [drawWash(areas, shared)] : [];
		if (halos.length > 0) drawn.push(drawStrokes(halos, scene.zoom, shared, 'halos'));
		if (casings.length > 0) drawn.push(drawStrokes(casings, scene.zoom, shared, 'casings'));
		if (fills.length > 0) drawn.push(drawStrokes(fills, scene.zoom, shared, 'fills'));
		const ring = { radiusUnits: 'pixels' as const, lineWidthUnits: 'pixels' as const, filled: false, stroked: true, antialiasing: true };
		if (rings.length > 0) drawn.push(new ScatterplotLayer<(typeof rings)[number]>({
			...shared.part('rings'), ...ring, data: rings, getPosition: ({ shape }) => shape.at, getRadius: 8, getLineWidth: 2.2,
			getLineColor: ({ basis }) => rgba(basis === 'inferred' ? shared.palette.ink700 : shared.palette.selected)
		}));
		const own = scene.projects.filter((mark) => `project:${mark.id}` === scene.selection);
		if (own.length > 0) drawn.push(new ScatterplotLayer<ProjectMark>({
			...shared.part('mark'), ...ring, filled: true, data: own, getPosition: (mark) => mark.position, getRadius: 5, getLineWidth: 2, getFillColor: rgba(shared.palette.paper), getLineColor: rgba(shared.palette.selected)
		}));
		return drawn;
	}
});
