import { IconLayer } from '@deck.gl/layers';
import { cell } from '../icon-sheet.ts';
import type { ExtraIcon } from '../icon-sheet.ts';
import { defineLayer, remember } from '../layer.ts';
import { recordEntries } from '../legend.ts';
import { scaleAt } from '../palette.ts';
import type { Shape, Shapes } from '../scene.ts';

const iconOf = (shape: Shape): ExtraIcon => (shape.mode === 'metro' || shape.rank >= 4 ? 'stop' : shape.status === undefined || shape.status === 'open' ? 'station' : 'station-planned');

/** Interchanges would crowd the small map. */
const stopsOf = remember((stations: Shapes['station']) => stations.filter((shape) => shape.kind === 'station'));

export default defineLayer<Shape>({
	id: 'stations', stack: 'corridor', order: 50, title: 'layer.stations', base: ['station-name', 'station-name-small'],
	legend: [recordEntries.station],
	pick: (shape) => `place:${shape.place}`,
	render: (scene, shared) => (scene.zoom < 9 ? [] : [new IconLayer<Shape>({
		...shared.part('signs', true), data: scene.zoom < 11 ? stopsOf(scene.shapes.station) : scene.shapes.station, iconAtlas: shared.sheet.image as never, iconMapping: shared.sheet.mapping,
		getIcon: iconOf, getPosition: (shape) => shape.at, getSize: cell, sizeUnits: 'pixels', sizeScale: Math.max(0.8, scaleAt(scene.zoom) * 0.9)
	})])
});
