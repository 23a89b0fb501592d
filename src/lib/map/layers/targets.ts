import { IconLayer } from '@deck.gl/layers';
import { cell, stateIcon } from '../icon-sheet.ts';
import { defineLayer } from '../layer.ts';
import type { TargetMark } from '../scene.ts';

/** px from the place, up and left: the number of measures stands on the other side. */
const offset: [number, number] = [-10, -11];
/** The number of indicators, beside the sign. */
const beside: [number, number] = [-26, -11];

/** Waters by the state of their indicators against the targets; one sign a water. Its legend counts and says the rule (`theme-legend.ts`). */
export default defineLayer<TargetMark>({
	id: 'targets', stack: 'record', order: 5, title: 'layer.targets', optional: true,
	legend: [],
	pick: (mark) => `place:${mark.place}`,
	render: (scene, shared) => [new IconLayer<TargetMark>({
		...shared.part('signs', true), data: scene.targets, iconAtlas: shared.sheet.image as never, iconMapping: shared.sheet.mapping,
		getIcon: (mark) => stateIcon(mark.state), getPosition: (mark) => mark.position, getPixelOffset: offset, getSize: cell, sizeUnits: 'pixels'
	})],
	labels: (scene) => scene.targets.flatMap((mark) => [
		{ position: mark.position, text: '', style: 'guard' as const, offset, order: 0 },
		{ position: mark.position, text: String(mark.count), style: 'count' as const, offset: beside, order: 1 }
	])
});
