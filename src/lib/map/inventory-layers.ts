/** Plugged-in layers as deck draws them, from the arrays of their worker. Loaded with the first of them; areas and lines lie with the corridors, points with the records. */
import type { Layer, PickingInfo } from '@deck.gl/core';
import type { PathStyleExtensionProps } from '@deck.gl/extensions';
import { PathLayer, ScatterplotLayer, SolidPolygonLayer } from '@deck.gl/layers';
import type { Geometry, Position } from 'geojson';
import type { Ref } from '../domain/dataset.ts';
import type { AssetAnswer } from '../domain/inventory-question.ts';
import type { ShownLayer } from '../domain/packed-layers.ts';
import { assetRef, inventoryLayerId, inventoryOf } from '../query/inventory-id.ts';
import { areaAttributes, pathAttributes, pointAttributes } from './columns-data.ts';
import type { Drawing, PathData, PointData } from './columns-data.ts';
import { inkOf, otherInk } from './inventory-ink.ts';
import { slotOf } from './layer.ts';
import { palettes, rgba } from './palette.ts';
import type { Theme } from './palette.ts';
import { dashes } from './strokes.ts';

export interface DrawnInventory {
	layer: ShownLayer;
	opacity: number;
	answer: AssetAnswer<Drawing>;
}
export interface Inventories {
	/** Bottom to top. */
	drawn: readonly DrawnInventory[];
	/** Geometry of the selected asset. */
	focus: Geometry | null;
}

const flat = { depthWriteEnabled: false, depthCompare: 'always' } as const;
const part = (id: string, name: string, stack: 'corridor' | 'record' | 'focus', opacity: number, isPicked: boolean) => ({ id: `${id}:${name}`, beforeId: slotOf(stack), opacity, pickable: isPicked, parameters: flat });
/** Areas let the ground through. */
const fillOpacity = 0.28;

/** `partsOf`: how many parts of a layer are drawn, for one that comes step by step. */
export function inventoryLayers({ drawn, focus }: Inventories, theme: Theme, partsOf: (id: string) => number = () => Infinity): Layer[] {
	return [...drawn.flatMap((one) => layersOf(one, theme).slice(0, partsOf(one.layer.id))), ...(focus ? focusLayers(focus, theme) : [])];
}

/** Most parts that a layer has: areas, their outlines, lines, points, and what is hollow. */
export const mostParts = 6;
/** Objects above which the graphics card is not given all parts of a layer in one frame. */
const mostAtOnce = 5000;
/** Layers that were not drawn before and are large. */
export function largeNewcomers(before: Inventories | null, { drawn }: Inventories): string[] {
	const sizeOf = ({ answer: { drawing } }: DrawnInventory) => Object.values(drawing).reduce((sum, { length }) => sum + length, 0);
	return drawn.filter((one) => sizeOf(one) > mostAtOnce && !before?.drawn.some(({ layer }) => layer.id === one.layer.id)).map(({ layer }) => layer.id);
}

/** deck takes another `data` for other data and cuts all of it anew; under the pointer the answer is the same one. */
const painted = new WeakMap<AssetAnswer<Drawing>, ReturnType<typeof paint>>();
function paint({ drawing: { points, lines, areas, outlines }, colours }: AssetAnswer<Drawing>) {
	const withColour = <Data extends { attributes: object }>(data: Data, name: string, value: Uint8Array | undefined) => ({ ...data, attributes: { ...data.attributes, ...(value ? { [name]: { value, size: 4, normalized: true } } : {}) } }) as never;
	return {
		points: withColour(pointAttributes(points), 'getFillColor', colours?.points), lines: withColour(pathAttributes(lines), 'getColor', colours?.lines),
		areas: withColour(areaAttributes(areas), 'getFillColor', colours?.areas), outlines: withColour(pathAttributes(outlines), 'getColor', colours?.outlines),
		hollowPoints: hollowOf(points, colours?.points), hollowPaths: [...hollowOf(lines, colours?.lines), ...hollowOf(outlines, colours?.outlines)]
	};
}

/** Positions of what has no data in the column that colours rows: it is outlined, dashed where it is a line, and never filled. */
function hollowOf(data: PointData | PathData, colours: Uint8Array | undefined): Float64Array[] {
	if (!colours) return [];
	const start = (i: number): number => ('startIndices' in data ? data.startIndices[i]! : i);
	return Array.from({ length: data.length }, (_, i) => i).filter((i) => colours[4 * start(i) + 3] === 0).map((i) => data.positions.subarray(2 * start(i), 2 * start(i + 1)));
}

