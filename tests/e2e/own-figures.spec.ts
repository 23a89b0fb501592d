/** A planner drops a filled template, reads the check of every row, accepts, and finds the value on the page of its indicator. */
import { writeFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import { expect, test, violations } from './support/atlas.ts';
import type { Page } from './support/atlas.ts';
import { startOwnServer } from './support/own-server.ts';
import type { OwnServer } from './support/own-server.ts';

let own: OwnServer;
test.beforeAll(async () => { own = await startOwnServer(); });
test.afterAll(() => own.stop());

const head = ['指标编号 *', '数值 *', '单位', '年份', '时段', '口径 *', '出处', '出处日期'];
async function book(rows: (string | number | null)[][]): Promise<Buffer> {
	const workbook = new ExcelJS.Workbook();
	workbook.addWorksheet('监测值').addRows([head, ...rows]);
	return Buffer.from(await workbook.xlsx.writeBuffer());
}
const row = (value: string | number, year: number | null, period = '') => ['forest-coverage', value, '%', year, period, '年度值', '区统计局', '2026-03-01'];
async function choose(page: Page, file: string | { name: string; buffer: Buffer }): Promise<void> {
	const input = page.getByLabel('选择文件');
	await expect(input).toBeEnabled();
	await input.setInputFiles(typeof file === 'string' ? file : { ...file, mimeType: '' });
}

test('a dropped file is checked row by row, accepted by name, and stands on the page of its indicator', async ({ page }) => {
	await page.goto(`${own.address}/zh/figures?template=observations&indicators=forest-coverage`);
	const [template] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '监测值 · 下载模板（.xlsx）' }).first().click()]);
	expect(template.suggestedFilename()).toBe('shuixiang-observations-template.xlsx');
	expect(await violations(page)).toEqual([]);

	const bytes = (await book([row(12.6, 2024), row('很多', 2023)])).toString('base64');
	const data = await page.evaluateHandle((base64) => {
		const transfer = new DataTransfer();
		transfer.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], '填报.xlsx'));
		return transfer;
	}, bytes);
	await page.getByRole('group', { name: '把填好的 .xlsx 或 .csv 放到这里' }).dispatchEvent('drop', { dataTransfer: data });
	await expect(page.getByRole('button', { name: '有误 1' })).toHaveAttribute('aria-pressed', 'true');
	await expect(page.getByRole('row', { name: /很多/ })).toContainText('应为数字');
	expect(await violations(page)).toEqual([]);
	const accept = page.getByRole('button', { name: '接受 1 行' });
	await page.getByLabel(/^您的姓名/).fill('王工');
	await expect(accept).toBeDisabled();

	await choose(page, { name: '填报.xlsx', buffer: await book([row(12.6, 2024), row(13.1, 2025)]) });
	await expect(page.getByRole('button', { name: '新增 2' })).toBeVisible();
	await page.getByLabel(/^您的姓名/).fill('王工');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('status')).toContainText('已接受：新增 2 行，改动 0 行。');
	await page.getByRole('link', { name: '看改动记录' }).click();
	await expect(page.getByRole('main')).toContainText('填报.xlsx');
	await page.goto(`${own.address}/zh/indicators/forest-coverage`);
	await expect(page.locator('.key dd').first()).toContainText('13.1%');

	await page.goto(`${own.address}/zh/figures`);
	await choose(page, { name: '填报.xlsx', buffer: await book([row(12.6, 2024), row(13.1, 2025)]) });
	await expect(page.getByRole('button', { name: '未变 2' })).toBeVisible();
	await expect(page.getByText('没有新增或改动的行，无需接受。')).toBeVisible();
});

test('ten thousand rows are read without holding up the page, and reading can be stopped', async ({ page }) => {
	await page.addInitScript(() => {
		const tasks: number[] = [];
		Object.assign(window, { tasks });
		new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' });
	});
	const bases = ['年度值', '计数', '累计', '时段值'];
	const file = test.info().outputPath('一万行.xlsx');
	writeFileSync(file, await book(Array.from({ length: 10_000 }, (_, i) => ['forest-coverage', 10 + (i % 800) / 10, '%', null, `${1950 + (i % 50)}-${String(1 + (Math.floor(i / 50) % 12)).padStart(2, '0')}/${2001 + (Math.floor(i / 600) % 20)}`, bases[i % 4]!, '区统计局', '2026-03-01'])));
	await page.goto(`${own.address}/zh/figures`);
	await choose(page, file);
	await page.getByRole('button', { name: '取消' }).click();
	await expect(page.getByText('已取消，未读入任何内容。')).toBeVisible();

	/** The better of two: other work of the machine is no fault of the page. */
	const runs: { ms: number; longest: number }[] = [];
	for (let run = 0; run < 2; run++) {
		await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks.splice(0));
		const start = Date.now();
		await choose(page, file);
		if (run > 0) await expect(page.getByRole('progressbar')).toBeVisible();
		await expect(page.getByRole('button', { name: '新增 10,000' })).toBeVisible();
		runs.push({ ms: Date.now() - start, longest: Math.max(0, ...(await page.evaluate(() => (window as unknown as { tasks: number[] }).tasks))) });
	}
	console.log(`10,000 rows: ${runs.map(({ ms, longest }) => `report after ${ms} ms, longest task of the page ${Math.round(longest)} ms`).join('; ')}`);
	expect(Math.min(...runs.map(({ longest }) => longest))).toBeLessThan(100);
	expect(Math.min(...runs.map(({ ms }) => ms))).toBeLessThan(3000);
	expect(await page.getByRole('row').count()).toBeLessThan(60);
});

test('a phone shows the whole report and scrolls in one direction only', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto(`${own.address}/zh/figures`);
	await choose(page, { name: '填报.xlsx', buffer: await book([row('很多', 2023), row(14.2, 2022)]) });
	await expect(page.getByText(/应为数字/)).toBeVisible();
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	expect(await violations(page)).toEqual([]);
});
