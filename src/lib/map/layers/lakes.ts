import type { Area } from '../areas.ts';
import { pickAreas } from '../areas.ts';
import { defineLayer } from '../layer.ts';
import { areaEntries } from '../legend.ts';

export default defineLayer<Area>({
	id: 'lakes', stack: 'water', title: 'layer.lakes',
	base: ['ground-lake', 'ground-stream', 'lake', 'lake-lining-0', 'lake-lining-1', 'lake-lining-2', 'lake-schematic', 'lake-hatch', 'lake-shore', 'lake-shore-schematic', 'lake-name', 'lake-name-small', 'lake-name-middle', 'lake-name-large'],
	legend: [areaEntries.lake, areaEntries.lakeSchematic],
	pick: ({ shape }) => `place:${shape.place}`,
	render: (scene, shared) => [pickAreas(scene.shapes.water, shared)]
});
