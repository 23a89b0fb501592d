/** Which plugged-in layers slides name. */
import type { Slide } from '../domain/briefing.ts';
import { emptyView } from '../domain/view.ts';
import type { View } from '../domain/view.ts';
import { inventoryOf, readAsset } from './inventory-id.ts';
import { decode, encode } from './url.ts';

/** Ids of the layers that a view draws or selects from, each once. */
export function layersIn({ layers, selection }: Pick<View, 'layers' | 'selection'>): string[] {
	const named = [...(layers ?? []).map(({ id }) => inventoryOf(id)), readAsset(selection)?.layer ?? null];
	return [...new Set(named.filter((id): id is string => id !== null))];
}

/** Views of the slides whose map names a layer; before a title stands the bare map. */
export const viewsWithLayers = (slides: readonly Pick<Slide, 'kind' | 'view'>[]): View[] => slides.filter(({ kind, view }) => kind === 'content' && /inv-|asset/.test(view)).map(({ view }) => decode(view).view).filter((view) => layersIn(view).length > 0);
export const nameLayers = (slides: readonly Pick<Slide, 'kind' | 'view'>[]): boolean => viewsWithLayers(slides).length > 0;

/** The same for views that filter the same, their records and their layers. */
export const filterKey = ({ filter, assetFilter }: Pick<View, 'filter' | 'assetFilter'>): string => encode({ ...emptyView, filter, assetFilter });

/** Whether `id` of `layers=` is a plugged-in layer that is here; none counts as gone before anyone has told. */
export function isHeld(id: string, held: { has(id: string): boolean } | null): boolean {
	const own = inventoryOf(id);
	return own !== null && (held?.has(own) ?? true);
}
