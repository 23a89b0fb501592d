/** The explore page with one plugged-in layer switched on beside what is drawn anyway, looking at it. */
import type { InventoryLayer } from '../domain/inventory.ts';
import { emptyView } from '../domain/view.ts';
import type { Camera } from '../domain/view.ts';
import type { Lang } from '../i18n/lang.ts';
import { hrefOf } from '../query/url.ts';
import { inventoryOf, inventoryLayerId } from '../query/inventory-id.ts';
import { layerIds, optionalLayerIds } from './layer-ids.ts';

/** Whether an address may name it in `layers=`: a layer of ours, or a plugged-in one that is here. */
export const knowsLayer = (held: readonly string[]) => (id: string): boolean => layerIds.includes(id) || held.includes(inventoryOf(id) ?? '');

/** About a laptop's map of 900 px. */
function cameraOf([west, south, east, north]: readonly [number, number, number, number]): Camera {
	const span = Math.max(east - west, (north - south) * 1.4, 0.02);
	const zoom = Math.min(14, Math.max(8, Math.log2((360 * 900) / (512 * span)) - 0.4));
	return { center: [Math.round((west + east) * 5e3) / 1e4, Math.round((south + north) * 5e3) / 1e4], zoom: Math.round(zoom * 100) / 100 };
}

export function inventoryHref(lang: Lang, { id, bbox }: Pick<InventoryLayer, 'id' | 'bbox'>): string {
	const shown = layerIds.filter((layer) => !optionalLayerIds.has(layer));
	return hrefOf(lang, { ...emptyView, layers: [...shown, inventoryLayerId(id)].map((layer) => ({ id: layer, opacity: 1 })), assets: id, camera: bbox ? cameraOf(bbox) : null });
}
