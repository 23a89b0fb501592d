import { fireEvent, screen, within } from '@testing-library/svelte';
import { beforeAll, expect, test } from 'vitest';
import CrossCharts from '#lib/components/CrossCharts.svelte';
import { opened, show } from './support/stage.svelte.ts';

beforeAll(() => {
	globalThis.ResizeObserver ??= class {
		observe(): void {}
		unobserve(): void {}
		disconnect(): void {}
	};
});

const handle = (name: string) => screen.getByRole('slider', { name });

test('two handles brush by arrow keys: everything follows at once, and one entry is written when the key is let go', async () => {
	const staged = await opened('?district=west');
	show(staged, CrossCharts);
	const lower = handle('长度（km），下限');
	expect(lower.getAttribute('aria-valuetext')).toBe('不限');
	await fireEvent.keyDown(lower, { key: 'ArrowRight' });
	expect(lower.getAttribute('aria-valuetext')).toBe('10 km');
	expect(staged.workspace.model.counts.project, 'shown while the hand moves').toBe(1);
	expect(staged.browser.entries).toEqual(['/zh?district=west']);
	await fireEvent.keyUp(lower, { key: 'ArrowRight' });
	expect(staged.browser.entries).toEqual(['/zh?district=west', '/zh?v=1&district=west&length=10..']);
	staged.workspace.arrived(true);
	staged.browser.back();
	expect(staged.workspace.model.counts.project).toBe(3);
});

test('Escape takes a brush back before it is written', async () => {
	const staged = await opened();
	show(staged, CrossCharts);
	await fireEvent.keyDown(handle('长度（km），上限'), { key: 'ArrowLeft' });
	expect(staged.workspace.model.counts.project).toBe(1);
	await fireEvent.keyDown(handle('长度（km），上限'), { key: 'Escape' });
	await fireEvent.keyUp(handle('长度（km），上限'), { key: 'Escape' });
	expect([staged.workspace.model.counts.project, staged.browser.entries.length]).toEqual([3, 1]);
});

test('a brush moved back to where it began writes nothing', async () => {
	const staged = await opened('?length=5..10');
	show(staged, CrossCharts);
	const upper = handle('长度（km），上限');
	expect(upper.getAttribute('aria-valuetext')).toBe('10 km');
	await fireEvent.keyDown(upper, { key: 'End' });
	await fireEvent.keyUp(upper, { key: 'End' });
	expect(staged.browser.address).toBe('/zh');
	expect(staged.browser.entries).toHaveLength(2);
	await fireEvent.keyDown(upper, { key: 'End' });
	await fireEvent.keyUp(upper, { key: 'End' });
	expect(staged.browser.entries).toHaveLength(2);
});

test('records without a figure are a bar of their own, chosen beside a range', async () => {
	const staged = await opened('?length=10..20');
	show(staged, CrossCharts);
	const charts = within(screen.getByRole('region', { name: '长度（km）' }));
	const none = charts.getByRole('button', { name: '没有数据：当前 0，全部 1' });
	await fireEvent.keyDown(none, { key: 'Enter' });
	expect(staged.browser.address).toBe('/zh?v=1&length=10..20,unknown');
	expect(charts.getByRole('button', { name: '没有数据：当前 1，全部 1' }).getAttribute('aria-pressed')).toBe('true');
	expect(staged.workspace.model.counts.project).toBe(2);
});

test('typed ends are taken as written, an empty one is open, and what is no range changes nothing', async () => {
	const staged = await opened();
	show(staged, CrossCharts);
	const from = screen.getByRole('textbox', { name: '长度（km），从' });
	await fireEvent.input(from, { target: { value: '9.5' } });
	await fireEvent.change(from);
	expect(staged.browser.address).toBe('/zh?v=1&length=9.5..');
	const to = screen.getByRole('textbox', { name: '长度（km），到' });
	await fireEvent.input(to, { target: { value: '3' } });
	await fireEvent.change(to);
	expect(screen.getByText('请填不小于零的数，前小后大；留空表示不限。')).toBeTruthy();
	expect(staged.browser.address).toBe('/zh?v=1&length=9.5..');
	await fireEvent.click(screen.getByRole('button', { name: '清除长度（km）的区间' }));
	expect(staged.browser.address).toBe('/zh');
});

test('years write the filter that was there before, and another filter changes the bars', async () => {
	const staged = await opened();
	show(staged, CrossCharts);
	const upper = handle('年份，上限');
	await fireEvent.keyDown(upper, { key: 'ArrowLeft' });
	await fireEvent.keyUp(upper, { key: 'ArrowLeft' });
	expect(staged.browser.address).toBe('/zh?v=1&period=..2025');
	expect(screen.getByRole('img', { name: /^5–10 km：当前 1，全部 1；10–20 km：当前 1，全部 1$/ })).toBeTruthy();
	staged.workspace.go({ filter: { all: [{ is: 'kind', of: ['eco'] }] } });
	expect(await screen.findByRole('img', { name: /^5–10 km：当前 0，全部 1；10–20 km：当前 0，全部 1$/ })).toBeTruthy();
});
