/**
 * The ground of a question on the map, in the one tone of what is asked and selected: a faint area with a dotted edge, a line, a ring; arrows along
 * lines whose flow is known. Each is computed once for a question. A selected line is wider and keeps its own colour inside.
 */
import { PolygonLayer, ScatterplotLayer } from '@deck.gl/layers';
import type { Layer } from '@deck.gl/core';
import { decidesSpace } from '../domain/vocabulary.ts';
import { positionAt, toRun } from '../geo/chainage.ts';
import { toMetres, toPosition } from '../geo/planar.ts';
import type { Asked } from '../query/space/asked.ts';
import { bandAround } from './band-around.ts';
import { remember } from './layer.ts';
import type { LabelMark, Shared } from './layer.ts';
import { rgba, scaleAt } from './palette.ts';
import type { Position, Scene, Shape, Shapes } from './scene.ts';
import type { Stroke } from './signs.ts';
import { drawStrokes } from './strokes.ts';
import type { StrokedPiece } from './strokes.ts';

const nowhere = {} as Shape;
const piece = (path: Position[], stroke: Stroke): StrokedPiece => ({ shape: nowhere, path, stroke });
const edge = (path: Position[], width: number): StrokedPiece => piece(path, { ink: 'selected', width, dash: [2, 3], opacity: 0.7 });

interface Areas {
	area: Position[][][];
	edges: StrokedPiece[];
}
const bandsOf = remember((_shapes: Shapes) => new Map<string, Areas>());
/** Bands around places, and what a planner drew; that line stands out from one that is computed. */
function scopeAreas({ shapes, scope }: Scene): Areas {
	if (!scope) return { area: [], edges: [] };
	const key = JSON.stringify(scope);
	const found = bandsOf(shapes).get(key);
	if (found) return found;
	const near = (places: readonly string[]) => Object.values(shapes).flat().filter((shape) => places.includes(shape.place) && shape.role !== 'axis' && decidesSpace(shape.accuracy)).map(({ geometry }) => geometry);
	const around = scope.around.flatMap(({ places, withinM }) => bandAround(near(places), withinM));
	const drawn = scope.drawn.map((ring) => [[...ring, ring[0]!]]);
	const made = { area: [...around, ...drawn], edges: [...around.flat().map((path) => edge(path, 0.9)), ...drawn.flat().map((path) => edge(path, 1.8))] };
	bandsOf(shapes).set(key, made);
	return made;
}
/** Areas as they stand are told by their edge, so that the waters in them keep their colour; only bands are tinted. */
const askedAreas = remember(({ areas, around }: Asked): Areas => {
	const area = around.flatMap(({ geometries, withinM, side }) => bandAround(geometries, withinM, side));
	return { area, edges: [...(areas as Position[][][]).flat().map((path) => edge(path, 1.8)), ...area.flat().map((path) => edge(path, 0.9))] };
});
const allAreas = remember((asked: readonly Asked[]): Areas => ({ area: asked.flatMap((one) => askedAreas(one).area), edges: asked.flatMap((one) => askedAreas(one).edges) }));

export function drawAreas(scene: Scene, shared: Shared): Layer[] {
	return Object.entries({ '': scopeAreas(scene), 'asked-': allAreas(scene.asked) }).filter(([, { edges }]) => edges.length > 0).flatMap(([name, { area, edges }]) => [
		new PolygonLayer<Position[][]>({ ...shared.part(`${name}area`), data: area, getPolygon: (rings) => rings, filled: true, stroked: false, getFillColor: rgba(shared.palette.selected, 0.055) }),
		drawStrokes(edges, scene.zoom, shared, `${name}edge`)
	]);
}

/** px between arrows on the map, and from their middle to their tip. */
const [arrowEvery, arrowReach] = [110, 4];
const metresPerPixel = (zoom: number): number => (40_075_017 * Math.cos((31 * Math.PI) / 180)) / (512 * 2 ** zoom);

