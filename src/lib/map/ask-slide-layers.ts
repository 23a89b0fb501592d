/** Plugged-in layers of slides, asked of whoever holds their rows. Answers are kept for a few slides, so that going back draws at once. */
import '../i18n/rooms/own.ts';
import type { Ref } from '../domain/dataset.ts';
import type { AssetAnswer } from '../domain/inventory-question.ts';
import type { InventoryLayer } from '../domain/inventory.ts';
import type { View } from '../domain/view.ts';
import type { Translate } from '../i18n/index.ts';
import { inventoryOf, readAsset } from '../query/inventory-id.ts';
import { nameOfAsset } from '../query/say-asset.ts';
import { filterKey } from '../query/slide-layers.ts';
import { questionOf } from './ask-layer.ts';
import type { LayerGround, LayerHolder } from './ask-layer.ts';
import type { Drawing } from './columns-data.ts';
import { inksOf } from './inventory-ink.ts';
import type { DrawnInventory } from './inventory-layers.ts';
import { ownLegend, sayFilter, withAsset } from './own-legend.ts';
import type { Theme } from './palette.ts';
import type { OnSlide, OwnLegend } from './slide-inventories.ts';

/** Drawings held at a time; a large layer takes some 40 MB. */
const mostAnswers = 6;

export interface SlideLayerSource extends LayerGround {
	/** Started with the first question. */
	holder: () => LayerHolder;
	/** `null`: the server did not say which there are. */
	layers: readonly InventoryLayer[] | null;
	t: Translate;
}
interface Answered {
	answer: AssetAnswer<Drawing>;
	filtered: string[];
}

export function createSlideAsker({ holder, layers, t, ...ground }: SlideLayerSource): (view: View, theme: Theme) => Promise<OnSlide> {
	const kept = new Map<string, Promise<Answered | null>>();
	const layerOf = (id: string): InventoryLayer | undefined => layers?.find((layer) => layer.id === id);

	async function ask(layer: InventoryLayer, view: View, theme: Theme): Promise<Answered | null> {
		const asked = await questionOf(holder(), layer, view, ground);
		const answer = asked && (await holder().ask(layer.id, { filter: asked.filter, grounds: asked.grounds, inks: inksOf(layer, theme) }));
		return answer && { answer, filtered: sayFilter(t, layer, asked!) };
	}
	function answered(layer: InventoryLayer, view: View, theme: Theme): Promise<Answered | null> {
		const key = JSON.stringify([layer.id, filterKey(view), theme]);
		const known = kept.get(key) ?? ask(layer, view, theme);
		kept.delete(key);
		kept.set(key, known);
		if (kept.size > mostAnswers) kept.delete([...kept.keys()][0]!);
		void known.then((one) => one || kept.delete(key));
		return known;
	}
	/** The selected asset; `null` where none is selected, or its layer is not here. */
	async function assetOf(selection: Ref | null): Promise<{ layer: InventoryLayer; geometry: OnSlide['focus']; name: string; said: string[] } | null> {
		const asset = readAsset(selection);
		const layer = asset && layerOf(asset.layer);
		if (!asset || !layer) return null;
		const isHere = (await holder().load(layer)) !== null;
		const card = isHere ? await holder().card(asset.layer, asset.row, null) : null;
		if (!card) return { layer, geometry: null, name: '', said: [isHere ? t('own.noasset', { title: layer.title, row: asset.row }) : t('own.failed', { title: layer.title })] };
		const name = nameOfAsset(t, card, layer);
		return { layer, geometry: card.geometry, name, said: card.geometry ? [] : [t('own.noshape', { name })] };
	}

	return async (view, theme) => {
		const named = (view.layers ?? []).flatMap(({ id, opacity }) => {
			const own = inventoryOf(id);
			return own === null ? [] : [{ id: own, opacity, layer: layerOf(own) }];
		});
		const [answers, asset] = await Promise.all([Promise.all(named.map(({ layer }) => layer && answered(layer, view, theme))), assetOf(view.selection)]);
		const drawn: DrawnInventory[] = [];
		const legend: OwnLegend[] = [];
		const said: string[] = [];
		named.forEach(({ id, opacity, layer }, i) => {
			const one = answers[i];
			if (layer && one) {
				drawn.push({ layer, opacity, answer: one.answer });
				legend.unshift(ownLegend(t, { layer, total: one.answer.total, tones: one.answer.tones.map(({ value }) => value), filtered: one.filtered, toleranceM: 0 }, theme));
			} else if (layer || layers === null) said.push(t('own.failed', { title: layer?.title ?? id }));
		});
		return { drawn, focus: asset?.geometry ?? null, legend: asset?.geometry ? withAsset(t, legend, asset.layer, asset.name, theme) : legend, said: [...new Set([...said, ...(asset?.said ?? [])])] };
	};
}
