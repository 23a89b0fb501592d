import { IconLayer, ScatterplotLayer } from '@deck.gl/layers';
import { splitRef } from '../../domain/dataset.ts';
import { cell, markIcon } from '../icon-sheet.ts';
import { defineLayer } from '../layer.ts';
import { rgba } from '../palette.ts';
import { runsOf } from '../runs.ts';
import type { ProjectMark, Scene, Shape } from '../scene.ts';
import { drawStrokes } from '../strokes.ts';
import type { StrokedPiece } from '../strokes.ts';

const lineKinds = ['river', 'rail', 'road', 'waterway', 'water', 'district', 'site'] as const;
const shapesOf = (scene: Scene, place: string): Shape[] => lineKinds.flatMap((layer) => scene.shapes[layer].filter((shape) => shape.place === place));

/** Wide areas lie under every pointer; their edge only hints. */
const boundaryKinds = new Set(['zone', 'district']);

/** The hovered record, in map and list together: its sign grows, its line or edge darkens. No colour of its own. */
export default defineLayer({
	id: 'hover', stack: 'focus', order: 20, title: 'layer.hover', always: true, legend: [],
	render(scene, shared) {
		if (!scene.hover) return [];
		const [kind, id] = splitRef(scene.hover);
		if (kind === 'project') {
			const marks = scene.projects.filter((mark) => mark.id === id);
			return [new IconLayer<ProjectMark>({
				...shared.part('sign'), data: marks, iconAtlas: shared.sheet.image as never, iconMapping: shared.sheet.mapping, getSize: cell * 1.25, sizeUnits: 'pixels',
				getIcon: (mark) => markIcon(mark.kind, mark.status), getPosition: (mark) => mark.position, getPixelOffset: (mark) => mark.offset
			})];
		}
		if (kind !== 'place') return [];
		const shapes = shapesOf(scene, id);
		const edges = shapes.flatMap((shape) => runsOf(shape).map((path): StrokedPiece => ({ shape, path, stroke: { ink: 'ink700', ...(boundaryKinds.has(shape.kind) ? { width: 1.2, opacity: 0.55 } : { width: 1.6 }) } })));
		const points = ['town', 'station', 'site'].flatMap((layer) => scene.shapes[layer as 'town'].filter((shape) => shape.place === id && shape.geometry.type === 'Point'));
		return [
			drawStrokes(edges, scene.zoom, shared, 'edges'),
			new ScatterplotLayer<Shape>({ ...shared.part('points'), data: points, getPosition: (shape) => shape.at, getRadius: 7, radiusUnits: 'pixels', filled: false, stroked: true, getLineWidth: 1.6, lineWidthUnits: 'pixels', getLineColor: rgba(shared.palette.ink700), antialiasing: true })
		];
	}
});
