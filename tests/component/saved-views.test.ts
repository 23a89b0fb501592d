import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import { beforeAll, expect, test, vi } from 'vitest';
import SavedViews from '#lib/components/SavedViews.svelte';
import type { SavedView } from '#lib/domain/saved-view.ts';
import type { BrowserStore } from '#lib/ports/browser-store.ts';
import { opened, show } from './support/stage.svelte.ts';
import type { Staged } from './support/stage.svelte.ts';

/** jsdom knows no dialogs. */
beforeAll(() => {
	HTMLDialogElement.prototype.showModal = function () { this.open = true; };
	HTMLDialogElement.prototype.close = function () { this.open = false; };
});

function storeOf(...views: SavedView[]): BrowserStore<SavedView> & { kept: Map<string, SavedView>; refuses: boolean } {
	const kept = new Map(views.map((view) => [view.id, view]));
	const store = {
		kept, refuses: false,
		all: async () => [...kept.values()],
		get: async (key: string) => kept.get(key) ?? null,
		put: async (view: SavedView) => {
			if (store.refuses) throw new DOMException('full', 'QuotaExceededError');
			kept.set(view.id, view);
		},
		remove: async (key: string) => void kept.delete(key)
	};
	return store;
}
const saved = (name: string, view: string): SavedView => ({ id: name, name, view, savedAt: '2026-11-20T08:00:00.000Z', dataDate: '2026-03-04' });

async function open(search: string, store: BrowserStore<SavedView>): Promise<Staged> {
	const staged = await opened(search);
	show(staged, SavedViews, { store, onclose: () => {} });
	return staged;
}
const names = () => screen.queryAllByRole('link', { hidden: true }).filter((link) => link.classList.contains('name')).map((link) => link.textContent);
const said = (text: RegExp | string) => waitFor(() => expect(screen.getByRole('status').textContent).toMatch(text));
const give = (name: string, text: string) => fireEvent.change(document.querySelector('input[type=file]')!, { target: { files: [Object.assign(new File([text], name), { text: async () => text })] } });

test('the view is kept under its filter in words, or under a name of the reader', async () => {
	const store = storeOf();
	await open('?along=mirror-lake&within=2000&at=121.05,31.04,12', store);
	const name = screen.getByRole<HTMLInputElement>('textbox', { name: '名称' });
	expect(name.value).toBe('沿镜湖 ≤ 2 km');
	await fireEvent.input(name, { target: { value: ' 周一例会 ' } });
	await fireEvent.click(screen.getByRole('button', { name: '保存当前视图' }));
	await said('已保存“周一例会”。');
	expect([...store.kept.values()]).toMatchObject([{ name: '周一例会', view: '?v=1&along=mirror-lake&within=2000&at=121.05,31.04,12' }]);
	expect(names()).toEqual(['周一例会']);
});

test('a view opens with its camera, says what is gone, can be set beside the current one, renamed, deleted and brought back', async () => {
	const store = storeOf(saved('镜湖', '?v=1&along=mirror-lake,dry-lake&at=121.1,31.05,13'));
	const staged = await open('?kind=rail', store);
	await waitFor(() => expect(names()).toEqual(['镜湖']));
	expect(screen.getByText(/其中 1 处在当前数据中已找不到/)).toBeTruthy();
	expect(screen.getByRole('link', { name: '把“镜湖”与当前视图对比' }).getAttribute('href')).toBe(`/zh/compare?a=${encodeURIComponent('v=1&kind=rail')}&b=${encodeURIComponent('v=1&along=mirror-lake,dry-lake&at=121.1,31.05,13')}`);

	await fireEvent.click(screen.getByRole('button', { name: '重命名“镜湖”' }));
	const field = screen.getByRole('textbox', { name: '重命名“镜湖”' });
	await fireEvent.input(field, { target: { value: '镜湖沿岸' } });
	await fireEvent.submit(field.closest('form')!);
	await waitFor(() => expect(names()).toEqual(['镜湖沿岸']));

	await fireEvent.click(screen.getByRole('button', { name: '删除“镜湖沿岸”' }));
	await said('已删除“镜湖沿岸”。');
	expect(store.kept.size).toBe(0);
	await fireEvent.click(within(screen.getByRole('status')).getByRole('button', { name: '恢复' }));
	await waitFor(() => expect(names()).toEqual(['镜湖沿岸']));

	await fireEvent.click(screen.getByRole('link', { name: '镜湖沿岸' }));
	expect(staged.browser.address).toContain('/zh?v=1&along=mirror-lake,dry-lake&at=121.1,31.05,13');
	expect(staged.workspace.model.ignored).toMatchObject([{ key: 'along', value: 'dry-lake', reason: 'unknown-id' }]);
	expect(staged.workspace.href({}), 'the camera came along').toContain('at=121.1,31.05,13');
});

test('a bad file is one sentence and nothing is lost; a good one adds what is not there', async () => {
	const store = storeOf(saved('镜湖', '?v=1&along=mirror-lake'));
	await open('', store);
	await waitFor(() => expect(names()).toEqual(['镜湖']));
	await give('notes.json', '{"format": "something"}');
	await said('“notes.json”不是本图导出的视图文件');
	await give('views.json', JSON.stringify({ format: 'shuixiang-views/1', views: [saved('a', ''), { name: 'b', view: 'http://x' }] }));
	await said('“views.json”第 2 个视图的“view”不合规定');
	expect([...store.kept.keys()]).toEqual(['镜湖']);
	await give('views.json', JSON.stringify({ format: 'shuixiang-views/1', views: [saved('镜湖', '?v=1&along=mirror-lake'), saved('长河', '?v=1&along=long-river')] }));
	await said('已导入 1 个视图；1 个已经在列。');
	expect(names()).toEqual(['长河', '镜湖']);
});

test('where the browser keeps nothing the list says so and stays as it was', async () => {
	const store = storeOf(saved('镜湖', '?v=1&along=mirror-lake'));
	await open('', store);
	await waitFor(() => expect(names()).toEqual(['镜湖']));
	store.refuses = true;
	await fireEvent.click(screen.getByRole('button', { name: '保存当前视图' }));
	await said('本浏览器不允许保存');
	expect(names()).toEqual(['镜湖']);
	await give('views.json', JSON.stringify({ format: 'shuixiang-views/1', views: [saved('长河', '?v=1&along=long-river')] }));
	await said('本浏览器不允许保存');
	expect(names()).toEqual(['镜湖']);
});

test('more than a hundred views are not kept', async () => {
	const store = storeOf(...Array.from({ length: 100 }, (_, i) => saved(`第 ${i} 个`, '?v=1')));
	const put = vi.spyOn(store, 'put');
	await open('', store);
	await waitFor(() => expect(names()).toHaveLength(100));
	await fireEvent.click(screen.getByRole('button', { name: '保存当前视图' }));
	await said('最多保存 100 个视图');
	await give('views.json', JSON.stringify({ format: 'shuixiang-views/1', views: [saved('又一个', '')] }));
	await said('加上已有的超过 100 个');
	expect(put).not.toHaveBeenCalled();
});
