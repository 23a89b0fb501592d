/** Plugged-in layers for a one-file briefing that the server makes: their rows read from the disk, asked as the worker of a page asks them. Kept for no later file. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Briefing } from '#lib/domain/briefing.ts';
import type { AssetRow } from '#lib/domain/inventory.ts';
import { packLimits } from '#lib/domain/packed-layers.ts';
import type { PackedLayers } from '#lib/domain/packed-layers.ts';
import { translator } from '#lib/i18n/index.ts';
import type { LayerHolder } from '#lib/map/ask-layer.ts';
import { createAssets } from '#lib/map/inventory-assets.ts';
import type { Assets } from '#lib/map/inventory-assets.ts';
import { packLayers } from '#lib/map/pack-layers.ts';
import { titleOf } from '#lib/query/cards.ts';
import { nameLayers } from '#lib/query/slide-layers.ts';
import { readShelf, rowsOf } from '#lib/server/layer-shelf.ts';
import { readShapes } from '#lib/server/read-shapes.ts';
import { plannerFolder } from '#lib/server/roots.ts';
import { openStore } from '#lib/server/store.ts';
import { serverQuery } from './query.server.ts';

async function readRows(folder: string, id: string): Promise<AssetRow[]> {
	const rows: AssetRow[] = [];
	for await (const line of createInterface({ input: createReadStream(rowsOf(folder, id).path, 'utf8'), crlfDelay: Infinity })) if (line !== '') rows.push(JSON.parse(line) as AssetRow);
	return rows;
}

/** `null` where no slide names such a layer. A layer that cannot be read is named in the file. */
export async function packedLayers({ slides, lang }: Briefing): Promise<PackedLayers | null> {
	if (!nameLayers(slides)) return null;
	const folder = plannerFolder();
	const { atlas } = serverQuery();
	const open = new Map<string, Promise<Assets | null>>();
	const assetsOf = (id: string): Promise<Assets | null> => open.get(id) ?? Promise.resolve(null);
	const holder: LayerHolder = {
		load: async (layer) => {
			if (!open.has(layer.id)) open.set(layer.id, readRows(folder!, layer.id).then((rows) => createAssets(layer, rows)).catch(() => null));
			return (await assetsOf(layer.id))?.values ?? null;
		},
		ask: async (id, question) => (await assetsOf(id))?.ask(question) ?? null,
		rows: async (id, question, most) => (await assetsOf(id))?.rows(question, most) ?? null,
		card: async (id, row) => (await assetsOf(id))?.card(row, null) ?? null
	};
	return packLayers(slides, readShelf(folder).layers, holder, { shapes: async () => readShapes(openStore().files), nameOf: (place) => titleOf(atlas, lang, `place:${place}`), t: translator(lang) }, packLimits.rows);
}