/** Open arrow heads along a path, as wide as lines are at this zoom. */
function arrowsOn(path: Position[], zoom: number): Position[][] {
	const run = toRun(path);
	const stepKm = (arrowEvery * metresPerPixel(zoom)) / 1000;
	const reach = arrowReach * scaleAt(zoom) * metresPerPixel(zoom);
	const arrows = Math.max(1, Math.floor(run.lengthKm / stepKm));
	return Array.from({ length: arrows }, (_, i): Position[] => {
		const km = ((i + 0.5) / arrows) * run.lengthKm;
		const [x1, y1] = toMetres(positionAt(run, Math.max(0, km - reach / 1000)));
		const [x2, y2] = toMetres(positionAt(run, Math.min(run.lengthKm, km + reach / 1000)));
		const metres = Math.hypot(x2 - x1, y2 - y1) || 1;
		const [ux, uy] = [((x2 - x1) / metres) * reach, ((y2 - y1) / metres) * reach];
		const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
		return [toPosition([x - ux - uy, y - uy + ux]), toPosition([x + ux, y + uy]), toPosition([x - ux + uy, y - uy - ux])];
	});
}

/** Where points are asked about, the line is only what they lie on. */
const [strong, thin] = [{ width: 2.6 }, { width: 1.3, opacity: 0.75 }];
const linesOf = remember((asked: readonly Asked[]): StrokedPiece[] => asked.flatMap(({ lines, sign }) => lines.map(({ path, isSchematic }) => piece(path as Position[], { ink: 'selected', ...(sign === 'point' ? thin : strong), ...(isSchematic && { dash: [8, 3] as const }) }))));
const arrowsOf = remember((_asked: readonly Asked[]) => new Map<number, { halos: StrokedPiece[]; heads: StrokedPiece[] }>());
function arrowsAt(asked: readonly Asked[], zoom: number): { halos: StrokedPiece[]; heads: StrokedPiece[] } {
	const known = arrowsOf(asked).get(zoom);
	if (known) return known;
	const heads = asked.flatMap(({ lines }) => lines.filter(({ flows }) => flows).flatMap(({ path }) => arrowsOn(path as Position[], zoom)));
	const made = { halos: heads.map((path) => piece(path, { ink: 'paper', width: 4.6 })), heads: heads.map((path) => piece(path, { ink: 'selected', width: 2 })) };
	arrowsOf(asked).set(zoom, made);
	return made;
}
const spotsOf = remember((asked: readonly Asked[]): Position[] => asked.flatMap(({ spots }) => spots as Position[]));

export function drawAskedLines({ asked, zoom }: Scene, shared: Shared): Layer[] {
	const [lines, { halos, heads }, spots] = [linesOf(asked), arrowsAt(asked, zoom), spotsOf(asked)];
	const drawn: Layer[] = lines.length > 0 ? [drawStrokes(lines, zoom, shared, 'lines')] : [];
	if (heads.length > 0) drawn.push(drawStrokes(halos, zoom, shared, 'arrow-halos'), drawStrokes(heads, zoom, shared, 'arrows'));
	if (spots.length > 0) drawn.push(new ScatterplotLayer<Position>({
		...shared.part('spots'), data: spots, getPosition: (at) => at, getRadius: 3.6, radiusUnits: 'pixels', getLineWidth: 1.8, lineWidthUnits: 'pixels', stroked: true, filled: true, antialiasing: true,
		getFillColor: rgba(shared.palette.paper), getLineColor: rgba(shared.palette.selected)
	}));
	return drawn;
}

/** The name of a ring stands under it, however many lines it takes; else in the middle of its spot. */
export const askedLabels = ({ asked }: Scene): LabelMark[] => asked.flatMap(({ labels, spots }) => labels.map(({ at, text }): LabelMark => ({ position: at as Position, text, style: 'name', offset: [0, spots.some((spot) => spot.join() === at.join()) ? 7 : -6], order: 0 })));
