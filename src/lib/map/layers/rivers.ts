import { defineLayer } from '../layer.ts';
import { lineEntry } from '../legend.ts';
import type { Piece } from '../strokes.ts';
import { drawLines } from '../strokes.ts';

export default defineLayer<Piece>({
	id: 'rivers', stack: 'water', order: 10, title: 'layer.rivers', base: ['river-area', 'river-name', 'river-name-small'],
	legend: [lineEntry('river', 'water'), lineEntry('river-schematic', 'water'), lineEntry('canal', 'water')],
	pick: ({ shape }) => `place:${shape.place}`,
	render: (scene, shared) => drawLines(scene.shapes.river, scene.zoom, shared)
});
