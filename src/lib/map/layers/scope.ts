import { askedDrawing, bringDrawing } from '../asked-drawing.ts';
import { defineLayer } from '../layer.ts';
import { recordEntries } from '../legend.ts';

/** Where the filter looks: around places, along a stretch or a border, inside areas and what a planner drew. */
export default defineLayer({
	id: 'scope', stack: 'zone', order: 20, title: 'layer.scope', always: true, bring: bringDrawing,
	legend: [recordEntries.scope],
	render: (scene, shared) => askedDrawing()?.drawAreas(scene, shared) ?? []
});
