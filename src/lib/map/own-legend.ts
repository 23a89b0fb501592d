/** What stands beside plugged-in layers on a slide and in files: whose they are, how many features pass, tones, source, accuracy. */
import '../i18n/rooms/asset.ts';
import '../i18n/rooms/own.ts';
import type { ShownLayer } from '../domain/packed-layers.ts';
import { formatMetres, formatNumber } from '../i18n/index.ts';
import type { Translate } from '../i18n/index.ts';
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
	/** Keys of the conditions that the layer cannot answer. */
	silent: readonly string[];
	toleranceM: number;
}

const sourceLine = (t: Translate, { source, date, accuracyM }: ShownLayer): string => t('own.source', { source: [source || t('asset.notstated'), date].filter(Boolean).join(t('join.list')), accuracy: sayAccuracy(t, accuracyM) });

export function ownLegend(t: Translate, { layer, total, tones, silent, toleranceM }: Told, theme: Theme): OwnLegend {
	const { style } = layer;
	const mark = (ink: string, text: string): OwnMark => ({ ink, isHollow: false, text });
	const values = tones.slice(0, mostValues).map((value, rank) => mark(value === '' ? otherInk[theme] : inkOfValue(style, rank, theme), value || t('asset.nodata')));
	return {
		id: layer.id, title: layer.title, count: t('asset.count', { n: formatNumber(total), total: formatNumber(layer.count) }), ink: tones.length === 0 ? inkOf(style, theme) : null,
		marks: [...values, ...(tones.length > mostValues ? [mark(otherInk[theme], t('asset.other'))] : [])],
		lines: [
			sourceLine(t, layer),
			...(silent.length > 0 ? [t('own.silent', { names: silent.map((key) => sayCondition(t, key)).join(t('join.list')) })] : []),
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
