import { chips, expect, facet, filters, open, projectCount, rows, table, test } from './support/atlas.ts';

test('a planner sees the projects of a river over the years, and the same projects on the map', async ({ page }) => {
	await page.goto('/zh/timeline?along=taipu-river');
	const gantt = page.getByRole('group', { name: /^项目进度。?/ });
	const summary = (await page.getByText(/^\d+ 个项目：/).innerText()).replace(/\s/g, '');
	const [, all, undated] = /^(\d+)个项目.*；(\d+)个没有任何日期/.exec(summary)!;
	await expect(gantt.getByRole('listitem')).toHaveCount(Number(all) - Number(undated));
	await expect(gantt.getByRole('img', { name: '开工 2015，实际完工 2016，已建成（2016-12-29 报道）' })).toBeVisible();
	await page.getByRole('link', { name: '在地图上看' }).click();
	await expect(table(page)).toBeVisible();
	expect(await projectCount(page)).toBe(Number(all));
	await filters(page).getByRole('link', { name: '在时间线上看' }).click();
	await expect(page).toHaveURL(/\/zh\/timeline\?v=1&along=taipu-river$/);
});

test('the timeline fits a phone, its form works without scripts, and its files carry the filter', async ({ browser, request, baseURL }) => {
	const context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 }, baseURL: baseURL! });
	const page = await context.newPage();
	await page.goto('/zh/timeline');
	expect(await page.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth)).toBeLessThanOrEqual(0);
	await page.getByLabel('走廊或水体').selectOption('yuandang-lake');
	await page.getByRole('button', { name: '应用' }).click();
	await expect(page.getByRole('link', { name: '去掉筛选：沿元荡 ≤ 1 km' })).toBeVisible();
	const csv = await request.get((await page.getByRole('link', { name: '项目进度 CSV' }).getAttribute('href'))!);
	expect(await csv.text()).toContain('元荡生态修复及岸线贯通');
	const svg = await request.get((await page.getByRole('link', { name: '项目进度 SVG 图' }).getAttribute('href'))!);
	expect(svg.headers()['content-type']).toContain('image/svg+xml');
	expect(await svg.text()).not.toContain('var(');
	await context.close();
});

test('a list of gaps opens the map with as many records, and each says why it is there', async ({ page }) => {
	await page.goto('/zh/progress');
	await page.locator('#gap-status-old summary').click();
	const link = page.locator('#gap-status-old').getByRole('link', { name: /^在地图上看 \d+ 个项目$/ });
	const n = Number(/\d+/.exec(await link.innerText())![0]);
	await open(page, (await link.getAttribute('href'))!);
	expect(await projectCount(page)).toBe(n);
	await expect(chips(page)).toHaveText('缺口：状态久未更新');
	await expect(facet(page, '状态久未更新')).toHaveAttribute('aria-current', 'true');
	await expect(rows(page).first()).toContainText(/状态早于所选月数|状态没有日期/);
});
