import { IconLayer } from '@deck.gl/layers';
import { cell } from '../icon-sheet.ts';
import { defineLayer } from '../layer.ts';
import { recordEntries } from '../legend.ts';
import type { MeasureMark } from '../scene.ts';

/** px from the place, up and right, so that the place's own sign and the target beside it stay free. */
const offset: [number, number] = [11, -11];

/** How many measures name a place. */
export default defineLayer<MeasureMark>({
	id: 'measures', stack: 'record', title: 'layer.measures', optional: true,
	legend: [recordEntries.measures],
	pick: (mark) => `place:${mark.place}`,
	render: (scene, shared) => [new IconLayer<MeasureMark>({
		...shared.part('discs', true), data: scene.measures, iconAtlas: shared.sheet.image as never, iconMapping: shared.sheet.mapping,
		getIcon: () => 'count', getPosition: (mark) => mark.position, getPixelOffset: offset, getSize: cell, sizeUnits: 'pixels'
	})],
	labels: (scene) => scene.measures.map((mark) => ({ position: mark.position, text: String(mark.count), style: 'count', offset, order: 1 }))
});
