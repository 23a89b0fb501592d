import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, test } from './support/atlas.ts';

test.use({ hasMap: true });
// Two windows and a map on a machine without a graphics card.
test.setTimeout(90_000);

test('a briefing is downloaded as one file and shown from a disk with the network off', async ({ page, context, request }, testInfo) => {
	const answer = await request.get('/zh/briefings/one-river-three-lakes/onefile.html');
	expect(answer.headers()['content-disposition']).toContain('attachment; filename="one-river-three-lakes.html"');
	const bytes = await answer.body();
	expect(bytes.length).toBeLessThan(4_000_000);
	const file = testInfo.outputPath('one-river-three-lakes.html');
	writeFileSync(file, bytes);

	const asked: string[] = [];
	page.on('request', (one) => /^(https?|wss?):/.test(one.url()) && asked.push(one.url()));
	await context.setOffline(true);
	await page.goto(pathToFileURL(file).href);
	const slide = page.locator('.over article');
	await expect(slide.getByRole('heading', { level: 2 })).toHaveText('一河三湖，跨界共治');
	expect(await page.title()).toBe('一河三湖');
	await page.keyboard.press('ArrowRight');
	await expect(slide.getByRole('heading', { level: 2 })).toHaveText('四处水面，一张清单');
	expect(new URL(page.url()).hash).toBe('#2');
	await expect(page.locator('.frame .still')).toHaveCount(0, { timeout: 45_000 });

	await page.keyboard.press('l');
	await page.mouse.click(720, 450);
	const panel = page.getByRole('complementary', { name: '地点' });
	await expect(panel).toBeVisible();
	await expect(panel.locator('a[href^="/"]'), 'an address of the app leads nowhere here').toHaveCount(0);
	await page.keyboard.press('Escape');
	await expect(panel).toHaveCount(0);

	await page.keyboard.press('o');
	await page.getByRole('group', { name: '全部幻灯片' }).getByRole('button').last().click();
	await expect(slide.getByRole('heading', { level: 2 })).toHaveText('来源与精度');
	await page.evaluate(() => (location.hash = '#4'));
	await expect(slide.getByRole('heading', { level: 2 })).toHaveText('逐处看');

	const [speaker] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('s')]);
	await expect(speaker.getByRole('heading', { name: '备注' })).toBeVisible();
	await expect(speaker.locator('.turn b')).toHaveText('4 / 12');
	await speaker.getByRole('button', { name: '下一张' }).click();
	await expect(slide).toHaveAttribute('aria-label', /^幻灯片 5 \/ 12/);
	await speaker.keyboard.press('PageUp');
	await expect(slide.getByRole('heading', { level: 2 })).toHaveText('逐处看');
	await expect(speaker.locator('.turn b')).toHaveText('4 / 12');
	expect(await speaker.evaluate(() => getComputedStyle(document.querySelector('main')!).display)).toBe('grid');
	expect(asked).toEqual([]);
});
