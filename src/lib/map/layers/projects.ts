import { IconLayer } from '@deck.gl/layers';
import { cell, markIcon } from '../icon-sheet.ts';
import { areSignsReplaced, defineLayer, quietBehindArcs, remember } from '../layer.ts';
import { kindEntry, recordEntries } from '../legend.ts';
import { projectKinds } from '../../domain/vocabulary.ts';
import type { Position, ProjectMark } from '../scene.ts';

const split = remember((marks: ProjectMark[]) => {
	const inside = marks.filter((mark) => mark.matches);
	const led = inside.filter((mark) => mark.offset.some((px) => px !== 0));
	const groups = new Map<string, ProjectMark[]>();
	for (const mark of led) groups.set(mark.position.join(), [...(groups.get(mark.position.join()) ?? []), mark]);
	return { inside, outside: marks.filter((mark) => !mark.matches), feet: [...groups.values()].map(toFoot) };
});

interface Foot {
	position: Position;
	located: ProjectMark['located'];
	/** Degrees counter-clockwise from a leader that points up. */
	angle: number;
}
/** The leader points to the side where the signs of the group stand. */
function toFoot(marks: ProjectMark[]): Foot {
	const [x, y] = [0, 1].map((axis) => marks.reduce((sum, mark) => sum + mark.offset[axis]!, 0)) as [number, number];
	const angle = Math.abs(x) > Math.abs(y) ? (x > 0 ? -90 : 90) : y > 0 ? 180 : 0;
	return { position: marks[0]!.position, located: marks[0]!.located, angle };
}

/** Names appear where single projects have room. */
const namesFrom = 11.5;

export default defineLayer<ProjectMark>({
	id: 'projects', stack: 'record', order: 10, title: 'layer.projects',
	legend: [...projectKinds.map(kindEntry), recordEntries.located, recordEntries.outside],
	pick: (mark) => `project:${mark.id}`,
	render(scene, full) {
		if (areSignsReplaced(scene)) return [];
		const shared = quietBehindArcs(scene, full);
		const { inside, outside, feet } = split(scene.projects);
		const icons = { iconAtlas: shared.sheet.image as never, iconMapping: shared.sheet.mapping, getSize: cell, sizeUnits: 'pixels' as const };
		return [
			new IconLayer<ProjectMark>({ ...shared.part('outside', true), ...icons, data: outside, getPosition: (mark) => mark.position, getIcon: () => 'outside', getPixelOffset: (mark) => mark.offset }),
			new IconLayer<Foot>({ ...shared.part('feet'), ...icons, data: feet, getPosition: (foot) => foot.position, getIcon: (foot) => `foot-${foot.located}`, getAngle: (foot) => foot.angle }),
			new IconLayer<ProjectMark>({ ...shared.part('signs', true), ...icons, data: inside, getPosition: (mark) => mark.position, getIcon: (mark) => markIcon(mark.kind, mark.status), getPixelOffset: (mark) => mark.offset })
		];
	},
	labels: (scene) => (areSignsReplaced(scene) ? [] : scene.projects.filter((mark) => mark.matches).flatMap((mark) => [
		{ position: mark.position, text: '', style: 'guard' as const, offset: mark.offset, order: 0 },
		...(scene.zoom >= namesFrom ? [{ position: mark.position, text: mark.name, style: 'name' as const, offset: [mark.offset[0], mark.offset[1] + 9] as [number, number], order: 3 }] : [])
	]))
});
