/** A planner asks "is it on track?": the method, the list, one indicator, the files to take away. */
import { answered404, expect, test, violations } from './support/atlas.ts';

test('the list leads with how many can be judged, and filters by plain links', async ({ page }) => {
	await page.goto('/zh/indicators');
	await expect(page.getByRole('main')).toContainText(/\d+ 项指标中，今天能判断 \d+ 项/);
	const filters = page.getByRole('navigation', { name: '筛选' });
	await filters.getByRole('link', { name: /^水环境/ }).click();
	await expect(page).toHaveURL(/theme=water/);
	await filters.getByRole('link', { name: /^太浦河/ }).click();
	await expect(page).toHaveURL(/theme=water&scope=taipu-river/);
	const row = page.getByRole('row', { name: /太浦河水质类别/ });
	await expect(row).toContainText('IV 类');
	await expect(row).toContainText('单月样本');
	await expect(row).toContainText('不可比');
	await page.goBack();
	await expect(page).not.toHaveURL(/scope=/);
	await page.getByRole('link', { name: '清除筛选' }).click();
	await expect(page).toHaveURL(/\/zh\/indicators$/);
});

test('Jiangsu-wide targets are shown as Jiangsu’s', async ({ page }) => {
	await page.goto('/en/indicators?theme=province-target');
	await expect(page.getByRole('rowheader', { name: /Targets for the whole of Jiangsu, not for the area/ })).toBeVisible();
	for (const row of await page.getByRole('row').filter({ has: page.getByRole('link') }).all()) await expect(row).toContainText('Jiangsu');
});

test('an address that is half understood says so', async ({ page }) => {
	await page.goto('/zh/indicators?theme=water&mood=sunny');
	await expect(page.getByRole('status')).toContainText('mood=sunny');
});

test('one indicator tells why, and its chart leads to its table by keyboard', async ({ page }) => {
	await page.goto('/zh/indicators/water-surface-ratio');
	const main = page.getByRole('main');
	await expect(main).toContainText('若为 2024 年的值：应达 20.38%，按期');
	await expect(main).toContainText('若为 2025 年的值：应达 20.4%，落后');
	await expect(main.getByRole('listitem').filter({ hasText: /^\s*20\.61/ })).toContainText('中国证券报');
	const point = main.getByRole('link', { name: /^2025 20\.38%/ });
	await point.focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/#value-water-surface-ratio-2025$/);
	await page.getByRole('link', { name: /数值的年份存疑/ }).click();
	await expect(page).toHaveURL(/\/zh\/method#rule-uncertain-year$/);
	await expect(page.locator('#rule-uncertain-year')).toBeInViewport();
});

test('lists and charts are there to take away', async ({ page }) => {
	await page.goto('/zh/indicators?state=met');
	const [list] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载 CSV' }).click()]);
	expect(list.suggestedFilename()).toMatch(/^shuixiang-indicators-.*\.csv$/);
	await page.goto('/zh/indicators/gdp');
	const [chart] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '下载图 SVG' }).click()]);
	expect(chart.suggestedFilename()).toBe('gdp.svg');
});

test('programs read every indicator with its state and rule, and a second time nothing', async ({ request }) => {
	const first = await request.get('/api/indicators.json');
	const { indicators, total, states } = (await first.json()) as { indicators: { state: string; rule: string; sources: unknown[] }[]; total: number; states: Record<string, number> };
	expect(indicators.length).toBe(total);
	expect(Object.values(states).reduce((a, b) => a + b)).toBe(total);
	expect(indicators.every(({ state, rule, sources }) => state !== '' && rule !== '' && sources.length > 0)).toBe(true);
	const again = await request.get('/api/indicators.json', { headers: { 'if-none-match': first.headers().etag! } });
	expect(again.status()).toBe(304);
	const svg = await (await request.get('/en/indicators/gdp/chart.svg')).text();
	expect(svg).toMatch(/^<\?xml[^>]*>\s*<svg /);
	expect(svg).not.toMatch(/var\(|undefined|NaN/);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	test('method, list and indicator can be read', async ({ page }) => {
		await page.goto('/en/method');
		await expect(page.getByRole('main')).toContainText(/\d+ of \d+ indicators can be judged today/);
		await page.goto('/en/indicators?state=not-comparable');
		await page.getByRole('link', { name: 'Taipu River water class' }).click();
		await expect(page.getByRole('main')).toContainText('Single-month samples only');
		await expect(page.getByRole('main').getByRole('table')).toContainText('2011-10');
	});
});

test.describe('an indicator that is not there', () => {
	test.use({ allowedErrors: [answered404] });
	test('is said to be missing', async ({ page }) => {
		expect((await page.goto('/zh/indicators/lost'))?.status()).toBe(404);
		await expect(page.getByRole('main')).toContainText('没有编号为“lost”的指标');
	});
});

for (const lang of ['zh', 'en']) {
	for (const address of ['method', 'indicators', 'indicators?theme=water&state=no-data', 'indicators/water-surface-ratio', 'indicators/taipu-class', 'indicators/pm25-change', 'indicators/js-rd']) {
		test(`/${lang}/${address} has no axe violation and no inline style`, async ({ page }) => {
			await page.goto(`/${lang}/${address}`);
			expect(await violations(page)).toEqual([]);
			expect(await page.locator('main [style]').count()).toBe(0);
		});
	}
}
test('a phone has no axe violation and scrolls in one direction only', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	for (const address of ['/zh/indicators', '/zh/indicators/yuandang-shore-open', '/en/method']) {
		await page.goto(address);
		expect(await violations(page)).toEqual([]);
		expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
	}
});
