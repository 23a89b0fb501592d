import { defineLayer, remember } from '../layer.ts';
import { lineEntry } from '../legend.ts';
import type { Shapes } from '../scene.ts';
import type { Piece } from '../strokes.ts';
import { drawLines } from '../strokes.ts';

const expresswaysOf = remember((shapes: Shapes['road']) => shapes.filter((shape) => shape.mode === 'expressway'));

export default defineLayer<Piece>({
	id: 'roads', stack: 'corridor', order: 10, title: 'layer.roads', base: ['road-name'],
	legend: [lineEntry('expressway', 'land'), lineEntry('expressway-schematic', 'land'), lineEntry('road', 'land')],
	pick: ({ shape }) => `place:${shape.place}`,
	render: (scene, shared) => drawLines(scene.zoom < 9 ? expresswaysOf(scene.shapes.road) : scene.shapes.road, scene.zoom, shared)
});
