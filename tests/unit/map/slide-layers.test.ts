/** Plugged-in layers under slides: asked of their server, and carried by a one-file briefing, which says the same. */
import { describe, expect, it, vi } from 'vitest';
import type { AssetRow, InventoryLayer } from '#lib/domain/inventory.ts';
import { packLimits } from '#lib/domain/packed-layers.ts';
import '#lib/i18n/both-words.ts';
import { emptySlide } from '#lib/domain/briefing.ts';
import type { Slide } from '#lib/domain/briefing.ts';
import type { Shape, Shapes } from '#lib/domain/shape.ts';
import { shapeLayers } from '#lib/domain/shape.ts';
import { translator } from '#lib/i18n/index.ts';
import type { LayerHolder } from '#lib/map/ask-layer.ts';
import { createSlideAsker } from '#lib/map/ask-slide-layers.ts';
import { createAssets } from '#lib/map/inventory-assets.ts';
import { openPackedInventories } from '#lib/map/packed-inventories.ts';
import { packLayers } from '#lib/map/pack-layers.ts';
import type { PackGround } from '#lib/map/pack-layers.ts';
import { isHeld, layersIn, nameLayers } from '#lib/query/slide-layers.ts';
import { decode } from '#lib/query/url.ts';

const t = translator('zh');
const head = (id: string, title: string, patch: Partial<InventoryLayer> = {}): InventoryLayer => ({ id, title, file: `${id}.geojson`, sum: 'secret', crs: { datum: 'wgs84' }, accuracyM: 5, source: '水务局', date: '2026-03', count: 4, unplaced: 1, bbox: null, fields: [{ name: '名称', label: '名称', type: 'text', unit: '' }, { name: '类型', label: '类型', type: 'category', unit: '' }, { name: '年', label: '年', type: 'number', unit: '' }], roles: { name: '名称', year: '年' }, style: { colour: 0, by: '类型' }, addedAt: '', addedBy: '李工', ...patch });
const pump = (row: number, lon: number, 类型: string | null, 年: number): AssetRow => ({ row, geometry: { type: 'Point', coordinates: [lon, 31.05] }, properties: { 名称: `泵${row}`, 类型, 年 } });
const pumps = [pump(1, 121, '雨水', 2001), pump(2, 121.001, '雨水', 2020), pump(5, 121.3, '污水', 2021), { ...pump(7, 0, null, 2022), geometry: null }];
const pipe: AssetRow = { row: 1, geometry: { type: 'LineString', coordinates: Array.from({ length: 500 }, (_, i) => [121 + i / 1000, 31 + (i % 2) / 1e6]) }, properties: {} };
const layers = [head('pumps', '泵站'), head('pipes', '管道', { count: 1, fields: [], roles: {}, style: { colour: 1 }, source: '', date: '', accuracyM: null })];
const rowsOf: Record<string, AssetRow[]> = { pumps, pipes: [pipe] };
const river: Shape = { id: 'taipu-river', place: 'taipu-river', kind: 'river', accuracy: 'digitised', accuracyM: 30, rank: 0, context: false, at: [121, 31], geometry: { type: 'LineString', coordinates: [[120.99, 31.05], [121.002, 31.05]] } };
const ground: PackGround = { t, shapes: async () => ({ ...Object.fromEntries(shapeLayers.map((name) => [name, []])), river: [river] }) as unknown as Shapes, nameOf: (id) => id };

function openHolder(missing: readonly string[] = []) {
	const open = new Map(layers.filter(({ id }) => !missing.includes(id)).map((layer) => [layer.id, createAssets(layer, rowsOf[layer.id]!)]));
	const ask = vi.fn<LayerHolder['ask']>(async (id, question) => open.get(id)?.ask(question) ?? null);
	const holder: LayerHolder = { load: async ({ id }) => open.get(id)?.values ?? null, ask, rows: async (id, question, most) => open.get(id)?.rows(question, most) ?? null, card: async (id, row) => open.get(id)?.card(row, null) ?? null };
	return { holder, ask };
}
const viewOf = (search: string) => decode(search).view;
const slide = (view: string, patch: Partial<Slide> = {}): Slide => ({ ...emptySlide(view), show: 'map', view, ...patch });
const served = (missing?: string[]) => createSlideAsker({ holder: () => openHolder(missing).holder, layers, ...ground });
const carried = async (views: readonly string[], limits: Partial<Record<keyof typeof packLimits, number>> = {}) => {
	const packed = await packLayers(views.map((view) => slide(view)), layers, openHolder().holder, ground, limits.rows ?? Infinity, { ...packLimits, ...limits });
	// Through the file and back.
	return { packed, shown: openPackedInventories(JSON.parse(JSON.stringify(packed)) as typeof packed, t) };
};

