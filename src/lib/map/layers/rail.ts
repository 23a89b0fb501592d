import { defineLayer } from '../layer.ts';
import { lineEntry } from '../legend.ts';
import type { Piece } from '../strokes.ts';
import { drawLines } from '../strokes.ts';

export default defineLayer<Piece>({
	id: 'rail', stack: 'corridor', order: 30, title: 'layer.rail', base: ['rail-name'],
	legend: [lineEntry('hsr', 'land'), lineEntry('hsr-planned', 'land'), lineEntry('rail', 'land'), lineEntry('intercity-planned', 'land'), lineEntry('metro', 'land')],
	pick: ({ shape }) => `place:${shape.place}`,
	render: (scene, shared) => drawLines(scene.shapes.rail, scene.zoom, shared)
});
