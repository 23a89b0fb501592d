import '../../i18n/rooms/themes.ts';
import { PathLayer, PolygonLayer } from '@deck.gl/layers';
import type { Layer } from '@deck.gl/core';
import { areasOf } from '../areas.ts';
import type { Area } from '../areas.ts';
import { hatchOf } from '../hatch.ts';
import { defineLayer, remember } from '../layer.ts';
import { rgba } from '../palette.ts';
import type { Choropleth, Position, Shapes } from '../scene.ts';
import { classInks } from '../theme-legend.ts';

interface Drawn {
	filled: (Area & { class: number })[];
	empty: Area[];
}
const drawnOf = remember((_choropleth: Choropleth) => new WeakMap<Shapes['district'], Drawn>());
function drawnFor(choropleth: Choropleth, shapes: Shapes['district']): Drawn {
	const known = drawnOf(choropleth).get(shapes);
	if (known) return known;
	const classes = new Map(choropleth.areas.map((area) => [area.district, area.class]));
	const areas = areasOf(shapes).filter(({ shape }) => shape.kind === 'district' && classes.has(shape.place));
	const drawn: Drawn = {
		filled: areas.flatMap((area) => { const found = classes.get(area.shape.place); return found === null || found === undefined ? [] : [{ ...area, class: found }]; }),
		empty: areas.filter(({ shape }) => classes.get(shape.place) === null)
	};
	drawnOf(choropleth).set(shapes, drawn);
	return drawn;
}

/** About 9 px between lines at the zoom, in degrees. */
const spacingAt = (zoom: number): number => (9 * 360) / (512 * 2 ** Math.min(12, Math.floor(zoom)));

/** Districts by a series, below the water. Switched by `theme=` alone: a second switch in `layers=` could contradict it. */
export default defineLayer({
	id: 'choropleth', stack: 'ground', title: 'layer.choropleth', always: true,
	legend: [],
	render(scene, shared): Layer[] {
		if (!scene.choropleth) return [];
		const { filled, empty } = drawnFor(scene.choropleth, scene.shapes.district);
		const inks = classInks(scene.choropleth.breaks.length);
		const runs = empty.flatMap(({ rings }) => hatchOf(rings, spacingAt(scene.zoom)));
		return [
			new PolygonLayer<Area & { class: number }>({ ...shared.part('classes'), data: filled, getPolygon: ({ rings }) => rings, filled: true, stroked: false, getFillColor: (area) => rgba(shared.palette[inks[area.class]!]), updateTriggers: { getFillColor: [shared.palette, scene.choropleth] } }),
			new PathLayer<[Position, Position]>({ ...shared.part('no-data'), data: runs, getPath: (run) => run, getWidth: 1, widthUnits: 'pixels', getColor: rgba(shared.palette.ink400, 0.55) })
		];
	}
});
