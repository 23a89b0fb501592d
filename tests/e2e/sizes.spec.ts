import { expect, filters, open, openMap, test } from './support/atlas.ts';
import type { Page } from './support/atlas.ts';

const sizes = [[1440, 900], [1920, 1080], [1024, 768], [390, 844]] as const;
const pages = ['/zh?along=taipu-river&within=2000&select=place:taipu-river', '/en?along=taipu-river&within=2000&select=measure:action-plan-23', '/zh', '/en', '/zh/documents', '/en/documents/action-plan', '/zh/documents/matrix?by=domain', '/en/documents/agencies', '/zh/documents/read', '/en/place/taipu-river', '/en/timeline', '/zh/progress', '/zh/waters', '/en/waters/dianshan-lake', '/en/strip/g50', '/zh/briefings', '/en/briefings'];

/** Headings and buttons whose text does not fit their box, and anything wider than the page. */
const misfits = (page: Page): Promise<string[]> => page.evaluate(() => {
	const found: string[] = [];
	const root = document.documentElement;
	if (root.scrollWidth > root.clientWidth) found.push(`the page scrolls sideways: ${root.scrollWidth} px in ${root.clientWidth}`);
	for (const element of document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, button, summary, nav a, .chip, .brand b, .facts dd, dt')) {
		const style = getComputedStyle(element);
		if (element.closest('.sr') || style.clipPath !== 'none' || style.display === 'inline' || style.visibility === 'hidden' || element.offsetWidth === 0) continue;
		if (element.scrollWidth > element.clientWidth + 1) found.push(`${element.tagName} "${element.innerText.slice(0, 30)}" ${element.scrollWidth} px in ${element.clientWidth}`);
		const box = element.getBoundingClientRect();
		if (!element.closest('.table') && !element.closest('.skip') && (box.left < -1 || box.right > root.clientWidth + 1)) found.push(`${element.tagName} "${element.innerText.slice(0, 30)}" ends at ${Math.round(box.right)} px`);
	}
	return found;
});

async function liesInside(page: Page, selector: string): Promise<void> {
	const box = (await page.locator(selector).first().boundingBox())!;
	const { width } = page.viewportSize()!;
	expect(box.x, `${selector} begins inside`).toBeGreaterThanOrEqual(-1);
	expect(box.x + box.width, `${selector} ends inside`).toBeLessThanOrEqual(width + 1);
}

for (const [width, height] of sizes) {
	test.describe(`${width}×${height}`, () => {
		test.use({ viewport: { width, height } });

		test('nothing is cut off and nothing scrolls sideways', async ({ page }) => {
			for (const address of pages) {
				await page.goto(address);
				await page.evaluate(() => document.fonts.ready);
				expect(await misfits(page), address).toEqual([]);
				await liesInside(page, 'header.top');
				expect(await page.evaluate(() => document.querySelector('.brand b')!.getBoundingClientRect().right <= document.querySelector('header.top nav')!.getBoundingClientRect().left || innerWidth <= 560), `${address}: the name does not run into the rooms`).toBe(true);
			}
		});

		test('bar, map, record and table lie inside the window', async ({ page }) => {
			await open(page, pages[0]!);
			for (const selector of ['header.top', '.map', '.record', '.table', 'input[role=combobox]']) await liesInside(page, selector);
			const map = (await page.locator('.map').first().boundingBox())!;
			expect(map.width, 'the map keeps room').toBeGreaterThan(350);
			expect(map.height).toBeGreaterThan(250);
			if (width >= 1024) {
				const overflow = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
				expect(overflow, 'the page itself does not scroll').toBeLessThanOrEqual(0);
			} else {
				const [record, table] = [(await page.locator('.record').boundingBox())!, (await page.locator('.table').boundingBox())!];
				expect(record.y, 'on a phone the record comes before the table').toBeLessThan(table.y);
			}
			if (width < 1280) {
				await page.getByRole('button', { name: '筛选', exact: true }).click();
				await expect(filters(page)).toBeVisible();
				await liesInside(page, 'aside.filters');
				expect(await misfits(page)).toEqual([]);
				await filters(page).getByRole('button', { name: '关闭' }).click();
				await expect(filters(page)).toBeHidden();
			} else await expect(filters(page)).toBeVisible();
			await page.getByRole('combobox').fill('dian');
			await expect(page.getByRole('option').first()).toBeVisible();
			await liesInside(page, '.find .list');
		});
	});
}

test.describe('with the map drawn', () => {
	test.use({ hasMap: true, viewport: { width: 390, height: 844 } });

	test('on a phone the map with its furniture stays inside', async ({ page }) => {
		await openMap(page, pages[0]!);
		expect(await misfits(page)).toEqual([]);
		for (const selector of ['.frame canvas', 'p.stamp', 'p.sources', '.zoom', '.legend']) await liesInside(page, selector);
	});
});
