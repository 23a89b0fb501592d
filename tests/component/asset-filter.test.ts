/** A plugged-in layer filtered by its own fields on the explore page, its worker standing in the page. */
import { cleanup, fireEvent, screen, within } from '@testing-library/svelte';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import AssetFilter from '#lib/components/AssetFilter.svelte';
import AssetTable from '#lib/components/AssetTable.svelte';
import type { AssetRow, InventoryLayer } from '#lib/domain/inventory.ts';
import { createAssets } from '#lib/map/inventory-assets.ts';
import type { InventoryWorker } from '#lib/map/inventory-worker.ts';
import { changeWords } from '#lib/query/view-change.ts';
import { Inventories } from '#lib/state/inventories.svelte.ts';
import { ViewHistory } from '#lib/state/view-history.svelte.ts';
import { opened, show } from './support/stage.svelte.ts';

beforeAll(() => {
	globalThis.ResizeObserver ??= class {
		observe(): void {}
		unobserve(): void {}
		disconnect(): void {}
	};
});
afterEach(cleanup);

const html = '<img src=x onerror=alert(1)>&a=b,~';
const layer: InventoryLayer = {
	id: 'pipes', title: '雨水管线', file: 'p.csv', sum: '', crs: { datum: 'wgs84' }, accuracyM: null, source: '', date: '', count: 14, unplaced: 14, bbox: null, addedAt: '', addedBy: '', style: { colour: 0 }, roles: { name: '编号', kind: '材质', status: '状态', year: '建成' },
	fields: [['编号', 'text'], ['材质', 'category'], ['状态', 'category'], ['建成', 'number']].map(([name, type]) => ({ name: name!, label: name!, type: type as 'text', unit: '' }))
};
const kinds = ['PE', 'PE', 'PE', '钢', '钢', null, html, 'a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7'];
const rows = kinds.map((材质, i): AssetRow => ({ row: i + 1, geometry: null, properties: { 编号: `G${i + 1}`, 材质, 状态: i < 4 ? '现状' : '在建', 建成: i === 0 ? null : 2010 + (i % 4) } }));

async function open(search = '') {
	const staged = await opened(`?v=1&table=inv-pipes${search}`);
	const assets = createAssets(layer, rows);
	const worker = {
		load: async () => assets.values, fields: async () => assets.fields(), ask: async (_: string, question: Parameters<typeof assets.ask>[0]) => assets.ask(question),
		lines: async (_: string, ...rest: Parameters<typeof assets.lines>) => assets.lines(...rest), stop: () => {}
	} as unknown as InventoryWorker;
	const shelf = new Inventories(staged.workspace, worker, async () => [layer]);
	await vi.waitFor(() => expect(shelf.layers).toHaveLength(1));
	const follow = async (): Promise<void> => {
		shelf.follow();
		await vi.waitFor(() => expect(shelf.shown.pipes && shelf.fields.pipes).toBeTruthy());
		await new Promise((resolve) => setTimeout(resolve));
	};
	await follow();
	const go = async (link: HTMLElement): Promise<void> => {
		staged.browser.goto(link.getAttribute('href')!);
		await follow();
	};
	return { ...staged, shelf, go, follow, address: () => decodeURIComponent(staged.browser.address) };
}
/** By hand: asking for roles goes through the whole page each time. */
const value = (field: string, name: string): HTMLElement => [...document.querySelectorAll<HTMLElement>(`details[aria-label="${field}"] a`)].find((link) => link.querySelector('.name, i')!.textContent === name)!;
const countsOf = (link: HTMLElement): string => link.querySelector('.ct')!.textContent!.replaceAll(/\s+/g, '');

test('a value chosen is in the address, leaves its rows in the table and can be dropped; nothing of our records changes', async () => {
	const { shelf, go, address, workspace, ...staged } = await open();
	const ours = workspace.model.counts;
	show({ workspace, ...staged }, AssetFilter, { shelf, id: 'pipes' });
	expect(screen.getByText(/不影响本图的项目、措施和指标/)).toBeTruthy();
	expect(countsOf(value('材质', '未填'))).toBe('1/1');
	await go(value('材质', 'PE'));
	expect(address()).toBe('/zh?v=1&table=inv-pipes&inv-pipes.材质=PE');
	expect([shelf.shown.pipes!.answer.total, countsOf(value('状态', '现状'))]).toEqual([3, '3/4']);
	await go(value('材质', '未填'));
	await go(value('状态', '在建'));
	expect([address(), shelf.shown.pipes!.answer.total]).toEqual(['/zh?v=1&table=inv-pipes&inv-pipes.材质=PE,~none&inv-pipes.状态=在建', 1]);
	expect(workspace.model.counts).toEqual(ours);
	const chip = screen.getByRole('link', { name: '去掉图层筛选：材质：PE或未填' });
	chip.focus();
	expect(document.activeElement).toBe(chip);
	await go(chip);
	expect(address()).toBe('/zh?v=1&table=inv-pipes&inv-pipes.状态=在建');
	const clear = screen.getByRole('link', { name: '清除图层筛选' });
	clear.focus();
	await go(clear);
	expect(document.activeElement, 'the focus stays in the filter').toBe(screen.getByRole('region', { name: '筛选“雨水管线”' }));
	expect(address()).toBe('/zh?v=1&table=inv-pipes');
});

