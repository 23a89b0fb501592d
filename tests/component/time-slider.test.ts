import { fireEvent, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import TimeSlider from '#lib/components/TimeSlider.svelte';
import ThemeBox from '#lib/components/ThemeBox.svelte';
import { openRegion } from '../fixtures/region.ts';
import { opened, show } from './support/stage.svelte.ts';

const { atlas } = openRegion();
beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

async function slider(year: number, more: Record<string, unknown> = {}) {
	const [previews, commits] = [[] as number[], [] as number[]];
	const onclose = vi.fn();
	const shown = show(await opened(), TimeSlider, { year, atlas, projects: null, pace: 100, onpreview: (at: number) => previews.push(at), oncommit: (at: number) => commits.push(at), onclose, ...more });
	return { previews, commits, onclose, ...shown };
}
const range = (): HTMLInputElement => screen.getByRole('slider', { name: '年份' });
const counts = (): string[] => screen.getAllByRole('listitem').map((item) => item.textContent!.replace(/\s+/g, ' ').trim());

test('it says how many projects stand where in the year, and of how many nothing is known', async () => {
	await slider(2023);
	expect(range().getAttribute('aria-valuetext')).toBe('2023 年：已完工 1、在建或推进中 1、计划 0、当年状态不明 1');
	expect(counts()).toEqual(['已完工 1', '在建或推进中 1', '计划 0', '当年状态不明 1', '共 3 项']);
	expect(document.body.textContent).toContain('按该年及以前最后一条有日期的记录');
});

test('it counts inside the filter', async () => {
	await slider(2023, { projects: new Set(['lake-clean']) });
	expect(counts()).toEqual(['已完工 0', '在建或推进中 0', '计划 0', '当年状态不明 1', '共 1 项']);
});

test('beyond the data date it tells what falls due and that a plan is no finish', async () => {
	await slider(2026 + 1);
	expect(document.body.textContent).toContain('2027 年到期：目标 0 项，计划完工 0 项');
	expect(document.body.textContent).toContain('计划完工不算完工');
});

test('while it is moved the map follows; the address is written once it rests', async () => {
	const { previews, commits } = await slider(2023);
	range().value = '2020';
	await fireEvent.input(range());
	expect([previews, commits]).toEqual([[2020], []]);
	await fireEvent.change(range());
	expect(commits).toEqual([2020]);
	expect([range().min, range().max, range().step]).toEqual(['2016', '2035', '1']);
});

test('it plays to the data date, stops there, and can be paused; nothing plays by itself', async () => {
	const dataYear = Number(atlas.dataset.dataDate.slice(0, 4));
	const { previews, commits } = await slider(dataYear - 2);
	vi.advanceTimersByTime(1000);
	expect(previews).toEqual([]);
	await fireEvent.click(screen.getByRole('button', { name: '播放' }));
	vi.advanceTimersByTime(100);
	expect([previews, commits]).toEqual([[dataYear - 1], []]);
	vi.advanceTimersByTime(1000);
	expect([previews, commits]).toEqual([[dataYear - 1, dataYear], [dataYear]]);
});

test('paused, it stays where it is', async () => {
	const { previews, commits } = await slider(2020);
	await fireEvent.click(screen.getByRole('button', { name: '播放' }));
	vi.advanceTimersByTime(100);
	await fireEvent.click(screen.getByRole('button', { name: '暂停' }));
	vi.advanceTimersByTime(1000);
	expect(previews).toEqual([2021]);
	expect(commits).toHaveLength(1);
});

test('where motion is reduced nothing plays: the button goes one year on', async () => {
	const { commits } = await slider(2020, { reducedMotion: true });
	expect(screen.queryByRole('button', { name: '播放' })).toBeNull();
	await fireEvent.click(screen.getByRole('button', { name: '下一年' }));
	vi.advanceTimersByTime(1000);
	expect(commits).toEqual([2021]);
});

test('it is left by its button', async () => {
	const { onclose } = await slider(2020);
	await fireEvent.click(screen.getByRole('button', { name: '退出按年份看' }));
	expect(onclose).toHaveBeenCalledOnce();
});

test('the themes are chosen by name, each one word of the address; a method stands only beside a series', async () => {
	const staged = await opened('?amount=length');
	const patches: unknown[] = [];
	const { unmount } = show(staged, ThemeBox, { view: staged.workspace.view, atlas, onchange: (patch: unknown) => patches.push(patch) });
	expect((screen.getByLabelText('项目比例圆') as HTMLSelectElement).value).toBe('length');
	expect(screen.queryByLabelText('分级方法')).toBeNull();
	await fireEvent.change(screen.getByLabelText('区县填色'), { target: { value: 'catalogue-projects' } });
	await fireEvent.change(screen.getByLabelText('项目比例圆'), { target: { value: '' } });
	await fireEvent.click(screen.getByLabelText('按年份看'));
	expect(patches).toEqual([{ theme: 'catalogue-projects' }, { amount: null }, { year: Number(atlas.dataset.dataDate.slice(0, 4)) }]);
	unmount();
	show(await opened('?theme=catalogue-projects&method=jenks'), ThemeBox, { view: (await opened('?theme=catalogue-projects&method=jenks')).workspace.view, atlas, onchange: () => {} });
	expect((screen.getByLabelText('分级方法') as HTMLSelectElement).value).toBe('jenks');
});
