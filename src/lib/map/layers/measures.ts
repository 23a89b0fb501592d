import { ScatterplotLayer } from '@deck.gl/layers';
import { defineLayer } from '../layer.ts';
import { recordEntries } from '../legend.ts';
import { rgba } from '../palette.ts';
import type { MeasureMark } from '../scene.ts';

/** How many measures name a place: a disc with the number, a little larger where there are more. */
export default defineLayer<MeasureMark>({
	id: 'measures', stack: 'record', title: 'layer.measures', optional: true,
	legend: [recordEntries.measures],
	pick: (mark) => `place:${mark.place}`,
	render: (scene, shared) => [new ScatterplotLayer<MeasureMark>({
		...shared.part('discs', true), data: scene.measures, getPosition: (mark) => mark.position, getRadius: (mark) => 8 + Math.min(6, Math.sqrt(mark.count)), radiusUnits: 'pixels',
		filled: true, stroked: true, getFillColor: rgba(shared.palette.paper, 0.94), getLineColor: rgba(shared.palette.ink700), getLineWidth: 1.2, lineWidthUnits: 'pixels', antialiasing: true
	})],
	labels: (scene) => scene.measures.map((mark) => ({ position: mark.position, text: String(mark.count), style: 'count', order: 1 }))
});
