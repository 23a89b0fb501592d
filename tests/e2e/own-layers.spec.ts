/** A planner drops a layer of pumps, says which coordinate system it is in, finds it in the table of the map under the filter, and takes it along in a briefing. */
import { expect, test, violations } from './support/atlas.ts';
import { startOwnServer } from './support/own-server.ts';
import type { OwnServer } from './support/own-server.ts';

test.use({ hasMap: true });
let own: OwnServer;
test.beforeAll(async () => { own = await startOwnServer(); });
test.afterAll(() => own.stop());

const pump = (name: string, lon: number, lat: number, year: number | null) => ({ type: 'Feature', properties: { 名称: name, 建成年份: year }, geometry: { type: 'Point', coordinates: [lon, lat] } });

test('a dropped layer is checked, accepted and listed under the filter of the map, and joins a briefing; HTML in a name stays text', async ({ page }) => {
	await page.goto(`${own.address}/zh/layers`);
	const input = page.getByLabel('选择文件');
	await expect(input).toBeEnabled();
	const features = [pump('<img src=x onerror=alert(1)>', 120.85, 31.01, 2020), pump('南泵站', 120.95, 31.1, null), { type: 'Feature', properties: { 名称: '没有图形的' }, geometry: null }];
	await input.setInputFiles({ name: '泵站.geojson', mimeType: '', buffer: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features })) });
	await expect(page.getByText('第 3 个要素')).toBeVisible();
	await expect(page.getByRole('button', { name: '接受 3 个要素' })).toBeDisabled();
	await page.getByRole('radio', { name: /^GCJ-02/ }).check();
	await expect(page.getByRole('img', { name: /个样点/ })).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await page.getByRole('button', { name: '接受 3 个要素' }).click();
	// From here on without the map, whose geometry never arrives.
	await page.route(/\/data\/[^/]+\/geometry-/, () => {});
	await page.getByRole('link', { name: '在图上看' }).first().click();
	const row = page.locator('.drawer').getByRole('link', { name: '<img src=x onerror=alert(1)>' });
	await expect(row).toBeVisible();
	await expect(page.locator('.drawer')).toContainText('3 / 3 个');
	await page.getByRole('region', { name: '筛选“泵站”' }).getByRole('link', { name: /^未填/ }).click();
	await expect(page.locator('.drawer')).toContainText('2 / 3 个');
	await expect(page).toHaveURL(/&inv-[a-z0-9-]+\.[^&]+=~none(&|$)/);
	await page.goBack();
	await expect(page.locator('.drawer')).toContainText('3 / 3 个');
	await page.goto(`${page.url()}&period=2019..2021`);
	await expect(page.locator('.drawer')).toContainText('1 / 3 个');
	await row.click();
	await expect(page.getByRole('complementary', { name: '泵站' })).toContainText('文件 泵站.geojson，第 1 个要素');
	const view = new URL(page.url()).search;
	const text = `---\nformat: 1\ntitle: 泵站汇报\nlang: zh\nauthor: 规划处\ndate: 2026-11-22\ndata: 2026-03-04\nversion: 1\ntheme: dark\n---\n\n---\nid: s1\nkind: content\nshow: map\nview: ${view}\n---\n# 泵站\n`;
	expect(await page.evaluate((body) => fetch('/api/briefings/pumps', { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body }).then(({ status }) => status), JSON.stringify({ text, base: 0 }))).toBe(200);
	const file = await (await page.request.get(`${own.address}/zh/briefings/pumps/onefile.html`)).text();
	expect(file).toMatch(/id="layers">[^<]{200}/);
});
