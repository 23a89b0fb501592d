import { chips, expect, facet, filters, inAddress, open, openMap, panel, table, test } from './support/atlas.ts';
import type { Locator, Page } from './support/atlas.ts';

/** Presses Tab until the wanted thing has the focus. */
async function tabTo(page: Page, wanted: Locator, most = 120): Promise<void> {
	for (let step = 0; step < most; step++) {
		await page.keyboard.press('Tab');
		if (await wanted.evaluate((element) => element === document.activeElement)) return;
	}
	throw new Error('the focus never came there');
}
const focusIsSeen = (focused: Locator): Promise<boolean> => focused.evaluate((element) => {
	const { outlineStyle, outlineWidth } = getComputedStyle(element);
	return element.matches(':focus-visible') && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
});

test('filter, select and close with the keyboard alone', async ({ page }) => {
	await open(page, '/zh');
	await tabTo(page, facet(page, '太浦河'));
	expect(await focusIsSeen(facet(page, '太浦河'))).toBe(true);
	await page.keyboard.press('Enter');
	await inAddress(page, 'along', 'taipu-river');
	await expect(chips(page)).toHaveCount(1);
	await expect(facet(page, '太浦河'), 'the focus stays where it was').toBeFocused();

	const row = table(page).getByRole('link', { name: '太浦河后续工程' });
	await tabTo(page, row);
	expect(await focusIsSeen(row)).toBe(true);
	await page.keyboard.press('Enter');
	await inAddress(page, 'select', 'project:taipu-follow-up');
	const record = panel(page, '项目');
	await expect(record).toBeVisible();
	await expect(row).toBeFocused();
	await page.keyboard.press('Escape');
	await inAddress(page, 'select', null);
	await expect(record).toHaveCount(0);
	await inAddress(page, 'along', 'taipu-river');
});

test('the record can be reached, read and closed by its own button', async ({ page }) => {
	await open(page, '/zh?select=project:taipu-follow-up');
	const close = panel(page, '项目').getByRole('link', { name: '关闭' });
	await close.focus();
	await page.keyboard.press('Enter');
	await inAddress(page, 'select', null);
	const focused = () => page.evaluate(() => document.activeElement !== document.body);
	for (let step = 0; step < 2 && !(await focused()); step++) await page.keyboard.press('Tab');
	expect(await focused(), 'the focus is in the page again').toBe(true);
});

test('the skip link is the first stop and leads past bar and search', async ({ page }) => {
	await open(page, '/zh');
	await page.keyboard.press('Tab');
	const skip = page.getByRole('link', { name: '跳到主要内容' });
	await expect(skip).toBeFocused();
	await expect(skip).toBeInViewport();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Tab');
	expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
	await expect(page.getByRole('main')).toBeInViewport();
	expect(await page.evaluate(() => document.querySelector('header')!.getBoundingClientRect().top), 'the bar stays in sight').toBe(0);
});

test('at 1024 the filters open and close by keyboard, and give the focus back', async ({ page }) => {
	await page.setViewportSize({ width: 1024, height: 768 });
	await open(page, '/zh');
	await expect(filters(page)).toBeHidden();
	const unfold = page.getByRole('button', { name: '筛选', expanded: false });
	await tabTo(page, unfold);
	await page.keyboard.press('Enter');
	await expect(filters(page)).toBeVisible();
	await tabTo(page, facet(page, '太浦河'));
	await page.keyboard.press('Enter');
	await inAddress(page, 'along', 'taipu-river');
	await expect(filters(page)).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(filters(page)).toBeHidden();
	await expect(page.getByRole('button', { name: '筛选', expanded: false })).toBeFocused();
});

test('Escape closes the filters from the distance slider too', async ({ page }) => {
	await page.setViewportSize({ width: 1024, height: 768 });
	await open(page, '/zh?along=taipu-river');
	await page.getByRole('button', { name: '筛选', exact: true }).click();
	await filters(page).getByRole('slider').focus();
	await page.keyboard.press('Escape');
	await expect(filters(page)).toBeHidden();
});

test('Tab goes round the page, map included, and is trapped nowhere', async ({ page }) => {
	test.slow();
	await open(page, '/zh?along=taipu-river&select=place:yuandang-lake');
	const stops: string[] = [];
	for (let step = 0; step < 400; step++) {
		await page.keyboard.press('Tab');
		const stop = await page.evaluate(() => {
			const focused = document.activeElement!;
			return focused.matches('.skip') ? 'skip' : focused === document.body ? 'body' : (focused.closest('aside.record') ? 'record' : focused.closest('.table') ? 'table' : focused.closest('.map') ? 'map' : focused.closest('.filters') ? 'filters' : 'bar');
		});
		if (step > 5 && (stop === 'skip' || stop === 'body')) break;
		stops.push(stop);
	}
	expect(stops.length, 'the round ends').toBeLessThan(400);
	expect([...new Set(stops)]).toEqual(['skip', 'bar', 'filters', 'map', 'table', 'record']);
});

test.describe('on the map', () => {
	test.use({ hasMap: true, viewport: { width: 1280, height: 760 } });

	test('arrow keys pan, plus zooms, Tab leaves', async ({ page }) => {
		await openMap(page, '/zh');
		const canvas = page.locator('.frame canvas');
		await canvas.focus();
		await expect(canvas).toHaveAccessibleName(/方向键平移/);
		await page.keyboard.press('ArrowRight');
		await expect.poll(() => page.url()).toMatch(/at=[\d.]+,[\d.]+,[\d.]+/);
		const [lon] = new URL(page.url()).searchParams.get('at')!.split(',').map(Number);
		await page.keyboard.press('ArrowRight');
		await expect.poll(() => Number(new URL(page.url()).searchParams.get('at')!.split(',')[0])).toBeGreaterThan(lon!);
		await page.keyboard.press('Tab');
		await expect(canvas).not.toBeFocused();
	});
});
