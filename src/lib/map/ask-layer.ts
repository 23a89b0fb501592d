/** The filter of a view put to one plugged-in layer, whoever holds its rows: a worker of the page, or the server that packs a file. */
import type { InventoryLayer } from '../domain/inventory.ts';
import type { Shapes } from '../domain/shape.ts';
import type { View } from '../domain/view.ts';
import { asksPlaces, statusWords, toInventoryFilter } from '../query/inventory-filter.ts';
import type { InventoryFilter } from '../query/inventory-filter.ts';
import type { InventoryWorker } from './inventory-worker.ts';

export type LayerHolder = Pick<InventoryWorker, 'load' | 'ask' | 'rows' | 'card'>;
export interface LayerGround {
	/** Asked for where a filter speaks of places. */
	shapes: () => Promise<Shapes>;
	nameOf: (place: string) => string;
}

/** `null` where the rows, or the ground that the filter speaks of, could not be had. */
export async function questionOf(holder: LayerHolder, layer: InventoryLayer, view: Pick<View, 'filter' | 'assetFilter'>, { shapes, nameOf }: LayerGround): Promise<InventoryFilter | null> {
	const [values, ground] = await Promise.all([holder.load(layer), asksPlaces(view.filter) ? shapes().catch(() => null) : null]);
	return values && (ground || !asksPlaces(view.filter)) ? toInventoryFilter(view, { layer, shapes: ground, nameOf, statusWords, values }) : null;
}