describe('which slides name plugged-in layers', () => {
	it('those that draw one or select from one, before a title none', () => {
		expect(layersIn(viewOf('?layers=lakes,inv-pumps:0.5,inv-pipes&select=asset:pumps/2'))).toEqual(['pumps', 'pipes']);
		expect([slide('?layers=lakes'), slide('?along=inv-pumps'), slide('?layers=inv-pumps', { kind: 'title' })].map((one) => nameLayers([one]))).toEqual([false, false, false]);
		expect(nameLayers([slide(''), slide('?select=asset%3Apumps%2F2')])).toBe(true);
	});
	it('as long as no server has told, none counts as gone', () => {
		expect([isHeld('inv-pumps', null), isHeld('inv-gone', { has: () => false }), isHeld('lakes', null)]).toEqual([true, false, false]);
	});
});

describe('a slide with a layer', () => {
	it('draws what passes its filter in the tones of its theme, and tells whose it is, how many, source and accuracy', async () => {
		const { drawn, legend, said } = await served()(viewOf('?along=taipu-river&within=500&layers=inv-pipes,inv-pumps:0.5'), 'briefing');
		expect(drawn.map(({ layer: { id }, opacity, answer }) => [id, opacity, [...answer.drawing.points.rows]])).toEqual([['pipes', 1, []], ['pumps', 0.5, [1, 2]]]);
		expect(legend.map(({ title, count }) => [title, count])).toEqual([['泵站', '2 / 4'], ['管道', '0 / 1']]);
		expect(legend[0]).toMatchObject({ ink: null, marks: [{ ink: '#6075F9', text: '雨水' }, { text: '污水' }, { ink: '#A9B0A4', text: '无数据' }], lines: ['来源：水务局、2026-03；精度：± 5 m'] });
		expect(legend[1]!.lines).toEqual(['来源：未注明；精度：未注明']);
		expect(said).toEqual([]);
	});
	it('names the conditions that the layer cannot answer, as a planner words them', async () => {
		const { legend } = await served()(viewOf('?domain=eco&layers=inv-pumps&f=upstream%3Dtaipu-river'), 'day');
		expect(legend[0]!.lines.at(-1)).toBe('不受这些条件筛选：措施领域、在……上游');
	});
	it('asks the layer its own conditions too, says them, and says which found nothing to ask', async () => {
		const { drawn, legend } = await served()(viewOf('?layers=inv-pumps&inv-pumps.类型=雨水&inv-pumps.颜色=红'), 'day');
		expect([...drawn[0]!.answer.drawing.points.rows]).toEqual([1, 2]);
		expect(legend[0]!.lines.slice(1)).toEqual(['已筛选：类型：雨水', '图层“泵站”没有字段“颜色”，这个条件没有用上，链接里仍保留']);
	});
	it('marks the selected asset by its name, whether or not its layer is drawn', async () => {
		const asked = await served()(viewOf('?layers=inv-pumps&select=asset:pumps/5'), 'day');
		expect(asked.focus).toEqual({ type: 'Point', coordinates: [121.3, 31.05] });
		expect(asked.legend[0]!.marks.at(-1)).toEqual({ ink: '#C8381F', isHollow: true, text: '泵5' });
		expect((await served()(viewOf('?layers=lakes&select=asset:pumps/5'), 'day')).legend).toMatchObject([{ title: '泵站', count: '', marks: [{ text: '泵5' }] }]);
	});
	it('says what is not drawn: rows that did not come, an asset that is not in the layer, one without geometry', async () => {
		expect((await served(['pumps'])(viewOf('?layers=inv-pumps&select=asset:pumps/5'), 'day')).said).toEqual(['自有图层“泵站”没有取到，图上没有画。']);
		expect((await served()(viewOf('?select=asset:pumps/99'), 'day')).said).toEqual(['自有图层“泵站”没有第 99 个要素，图上没有标出。']);
		expect((await served()(viewOf('?select=asset:pumps/7'), 'day')).said).toEqual(['“泵7”没有图形，图上没有标出。']);
	});
	it('going back to a slide asks nothing again', async () => {
		const { holder, ask } = openHolder();
		const of = createSlideAsker({ holder: () => holder, layers, ...ground });
		for (const search of ['?layers=inv-pumps', '?layers=inv-pumps&period=2020', '?layers=lakes,inv-pumps:0.3']) await of(viewOf(search), 'day');
		expect(ask).toHaveBeenCalledTimes(2);
	});
});

