import { expect, it } from 'vitest';
import type { AssetRow, InventoryLayer } from '#lib/domain/inventory.ts';
import { createAssets } from '#lib/map/inventory-assets.ts';
import { inventoryLayers, largeNewcomers, mostParts } from '#lib/map/inventory-layers.ts';

const layer: InventoryLayer = { id: 'pumps', title: '泵站', file: '', sum: '', crs: { datum: 'wgs84' }, accuracyM: null, source: '', date: '', count: 2, unplaced: 0, bbox: null, fields: [], roles: {}, style: { colour: 0 }, addedAt: '', addedBy: '' };
const rows: AssetRow[] = [
	{ row: 1, geometry: { type: 'Point', coordinates: [121, 31] }, properties: {} },
	{ row: 2, geometry: { type: 'Polygon', coordinates: [[[121, 31], [121.01, 31], [121.01, 31.01], [121, 31]]] }, properties: {} }
];

it('the pointer over a large inventory redraws it without handing its arrays to deck anew', () => {
	const ask = () => createAssets(layer, rows).ask({ filter: { all: [] }, grounds: [], inks: [] });
	const answer = ask();
	const dataOf = (one: typeof answer) => inventoryLayers({ drawn: [{ layer, opacity: 1, answer: one }], focus: null }, 'day').map(({ props }) => (props as unknown as { data: object }).data);
	const before = dataOf(answer);
	expect(before).toHaveLength(3);
	for (const [i, data] of dataOf(answer).entries()) expect(data).toBe(before[i]);
	for (const [i, data] of dataOf(ask()).entries()) expect(data).not.toBe(before[i]);
});

it('a planner saw parcels without a value filled grey like "further values": they are hollow, with a dashed outline', () => {
	const toned: InventoryLayer = { ...layer, fields: [{ name: '状态', label: '状态', type: 'category', unit: '' }], style: { colour: 0, by: '状态' } };
	const of = (state: string | null) => createAssets(toned, rows.map((row) => ({ ...row, properties: { 状态: state } }))).ask({ filter: { all: [] }, grounds: [], inks: ['#112233', '#777777'] });
	const idsOf = (state: string | null) => inventoryLayers({ drawn: [{ layer: toned, opacity: 1, answer: of(state) }], focus: null }, 'day').map(({ id }) => id.split(':')[1]);
	expect(idsOf('建成')).toEqual(['areas', 'outlines', 'points']);
	expect(idsOf(null)).toEqual(['areas', 'outlines', 'points', 'hollow-paths', 'hollow-points']);
	const { colours } = of(null);
	expect([colours!.areas, colours!.outlines, colours!.points].flatMap((list) => [...list].filter((_, i) => i % 4 === 3)).every((alpha) => alpha === 0)).toBe(true);
});

it('a hundred thousand pipes turned on held the page up for a second: a large layer comes part by part, those that stand stay', () => {
	const many = Array.from({ length: 6000 }, (_, i): AssetRow => ({ row: i, geometry: { type: 'Point', coordinates: [121 + i / 1e5, 31] }, properties: {} }));
	const drawn = (id: string, own: readonly AssetRow[]) => ({ layer: { ...layer, id }, opacity: 1, answer: createAssets(layer, own).ask({ filter: { all: [] }, grounds: [], inks: [] }) });
	const [small, large] = [drawn('pumps', rows), drawn('pipes', many)];
	expect(largeNewcomers(null, { drawn: [small, large], focus: null })).toEqual(['pipes']);
	expect(largeNewcomers({ drawn: [large], focus: null }, { drawn: [small, large], focus: null })).toEqual([]);
	const idsAt = (parts: number) => inventoryLayers({ drawn: [small, large], focus: null }, 'day', (id) => (id === 'pumps' ? parts : Infinity)).map(({ id }) => id);
	expect(idsAt(1)).toEqual(['inv-pumps:areas', 'inv-pipes:points']);
	expect(idsAt(mostParts)).toEqual(['inv-pumps:areas', 'inv-pumps:outlines', 'inv-pumps:points', 'inv-pipes:points']);
});
