import { expect, inAddress, mapIsDrawn, openMap, panel, section, test } from './support/atlas.ts';
import type { Page } from './support/atlas.ts';

test.use({ hasMap: true, viewport: { width: 1280, height: 760 } });

/** The scale bar tells what the camera did: its length on screen changes with every zoom. */
const scaleOf = (page: Page) => page.getByRole('img', { name: /^比例尺/ }).evaluate((bar) => `${bar.getAttribute('aria-label')} ${bar.getAttribute('width')}`);

test('a measure lights up its places, the map frames them, Back and reload restore', async ({ page }) => {
	await openMap(page, '/zh?select=place:fen-lake');
	const before = await scaleOf(page);
	await page.goto('about:blank');

	await openMap(page, '/zh?select=place:dianshan-lake');
	const lakeScale = await scaleOf(page);
	expect(lakeScale, 'each lake opens in its own frame').not.toBe(before);

	await panel(page, '地点').getByRole('link', { name: '跨界河湖健康评价与幸福河湖建设' }).click();
	await inAddress(page, 'select', 'measure:action-plan-23');
	const places = section(panel(page, '措施'), /^条款所及地点/);
	const named = places.getByRole('listitem').filter({ hasText: '点名' });
	await expect(named).toHaveCount(3);
	for (const name of ['太浦河', '淀山湖', '元荡']) await expect(named.getByRole('link', { name, exact: true })).toBeVisible();
	await expect.poll(() => scaleOf(page), 'the map moved to hold all three places').not.toBe(lakeScale);

	await page.goBack();
	await inAddress(page, 'select', 'place:dianshan-lake');
	await expect(panel(page, '地点').getByRole('heading', { level: 2 })).toContainText('淀山湖');
	await page.goForward();
	await inAddress(page, 'select', 'measure:action-plan-23');
	await page.reload();
	await mapIsDrawn(page);
	await expect(panel(page, '措施').getByRole('heading', { level: 2 })).toContainText('跨界河湖健康评价与幸福河湖建设');
	expect(await scaleOf(page), 'the reloaded map frames the three places').not.toBe(lakeScale);
});