function layersOf({ layer, opacity, answer }: DrawnInventory, theme: Theme): Layer[] {
	const id = inventoryLayerId(layer.id);
	const [ink, grey] = [rgba(inkOf(layer.style, theme)), rgba(otherInk[theme])];
	const { points, lines, areas, outlines } = answer.drawing;
	const data = painted.get(answer) ?? paint(answer);
	painted.set(answer, data);
	return [
		...(areas.length > 0 ? [new SolidPolygonLayer({ ...part(id, 'areas', 'corridor', opacity * fillOpacity, true), data: data.areas, _normalize: false, positionFormat: 'XY', getFillColor: ink })] : []),
		...(outlines.length > 0 ? [new PathLayer({ ...part(id, 'outlines', 'corridor', opacity, false), data: data.outlines, _pathType: 'open', positionFormat: 'XY', getColor: ink, getWidth: 1.4, widthUnits: 'pixels' })] : []),
		...(lines.length > 0 ? [new PathLayer({ ...part(id, 'lines', 'corridor', opacity, true), data: data.lines, _pathType: 'open', positionFormat: 'XY', getColor: ink, getWidth: layer.style.widthPx ?? 2.2, widthUnits: 'pixels', capRounded: true, jointRounded: true })] : []),
		...(points.length > 0 ? [new ScatterplotLayer({ ...part(id, 'points', 'record', opacity, true), data: data.points, positionFormat: 'XY', getFillColor: ink, getLineColor: rgba(palettes[theme].halo), stroked: points.length <= 20_000, lineWidthUnits: 'pixels', getLineWidth: 1, radiusUnits: 'pixels', getRadius: layer.style.radiusPx ?? (points.length > 20_000 ? 2.5 : 4.5) })] : []),
		...(data.hollowPaths.length > 0 ? [new PathLayer<Float64Array, PathStyleExtensionProps<Float64Array>>({ ...part(id, 'hollow-paths', 'corridor', opacity, false), data: data.hollowPaths, positionFormat: 'XY', getPath: (path) => path, getColor: grey, getWidth: 1.4, widthUnits: 'pixels', getDashArray: [5, 3], dashUnits: 'pixels', extensions: [dashes] })] : []),
		...(data.hollowPoints.length > 0 ? [new ScatterplotLayer<Float64Array>({ ...part(id, 'hollow-points', 'record', opacity, false), data: data.hollowPoints, getPosition: (spot) => [spot[0]!, spot[1]!], getFillColor: rgba(palettes[theme].halo), getLineColor: grey, stroked: true, lineWidthUnits: 'pixels', getLineWidth: 1.4, radiusUnits: 'pixels', getRadius: layer.style.radiusPx ?? 4.5 })] : [])
	];
}

function focusLayers(geometry: Geometry, theme: Theme): Layer[] {
	const selected = rgba(palettes[theme].selected);
	const [spots, paths]: [Position[], Position[][]] = [[], []];
	const gather = (one: Geometry): void => {
		switch (one.type) {
			case 'Point': return void spots.push(one.coordinates);
			case 'MultiPoint': return void spots.push(...one.coordinates);
			case 'LineString': return void paths.push(one.coordinates);
			case 'MultiLineString': case 'Polygon': return void paths.push(...one.coordinates);
			case 'MultiPolygon': return void paths.push(...one.coordinates.flat());
			case 'GeometryCollection': return one.geometries.forEach(gather);
		}
	};
	gather(geometry);
	return [
		new PathLayer<Position[]>({ ...part('inv', 'focus-lines', 'focus', 1, false), data: paths, getPath: (path) => path as [number, number][], getColor: selected, getWidth: 3.5, widthUnits: 'pixels', capRounded: true, jointRounded: true }),
		new ScatterplotLayer<Position>({ ...part('inv', 'focus-points', 'focus', 1, false), data: spots, getPosition: (spot) => spot as [number, number], filled: false, stroked: true, getLineColor: selected, getLineWidth: 3, lineWidthUnits: 'pixels', radiusUnits: 'pixels', getRadius: 8 })
	];
}

/** The asset under the pointer; `null` where it is no plugged-in layer. */
export function pickAsset({ drawn }: Inventories, { layer, index }: PickingInfo): Ref | null {
	const [owner, name] = (layer?.id ?? '').split(':') as [string, string | undefined];
	const one = drawn.find(({ layer: { id } }) => id === inventoryOf(owner));
	const row = one && name && name in one.answer.drawing ? one.answer.drawing[name as keyof Drawing].rows[index] : undefined;
	return one && row !== undefined ? assetRef(one.layer.id, row) : null;
}
