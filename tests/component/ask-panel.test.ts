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
/** By its legend: looking for roles in a form of this size takes seconds on a busy machine. */
const findGroup = (name: string): HTMLElement | undefined => [...document.querySelectorAll('fieldset')].find((group) => group.querySelector('legend')?.textContent === name);
const condition = (n: number | string): HTMLElement => findGroup(`条件 ${n}`)!;
const predicate = (n: number | string): HTMLSelectElement => within(condition(n)).getByLabelText('问什么');
const choosePredicate = (n: number | string, value: string) => fireEvent.change(predicate(n), { target: { value } });
async function choosePlace(n: number, text: string): Promise<void> {
	const input = within(condition(n)).getByLabelText('地点', { selector: 'input' });
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
	const metres = within(condition(1)).getByLabelText('距离');
	await fireEvent.change(metres, { target: { value: '800' } });
	expect(address(staged)).toBe('/zh?v=1&f=shore=mirror-lake~800');
	await fireEvent.change(metres, { target: { value: '99999' } });
	expect(within(condition(1)).getByRole('alert').textContent).toContain('没有改动');
	expect(address(staged)).toBe('/zh?v=1&f=shore=mirror-lake~800');
	await fireEvent.click(within(condition(1)).getByLabelText('不满足此条件'));
	expect(address(staged)).toBe('/zh?v=1&f=not(shore=mirror-lake~800)');
});

test('rows are joined by "and", then by "or"; a row taken away leaves the other', async () => {
	const staged = await ask('?kind=rail');
	await fireEvent.click(screen.getByText('加条件'));
	await choosePredicate(2, 'district');
	expect(document.activeElement, 'the new row has the cursor').toBe(predicate(2));
	await fireEvent.click(within(condition(2)).getByLabelText('西区'));
	expect(address(staged)).toBe('/zh?v=1&kind=rail&district=west');
	await fireEvent.click(screen.getByLabelText('满足其一（或）'));
	expect(address(staged)).toBe('/zh?v=1&f=or(kind=rail,district=west)');
	await fireEvent.click(screen.getByLabelText('去掉条件 1'));
	expect(address(staged)).toBe('/zh?v=1&district=west');
	expect(predicate(1).value).toBe('district');
});

test('brackets hold an "or" inside an "and"', async () => {
	const staged = await ask('?kind=rail');
	await fireEvent.click(screen.getByText('加一组括号'));
	expect(findGroup('条件 2 · 括号内')!.contains(condition('2.1'))).toBe(true);
	for (const [n, district] of [['2.1', '西区'], ['2.2', '东区']] as const) {
		await choosePredicate(n, 'district');
		await fireEvent.click(within(condition(n)).getByLabelText(district));
	}
	expect(address(staged)).toBe('/zh?v=1&kind=rail&f=or(district=west,district=east)');
});

test('what is chosen elsewhere, or by going back, shows in the rows', async () => {
	const staged = await ask('?kind=rail');
	staged.workspace.go({ filter: { all: [{ is: 'kind', of: ['rail'] }, { not: { is: 'district', of: ['east'] } }] } });
	await tick();
	expect(predicate(2).value).toBe('district');
	expect(within(condition(2)).getByLabelText('不满足此条件').getAttribute('aria-pressed')).toBe('true');
	staged.browser.back();
	await tick();
	expect(findGroup('条件 2')).toBeUndefined();
});

test('a tree that is deeper than the rows is shown, kept while others change, and can be taken away', async () => {
	const deep = 'or(kind=eco,and(kind=rail,or(district=west,district=east)))';
	const staged = await ask(`?kind=rail&f=${deep}`);
	expect(screen.getByText('此处只能看或去掉')).toBeTruthy();
	await fireEvent.click(within(condition(1)).getByLabelText('生态治理'));
	expect(address(staged)).toBe(`/zh?v=1&kind=rail,eco&f=${deep}`);
	await fireEvent.click(screen.getByLabelText('去掉条件 2.2'));
	expect(address(staged)).toBe('/zh?v=1&kind=rail,eco&kind=eco');
});

test('corners that cross are named and kept in the box; mended, they are asked', async () => {
	const staged = await ask();
	await choosePredicate(1, 'drawn');
	const box = within(condition(1)).getByLabelText<HTMLTextAreaElement>(/^角点/);
	const use = within(condition(1)).getByText('用这些角点');
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
	const input = screen.getByLabelText('地点', { selector: 'input' });
	await fireEvent.input(input, { target: { value: '湖' } });
	await fireEvent.keyDown(input, { key: 'Escape' });
	expect(onclose).not.toHaveBeenCalled();
	await fireEvent.keyDown(input, { key: 'Escape' });
	expect(onclose).toHaveBeenCalledOnce();
});

test('places are found by pinyin too, once search is here', async () => {
	await ask();
	const input = within(condition(1)).getByLabelText('地点', { selector: 'input' });
	await fireEvent.focus(input);
	await fireEvent.input(input, { target: { value: 'jinghu' } });
	await vi.waitFor(() => expect([...document.querySelectorAll('[role=option]')].map(({ textContent }) => textContent)).toContainEqual(expect.stringMatching(/^镜湖/)), 15_000);
});

test('the answer says for how many a sum is known, in all and by government', async () => {
	await ask();
	expect(document.querySelector('.answer')!.textContent).toContain('19 km（3 项中 1 项有数）');
	const row = screen.getByText('西区', { selector: 'th' }).closest('tr')!;
	expect(row.textContent).toMatch(/9（1 项）/);
});

test('in English the rows say the same', async () => {
	await ask('?kind=rail&f=not(district=east)', 'en');
	expect(within(findGroup('Condition 2')!).getByLabelText('Not this condition').getAttribute('aria-pressed')).toBe('true');
});

test('what only a collective brings is left out and taken back in one step each', async () => {
	const staged = await opened('?f=near=mirror-lake~500', { hasShapes: true });
	await staged.workspace.settle();
	show(staged, AskPanel, { map: null, onclose: () => {} });
	const told = () => screen.getByLabelText('关于这个答案');
	await vi.waitFor(() => expect(told().textContent).toContain('其中措施 1 项只经由两水列出。'));
	const measures = staged.workspace.model.counts.measure;
	staged.browser.goto(screen.getByText('不算这些').getAttribute('href')!);
	await vi.waitFor(() => expect(told().textContent).toContain('没有列出'));
	expect(address(staged)).toBe('/zh?v=1&f=near=mirror-lake~500~named');
	expect(staged.workspace.model.counts.measure).toBe(measures - 1);
	staged.browser.goto(screen.getByText('也算上').getAttribute('href')!);
	await vi.waitFor(() => expect(address(staged)).toBe('/zh?v=1&f=near=mirror-lake~500'));
});

test('a question that has no answer says why beside its row and in the sentence, once each', async () => {
	const staged = await opened('?f=bank=fast-line%2Bleft', { hasShapes: true });
	await staged.workspace.settle();
	show(staged, AskPanel, { map: null, onclose: () => {} });
	await vi.waitFor(() => expect(within(condition(1)).getByRole('status').textContent).toContain('快线不是河道，没有左右岸'));
	expect(screen.queryByLabelText('关于这个答案')).toBeNull();
	expect(document.querySelector('.sentence')!.textContent).toBe('在快线左岸 1 km 内（答不出，未参与筛选）');
});
