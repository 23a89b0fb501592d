import { expect, test } from './support/atlas.ts';
import { startOwnServer } from './support/own-server.ts';

// The worker fetches by itself, past the routes of a test: nothing is blocked here.
test.use({ serviceWorkers: 'allow', hasMap: true, allowedErrors: [/ERR_CONNECTION_REFUSED|ERR_FAILED|ERR_INTERNET_DISCONNECTED/] });

test('with the server gone the list of the map page, documents and a briefing stand within three seconds', async ({ page }) => {
	const { address, stop } = await startOwnServer();
	try {
		await page.goto(`${address}/zh/documents`);
		await expect.poll(() => page.evaluate(async () => {
			for (const name of await caches.keys()) if (name.startsWith('pages-') && (await (await caches.open(name)).match('/offline-kept'))) return true;
			return false;
		}), { timeout: 45_000 }).toBe(true);
	} finally {
		stop();
	}
	await expect.poll(() => fetch(address).then(() => 'answers', () => 'gone')).toBe('gone');

	const took = async (path: string, isUsable: () => Promise<void>): Promise<void> => {
		// Opened as on a fresh start: the page before has let go of its map.
		await page.goto('about:blank');
		const begin = Date.now();
		await page.goto(address + path);
		await isUsable();
		console.log(`offline ${path}: ${Date.now() - begin} ms`);
		expect(Date.now() - begin, path).toBeLessThan(3000);
	};
	await took('/zh/documents', () => expect(page.getByRole('heading', { level: 1 })).toHaveText('文件'));
	await took('/zh/briefings/one-river-three-lakes/present#2', () => expect(page.locator('.over article').getByRole('heading', { level: 2 })).toHaveText('四处水面，一张清单'));
	await took('/zh', () => expect(page.locator('tbody tr:has(th)').first()).toBeVisible());
	// One kept page answers every query, once the browser holds the records.
	await page.goto(`${address}/zh?select=place:taipu-river`);
	await expect(page.getByRole('complementary', { name: '地点', exact: true }).getByRole('heading', { level: 2 })).toContainText('太浦河');
	await page.goto(`${address}/zh/search?q=太浦河 补偿`);
	await expect(page.getByRole('region', { name: /^条款/ }).locator('mark').first()).toBeVisible();

	await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '指标' }).click();
	await expect(page).toHaveURL(`${address}/zh/indicators`);
	await page.goto(`${address}/zh/place/jinze`);
	await expect(page).toHaveURL(`${address}/zh/offline`);
	await expect(page.getByRole('heading', { level: 1 })).toHaveText('离线使用');
});
