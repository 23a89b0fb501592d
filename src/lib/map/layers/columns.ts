import '../../i18n/rooms/themes.ts';
import { ColumnLayer, PathLayer } from '@deck.gl/layers';
import { formatNumber } from '../../i18n/index.ts';
import { defineLayer } from '../layer.ts';
import type { LabelMark } from '../layer.ts';
import { rgba } from '../palette.ts';
import type { ColumnMark, Position } from '../scene.ts';

/** px that the greatest column is high, and that each is wide. */
const height = 150;
const width = 18;
const metresPerDegree = 111_195;
const metresPerPixel = (zoom: number): number => (40_075_016.686 * Math.cos((31.05 * Math.PI) / 180)) / (512 * 2 ** zoom);

/**
 * Columns for a briefing; where motion is reduced they lie flat, to the north of their place. Only faces towards the camera are drawn, farther
 * columns first, so that no depth is shared with the basemap.
 */
export default defineLayer<ColumnMark>({
	id: 'columns', stack: 'record', order: 40, title: 'layer.columns', always: true,
	legend: [],
	pick: (mark) => `place:${mark.place}`,
	render(scene, shared) {
		if (!scene.columns || scene.columns.greatest <= 0) return [];
		const { marks, greatest, isFlat } = scene.columns;
		const metres = ({ value }: ColumnMark): number => (height * metresPerPixel(scene.zoom) * value) / greatest;
		const trigger = [scene.zoom, greatest];
		if (isFlat) {
			const path = (mark: ColumnMark): Position[] => [mark.position, [mark.position[0], mark.position[1] + metres(mark) / metresPerDegree]];
			const bars = { data: marks, getPath: path, widthUnits: 'pixels' as const, updateTriggers: { getPath: trigger } };
			return [
				new PathLayer<ColumnMark>({ ...shared.part('cases'), ...bars, getWidth: width + 2, getColor: rgba(shared.palette.halo) }),
				new PathLayer<ColumnMark>({ ...shared.part('bars', true), ...bars, getWidth: width, getColor: rgba(shared.palette.column) })
			];
		}
		return [new ColumnLayer<ColumnMark>({
			...shared.part('columns', true), data: marks, getPosition: (mark) => mark.position, getElevation: metres, extruded: true, diskResolution: 4, angle: 45, radius: width * 0.7 * metresPerPixel(scene.zoom), radiusUnits: 'meters',
			getFillColor: rgba(shared.palette.column), material: { ambient: 0.6, diffuse: 0.6, shininess: 8, specularColor: [30, 30, 30] }, parameters: { depthWriteEnabled: false, depthCompare: 'always', cullMode: 'back' }, updateTriggers: { getElevation: trigger }
		})];
	},
	labels: (scene) => (scene.columns?.marks ?? []).flatMap((mark): LabelMark[] => {
		// What a column covers on screen, leaning or lying: names keep clear of it.
		const rise = (height * mark.value * (scene.columns!.isFlat ? 1 : 0.65)) / scene.columns!.greatest;
		const guards = Array.from({ length: Math.ceil(rise / 22) }, (_, i): LabelMark => ({ position: mark.position, text: '', style: 'guard', offset: [0, -i * 22 - 8], order: 0, size: 1.6 }));
		return [...guards, { position: mark.position, text: formatNumber(Math.round(mark.value * 10) / 10), style: 'count', offset: [0, 12], order: 0 }];
	})
});
