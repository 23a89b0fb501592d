import '../../i18n/rooms/themes.ts';
import { ScatterplotLayer } from '@deck.gl/layers';
import { defineLayer, remember } from '../layer.ts';
import type { LabelMark } from '../layer.ts';
import { rgba } from '../palette.ts';
import type { AmountMark, Amounts } from '../scene.ts';
import { radiusOf } from '../theme-scene.ts';

const split = remember(({ marks }: Amounts) => ({ circles: marks.filter(({ value }) => value !== null), dots: marks.filter(({ value }) => value === null) }));

/** px radius from which a circle is named. */
const namedFrom = 9;

/** Projects as circles, area in proportion to the published figure; those without one are small hollow dots. Switched by `amount=`. */
export default defineLayer<AmountMark>({
	id: 'amounts', stack: 'record', order: 30, title: 'layer.amounts', always: true,
	legend: [],
	pick: (mark) => `project:${mark.id}`,
	render(scene, shared) {
		if (!scene.amounts) return [];
		const { greatest } = scene.amounts;
		const { circles, dots } = split(scene.amounts);
		const look = { radiusUnits: 'pixels' as const, lineWidthUnits: 'pixels' as const, filled: true, stroked: true, antialiasing: true, getPosition: (mark: AmountMark) => mark.position };
		return [
			new ScatterplotLayer<AmountMark>({ ...shared.part('dots', true), ...look, data: dots, getRadius: 3.4, getFillColor: rgba(shared.palette.paper), getLineColor: rgba(shared.palette.amount), getLineWidth: 1.2 }),
			new ScatterplotLayer<AmountMark>({ ...shared.part('edges'), ...look, filled: false, data: circles, getRadius: (mark) => radiusOf(mark.value!, greatest) + 1, getLineColor: rgba(shared.palette.halo), getLineWidth: 1.5, updateTriggers: { getRadius: greatest } }),
			new ScatterplotLayer<AmountMark>({
				...shared.part('circles', true), ...look, data: circles, getRadius: (mark) => radiusOf(mark.value!, greatest), getLineWidth: 1.2, getLineColor: rgba(shared.palette.amount),
				getFillColor: (mark) => (mark.isFilled ? rgba(shared.palette.amount, 0.55) : rgba(shared.palette.paper, 0.35)), updateTriggers: { getRadius: greatest }
			})
		];
	},
	labels: (scene) => (scene.amounts?.marks ?? []).flatMap((mark): LabelMark[] => {
		const radius = mark.value === null ? 3 : radiusOf(mark.value, scene.amounts!.greatest);
		return [
			{ position: mark.position, text: '', style: 'guard', order: 0, size: radius / 7 },
			...(radius >= namedFrom ? [{ position: mark.position, text: mark.name, style: 'name' as const, offset: [0, radius + 4] as [number, number], order: 1 }] : [])
		];
	})
});