describe('a one-file briefing with layers', () => {
	const views = ['?along=taipu-river&within=500&layers=inv-pumps', '?period=2020..2022&layers=inv-pumps,inv-pipes&select=asset:pumps/5', '?layers=lakes&select=asset:pumps/99', '?layers=inv-gone', '?layers=inv-pumps&inv-pumps.类型=污水'];
	it('draws and says on each slide what the server does', async () => {
		const { shown } = await carried(views);
		const of = served();
		for (const search of views) for (const theme of ['day', 'briefing'] as const) {
			const [there, here] = await Promise.all([of(viewOf(search), theme), shown.of(viewOf(search), theme)]);
			const plain = ({ drawn, ...rest }: typeof there) => ({ ...rest, drawn: drawn.map(({ layer: { id }, opacity, answer: { total, drawing, colours, tones } }) => ({ id, opacity, total, drawing, colours, tones: tones.map(({ value }) => value) })) });
			expect(plain(here)).toEqual(plain(there));
		}
	});
	it('carries what its slides draw and nothing else: no row that no filter lets through, no attribute, no name of who loaded it', async () => {
		const { packed } = await carried([views[0]!]);
		expect(packed.layers.map(({ rows }) => rows.map(([row]) => row))).toEqual([[1, 2]]);
		expect(JSON.stringify(packed)).not.toMatch(/李工|secret|泵1|2001|geojson|pipes/);
	});
	it('a layer with more features than a file takes is left out whole and named; one that fits is drawn', async () => {
		const { packed, shown } = await carried(['?layers=inv-pumps,inv-pipes'], { features: 2 });
		expect(packed.left).toEqual([{ id: 'pumps', title: '泵站', why: 'features', n: 4 }]);
		const { drawn, said } = await shown.of(viewOf('?layers=inv-pumps,inv-pipes'), 'day');
		expect(drawn.map(({ layer: { id } }) => id)).toEqual(['pipes']);
		expect(said).toEqual(['自有图层“泵站”有 4 个要素符合条件；单文件的自有图层合计最多 20,000 个，装不下，图上没有画。']);
		expect([shown.has('pumps'), shown.has('gone')]).toEqual([true, false]);
	});
	it('geometry that is too large is generalised, which the legend says; what stays too large is left out', async () => {
		const { packed, shown } = await carried(['?layers=inv-pipes'], { bytes: 400 });
		expect(packed.layers[0]).toMatchObject({ toleranceM: 2, rows: [[1, { type: 'LineString' }, 0]] });
		expect((await shown.of(viewOf('?layers=inv-pipes'), 'day')).legend[0]!.lines.at(-1)).toBe('图形已概化，偏差不超过 2 m');
		expect((await carried(['?layers=inv-pipes'], { bytes: 40 })).packed.left).toMatchObject([{ id: 'pipes', why: 'bytes' }]);
	});
	it('a layer too long for the server to look through is named with what to do; so is one that could not be read', async () => {
		const { shown } = await carried(['?layers=inv-pumps'], { rows: 3 });
		expect((await shown.of(viewOf('?layers=inv-pumps'), 'day')).said[0]).toContain('请在编辑页导出单文件');
		const packed = await packLayers([slide('?layers=inv-pumps')], layers, openHolder(['pumps']).holder, ground, Infinity);
		expect(packed.left).toMatchObject([{ title: '泵站', why: 'failed' }]);
	});
});
