import { readFile } from 'node:fs/promises';
import { expect, inAddress, open, panel, rows, scrollThroughTable, table, test } from './support/atlas.ts';
import type { Page } from './support/atlas.ts';

const head = (page: Page, name: string) => page.getByRole('columnheader', { name, exact: true });
const column = async (page: Page, index: number): Promise<string[]> => (await page.locator(`tbody tr:has(th) > :nth-child(${index})`).allInnerTexts()).map((text) => text.trim());
const isEmpty = (text: string): boolean => text === '无数据' || text === '';

test('a click on a column sorts, a second turns it round, a third lets go; rows without a value stay last', async ({ page }) => {
	await open(page, '/zh');
	await scrollThroughTable(page);
	const asFound = await column(page, 1);
	for (const [name, index] of [['投资（亿元）', 5]] as const) {
		for (const [order, sort] of [['ascending', 'investment'], ['descending', '-investment']] as const) {
			await head(page, name).getByRole('link').click();
			await inAddress(page, 'sort', sort);
			await expect(head(page, name)).toHaveAttribute('aria-sort', order);
			const cells = await column(page, index);
			const firstEmpty = cells.findIndex(isEmpty);
			expect(firstEmpty).toBeGreaterThan(0);
			expect(cells.slice(firstEmpty).every((text) => isEmpty(text) || !/^\d/.test(text)), 'empty rows last').toBe(true);
			const numbers = cells.filter((text) => /^[\d,.]+/.test(text)).map((text) => Number(/^[\d,.]+/.exec(text)![0].replaceAll(',', '')));
			expect(numbers.length).toBeGreaterThan(10);
			expect(numbers).toEqual(numbers.toSorted((a, b) => (order === 'ascending' ? a - b : b - a)));
		}
		await head(page, name).getByRole('link').click();
		await inAddress(page, 'sort', null);
		await expect(head(page, name)).toHaveAttribute('aria-sort', 'none');
		expect(await column(page, 1)).toEqual(asFound);
	}
});

test('a row selects the record: same panel, same address, same mark', async ({ page }) => {
	await open(page, '/zh?along=taipu-river');
	await table(page).getByRole('link', { name: '太浦河后续工程' }).click();
	await inAddress(page, 'select', 'project:taipu-follow-up');
	await expect(panel(page, '项目').getByRole('heading', { level: 2 })).toContainText('太浦河后续工程');
	await expect(table(page).getByRole('link', { name: '太浦河后续工程' })).toHaveAttribute('aria-current', 'true');
	await expect(page.locator('tr.selected')).toHaveCount(1);
	const name = await page.locator('tr.selected th').boundingBox();
	expect(name!.width, 'beside an open record a name is no column of single characters').toBeGreaterThan(170);
	await panel(page, '项目').getByRole('link', { name: '关闭' }).click();
	await inAddress(page, 'select', null);
	await expect(page.locator('tr.selected')).toHaveCount(0);
});

test('a click anywhere on the row selects it', async ({ page }) => {
	await open(page, '/zh?along=taipu-river');
	await rows(page).filter({ hasText: '太浦河后续工程' }).getByText('青浦、吴江、嘉善').click();
	await inAddress(page, 'select', 'project:taipu-follow-up');
});

for (const [tab, name, first] of [['措施', 'measures', /\d 条|行动计划/], ['指标', 'indicators', /./], ['地点', 'places', /./], ['大事', 'milestones', /^(19|20)\d\d/]] as const) {
	test(`the tab ${tab} lists as many rows as it announces`, async ({ page }) => {
		await open(page, '/zh');
		const link = page.getByRole('navigation', { name: '表格' }).getByRole('link', { name: new RegExp(`^${tab} \\d+$`) });
		const announced = Number(/\d+/.exec(await link.innerText())![0]);
		await link.click();
		await inAddress(page, 'table', name);
		await scrollThroughTable(page);
		await expect(rows(page)).toHaveCount(announced);
		await expect(rows(page).first()).toHaveText(first);
		await page.reload();
		await expect(link).toHaveAttribute('aria-current', 'true');
	});
}

test('the download holds what the table shows, with filter and ids, ready for a spreadsheet', async ({ page }) => {
	await open(page, '/zh?along=taipu-river&within=2000&status=building&sort=-investment');
	await scrollThroughTable(page);
	const shown = await column(page, 1);
	const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载当前表格 CSV' }).click()]);
	expect(download.suggestedFilename()).toMatch(/^shuixiang-projects-\d{4}-\d{2}(-\d{2})?\.csv$/);
	const text = await readFile(await download.path(), 'utf8');
	expect(text.startsWith('\ufeff'), 'a mark by which spreadsheets know UTF-8').toBe(true);
	const lines = text.slice(1).trim().split(/\r?\n/);
	expect(lines[0]).toBe('名称,状态与日期,区县,长度,长度 *,投资（亿元）,投资（亿元） *,为何列出,来源,id');
	expect(lines.slice(1, 1 + shown.length).map((line) => line.split(',')[0])).toEqual(shown);
	for (const line of lines.slice(1, 1 + shown.length)) expect(line).toMatch(/,project:[a-z0-9-]+$/);
	expect(lines[1 + shown.length]).toContain('筛选: ');
	expect(lines[1 + shown.length]).toContain('太浦河 ≤ 2000 m');
	expect(lines[1 + shown.length]).toContain('在建');
});

test('the table folds away and comes back', async ({ page }) => {
	await open(page, '/zh');
	await page.getByRole('button', { name: '收起表格' }).click();
	await expect(rows(page).first()).toBeHidden();
	await page.getByRole('button', { name: '展开表格' }).click();
	await expect(rows(page).first()).toBeVisible();
});
