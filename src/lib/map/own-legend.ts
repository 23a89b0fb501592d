/** What stands beside plugged-in layers on a slide and in files: whose they are, how many features pass, tones, source, accuracy. */
import '../i18n/rooms/asset.ts';
import '../i18n/rooms/asset-filter.ts';
import '../i18n/rooms/own.ts';
import type { InventoryLayer } from '../domain/inventory.ts';
import type { ShownLayer } from '../domain/packed-layers.ts';
import { formatMetres, formatNumber } from '../i18n/index.ts';
import type { Translate } from '../i18n/index.ts';
import type { InventoryFilter } from '../query/inventory-filter.ts';
import { assetFilterWords, unusedWords } from '../query/say-asset-filter.ts';
import { sayAccuracy } from '../query/say-asset.ts';
import { sayCondition } from '../query/say-condition.ts';
import { inkOf, inkOfValue, otherInk } from './inventory-ink.ts';
import { palettes } from './palette.ts';
import type { Theme } from './palette.ts';
import type { OwnLegend, OwnMark } from './slide-inventories.ts';

/** Values with a line of their own; the rest are told together. */
const mostValues = 6;

export interface Told {
	layer: ShownLayer;
	total: number;
	/** Values that have tones, most frequent first; '' is "no data". */
	tones: readonly string[];
	/** What the filter did to the layer, in sentences (`sayFilter`). */
	filtered: readonly string[];
	toleranceM: number;
}

/** Which conditions on its fields a layer was asked, which found nothing to ask, and which of the page it cannot answer. */
export function sayFilter(t: Translate, layer: InventoryLayer, { used, unused, silent }: Pick<InventoryFilter, 'used' | 'unused' | 'silent'>): string[] {
	return [
		...(used.length > 0 ? [t('assetfilter.on', { what: assetFilterWords(t, layer, used) })] : []), ...unused.map((one) => unusedWords(t, layer, one)),
		...(silent.length > 0 ? [t('own.silent', { names: silent.map((key) => sayCondition(t, key)).join(t('join.list')) })] : [])
	];
}

const sourceLine = (t: Translate, { source, date, accuracyM }: ShownLayer): string => t('own.source', { source: [source || t('asset.notstated'), date].filter(Boolean).join(t('join.list')), accuracy: sayAccuracy(t, accuracyM) });

export function ownLegend(t: Translate, { layer, total, tones, filtered, toleranceM }: Told, theme: Theme): OwnLegend {
	const { style } = layer;
	const mark = (ink: string, text: string): OwnMark => ({ ink, isHollow: false, text });
	const valued = tones.filter((value) => value !== '');
	return {
		id: layer.id, title: layer.title, count: t('asset.count', { n: formatNumber(total), total: formatNumber(layer.count) }), ink: tones.length === 0 ? inkOf(style, theme) : null,
		marks: [
			...valued.slice(0, mostValues).map((value, rank) => mark(inkOfValue(style, rank, theme), value)), ...(valued.length > mostValues ? [mark(otherInk[theme], t('asset.other'))] : []),
			...(tones.includes('') ? [{ ...mark(otherInk[theme], t('asset.nodata')), isHollow: true }] : [])
		],
		lines: [
			sourceLine(t, layer),
			...filtered,
			...(toleranceM > 0 ? [t('own.thinned', { m: formatMetres(toleranceM) })] : [])
		]
	};
}

/** Tells the selected asset with its layer, which need not be drawn. Vermilion, as on the map. */
export function withAsset(t: Translate, legend: readonly OwnLegend[], layer: ShownLayer, name: string, theme: Theme): OwnLegend[] {
	const mark: OwnMark = { ink: palettes[theme].selected, isHollow: true, text: name };
	if (!legend.some(({ id }) => id === layer.id)) return [...legend, { id: layer.id, title: layer.title, count: '', ink: null, marks: [mark], lines: [sourceLine(t, layer)] }];
	return legend.map((entry) => (entry.id === layer.id ? { ...entry, marks: [...entry.marks, mark] } : entry));
}
