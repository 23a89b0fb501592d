import type { Area } from '../areas.ts';
import { pickAreas } from '../areas.ts';
import { defineLayer, remember } from '../layer.ts';
import { areaEntries } from '../legend.ts';
import type { Shapes } from '../scene.ts';

/** The whole area is picked through its districts; what lies inside it can be picked itself. */
const innerZonesOf = remember((shapes: Shapes) => [...shapes.district, ...shapes.site].filter((shape) => shape.kind === 'zone' && shape.place !== 'demonstration-area'));

export default defineLayer<Area>({
	id: 'zones', stack: 'zone', order: 10, title: 'layer.zones', base: ['zone-band-outer', 'zone-band-inner', 'pilot-area', 'pilot-edge', 'symbolic-hatch', 'symbolic-edge', 'zone-name'],
	legend: [areaEntries.zoneBand, areaEntries.pilot, areaEntries.symbolic],
	pick: ({ shape }) => `place:${shape.place}`,
	render: (scene, shared) => [pickAreas(innerZonesOf(scene.shapes), shared)]
});
