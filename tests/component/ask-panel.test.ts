import { fireEvent, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, test, vi } from 'vitest';
import AskPanel from '#lib/components/AskPanel.svelte';
import { opened, show } from './support/stage.svelte.ts';
import type { Staged } from './support/stage.svelte.ts';

Element.prototype.scrollIntoView = () => {};

async function ask(search = '', lang: 'zh' | 'en' = 'zh'): Promise<Staged> {
	const staged = await opened(search, { lang });
	show(staged, AskPanel, { map: null, onclose: () => {} });
	await tick();
	return staged;
}
const address = ({ browser }: Staged): string => decodeURIComponent(browser.address);
const condition = (n: number): HTMLElement => screen.getByRole('group', { name: `条件 ${n}` });
const predicate = (n: number): HTMLSelectElement => within(condition(n)).getByRole('combobox', { name: '问什么' });
const choosePredicate = (n: number, value: string) => fireEvent.change(predicate(n), { target: { value } });
async function choosePlace(n: number, text: string): Promise<void> {
	const input = within(condition(n)).getByRole('combobox', { name: '地点' });
	await fireEvent.input(input, { target: { value: text } });
	await fireEvent.keyDown(input, { key: 'Enter' });
}

test('a question is built by keyboard, and each step stands in the address', async () => {
	const staged = await ask();
	expect(screen.getByText('还没有条件：全部记录。')).toBeTruthy();
	await choosePredicate(1, 'shore');
	expect(address(staged), 'nothing is asked before a lake is chosen').toBe('/zh');
	await choosePlace(1, '镜湖');
	expect(address(staged)).toBe('/zh?v=1&f=shore=mirror-lake');
	const metres = within(condition(1)).getByRole('spinbutton', { name: '距离' });
	await fireEvent.change(metres, { target: { value: '800' } });
	expect(address(staged)).toBe('/zh?v=1&f=shore=mirror-lake~800');
	await fireEvent.change(metres, { target: { value: '99999' } });
	expect(within(condition(1)).getByRole('alert').textContent).toContain('没有改动');
	expect(address(staged)).toBe('/zh?v=1&f=shore=mirror-lake~800');
	await fireEvent.click(within(condition(1)).getByRole('button', { name: '不满足此条件' }));
	expect(address(staged)).toBe('/zh?v=1&f=not(shore=mirror-lake~800)');
});

test('rows are joined by "and", then by "or"; a row taken away leaves the other', async () => {
	const staged = await ask('?kind=rail');
	await fireEvent.click(screen.getByRole('button', { name: '加条件' }));
	await choosePredicate(2, 'district');
	expect(document.activeElement, 'the new row has the cursor').toBe(predicate(2));
	await fireEvent.click(within(condition(2)).getByRole('checkbox', { name: '西区' }));
	expect(address(staged)).toBe('/zh?v=1&kind=rail&district=west');
	await fireEvent.click(screen.getByRole('radio', { name: '满足其一（或）' }));
	expect(address(staged)).toBe('/zh?v=1&f=or(kind=rail,district=west)');
	await fireEvent.click(screen.getByRole('button', { name: '去掉条件 1' }));
	expect(address(staged)).toBe('/zh?v=1&district=west');
	expect(predicate(1).value).toBe('district');
});

test('brackets hold an "or" inside an "and"', async () => {
	const staged = await ask('?kind=rail');
	await fireEvent.click(screen.getByRole('button', { name: '加一组括号' }));
	const bracket = screen.getByRole('group', { name: '条件 2 · 括号内' });
	const [first, second] = ['条件 2.1', '条件 2.2'].map((name) => within(bracket).getByRole('group', { name }));
	for (const [row, district] of [[first!, '西区'], [second!, '东区']] as const) {
		await fireEvent.change(within(row).getByRole('combobox', { name: '问什么' }), { target: { value: 'district' } });
		await fireEvent.click(within(screen.getByRole('group', { name: row === first ? '条件 2.1' : '条件 2.2' })).getByRole('checkbox', { name: district }));
	}
	expect(address(staged)).toBe('/zh?v=1&kind=rail&f=or(district=west,district=east)');
});

