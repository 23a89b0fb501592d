/** All layers, bottom to top. A new file in `layers/` is all it takes. */
import type { LayerChoice } from '../domain/view.ts';
import { stacks } from './layer.ts';
import type { LayerDefinition } from './layer.ts';

const files = import.meta.glob<{ default: LayerDefinition }>('./layers/*.ts', { eager: true });

const rank = (layer: LayerDefinition): number => stacks.indexOf(layer.stack) * 100 + (layer.order ?? 0);
export const layers: readonly LayerDefinition[] = Object.values(files).map((file) => file.default).sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));

/** Layers a reader may switch, bottom to top. */
export const listedLayers = layers.filter((layer) => !layer.always);
export const defaultChoice: readonly LayerChoice[] = listedLayers.filter((layer) => !layer.optional).map(({ id }) => ({ id, opacity: 1 }));

/** Visible layers in drawing order with their opacity; `null` is the default set. Order inside one stack follows the choice. */
export function visibleLayers(choice: readonly LayerChoice[] | null): { layer: LayerDefinition; opacity: number }[] {
	const wanted = choice ?? defaultChoice;
	const place = new Map(wanted.map((entry, index) => [entry.id, index]));
	return layers
		.filter((layer) => layer.always || place.has(layer.id))
		.map((layer) => ({ layer, opacity: wanted[place.get(layer.id) ?? -1]?.opacity ?? 1, at: place.get(layer.id) ?? -1 }))
		.sort((a, b) => stacks.indexOf(a.layer.stack) - stacks.indexOf(b.layer.stack) || (a.at >= 0 && b.at >= 0 ? a.at - b.at : rank(a.layer) - rank(b.layer)))
		.map(({ layer, opacity }) => ({ layer, opacity }));
}
