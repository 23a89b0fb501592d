import { readFileSync } from 'node:fs';
import { expect, openMap, test } from './support/atlas.ts';

test.use({ hasMap: true, viewport: { width: 1024, height: 700 } });

test('the map is saved as a PNG by keyboard: as large as asked for, drawn, named after the filter', async ({ page }) => {
	test.setTimeout(120_000);
	await openMap(page, '/zh?along=taipu-river&within=2000');
	const stage = (await page.locator('.frame canvas').boundingBox())!;
	const opener = page.getByRole('button', { name: '下载地图 PNG' });
	await opener.focus();
	await page.keyboard.press('Enter');
	await page.getByRole('radio', { name: '1 倍' }).check();
	const saved = page.waitForEvent('download', { timeout: 90_000 });
	await page.keyboard.press('Enter');
	const file = await saved;
	expect(file.suggestedFilename()).toMatch(/沿太浦河.*\.png$/);
	const bytes = readFileSync(await file.path());
	const picture = await page.evaluate(async (data) => {
		const image = new Image();
		image.src = `data:image/png;base64,${data}`;
		await image.decode();
		const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
		const pen = canvas.getContext('2d')!;
		pen.drawImage(image, 0, 0);
		const { data: pixels } = pen.getImageData(0, 100, image.width, 300);
		const colours = new Set<number>();
		for (let i = 0; i < pixels.length; i += 4) colours.add(((pixels[i]! >> 3) << 10) | ((pixels[i + 1]! >> 3) << 5) | (pixels[i + 2]! >> 3));
		return { width: image.width, height: image.height, colours: colours.size };
	}, bytes.toString('base64'));
	expect(Math.abs(picture.width - (stage.width + 48)), 'the map and a margin on each side').toBeLessThanOrEqual(2);
	expect(picture.height, 'title, legend and sources stand around it').toBeGreaterThan(stage.height + 100);
	expect(picture.colours, 'more than a blank sheet').toBeGreaterThan(60);
	await page.keyboard.press('Escape');
	await expect(opener).toBeFocused();
	await expect(page.locator('canvas'), 'the hidden map is gone').toHaveCount(1);
});
