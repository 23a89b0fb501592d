import { PathStyleExtension } from '@deck.gl/extensions';
import type { PathStyleExtensionProps } from '@deck.gl/extensions';
import { ScatterplotLayer } from '@deck.gl/layers';
import { defineLayer } from '../layer.ts';
import { recordEntries } from '../legend.ts';
import { rgba } from '../palette.ts';
import type { TargetMark } from '../scene.ts';

const broken = new PathStyleExtension({ dash: true });

/** What is known of a water body's ecological targets: filled with target and value, a ring with the target only, broken with a value only. */
export default defineLayer<TargetMark>({
	id: 'targets', stack: 'record', order: 5, title: 'layer.targets', optional: true,
	legend: [recordEntries.targets],
	pick: (mark) => `place:${mark.place}`,
	render: (scene, shared) => [new ScatterplotLayer<TargetMark, PathStyleExtensionProps<TargetMark>>({
		...shared.part('discs', true), data: scene.targets, getPosition: (mark) => mark.position, getRadius: 7, radiusUnits: 'pixels', filled: true, stroked: true, antialiasing: true,
		getFillColor: (mark) => rgba(mark.knowledge === 'target-and-value' ? shared.palette.target : shared.palette.paper), getLineColor: rgba(shared.palette.target), getLineWidth: 1.8, lineWidthUnits: 'pixels',
		getDashArray: (mark) => (mark.knowledge === 'value-only' ? [2, 1.6] : [0, 0]), extensions: [broken], updateTriggers: { getFillColor: shared.palette }
	})],
	labels: (scene) => scene.targets.map((mark) => ({ position: mark.position, text: '', style: 'guard', order: 0 }))
});
