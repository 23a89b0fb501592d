/**
 * Names on the map as symbol layers. MapLibre places the topmost layer first and drops what no longer fits, so this list runs from the
 * least to the most important. Water and districts stand in Song, settlements and lines in Hei; zooms follow the look's table.
 */
import type { ExpressionSpecification, FilterSpecification, SymbolLayerSpecification } from 'maplibre-gl';
import type { Lang } from '../i18n/lang.ts';
import { fonts } from './palette.ts';
import type { Palette } from './palette.ts';

interface Rule {
	id: string;
	filter: FilterSpecification;
	font: string[];
	size: number | ExpressionSpecification;
	color: string;
	minzoom?: number;
	maxzoom?: number;
	halo?: number;
	spacing?: number;
	along?: boolean;
	opacity?: number;
	layout?: SymbolLayerSpecification['layout'];
}

/** Latin needs room beside Chinese; an English name is set smaller and closer. */
const wordsOf = (lang: Lang): ExpressionSpecification => ['get', lang];

const toLayer = (rule: Rule, lang: Lang, palette: Palette): SymbolLayerSpecification => ({
	id: rule.id, type: 'symbol', source: 'names', filter: rule.filter, ...(rule.minzoom !== undefined && { minzoom: rule.minzoom }), ...(rule.maxzoom !== undefined && { maxzoom: rule.maxzoom }),
	layout: {
		'text-field': wordsOf(lang), 'text-font': rule.font, 'text-size': rule.size, 'text-letter-spacing': lang === 'zh' ? (rule.spacing ?? 0) : (rule.spacing ?? 0) / 4, 'text-max-width': lang === 'zh' ? 12 : 8,
		'symbol-sort-key': ['get', 'order'], 'text-padding': 3, 'text-line-height': 1.15, ...(rule.along && { 'symbol-placement': 'line', 'text-max-angle': 70, 'symbol-spacing': 400 }), ...rule.layout
	},
	paint: { 'text-color': rule.color, 'text-halo-color': palette.halo, 'text-halo-width': rule.halo ?? 1.5, 'text-halo-blur': 0.3, 'text-opacity': rule.opacity ?? 1 }
});

const on = (layer: string, ...rest: FilterSpecification[]): FilterSpecification => ['all', ['==', ['get', 'layer'], layer], ...rest] as FilterSpecification;
const rankIs = (...ranks: number[]): FilterSpecification => ['in', ['get', 'rank'], ['literal', ranks]];
const bigger = (km2: number): FilterSpecification => ['>=', ['get', 'areaKm2'], km2];
const smaller = (km2: number): FilterSpecification => ['<', ['get', 'areaKm2'], km2];
const grow = (...stops: number[]): ExpressionSpecification => ['interpolate', ['linear'], ['zoom'], ...stops] as ExpressionSpecification;
/** A water name may slide off the marks in the middle of its water. */
const inWater: SymbolLayerSpecification['layout'] = { 'text-variable-anchor': ['center', 'bottom', 'top', 'left', 'right'], 'text-radial-offset': 1.1 };
const beside: SymbolLayerSpecification['layout'] = { 'text-variable-anchor': ['left', 'right', 'top', 'bottom'], 'text-radial-offset': 0.65, 'text-justify': 'auto' };

