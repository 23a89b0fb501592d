/** Rows of a plugged-in layer over http, a line each. Errors: rejects with a sentence where the server does not answer or the rows end early. */
import type { AssetRow, InventoryLayer } from '../domain/inventory.ts';

export async function fetchRows({ id, count }: Pick<InventoryLayer, 'id' | 'count'>, get: typeof fetch = fetch): Promise<AssetRow[]> {
	const response = await get(`/api/layers/${id}/rows.ndjson`);
	if (!response.ok) throw new Error(`/api/layers/${id}/rows.ndjson answered ${response.status}`);
	const text = await response.text();
	const rows: AssetRow[] = [];
	for (let at = 0; at < text.length; ) {
		const end = text.indexOf('\n', at);
		const line = text.slice(at, end < 0 ? text.length : end);
		if (line !== '') rows.push(JSON.parse(line) as AssetRow);
		at = end < 0 ? text.length : end + 1;
	}
	if (rows.length !== count) throw new Error(`${id}: ${rows.length} rows came of ${count}`);
	return rows;
}

export async function fetchLayers(get: typeof fetch = fetch): Promise<InventoryLayer[]> {
	const response = await get('/api/layers.json', { cache: 'no-store' });
	if (!response.ok) throw new Error(`/api/layers.json answered ${response.status}`);
	return ((await response.json()) as { layers: InventoryLayer[] }).layers;
}
