import { IconLayer } from '@deck.gl/layers';
import { cardIcon, iconHeightOf, sizeOf } from '../card-sheet.ts';
import { areSignsReplaced, defineLayer } from '../layer.ts';
import type { LabelMark } from '../layer.ts';
import { recordEntries } from '../legend.ts';
import type { ProjectCluster, Scene } from '../scene.ts';

/** px side of a guard. */
const room = 28;

/** Arcs need the room that cards take. */
const isHidden = (scene: Scene): boolean => scene.clusters.length === 0 || areSignsReplaced(scene) || scene.links.length > 0;

export default defineLayer<ProjectCluster>({
	id: 'clusters', stack: 'record', order: 20, title: 'layer.clusters',
	legend: [recordEntries.cluster],
	pick: (cluster) => `place:${cluster.place}`,
	render(scene, shared) {
		if (isHidden(scene)) return [];
		const cards = shared.cards(scene.clusters);
		return [new IconLayer<ProjectCluster>({
			...shared.part('cards', true), data: scene.clusters, iconAtlas: cards.image as never, iconMapping: cards.mapping,
			getIcon: cardIcon, getPosition: (cluster) => cluster.position, getSize: iconHeightOf, sizeUnits: 'pixels', alphaCutoff: 0.01
		})];
	},
	labels: (scene) => (isHidden(scene) ? [] : scene.clusters.flatMap(guardsOf))
});

/** A plate is wider than a guard, so several hold its room. */
function guardsOf({ position, offset, label, marks, compact }: ProjectCluster): LabelMark[] {
	const { width, height } = sizeOf(label, marks.length, compact);
	const steps = (length: number): number[] => Array.from({ length: Math.max(1, Math.ceil(length / room)) }, (_, index, all = Math.max(1, Math.ceil(length / room))) => (all === 1 ? 0 : (index / (all - 1) - 0.5) * (length - room)));
	return steps(width).flatMap((x) => steps(height).map((y): LabelMark => ({ position, text: '', style: 'guard', offset: [offset[0] + x, offset[1] + y], order: 0, size: room / 14 })));
}
