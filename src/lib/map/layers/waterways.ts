import { defineLayer } from '../layer.ts';
import { lineEntry } from '../legend.ts';
import type { Piece } from '../strokes.ts';
import { drawLines } from '../strokes.ts';

export default defineLayer<Piece>({
	id: 'waterways', stack: 'corridor', title: 'layer.waterways', optional: true,
	legend: [lineEntry('waterway', 'water')],
	pick: ({ shape }) => `place:${shape.place}`,
	render: (scene, shared) => drawLines(scene.shapes.waterway, scene.zoom, shared)
});
