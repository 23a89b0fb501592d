/** Lines of the map as deck paths: one layer for each pass of strokes, whatever the kinds, so that casing never covers another line's fill. */
import { PathStyleExtension } from '@deck.gl/extensions';
import type { PathStyleExtensionProps } from '@deck.gl/extensions';
import { PathLayer } from '@deck.gl/layers';
import type { Layer } from '@deck.gl/core';
import { simplify } from '@turf/turf';
import type { Shape } from '../domain/shape.ts';
import { remember } from './layer.ts';
import type { Shared } from './layer.ts';
import { rgba, scaleAt } from './palette.ts';
import { runsOf } from './runs.ts';
import type { Position } from './scene.ts';
import { signOf, strokesOf } from './signs.ts';
import type { Stroke } from './signs.ts';

/** One unbroken run of positions. */
export interface Piece {
	shape: Shape;
	path: Position[];
}
export interface StrokedPiece extends Piece {
	stroke: Stroke;
}

export const dashes = new PathStyleExtension({ dash: true, highPrecisionDash: true });

export const piecesOf = remember((shapes: readonly Shape[]): Piece[] => shapes.flatMap((shape) => runsOf(shape).map((path) => ({ shape, path }))));

const passes = ['0', '1', '2', 'beads'] as const;
const passesOf = remember((shapes: readonly Shape[]): Map<string, StrokedPiece[]> => {
	const found = new Map<string, StrokedPiece[]>();
	for (const piece of piecesOf(shapes)) {
		strokesOf(signOf(piece.shape)).forEach((stroke, index) => {
			const pass = stroke.round ? 'beads' : String(index);
			const list = found.get(pass);
			if (list) list.push({ ...piece, stroke });
			else found.set(pass, [{ ...piece, stroke }]);
		});
	}
	return found;
});

/** Half a px on the small map: fewer bends, the same picture, half the work. */
const coarseOf = remember((shapes: readonly Shape[]): Shape[] => shapes.map((shape) => ({ ...shape, geometry: simplify(shape.geometry, { tolerance: 0.0005 }) })));
const coarseUntil = 10.5;

/** From here on only measured lines keep their weight. */
const fadesFrom = 13;

/** Lines drawn by their signs. Schematic ones fade where the zoom would promise more than they know. */
export function drawLines(shapes: readonly Shape[], zoom: number, shared: Shared): Layer[] {
	const found = passesOf(zoom < coarseUntil ? coarseOf(shapes) : shapes);
	const faded = zoom >= fadesFrom;
	return passes.filter((pass) => found.has(pass)).map((pass, index) => drawStrokes(found.get(pass)!, zoom, shared, `pass-${pass}`, {
		pickable: index === 0, round: pass === 'beads',
		fade: (shape) => (faded && (shape.accuracy === 'schematic' || shape.accuracy === 'symbolic') ? 0.4 : shape.context ? 0.6 : 1), trigger: faded
	}));
}

interface StrokeOptions {
	pickable?: boolean;
	round?: boolean;
	fade?: (shape: Shape) => number;
	trigger?: unknown;
}

export function drawStrokes(data: readonly StrokedPiece[], zoom: number, shared: Shared, name: string, { pickable = false, round = false, fade = () => 1, trigger }: StrokeOptions = {}): Layer {
	return new PathLayer<StrokedPiece, PathStyleExtensionProps<StrokedPiece>>({
		...shared.part(name, pickable), data: data as StrokedPiece[],
		getPath: (piece) => piece.path, getWidth: (piece) => piece.stroke.width,
		getColor: (piece) => rgba(shared.palette[piece.stroke.ink], (piece.stroke.opacity ?? 1) * fade(piece.shape)),
		getDashArray: (piece) => piece.stroke.dash ?? [0, 0],
		widthUnits: 'pixels', widthScale: scaleAt(zoom), capRounded: round, jointRounded: true, antialiasing: true, dashUnits: 'pixels', dashGapPickable: true,
		extensions: [dashes], updateTriggers: { getColor: [shared.palette, trigger] }
	});
}
