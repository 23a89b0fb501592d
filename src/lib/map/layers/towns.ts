import { ScatterplotLayer } from '@deck.gl/layers';
import { defineLayer, remember } from '../layer.ts';
import { recordEntries } from '../legend.ts';
import { rgba } from '../palette.ts';
import type { Shape, Shapes } from '../scene.ts';

const isPilot = (shape: Shape): boolean => shape.tags?.includes('pilot-town') ?? false;
const pilotsOf = remember((towns: Shapes['town']) => towns.filter(isPilot));
/** A town outside the area is for orientation, and shows with the small names. */
const insideOf = remember((towns: Shapes['town']) => towns.filter(({ context }) => !context));

/** Seats only: most inner boundaries are not known, and a drawn guess would be read as one. */
export default defineLayer<Shape>({
	id: 'towns', stack: 'corridor', order: 60, title: 'layer.towns', base: ['town-name', 'town-name-context', 'town-name-pilot', 'site-name'],
	legend: [recordEntries.town],
	pick: (shape) => `place:${shape.place}`,
	render: (scene, shared) => (scene.zoom < 8.5 ? [] : [new ScatterplotLayer<Shape>({
		...shared.part('seats', true), data: scene.zoom < 9 ? pilotsOf(scene.shapes.town) : scene.zoom < 11 ? insideOf(scene.shapes.town) : scene.shapes.town, getPosition: (shape) => shape.at, getRadius: 2.6, radiusUnits: 'pixels', filled: true, stroked: true,
		getFillColor: rgba(shared.palette.paper), getLineColor: rgba(shared.palette.ink700), getLineWidth: 1.1, lineWidthUnits: 'pixels', antialiasing: true
	})])
});
