import type { Area } from '../areas.ts';
import { pickAreas } from '../areas.ts';
import { defineLayer, remember } from '../layer.ts';
import { areaEntries } from '../legend.ts';
import type { Shapes } from '../scene.ts';

const districtsOf = remember((shapes: Shapes['district']) => shapes.filter((shape) => shape.kind === 'district' && !shape.context));

export default defineLayer<Area>({
	id: 'districts', stack: 'zone', title: 'layer.districts', base: ['boundary-case', 'boundary', 'district-name', 'district-name-context', 'context-boundary'],
	legend: [areaEntries.boundary],
	pick: ({ shape }) => `place:${shape.place}`,
	render: (scene, shared) => [pickAreas(districtsOf(scene.shapes.district), shared)]
});
