/** What of the geometry is lit up, and how: lines get a vermilion casing, areas a vermilion edge, points a ring; readings stay in dashed ink. */
import type { Basis } from '../domain/vocabulary.ts';
import { runsOf } from './runs.ts';
import type { Scene, Shape } from './scene.ts';
import type { Stroke } from './signs.ts';
import type { StrokedPiece } from './strokes.ts';

export interface FocusParts {
	/** Wide paper edge around lit lines. */
	halos: StrokedPiece[];
	casings: StrokedPiece[];
	fills: StrokedPiece[];
	rings: { shape: Shape; basis: Basis }[];
	/** Lit areas small enough to be lifted out of a wash over the rest. */
	areas: Shape[];
}

const lineLayers = ['river', 'rail', 'road', 'waterway'] as const;
const isArea = (shape: Shape): boolean => shape.geometry.type.endsWith('Polygon');
const isDrafted = (shape: Shape): boolean => shape.accuracy === 'schematic' || shape.accuracy === 'symbolic';
const boundaryKinds = new Set(['zone', 'district', 'province', 'town']);

export function toFocusParts(scene: Scene): FocusParts {
	const parts: FocusParts = { halos: [], casings: [], fills: [], rings: [], areas: [] };
	const add = (list: StrokedPiece[], shape: Shape, stroke: Stroke): void => runsOf(shape).forEach((path) => list.push({ shape, path, stroke }));
	const hasLine = new Set<string>();
	for (const layer of lineLayers) {
		for (const shape of scene.shapes[layer]) {
			const basis = scene.focus.get(shape.place);
			if (!basis) continue;
			hasLine.add(shape.place);
			if (basis === 'inferred') {
				add(parts.casings, shape, { ink: 'ink700', width: 1.4, dash: [4, 3] });
				continue;
			}
			const dash = isDrafted(shape) ? ([8, 3] as const) : undefined;
			add(parts.halos, shape, { ink: 'paper', width: 10, opacity: 0.8 });
			add(parts.casings, shape, { ink: 'selected', width: 7, dash });
			add(parts.fills, shape, { ink: layer === 'river' || layer === 'waterway' ? 'water' : 'paper', width: 3.8 });
			if (layer === 'rail') add(parts.fills, shape, { ink: 'rail', width: 2 });
			if (layer === 'road') add(parts.fills, shape, { ink: 'roadFill', width: 2 });
		}
	}
	for (const layer of ['district', 'town', 'water', 'site', 'station'] as const) {
		for (const shape of scene.shapes[layer]) {
			const basis = scene.focus.get(shape.place);
			if (!basis || (hasLine.has(shape.place) && shape.role === 'area')) continue;
			if (!isArea(shape)) {
				if (shape.geometry.type === 'Point') parts.rings.push({ shape, basis });
				continue;
			}
			// A whole zone that a clause merely covers is told by its edge; many lit boundaries would hide what they bound.
			const wide = boundaryKinds.has(shape.kind);
			if (basis === 'inferred') add(parts.casings, shape, { ink: 'ink700', width: 1.2, dash: [4, 3] });
			else add(parts.casings, shape, { ink: 'selected', width: basis === 'area-wide' ? 1.6 : 2.2, dash: basis === 'area-wide' ? [9, 4] : shape.accuracy === 'symbolic' ? [2, 3] : undefined });
			if (!wide) parts.areas.push(shape);
		}
	}
	return parts;
}
