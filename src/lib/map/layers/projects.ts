import { IconLayer } from '@deck.gl/layers';
import { cell, markIcon } from '../icon-sheet.ts';
import { defineLayer, remember } from '../layer.ts';
import { kindEntry, recordEntries } from '../legend.ts';
import { projectKinds } from '../../domain/vocabulary.ts';
import type { ProjectMark } from '../scene.ts';

const split = remember((marks: ProjectMark[]) => {
	const inside = marks.filter((mark) => mark.matches);
	const feet = new Map(inside.filter((mark) => mark.offset[1] < 0).map((mark) => [`${mark.position.join()}${mark.located}`, mark]));
	return { inside, outside: marks.filter((mark) => !mark.matches), feet: [...feet.values()] };
});

/** Names appear where single projects have room. */
const namesFrom = 11.5;

export default defineLayer<ProjectMark>({
	id: 'projects', stack: 'record', order: 10, title: 'layer.projects',
	legend: [...projectKinds.map(kindEntry), recordEntries.located, recordEntries.outside],
	pick: (mark) => `project:${mark.id}`,
	render(scene, shared) {
		const { inside, outside, feet } = split(scene.projects);
		const icons = { iconAtlas: shared.sheet.image as never, iconMapping: shared.sheet.mapping, getSize: cell, sizeUnits: 'pixels' as const, getPosition: (mark: ProjectMark) => mark.position };
		return [
			new IconLayer<ProjectMark>({ ...shared.part('outside', true), ...icons, data: outside, getIcon: () => 'outside', getPixelOffset: (mark) => mark.offset }),
			new IconLayer<ProjectMark>({ ...shared.part('feet'), ...icons, data: feet, getIcon: (mark) => `foot-${mark.located}` }),
			new IconLayer<ProjectMark>({ ...shared.part('signs', true), ...icons, data: inside, getIcon: (mark) => markIcon(mark.kind, mark.status), getPixelOffset: (mark) => mark.offset })
		];
	},
	labels: (scene) => scene.projects.filter((mark) => mark.matches).flatMap((mark) => [
		{ position: mark.position, text: '', style: 'guard' as const, offset: mark.offset, order: 0 },
		...(scene.zoom >= namesFrom ? [{ position: mark.position, text: mark.name, style: 'name' as const, offset: [mark.offset[0], mark.offset[1] + 9] as [number, number], order: 3 }] : [])
	])
});
