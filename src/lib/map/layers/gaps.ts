import '../../i18n/rooms/timeline.ts';
import { IconLayer } from '@deck.gl/layers';
import { cell } from '../icon-sheet.ts';
import { defineLayer } from '../layer.ts';
import { recordEntries } from '../legend.ts';
import type { GapMark } from '../scene.ts';

/** px from the place, down and left: measures and targets stand above it. Drawn over projects, since it is only there when asked for. */
const offset: [number, number] = [-10, 12];

/** How many records at a place have a gap, of those that the filter leaves; a broken square, since what it counts is missing. */
export default defineLayer<GapMark>({
	id: 'gaps', stack: 'record', order: 25, title: 'layer.gaps', optional: true,
	legend: [recordEntries.gaps],
	pick: (mark) => mark.ref,
	render: (scene, shared) => [new IconLayer<GapMark>({
		...shared.part('squares', true), data: scene.gaps, iconAtlas: shared.sheet.image as never, iconMapping: shared.sheet.mapping,
		getIcon: () => 'gap', getPosition: (mark) => mark.position, getPixelOffset: offset, getSize: cell, sizeUnits: 'pixels'
	})],
	labels: (scene) => scene.gaps.map((mark) => ({ position: mark.position, text: String(mark.count), style: 'count', offset, order: 1 }))
});
