import { PathLayer, ScatterplotLayer } from '@deck.gl/layers';
import type { PathStyleExtensionProps } from '@deck.gl/extensions';
import { arcBetween } from '../arc.ts';
import { defineLayer } from '../layer.ts';
import { recordEntries } from '../legend.ts';
import { rgba } from '../palette.ts';
import type { LinkArc } from '../scene.ts';
import { dashes } from '../strokes.ts';

const isStated = (arc: LinkArc): boolean => arc.basis === 'named';

/** From the selection to its places. A stated link is solid vermilion, a reading is dashed ink with a hollow end. */
export default defineLayer<LinkArc>({
	id: 'links', stack: 'focus', order: 10, title: 'layer.links',
	legend: [recordEntries.arcNamed, recordEntries.arcInferred],
	pick: (arc) => `place:${arc.place}`,
	render(scene, shared) {
		const arcs = scene.links.filter((arc) => arc.from !== null || shared.edge !== null);
		if (arcs.length === 0) return [];
		const colorOf = (arc: LinkArc) => rgba(isStated(arc) ? shared.palette.selected : shared.palette.ink700);
		const trigger = { getPath: shared.edge, getColor: shared.palette };
		const paths = { getPath: (arc: LinkArc) => arcBetween(arc.from ?? shared.edge!, arc.to), widthUnits: 'pixels' as const, antialiasing: true, jointRounded: true, updateTriggers: trigger };
		return [
			new PathLayer<LinkArc>({ ...shared.part('halos'), ...paths, data: arcs, getWidth: (arc) => (isStated(arc) ? 4.4 : 3), getColor: rgba(shared.palette.halo, 0.75) }),
			new PathLayer<LinkArc, PathStyleExtensionProps<LinkArc>>({
				...shared.part('arcs'), ...paths, data: arcs, getWidth: (arc) => (isStated(arc) ? 2 : 1.2), getColor: colorOf,
				getDashArray: (arc) => (isStated(arc) ? [0, 0] : arc.basis === 'inferred' ? [4, 3] : [2, 3]), dashUnits: 'pixels', extensions: [dashes]
			}),
			new ScatterplotLayer<LinkArc>({
				...shared.part('ends', true), data: arcs, getPosition: (arc) => arc.to, getRadius: 4.6, radiusUnits: 'pixels', filled: true, stroked: true, antialiasing: true, lineWidthUnits: 'pixels', getLineWidth: 1.6,
				getFillColor: (arc) => rgba(isStated(arc) ? shared.palette.selected : shared.palette.paper), getLineColor: (arc) => rgba(isStated(arc) ? shared.palette.paper : shared.palette.ink700)
			})
		];
	}
});
