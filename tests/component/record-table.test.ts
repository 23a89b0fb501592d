import { fireEvent, screen, within } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import RecordTable from '#lib/components/RecordTable.svelte';
import { opened, show, stage } from './support/stage.svelte.ts';
import type { Staged } from './support/stage.svelte.ts';

const table = (staged: Staged) => show(staged, RecordTable, { isOpen: true, ontoggle: () => {} });
const head = (name: string): HTMLElement => screen.getByRole('columnheader', { name });
const titles = (): string[] => screen.getAllByRole('rowheader').map((cell) => cell.textContent!.trim());

test('a column sorts up, down, and lets go; rows without a value stay last', async () => {
	const staged = await opened();
	table(staged);
	expect(titles()).toEqual(['快线工程', '快线西段', '镜湖治理']);
	for (const [sort, order, expected] of [['investment', 'ascending', ['镜湖治理', '快线西段', '快线工程']], ['-investment', 'descending', ['快线西段', '镜湖治理', '快线工程']]] as const) {
		const link = within(head('投资（亿元）')).getByRole('link');
		expect(link.getAttribute('href')).toBe(`/zh?v=1&sort=${sort}`);
		staged.browser.goto(link.getAttribute('href')!);
		await vi.waitFor(() => expect(head('投资（亿元）').getAttribute('aria-sort')).toBe(order));
		expect(titles()).toEqual(expected);
	}
	expect(within(head('投资（亿元）')).getByRole('link').getAttribute('href')).toBe('/zh');
	expect(head('名称').getAttribute('aria-sort')).toBe('none');
});

test('the selected record is marked, and a click anywhere on a row selects', async () => {
	const staged = await opened('?select=project:lake-clean');
	table(staged);
	expect(screen.getByRole('link', { name: '镜湖治理' }).getAttribute('aria-current')).toBe('true');
	const row = screen.getByRole('link', { name: '快线西段' }).closest('tr')!;
	await fireEvent.click(within(row).getByText('2023-12'));
	expect(staged.browser.address).toBe('/zh?v=1&select=project:line-west');
	await vi.waitFor(() => expect(row.className).toContain('selected'));
	expect(screen.getByRole('link', { name: '镜湖治理' }).getAttribute('aria-current')).toBeNull();
});

test('pointing at a row marks the record everywhere', async () => {
	const staged = await opened();
	table(staged);
	const row = screen.getByRole('link', { name: '镜湖治理' }).closest('tr')!;
	await fireEvent.pointerEnter(row);
	expect(staged.workspace.hovered).toBe('project:lake-clean');
	await fireEvent.pointerLeave(row);
	expect(staged.workspace.hovered).toBeNull();
});

test('what is missing is said, never zero, and a status carries its date', async () => {
	table(await opened());
	const cells = within(screen.getByRole('link', { name: '镜湖治理' }).closest('tr')!).getAllByRole('cell').map((cell) => cell.textContent!.replace(/\s+/g, ' ').trim());
	expect(cells[0]).toBe('持续推进 报道日期不详');
	expect(cells[2]).toBe('无数据');
	expect(cells[3]).toBe('3');
});

test('tabs count, keep the filter and drop the sorting', async () => {
	table(await opened('?along=mirror-lake&sort=-length'));
	const tabs = within(screen.getByRole('navigation', { name: '表格' })).getAllByRole('link');
	expect(tabs.map((tab) => tab.textContent!.trim())).toEqual(['项目 1', expect.stringMatching(/^措施 \d$/), expect.stringMatching(/^指标 \d$/), expect.stringMatching(/^地点 \d+$/), '大事 1']);
	expect(tabs[1]!.getAttribute('href')).toBe('/zh?v=1&along=mirror-lake&table=measures');
});

test('the download waits for the dataset; before that rows and links are here already', async () => {
	const staged = stage();
	table(staged);
	const button = screen.getByRole('button', { name: '下载当前表格 CSV' }) as HTMLButtonElement;
	expect(button.disabled).toBe(true);
	expect(titles()).toHaveLength(3);
	await staged.workspace.load();
	await vi.waitFor(() => expect(button.disabled).toBe(false));
});

test('an empty answer is a sentence', async () => {
	table(await opened('?kind=innovation'));
	expect(screen.getByText('没有可列的记录')).toBeTruthy();
});
