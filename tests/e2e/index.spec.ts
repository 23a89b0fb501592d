/** A planner puts an index together, contests it, passes it on and takes the picture along. */
import { readFile } from 'node:fs/promises';
import { expect, test } from './support/atlas.ts';
import type { Page } from './support/atlas.ts';

/** Size of a PNG, and how many different tones a drawing of it holds. */
async function lookAt(page: Page, path: string): Promise<{ width: number; height: number; tones: number }> {
	const bytes = await readFile(path);
	expect(bytes.subarray(1, 4).toString()).toBe('PNG');
	return page.evaluate(async (address) => {
		const image = new Image();
		image.src = address;
		await image.decode();
		const canvas = Object.assign(document.createElement('canvas'), { width: image.naturalWidth, height: image.naturalHeight });
		const context = canvas.getContext('2d')!;
		context.drawImage(image, 0, 0);
		const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
		const tones = new Set<string>();
		for (let at = 0; at < data.length; at += 4 * 31) tones.add(`${data[at]} ${data[at + 1]} ${data[at + 2]}`);
		return { width: canvas.width, height: canvas.height, tones: tones.size };
	}, `data:image/png;base64,${bytes.toString('base64')}`);
}
async function savePng(page: Page): Promise<string> {
	const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载图 PNG' }).first().click()]);
	expect(file.suggestedFilename()).toMatch(/\.png$/);
	return file.path();
}

test('an index is put together, has its holes listed, and is passed on by its address', async ({ page }) => {
	const scripts = Promise.withResolvers<void>();
	await page.route(/\/_app\/.*\.js$/, async (route) => {
		await scripts.promise;
		await route.continue();
	});
	await page.goto('/zh/index', { waitUntil: 'commit' });
	const main = page.getByRole('main');
	await expect(main).toContainText('这不是文件要求编制的那个指数');
	await expect(main).toContainText('2025 · 地表水优Ⅲ类断面比例：公布过，不能作某一年的确数，不采用');
	await page.getByRole('spinbutton', { name: '地表水优Ⅲ类断面比例的权重' }).fill('');
	scripts.resolve();
	await expect(page.getByRole('button', { name: '下载图 PNG' }).first(), 'the page answers by itself').toBeVisible();
	await expect(page.getByRole('spinbutton', { name: '地表水优Ⅲ类断面比例的权重' }), 'emptied before the page was ready').toHaveValue('');
	await page.getByRole('spinbutton', { name: '空气质量优良率的权重' }).fill('');
	await page.getByRole('spinbutton', { name: '地区生产总值的权重' }).fill('30');
	await page.getByRole('button', { name: '计算' }).click();
	await expect(page).toHaveURL(/\/zh\/index\?i=hightech-firms:50,gdp:30,listed-firms:50$/);
	await expect(main).toContainText('2025 年 100');
	await expect(page.getByRole('spinbutton', { name: '地区生产总值的权重' })).toHaveValue('30');
	const picture = await lookAt(page, await savePng(page));
	expect(picture.width).toBe(2016);
	expect(picture.height).toBeGreaterThan(1000);
	expect(picture.tones).toBeGreaterThan(20);
});

test('the chart of an indicator is saved as a picture, and districts stand side by side', async ({ page }) => {
	await page.goto('/zh/indicators/cross-services-wujiang');
	const compared = page.getByRole('region', { name: '三地比较' });
	await expect(compared.getByRole('link', { name: /^青浦 1,173 项/ })).toBeVisible();
	await compared.getByRole('link', { name: /^嘉善/ }).focus();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/#compare-jiashan$/);
	expect((await lookAt(page, await savePng(page))).tones).toBeGreaterThan(20);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	test('the form still computes, and offers the SVG', async ({ page }) => {
		await page.goto('/zh/index?of=qingpu');
		await page.getByRole('radio', { name: /与目标相比/ }).check();
		await page.getByRole('button', { name: '计算' }).click();
		await expect(page).toHaveURL(/\/zh\/index\?of=qingpu&i=deadend-qingpu:50&norm=target$/);
		await expect(page.getByRole('main')).toContainText('2020 年 40');
		await expect(page.getByRole('button', { name: /PNG/ })).toHaveCount(0);
	});
});