test('a value of HTML with every mark of an address is chosen, shown as text and found again', async () => {
	const { shelf, go, ...staged } = await open();
	show(staged, AssetFilter, { shelf, id: 'pipes' });
	await fireEvent.click(screen.getByRole('button', { name: '其余 2 个' }));
	await go(value('材质', html));
	expect(shelf.shown.pipes!.answer.total).toBe(1);
	expect(screen.getByRole('link', { name: `去掉图层筛选：材质：${html}` })).toBeTruthy();
	expect(document.querySelector('img')).toBeNull();
	expect(shelf.unused).toEqual([]);
});

test('bars are brushed by keyboard: rows follow at once, one address is written when the key is let go', async () => {
	const { shelf, follow, address, ...staged } = await open();
	show(staged, AssetFilter, { shelf, id: 'pipes' });
	const lower = screen.getByRole('slider', { name: '建成，下限' });
	await fireEvent.keyDown(lower, { key: 'ArrowRight' });
	await follow();
	expect([lower.getAttribute('aria-valuetext'), shelf.shown.pipes!.answer.total, address()]).toEqual(['2011', 10, '/zh?v=1&table=inv-pipes']);
	await fireEvent.keyUp(lower, { key: 'ArrowRight' });
	expect(address()).toBe('/zh?v=1&table=inv-pipes&inv-pipes.建成=2011..');
	const upper = screen.getByRole('textbox', { name: '建成，到' });
	await fireEvent.input(upper, { target: { value: '很久' } });
	await fireEvent.change(upper);
	expect(screen.getByRole('alert').textContent).toBe('请填数，前小后大；留空表示不限。');
});

test('what leaves nothing says which condition to drop, in the table too', async () => {
	const { shelf, ...staged } = await open('&inv-pipes.材质=钢&inv-pipes.状态=现状&inv-pipes.建成=2012');
	show(staged, AssetTable, { shelf, id: 'pipes' });
	const empty = screen.getByRole('status');
	expect(within(empty).getAllByRole('link').map((link) => [link.textContent, decodeURIComponent(link.getAttribute('href')!)])).toEqual([
		['去掉“材质：钢”，可见 1 个', '/zh?v=1&table=inv-pipes&inv-pipes.状态=现状&inv-pipes.建成=2012'], ['去掉“建成：2012”，可见 1 个', '/zh?v=1&table=inv-pipes&inv-pipes.材质=钢&inv-pipes.状态=现状']
	]);
});

test('a field, a value and a range that the layer has not are told of in a sentence each, and stay in the link', async () => {
	const { shelf, workspace, ...staged } = await open('&inv-pipes.材质=PE,木&inv-pipes.口径=3&inv-pipes.建成=从前');
	show({ workspace, ...staged }, AssetFilter, { shelf, id: 'pipes' });
	expect(shelf.shown.pipes!.answer.total).toBe(3);
	expect(shelf.unused.map(({ sentence }) => sentence)).toEqual(['图层“雨水管线”的“材质”没有值“木”，没有用上，链接里仍保留', '图层“雨水管线”没有字段“口径”，这个条件没有用上，链接里仍保留', '图层“雨水管线”的“建成”是数字，“从前”不是区间（例如 5..20），没有用上，链接里仍保留']);
	expect(decodeURIComponent(workspace.href({}))).toContain('inv-pipes.材质=PE,木&inv-pipes.口径=3&inv-pipes.建成=从前');
	expect(document.querySelectorAll('.chip.unused')).toHaveLength(2);
});

test('a condition is a step that can be undone and done again', async () => {
	const { workspace, go, shelf, ...staged } = await open();
	show({ workspace, ...staged }, AssetFilter, { shelf, id: 'pipes' });
	const history = new ViewHistory();
	history.see(workspace.view);
	await go(value('材质', 'PE'));
	history.see(workspace.view);
	expect(changeWords(workspace.query!, workspace, history.before!, history.now!)).toBe('图层筛选（材质）');
	expect(history.undo()?.assetFilter).toEqual([]);
	expect(history.redo()?.assetFilter).toEqual([{ layer: 'pipes', field: '材质', of: ['PE'] }]);
});