test('what is chosen elsewhere, or by going back, shows in the rows', async () => {
	const staged = await ask('?kind=rail');
	staged.workspace.go({ filter: { all: [{ is: 'kind', of: ['rail'] }, { not: { is: 'district', of: ['east'] } }] } });
	await tick();
	expect(predicate(2).value).toBe('district');
	expect(within(condition(2)).getByRole('button', { name: '不满足此条件' }).getAttribute('aria-pressed')).toBe('true');
	staged.browser.back();
	await tick();
	expect(screen.queryByRole('group', { name: '条件 2' })).toBeNull();
});

test('a tree that is deeper than the rows is shown, kept while others change, and can be taken away', async () => {
	const deep = 'or(kind=eco,and(kind=rail,or(district=west,district=east)))';
	const staged = await ask(`?kind=rail&f=${deep}`);
	expect(screen.getByText('此处只能看或去掉')).toBeTruthy();
	await fireEvent.click(within(condition(1)).getByRole('checkbox', { name: '生态治理' }));
	expect(address(staged)).toBe(`/zh?v=1&kind=rail,eco&f=${deep}`);
	await fireEvent.click(screen.getByRole('button', { name: '去掉条件 2.2' }));
	expect(address(staged)).toBe('/zh?v=1&kind=rail,eco&kind=eco');
});

test('corners that cross are named and kept in the box; mended, they are asked', async () => {
	const staged = await ask();
	await choosePredicate(1, 'drawn');
	const box = within(condition(1)).getByRole<HTMLTextAreaElement>('textbox', { name: /^角点/ });
	const use = within(condition(1)).getByRole('button', { name: '用这些角点' });
	const tie = '121.01,31.01\n121.03,31.03\n121.03,31.01\n121.01,31.03';
	await fireEvent.input(box, { target: { value: tie } });
	await fireEvent.click(use);
	expect(within(condition(1)).getByRole('alert').textContent).toBe('第 1 条边与第 3 条边相交或重叠，请移开一个角点。没有改动。');
	expect([box.value, address(staged)]).toEqual([tie, '/zh']);
	await fireEvent.input(box, { target: { value: '121.01,31.01\n121.03,31.01\n121.03,31.03\n121.01,31.03' } });
	await fireEvent.click(use);
	expect(address(staged)).toBe('/zh?v=1&f=drawn=121.01_31.01+121.03_31.01+121.03_31.03+121.01_31.03');
});

test('Escape closes the list of places first, then the panel', async () => {
	const staged = await opened();
	const onclose = vi.fn();
	show(staged, AskPanel, { map: null, onclose });
	const input = screen.getByRole('combobox', { name: '地点' });
	await fireEvent.input(input, { target: { value: '湖' } });
	await fireEvent.keyDown(input, { key: 'Escape' });
	expect(onclose).not.toHaveBeenCalled();
	await fireEvent.keyDown(input, { key: 'Escape' });
	expect(onclose).toHaveBeenCalledOnce();
});

test('places are found by pinyin too, once search is here', async () => {
	await ask();
	const input = within(condition(1)).getByRole('combobox', { name: '地点' });
	await fireEvent.focus(input);
	await fireEvent.input(input, { target: { value: 'jinghu' } });
	await vi.waitFor(() => expect(screen.getByRole('option', { name: /^镜湖/ })).toBeTruthy());
});

test('the answer by government says for how many a sum is known', async () => {
	await ask();
	const row = screen.getByRole('row', { name: /^西区/ });
	expect(row.textContent).toMatch(/9（1 项）/);
});

test('in English the rows say the same', async () => {
	await ask('?kind=rail&f=not(district=east)', 'en');
	expect(screen.getByRole('group', { name: 'Condition 2' })).toBeTruthy();
	expect(within(screen.getByRole('group', { name: 'Condition 2' })).getByRole('button', { name: 'Not this condition' }).getAttribute('aria-pressed')).toBe('true');
});
