import { expect, inAddress, mapIsDrawn, openMap, panel, query, test } from './support/atlas.ts';
import type { Page } from './support/atlas.ts';

test.use({ hasMap: true, viewport: { width: 1280, height: 760 } });

/** Colours on screen, read back from a screenshot: a map that has not been drawn has one. */
async function coloursOf(page: Page): Promise<{ distinct: number; waterShare: number }> {
	const picture = (await page.locator('.frame canvas').screenshot()).toString('base64');
	return page.evaluate(async (data) => {
		const image = new Image();
		image.src = `data:image/png;base64,${data}`;
		await image.decode();
		const canvas = document.createElement('canvas');
		[canvas.width, canvas.height] = [image.width, image.height];
		const pen = canvas.getContext('2d')!;
		pen.drawImage(image, 0, 0);
		const { data: bytes } = pen.getImageData(0, 0, image.width, image.height);
		const colours = new Set<number>();
		let water = 0;
		for (let i = 0; i < bytes.length; i += 4) {
			const [r, g, b] = [bytes[i]!, bytes[i + 1]!, bytes[i + 2]!];
			colours.add(((r >> 3) << 10) | ((g >> 3) << 5) | (b >> 3));
			if (b - r > 25 && g - r > 25) water++;
		}
		return { distinct: colours.size, waterShare: water / (bytes.length / 4) };
	}, picture);
}
const middle = async (page: Page): Promise<[number, number]> => {
	const { x, y, width, height } = (await page.locator('.frame canvas').boundingBox())!;
	return [x + width / 2, y + height / 2];
};

test('the map is drawn, and a click on the lake in the middle selects it', async ({ page }) => {
	const at = '120.556,30.9256,13';
	await openMap(page, `/zh?at=${at}`);
	const { distinct, waterShare } = await coloursOf(page);
	expect(distinct, 'more than a blank sheet').toBeGreaterThan(60);
	expect(waterShare, 'Beima Yang fills the middle').toBeGreaterThan(0.1);
	await expect(page.getByText('示意图，非法定边界')).toBeVisible();
	await expect(page.getByText('© OpenStreetMap contributors')).toBeVisible();

	const [x, y] = await middle(page);
	await page.mouse.move(x, y);
	await expect(page.locator('.tip')).toContainText('北麻漾');
	await expect(page.locator('.tip')).toContainText(/(官方|推导|数字化) ±\d+ m/);
	await page.mouse.click(x, y);
	await inAddress(page, 'select', 'place:beimayang');
	await expect(panel(page, '地点').getByRole('heading', { level: 2 })).toContainText('北麻漾');
	await inAddress(page, 'at', at);
});

test('a click on Dianshan Lake selects the lake, not the pilot zone that it lies in', async ({ page }) => {
	await openMap(page, '/zh?at=120.965,31.115,12.6');
	await page.mouse.click(...(await middle(page)));
	await inAddress(page, 'select', 'place:dianshan-lake');
});

test('a drag and a zoom write the camera into the address; reload, Back and the other language keep it', async ({ page }) => {
	await openMap(page, '/zh');
	expect(query(page).get('at'), 'nothing is written before the planner moves').toBeNull();
	const [x, y] = await middle(page);
	await page.mouse.move(x, y);
	await page.mouse.down();
	for (let step = 1; step <= 8; step++) await page.mouse.move(x + 20 * step, y + 6 * step);
	await page.mouse.up();
	await expect.poll(() => query(page).get('at')).toMatch(/^1(19|20|21)\.\d+,3[01]\.\d+,\d+(\.\d+)?$/);
	await page.getByRole('button', { name: '放大' }).click();
	const zoomOf = () => Number(query(page).get('at')!.split(',')[2]);
	const first = zoomOf();
	await page.getByRole('button', { name: '放大' }).click();
	await expect.poll(zoomOf).toBeGreaterThan(first + 0.5);
	await expect.poll(async () => { const before = page.url(); await page.waitForTimeout(600); return page.url() === before; }, 'the camera comes to rest').toBe(true);
	const rest = query(page).get('at');

	const other = page.getByRole('link', { name: 'Switch to English' });
	expect(new URL((await other.getAttribute('href'))!, 'http://x').searchParams.get('at'), 'the other language opens where the map rests').toBe(rest);

	await page.getByRole('table').getByRole('link', { name: '方厅水院', exact: true }).click();
	await inAddress(page, 'select', 'project:fangting');
	await page.goBack();
	await inAddress(page, 'select', null);
	await inAddress(page, 'at', rest);
	const scale = () => page.getByRole('img', { name: /^比例尺/ }).evaluate((bar) => `${bar.getAttribute('aria-label')} ${bar.getAttribute('width')}`);
	await page.reload();
	await mapIsDrawn(page);
	await inAddress(page, 'at', rest);
	const reloaded = await scale();
	await page.getByRole('button', { name: '缩小' }).click();
	await expect.poll(scale).not.toBe(reloaded);
});

test('a filter dims what does not match and shows the distance along the river', async ({ page }) => {
	await openMap(page, '/zh?at=120.82,31.01,11&along=taipu-river&within=3000');
	const filtered = await page.locator('.frame canvas').screenshot();
	await page.getByRole('link', { name: '清除筛选' }).click();
	await inAddress(page, 'along', null);
	await expect.poll(async () => (await page.locator('.frame canvas').screenshot()).equals(filtered)).toBe(false);
});
