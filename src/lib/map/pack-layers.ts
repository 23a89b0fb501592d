/**
 * What a one-file briefing carries of plugged-in layers: for each slide that names one, the features that pass its filter. A file has its limits
 * (`packLimits`): geometry that is too large is generalised, a layer that stays too large is left out whole and named, since half a layer would look like all of it.
 */
import type { Slide } from '../domain/briefing.ts';
import type { InventoryLayer } from '../domain/inventory.ts';
import { packLimits } from '../domain/packed-layers.ts';
import type { LeftOut, PackedLayers, PackedRow, ShownLayer } from '../domain/packed-layers.ts';
import type { View } from '../domain/view.ts';
import { generalise, roundPositions } from '../geo/generalise.ts';
import type { Translate } from '../i18n/index.ts';
import { inventoryOf, readAsset } from '../query/inventory-id.ts';
import { filterKey, layersIn, viewsWithLayers } from '../query/slide-layers.ts';
import { questionOf } from './ask-layer.ts';
import type { LayerGround, LayerHolder } from './ask-layer.ts';
import { sayFilter } from './own-legend.ts';

/** Metres, tried in this order until the geometry fits; at the closest zoom of a map the first is one pixel or two. */
const tolerances = [0, 2, 5, 20, 50] as const;

/** `t`: in the language of the briefing. */
export type PackGround = LayerGround & { t: Translate };
type Limits = Record<keyof typeof packLimits, number>;

/** `layers` is `null` where nobody could be asked. `mostRows`: a layer with more is not looked through. */
export async function packLayers(slides: readonly Slide[], layers: readonly InventoryLayer[] | null, holder: LayerHolder, ground: PackGround, mostRows: number, limits: Limits = packLimits): Promise<PackedLayers> {
	const packed: PackedLayers = { layers: [], answers: [], assets: [], left: [] };
	const views = viewsWithLayers(slides);
	let [features, bytes] = [0, 0];
	for (const id of new Set(views.flatMap(layersIn))) {
		const layer = layers?.find((one) => one.id === id);
		const leave = (why: LeftOut, n = 0): void => void packed.left.push({ id, title: layer?.title ?? id, why, n });
		if (!layer) {
			// One that is gone is told by the slide itself.
			if (layers === null) leave('failed');
			continue;
		}
		if (layer.count > mostRows) {
			leave('rows', layer.count);
			continue;
		}
		const own = await packLayer(layer, views, holder, ground, limits.features - features);
		if ('why' in own) {
			leave(own.why, own.n);
			continue;
		}
		const fitted = fit(own.rows, limits.bytes - bytes);
		if (!fitted) {
			leave('bytes', own.rows.length);
			continue;
		}
		features += fitted.rows.length;
		bytes += fitted.bytes;
		packed.layers.push({ layer: shownOf(layer), tones: own.tones, toleranceM: fitted.toleranceM, rows: fitted.rows });
		packed.answers.push(...own.answers);
		packed.assets.push(...own.assets);
	}
	return packed;
}

type Own = { rows: PackedRow[]; tones: string[] } & Pick<PackedLayers, 'answers' | 'assets'>;

async function packLayer(layer: InventoryLayer, views: readonly View[], holder: LayerHolder, ground: PackGround, most: number): Promise<Own | { why: LeftOut; n: number }> {
	const rows = new Map<number, PackedRow>();
	const own: Own = { rows: [], tones: [], answers: [], assets: [] };
	for (const view of views.filter(({ layers }) => (layers ?? []).some(({ id }) => inventoryOf(id) === layer.id))) {
		const filter = filterKey(view);
		if (own.answers.some((one) => one.filter === filter)) continue;
		const asked = await questionOf(holder, layer, view, ground);
		const passing = asked && (await holder.rows(layer.id, { filter: asked.filter, grounds: asked.grounds }, most));
		if (!passing) return { why: 'failed', n: 0 };
		for (const row of passing.rows ?? []) rows.set(row[0], row);
		if (!passing.rows || rows.size > most) return { why: 'features', n: Math.max(passing.total, rows.size) };
		own.tones = passing.tones;
		own.answers.push({ layer: layer.id, filter, total: passing.total, rows: passing.rows.map(([row]) => row), filtered: sayFilter(ground.t, layer, asked) });
	}
	for (const { selection } of views) {
		const asset = readAsset(selection);
		if (asset?.layer !== layer.id || own.assets.some(({ ref }) => ref === selection)) continue;
		const card = (await holder.load(layer)) && (await holder.card(layer.id, asset.row, null));
		if (card) own.assets.push({ ref: selection!, name: layer.roles.name ? String(card.properties[layer.roles.name] ?? '') : '', geometry: card.geometry });
	}
	own.rows = [...rows.values()].sort((a, b) => a[0] - b[0]);
	return own;
}

function fit(rows: readonly PackedRow[], most: number): { rows: PackedRow[]; bytes: number; toleranceM: number } | null {
	for (const toleranceM of tolerances) {
		const thinned = rows.map(([row, geometry, rank]): PackedRow => [row, roundPositions(toleranceM === 0 ? geometry : generalise(geometry, toleranceM)), rank]);
		const bytes = JSON.stringify(thinned).length;
		if (bytes <= most) return { rows: thinned, bytes, toleranceM };
	}
	return null;
}

/** The file, its sum and who loaded it stay with the server. */
const shownOf = ({ id, title, source, date, accuracyM, crs, count, style }: InventoryLayer): ShownLayer => ({ id, title, source, date, accuracyM, crs, count, style });
