/** Opens the plugged-in layers of a server for slides: which there are, and a worker that holds their rows from the first slide on that draws one. Loaded where a slide names one. */
import type { Slide } from '../domain/briefing.ts';
import type { InventoryLayer } from '../domain/inventory.ts';
import type { PackedLayers } from '../domain/packed-layers.ts';
import type { Shapes } from '../domain/shape.ts';
import { fetchLayers } from '../ports/layer-rows.ts';
import type { Atlas } from '../query/atlas.ts';
import { titleOf } from '../query/cards.ts';
import type { Writer } from '../query/indicator-words.ts';
import { createSlideAsker } from './ask-slide-layers.ts';
import { createInventoryWorker } from './inventory-worker.ts';
import type { InventoryWorker } from './inventory-worker.ts';
import InventoryThread from './inventory.worker.ts?worker';
import { packLayers } from './pack-layers.ts';
import type { SlideInventories } from './slide-inventories.ts';

export interface OpenSlideInventories extends SlideInventories {
	/** What a one-file briefing of these slides carries. */
	pack(slides: readonly Slide[]): Promise<PackedLayers>;
}

/** Never rejects: where the server does not answer, each slide says that its layers could not be had. */
export async function openSlideInventories(atlas: Atlas, { lang, t }: Writer, shapes: () => Promise<Shapes>, makeWorker: () => InventoryWorker = () => createInventoryWorker(() => new InventoryThread())): Promise<OpenSlideInventories> {
	const layers: InventoryLayer[] | null = await fetchLayers().catch(() => null);
	let worker: InventoryWorker | null = null;
	const holder = (): InventoryWorker => (worker ??= makeWorker());
	const ground = { shapes, nameOf: (place: string) => titleOf(atlas, lang, `place:${place}`) };
	return {
		has: (id) => layers === null || layers.some((layer) => layer.id === id),
		of: createSlideAsker({ holder, layers, t, ...ground }),
		pack: (slides) => packLayers(slides, layers, holder(), { ...ground, t }, Infinity),
		stop: () => worker?.stop()
	};
}
