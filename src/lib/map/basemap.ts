/**
 * The ground of the map as a MapLibre style: paper, water, the veil outside the zone and its band, slots for the deck layers, names on
 * top. Everything comes from our own shapes; no tiles, fonts, sprites or network. Order is drawing order, bottom to top.
 */
import type { FilterSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { tilesOf } from '../domain/shape.ts';
import type { Shapes } from '../domain/shape.ts';
import type { Lang } from '../i18n/lang.ts';
import { buildNames } from './basemap-names.ts';
import { toSources, wholeZone } from './basemap-sources.ts';
import { slotOf } from './layer.ts';
import type { Stack } from './layer.ts';
import { mix } from './palette.ts';
import type { Ink, Palette } from './palette.ts';

type Zoomed = ['interpolate', ['linear'], ['zoom'], ...number[]];
const grow = (...stops: number[]): Zoomed => ['interpolate', ['linear'], ['zoom'], ...stops];

const slot = (stack: Stack): LayerSpecification => ({ id: slotOf(stack), type: 'background', layout: { visibility: 'none' }, paint: { 'background-opacity': 0 } });
const area = (id: string, source: string, color: string, opacity = 1, filter?: FilterSpecification): LayerSpecification => ({ id, type: 'fill', source, ...(filter && { filter }), paint: { 'fill-color': color, 'fill-opacity': opacity, 'fill-antialias': true } });
const line = (id: string, source: string, color: string, width: number | Zoomed, rest: { opacity?: number; dash?: number[]; offset?: number | Zoomed; round?: boolean; filter?: FilterSpecification; minzoom?: number } = {}): LayerSpecification => ({
	id, type: 'line', source, ...(rest.filter && { filter: rest.filter }), ...(rest.minzoom !== undefined && { minzoom: rest.minzoom }), layout: { 'line-join': 'round', 'line-cap': rest.round ? 'round' : 'butt' },
	paint: { 'line-color': color, 'line-width': width, 'line-opacity': rest.opacity ?? 1, ...(rest.dash && { 'line-dasharray': rest.dash }), ...(rest.offset !== undefined && { 'line-offset': rest.offset }) }
});

const all = (...parts: FilterSpecification[]): FilterSpecification => ['all', ...parts] as FilterSpecification;
const isPlace = (id: string): FilterSpecification => ['==', ['get', 'place'], id];
const inner = all(['==', ['get', 'kind'], 'district'], ['!', ['get', 'context']]);
const drafted: FilterSpecification = ['in', ['get', 'accuracy'], ['literal', ['schematic', 'symbolic']]];
const measured: FilterSpecification = ['!', drafted];
const notRiver = all(measured, ['!=', ['get', 'role'], 'area']);

/** Three steps of depth along the shore: outermost first, each an opaque tone, so that bends do not darken. */
const linings = [{ width: 14, opacity: 0.16 }, { width: 8, opacity: 0.34 }, { width: 3.4, opacity: 0.6 }] as const;

function water(palette: Palette): LayerSpecification[] {
	return [
		line('ground-stream', 'ground', palette.stream, grow(8, 0.4, 10, 0.7, 13, 1.6), { filter: ['==', ['get', 'kind'], 'ground-stream'], opacity: 0.75, minzoom: 8.8 }),
		area('ground-lake', 'ground', mix(palette.land, palette.water, 0.78), 1, ['==', ['get', 'kind'], 'ground-lake']),
		area('river-area', 'water', palette.water, 1, ['==', ['get', 'role'], 'area']),
		area('lake', 'water', palette.water, 1, notRiver),
		...linings.map(({ width, opacity }, index): LayerSpecification => line(`lake-lining-${index}`, 'water', mix(palette.water, palette.lining, opacity), grow(8, width * 0.2, 10, width * 0.42, 13, width), {
			filter: all(notRiver, ['>', ['get', 'areaKm2'], index === 0 ? 2 : 0.6]), offset: grow(8, width * 0.1, 10, width * 0.21, 13, width * 0.5)
		})),
		area('lake-schematic', 'water', palette.waterSchematic, 0.75, drafted),
		{ id: 'lake-hatch', type: 'fill', source: 'water', filter: drafted, paint: { 'fill-pattern': 'rules' } },
		line('lake-shore', 'water', palette.shore, grow(8, 0.4, 10, 0.7, 14, 1.2), { filter: notRiver, opacity: 0.9 }),
		line('lake-shore-schematic', 'water', palette.shore, 0.8, { filter: drafted, dash: [4, 3] })
	];
}

function zones(palette: Palette): LayerSpecification[] {
	const pilot = all(isPlace('pilot-zone'), measured);
	return [
		area('veil', 'veil', palette.veil, 0.6),
		area('pilot-area', 'districts', palette.band, 0.09, isPlace('pilot-zone')),
		line('pilot-edge', 'districts', palette.reed, 0.9, { filter: pilot, dash: [4, 2], opacity: 0.5 }),
		{ id: 'symbolic-hatch', type: 'fill', source: 'sites', filter: ['!=', ['get', 'place'], 'pilot-zone'], paint: { 'fill-pattern': 'hatch' } },
		line('symbolic-edge', 'sites', palette.reed, 1.1, { dash: [0.2, 2.4], round: true, opacity: 0.8 }),
		line('boundary-case', 'districts', palette.paper, 2.4, { filter: inner, opacity: 0.55 }),
		line('boundary', 'districts', palette.boundary, 1, { filter: inner, dash: [9, 2.5, 1.2, 2.5, 1.2, 2.5] })
	];
}

/** The ground outside once more, over the cut ends of lakes and lines. */
function frame(palette: Palette): LayerSpecification[] {
	const ground = mix(palette.out, palette.veil, 0.6);
	const soft = line('frame-soft', 'frame', ground, grow(8, 34, 10, 100, 12, 270));
	return [area('frame', 'frame', ground), { ...soft, paint: { ...soft.paint, 'line-blur': grow(8, 16, 10, 48, 12, 130) } } as LayerSpecification];
}

/** A layer of tiles is named inside them. */
const fromTiles = (layer: LayerSpecification): LayerSpecification => ('source' in layer && layer.source === 'ground' ? ({ ...layer, 'source-layer': 'ground' } as LayerSpecification) : layer);

/** Style of the whole ground. */
export function buildStyle(shapes: Shapes, lang: Lang, palette: Palette): StyleSpecification {
	const sources = toSources(shapes);
	const { ground } = tilesOf(shapes);
	return {
		version: 8,
		sources: {
			...Object.fromEntries(Object.entries(sources).map(([id, data]) => [id, { type: 'geojson' as const, data, tolerance: 0.6, buffer: id === 'frame' ? 256 : 64, maxzoom: 14 }])),
			...(ground !== undefined && { ground: { type: 'vector' as const, url: `pmtiles://${ground}` } }),
			marks: { type: 'geojson', data: { type: 'FeatureCollection', features: [] }, maxzoom: 14 }
		},
		layers: [
			{ id: 'out', type: 'background', paint: { 'background-color': palette.out } },
			...(['qingpu', 'wujiang', 'jiashan'] satisfies Ink[]).map((id) => area(`land-${id}`, 'districts', palette[id], 1, all(inner, isPlace(id)))),
			// The band lies under the water and is cut by the ground outside; opaque, because a transparent line darkens at every bend.
			line('zone-band-outer', 'districts', mix(palette.land, palette.band, 0.17), grow(8, 10, 10, 19, 13, 24), { filter: isPlace(wholeZone), round: true }),
			line('zone-band-inner', 'districts', mix(palette.land, palette.band, 0.36), grow(8, 5, 10, 8, 13, 10), { filter: isPlace(wholeZone), round: true }),
			area('outside', 'veil', palette.out),
			line('context-boundary', 'districts', palette.boundary, 0.6, { filter: ['get', 'context'], opacity: 0.35, dash: [1, 4] }),
			slot('ground'), ...water(palette).map((layer) => (ground === undefined ? layer : fromTiles(layer))), slot('water'), ...zones(palette), slot('zone'), slot('corridor'), ...frame(palette), slot('record'), slot('focus'),
			...buildNames(lang, palette), slot('label')
		]
	};
}