export function buildNames(lang: Lang, palette: Palette): SymbolLayerSpecification[] {
	const water = { font: fonts.song, color: palette.waterLabel };
	const settlement = { font: fonts.hei, color: palette.ink700, layout: beside };
	const rules: Rule[] = [
		{ id: 'district-name', filter: on('district', ['==', ['get', 'kind'], 'district'], ['!', ['get', 'context']]), font: fonts.song, size: grow(8, 17, 9.5, 23, 12, 30), color: palette.ink900, opacity: 0.36, halo: 0, spacing: 0.5, maxzoom: 12.5, layout: { 'text-allow-overlap': true, 'text-ignore-placement': true } },
		{ id: 'district-name-context', filter: on('district', ['get', 'context']), font: fonts.song, size: 13, color: palette.ink900, opacity: 0.3, halo: 0, spacing: 0.3, minzoom: 8.5, maxzoom: 11 },
		{ id: 'road-name', filter: on('road'), font: fonts.hei, size: 11, color: palette.ink500, along: true, minzoom: 11 },
		{ id: 'site-name', filter: on('site', ['!=', ['get', 'kind'], 'zone']), ...settlement, size: 11, minzoom: 11 },
		{ id: 'station-name-small', filter: on('station', ['any', ['==', ['get', 'kind'], 'interchange'], ['==', ['get', 'mode'], 'metro']] as FilterSpecification), ...settlement, size: 11, minzoom: 11.5 },
		{ id: 'rail-name', filter: on('rail', rankIs(1, 2)), font: fonts.hei, size: 11, color: palette.ink700, along: true, minzoom: 9.9, spacing: 0.2, layout: { 'text-offset': [0, -0.9], 'symbol-spacing': 700 } },
		{ id: 'lake-name-small', filter: on('water', smaller(0.5)), ...water, size: 11, minzoom: 11.5, spacing: 0.1 },
		{ id: 'lake-name-middle', filter: on('water', bigger(0.5), smaller(2.4), rankIs(3, 4)), ...water, size: 11.5, minzoom: 10.2, spacing: 0.1 },
		{ id: 'town-name-context', filter: on('town', ['get', 'context']), ...settlement, size: 11, opacity: 0.7, minzoom: 11 },
		{ id: 'town-name', filter: on('town', ['!', ['get', 'pilot']], ['!', ['get', 'context']]), ...settlement, size: grow(9, 11.5, 13, 14), minzoom: 9.2 },
		{ id: 'zone-name', filter: on('district', ['==', ['get', 'kind'], 'zone']), font: fonts.heiBold, color: palette.reed, size: grow(9, 11.5, 13, 14), minzoom: 9.4, layout: { 'text-variable-anchor': ['center', 'top', 'bottom'], 'text-radial-offset': 0.6 } },
		{ id: 'lake-name', filter: on('water', ['any', bigger(2.4), rankIs(2)] as FilterSpecification, smaller(10)), ...water, size: grow(9, 11.5, 11, 14), minzoom: 8.8, spacing: 0.12, layout: inWater },
		{ id: 'town-name-pilot', filter: on('town', ['get', 'pilot']), ...settlement, size: grow(9, 12, 13, 15), minzoom: 8.8 },
		{ id: 'station-name', filter: on('station', ['==', ['get', 'kind'], 'station'], ['!=', ['get', 'mode'], 'metro']), ...settlement, font: fonts.heiBold, color: palette.ink900, size: 11.5, minzoom: 9.8 },
		{ id: 'river-name-small', filter: on('river', rankIs(3, 4)), ...water, size: 11.5, along: true, minzoom: 10.5, spacing: 0.5 },
		{ id: 'river-name', filter: on('river', rankIs(1, 2)), ...water, size: grow(8, 12, 10, 15.5, 13, 19), along: true, minzoom: 8, spacing: 0.6, layout: { 'text-offset': [0, 1.05] } },
		{ id: 'lake-name-large', filter: on('water', bigger(10)), ...water, size: ['interpolate', ['linear'], ['zoom'], 8, ['case', bigger(50) as ExpressionSpecification, 15, 11.5], 11, ['case', bigger(50) as ExpressionSpecification, 24, 17]], spacing: 0.18, minzoom: 7, layout: inWater }
	];
	return [...rules.map((rule) => toLayer(rule, lang, palette)), ...markLayers(palette)];
}

/** Names of records and the room their signs take: the highest, so placed before any place name. */
function markLayers(palette: Palette): SymbolLayerSpecification[] {
	const text = { 'text-field': ['get', 'text'] as ExpressionSpecification, 'text-font': fonts.heiBold };
	return [
		{
			id: 'mark-name', type: 'symbol', source: 'marks', filter: ['==', ['get', 'style'], 'name'],
			layout: { ...text, 'text-size': 12, 'text-anchor': 'top', 'text-offset': ['get', 'em'], 'symbol-sort-key': ['get', 'order'], 'text-padding': 2, 'text-max-width': 11 },
			paint: { 'text-color': palette.ink900, 'text-halo-color': palette.halo, 'text-halo-width': 1.6 }
		},
		{
			id: 'mark-count', type: 'symbol', source: 'marks', filter: ['==', ['get', 'style'], 'count'],
			layout: { ...text, 'text-size': 11, 'text-offset': ['get', 'em'], 'text-allow-overlap': true }, paint: { 'text-color': palette.ink900, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 }
		},
		{
			id: 'mark-guard', type: 'symbol', source: 'marks', filter: ['==', ['get', 'style'], 'guard'],
			layout: { 'icon-image': 'guard', 'icon-allow-overlap': true, 'icon-offset': ['get', 'offset'], 'icon-size': ['get', 'size'], 'icon-padding': 0 },
			// Holds its room without being drawn.
			paint: { 'icon-opacity': 0 }
		}
	];
}

/** Layers whose words follow the language. */
export const namesLayers = ['district-name', 'district-name-context', 'road-name', 'site-name', 'rail-name', 'lake-name-small', 'lake-name-middle', 'town-name-context', 'town-name', 'zone-name', 'lake-name', 'town-name-pilot', 'station-name', 'station-name-small', 'river-name-small', 'river-name', 'lake-name-large'];
