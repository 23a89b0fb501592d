import { fireEvent, screen, within } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import SearchBox from '#lib/components/SearchBox.svelte';
import type { Search } from '#lib/query/search/search.ts';
import { openSearch } from '#lib/state/open-search.ts';
import { opened, show } from './support/stage.svelte.ts';

/** jsdom lays nothing out. */
Element.prototype.scrollIntoView = () => {};

const box = (): HTMLInputElement => screen.getByRole('combobox');
const options = (): HTMLElement[] => screen.queryAllByRole('option');
const current = (): HTMLElement => options().find((option) => option.getAttribute('aria-selected') === 'true')!;

async function showBox(props: Record<string, unknown> = {}) {
	const staged = await opened();
	const [onpick, onopen] = [vi.fn(), vi.fn()];
	show(staged, SearchBox, { load: () => openSearch(staged.workspace.source), onpick, onopen, ...props });
	return { onpick, onopen, staged };
}
async function type(words: string): Promise<void> {
	await fireEvent.focus(box());
	await fireEvent.input(box(), { target: { value: words } });
}

test.each(['镜湖', '鏡湖', 'jinghu', 'jh', 'Mirror La'])('"%s" finds the lake first, Enter selects it', async (words) => {
	const { onpick } = await showBox();
	await type(words);
	await vi.waitFor(() => expect(options()[0]!.textContent).toContain('Mirror Lake'), { timeout: 10_000 });
	await fireEvent.keyDown(box(), { key: 'Enter' });
	await vi.waitFor(() => expect(onpick).toHaveBeenCalledWith(expect.objectContaining({ ref: 'place:mirror-lake' })));
	expect(box().value).toBe('');
});

test('nothing is loaded before the box is used, and the dataset is asked for once', async () => {
	const { staged } = await showBox();
	expect(staged.asked).not.toContain('readings');
	await type('镜');
	await vi.waitFor(() => expect(options().length).toBeGreaterThan(0));
	await fireEvent.blur(box());
	await type('镜湖');
	expect(staged.asked.filter((name) => name === 'readings')).toHaveLength(1);
});

test('who types and presses Enter before the search has arrived is answered when it has', async () => {
	let arrive: (search: Search) => void = () => {};
	const { onpick, staged } = await showBox({ load: () => new Promise<Search>((resolve) => (arrive = resolve)) });
	await type('镜湖');
	await fireEvent.keyDown(box(), { key: 'Enter' });
	expect(onpick).not.toHaveBeenCalled();
	expect(screen.getByText('搜索载入中')).toBeTruthy();
	const search = await openSearch(staged.workspace.source);
	await vi.waitFor(() => {
		arrive(search);
		expect(onpick).toHaveBeenCalledWith(expect.objectContaining({ ref: 'place:mirror-lake' }));
	});
});

test('where the search does not load this is said, and Enter sends the form to the search page', async () => {
	await showBox({ load: () => Promise.reject(new Error('gone')) });
	const submit = vi.spyOn(HTMLFormElement.prototype, 'submit').mockImplementation(() => {});
	await type('镜湖');
	expect(await screen.findByText('搜索没有载入。按回车键到搜索页去找。')).toBeTruthy();
	await fireEvent.keyDown(box(), { key: 'Enter' });
	await vi.waitFor(() => expect(submit).toHaveBeenCalledOnce());
	expect(box().form!.getAttribute('action')).toBe('/zh/search');
	expect(box().name).toBe('q');
	submit.mockRestore();
});

test('arrows, Home and End walk through all groups, and the input names the option it is at', async () => {
	await showBox();
	await type('plan');
	await vi.waitFor(() => expect(options().length).toBeGreaterThan(3));
	const press = (key: string) => fireEvent.keyDown(box(), { key });
	const isAt = (option: HTMLElement): void => {
		expect(current()).toBe(option);
		expect(box().getAttribute('aria-activedescendant')).toBe(option.id);
	};
	isAt(options()[0]!);
	await press('ArrowDown');
	isAt(options()[1]!);
	await press('End');
	isAt(options().at(-1)!);
	await press('ArrowDown');
	isAt(options()[0]!);
	await press('ArrowUp');
	isAt(options().at(-1)!);
	await press('Home');
	isAt(options()[0]!);
	expect(new Set(options().map(({ id }) => id)).size).toBe(options().length);
});

test('results stand in groups by kind with the words marked; the way to all of a kind is an option too', async () => {
	const search = await openSearch((await opened()).workspace.source);
	const few: Search = { find: (question, options) => search.find(question, { ...options, limit: 2 }) };
	const { onopen } = await showBox({ load: async () => few });
	await type('delta');
	const group = await screen.findByRole('group', { name: /^地点 \d+$/ });
	expect(within(group).getAllByRole('option')[0]!.querySelector('mark')!.textContent).toBe('Delta');
	await type('l');
	const [all] = await screen.findAllByRole('option', { name: /^全部 \d+ 条地点$/ });
	expect(Number(/\d+/.exec(all!.textContent)![0])).toBeGreaterThan(4);
	await fireEvent.pointerDown(all!);
	await vi.waitFor(() => expect(onopen).toHaveBeenCalledWith('/zh/search?q=l&kind=place'));
});

test('how many were found is told, and nothing found is said in a sentence', async () => {
	await showBox();
	await type('镜湖治理');
	expect(await screen.findByText(/^找到 \d+ 条$/)).toBeTruthy();
	await type('西湖龙井');
	expect(await screen.findByText('没有找到“西湖龙井”。可试简体、繁体、拼音或英文。')).toBeTruthy();
	expect(box().getAttribute('aria-expanded')).toBe('false');
	await type('。。。');
	expect(await screen.findByText('请输入汉字、字母或数字。')).toBeTruthy();
});

test('Escape closes the list, then empties the box, then is left to the page', async () => {
	await showBox();
	await type('镜湖');
	await vi.waitFor(() => expect(options().length).toBeGreaterThan(0));
	const heard = vi.fn();
	window.addEventListener('keydown', heard);
	await fireEvent.keyDown(box(), { key: 'Escape' });
	expect(box().getAttribute('aria-expanded')).toBe('false');
	expect(box().value).toBe('镜湖');
	await fireEvent.keyDown(box(), { key: 'Escape' });
	expect(box().value).toBe('');
	expect(heard).not.toHaveBeenCalled();
	await fireEvent.keyDown(box(), { key: 'Escape' });
	expect(heard).toHaveBeenCalledOnce();
	window.removeEventListener('keydown', heard);
});

test('Enter that ends the writing of pinyin in an input method chooses nothing', async () => {
	const { onpick } = await showBox();
	await type('jinghu');
	await vi.waitFor(() => expect(options().length).toBeGreaterThan(0));
	await fireEvent.keyDown(box(), { key: 'Enter', isComposing: true });
	expect(onpick).not.toHaveBeenCalled();
	expect(box().value).toBe('jinghu');
});

test('"/" brings the cursor here, but not out of another field', async () => {
	await showBox();
	await fireEvent.keyDown(document.body, { key: '/' });
	expect(document.activeElement).toBe(box());
	box().blur();
	const field = document.body.appendChild(document.createElement('textarea'));
	field.focus();
	await fireEvent.keyDown(field, { key: '/' });
	expect(document.activeElement).toBe(field);
	field.remove();
});
