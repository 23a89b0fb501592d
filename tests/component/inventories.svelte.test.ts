/** Plugged-in layers beside the records: what a search looks through, and what a panel waits for. */
import { expect, test, vi } from 'vitest';
import type { AssetCard } from '#lib/domain/inventory-question.ts';
import type { InventoryLayer } from '#lib/domain/inventory.ts';
import type { InventoryWorker } from '#lib/map/inventory-worker.ts';
import { Inventories } from '#lib/state/inventories.svelte.ts';
import { opened } from './support/stage.svelte.ts';

const layer = (id: string, count: number): InventoryLayer => ({ id, title: id, file: `${id}.csv`, sum: '', crs: { datum: 'wgs84' }, accuracyM: null, source: '', date: '', count, unplaced: 0, bbox: null, fields: [], roles: {}, style: { colour: 0 }, addedAt: '2026-11-22T00:00:00Z', addedBy: '' });
const card = (near: AssetCard['near']): AssetCard => ({ row: 1, geometry: null, properties: {}, at: null, near });

async function open(changed: Partial<InventoryWorker>, search = '') {
	const { workspace } = await opened(search);
	const loaded: string[] = [];
	const worker = { load: vi.fn(async ({ id }: InventoryLayer) => (loaded.push(id), {})), ask: vi.fn(async () => null), find: vi.fn(async () => []), stop: vi.fn(), ...changed } as unknown as InventoryWorker;
	const shelf = new Inventories(workspace, worker, async () => [layer('parcels', 400_000), layer('pumps', 300), layer('pipes', 12_000), layer('drains', 19_000)]);
	await vi.waitFor(() => expect(shelf.layers).toHaveLength(4));
	return { shelf, loaded };
}

test('the first letter typed into the search fetches no inventory of 400,000 parcels, and the list says what was not looked through', async () => {
	const { shelf, loaded } = await open({ find: async (id) => (id === 'pumps' ? [{ layer: 'pumps', row: 7, title: '南泵站', detail: '' }] : []) });
	const group = await shelf.found('泵', 20);
	expect(loaded).toEqual(['pumps', 'pipes']);
	expect(group).toMatchObject({ count: 1, items: [{ ref: 'asset:pumps/7' }], note: '未查找（图层较大且没有打开）：drains、parcels。在图层列表里打开后即可查找。' });
});

test('where nothing was found the list still says what was not looked through; an open layer is looked through whatever its size', async () => {
	const { shelf, loaded } = await open({}, '?layers=lakes,inv-parcels');
	shelf.follow();
	await vi.waitFor(() => expect(loaded).toEqual(['parcels']));
	expect(await shelf.found('泵', 20)).toMatchObject({ count: 0, items: [], note: expect.not.stringContaining('parcels') as string });
	expect(loaded).toEqual(['parcels', 'pumps', 'pipes']);
});

test('the panel of an asset shows its attributes while the waters near it are still on their way', async () => {
	let arrive = (_: AssetCard): void => {};
	const { shelf } = await open({ card: (_id, _row, hash) => (hash === null ? Promise.resolve(card(null)) : new Promise((resolve) => (arrive = resolve))) }, '?select=asset:pumps/1');
	shelf.follow();
	await vi.waitFor(() => expect(shelf.card).toEqual({ ref: 'asset:pumps/1', value: card(null) }));
	arrive(card({ waters: [], corridors: [] }));
	await vi.waitFor(() => expect(shelf.card?.value?.near).toEqual({ waters: [], corridors: [] }));
});
