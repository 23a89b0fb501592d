import { IconLayer } from '@deck.gl/layers';
import { cell } from '../icon-sheet.ts';
import { defineLayer } from '../layer.ts';
import { recordEntries } from '../legend.ts';
import type { TargetMark } from '../scene.ts';

/** px from the place, up and left: the number of measures stands on the other side. */
const offset: [number, number] = [-10, -11];

/** What is known of a water body's ecological targets: filled with target and value, a ring with the target only, broken with a value only. */
export default defineLayer<TargetMark>({
	id: 'targets', stack: 'record', order: 5, title: 'layer.targets', optional: true,
	legend: [recordEntries.targets],
	pick: (mark) => `place:${mark.place}`,
	render: (scene, shared) => [new IconLayer<TargetMark>({
		...shared.part('discs', true), data: scene.targets, iconAtlas: shared.sheet.image as never, iconMapping: shared.sheet.mapping,
		getIcon: (mark) => mark.knowledge, getPosition: (mark) => mark.position, getPixelOffset: offset, getSize: cell, sizeUnits: 'pixels'
	})],
	labels: (scene) => scene.targets.map((mark) => ({ position: mark.position, text: '', style: 'guard', offset, order: 0 }))
});
