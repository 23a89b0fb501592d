/** Plugged-in layers from inside a one-file briefing, drawn as on the server; what the file had to leave out is said on each slide that names it. */
import '../i18n/rooms/asset.ts';
import '../i18n/rooms/own.ts';
import { toColumns } from '../catalogue/formats/layers/to-columns.ts';
import type { AssetAnswer } from '../domain/inventory-question.ts';
import { packLimits } from '../domain/packed-layers.ts';
import type { PackedLayers, PackedRow, ShownLayer } from '../domain/packed-layers.ts';
import { formatNumber } from '../i18n/index.ts';
import type { Translate } from '../i18n/index.ts';
import { inventoryOf, readAsset } from '../query/inventory-id.ts';
import { filterKey, layersIn } from '../query/slide-layers.ts';
import { toDrawing } from './columns-data.ts';
import type { Drawing } from './columns-data.ts';
import { inksOf } from './inventory-ink.ts';
import { coloursOf } from './inventory-tones.ts';
import type { DrawnInventory } from './inventory-layers.ts';
import { ownLegend, withAsset } from './own-legend.ts';
import type { Theme } from './palette.ts';
import type { OwnLegend, SlideInventories } from './slide-inventories.ts';

export function openPackedInventories(packed: PackedLayers, t: Translate): SlideInventories {
	const drawings = new Map<string, AssetAnswer<Drawing>>();
	const layerOf = (id: string) => packed.layers.find(({ layer }) => layer.id === id);
	function answerOf({ layer, rows, tones }: PackedLayers['layers'][number], { filter, total, rows: numbers }: PackedLayers['answers'][number], theme: Theme): AssetAnswer<Drawing> {
		const key = JSON.stringify([layer.id, filter, theme]);
		const passing = new Set(numbers);
		const known = drawings.get(key) ?? draw(rows.filter(([row]) => passing.has(row)), layer, tones, total, theme);
		drawings.set(key, known);
		return known;
	}

	return {
		has: (id) => layerOf(id) !== undefined || packed.left.some((one) => one.id === id),
		of: (view, theme) => {
			const drawn: DrawnInventory[] = [];
			let legend: OwnLegend[] = [];
			for (const { id, opacity } of view.layers ?? []) {
				const one = layerOf(inventoryOf(id) ?? '');
				const answered = one && packed.answers.find(({ layer, filter }) => layer === one.layer.id && filter === filterKey(view));
				if (!one || !answered) continue;
				drawn.push({ layer: one.layer, opacity, answer: answerOf(one, answered, theme) });
				legend.unshift(ownLegend(t, { layer: one.layer, total: answered.total, tones: one.tones, filtered: answered.filtered, toleranceM: one.toleranceM }, theme));
			}
			const named = layersIn(view);
			const said = packed.left.filter(({ id }) => named.includes(id)).map(({ title, why, n }) => t(`own.left.${why}`, { title, n: formatNumber(n), most: formatNumber(why === 'rows' ? packLimits.rows : packLimits.features), mb: packLimits.bytes / 1e6 }));
			const asset = readAsset(view.selection);
			const [layer, found] = [layerOf(asset?.layer ?? '')?.layer, packed.assets.find(({ ref }) => ref === view.selection)];
			const name = found?.name || t('asset.unnamed', { row: asset?.row ?? 0 });
			if (layer && found?.geometry) legend = withAsset(t, legend, layer, name, theme);
			else if (layer && asset) said.push(found ? t('own.noshape', { name }) : t('own.noasset', { title: layer.title, row: asset.row }));
			return Promise.resolve({ drawn, focus: found?.geometry ?? null, legend, said });
		},
		stop: () => drawings.clear()
	};
}

/** As the worker draws rows, on the page's own thread: a file holds few. */
function draw(rows: readonly PackedRow[], layer: ShownLayer, tones: readonly string[], total: number, theme: Theme): AssetAnswer<Drawing> {
	const drawing = toDrawing(toColumns(rows.map(([row, geometry]) => ({ row, geometry, properties: {} })), []));
	const inks = inksOf(layer, theme);
	const colours = tones.length > 0 && inks.length > 1 ? coloursOf(drawing, { ranks: Uint16Array.from(rows, ([, , rank]) => rank) }, inks) : null;
	for (const { rows: objects } of Object.values(drawing)) for (let i = 0; i < objects.length; i++) objects[i] = rows[objects[i]!]![0];
	return { total, sums: [], drawing, colours, facets: [], without: new Uint32Array(), tones: tones.map((value) => ({ value, count: 0, now: 0 })) };
}
