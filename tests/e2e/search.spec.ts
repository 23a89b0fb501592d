import { expect, inAddress, open, panel, test, violations } from './support/atlas.ts';
import type { Page } from './support/atlas.ts';

const box = (page: Page) => page.getByRole('combobox', { name: /^搜索/ });

test('simplified, traditional, pinyin, initials and English each find Dianshan Lake from the keyboard', async ({ page }) => {
	await open(page, '/zh?along=taipu-river');
	for (const words of ['淀山湖', '澱山湖', 'dianshanhu', 'dsh', 'Dianshan', 'DIANSHAN LAKE']) {
		await page.keyboard.press('/');
		await expect(box(page)).toBeFocused();
		await page.keyboard.type(words);
		const lake = page.getByRole('option', { name: '淀山湖 Dianshan Lake', exact: true });
		await expect(lake, words).toBeVisible();
		for (let step = 0; step < 12 && (await lake.getAttribute('aria-selected')) !== 'true'; step++) await page.keyboard.press('ArrowDown');
		await expect(box(page)).toHaveAttribute('aria-activedescendant', (await lake.getAttribute('id'))!);
		await page.keyboard.press('Enter');
		await inAddress(page, 'select', 'place:dianshan-lake');
		await inAddress(page, 'along', 'taipu-river');
		await expect(panel(page, '地点').getByRole('heading', { level: 2 })).toContainText('淀山湖');
		await expect(box(page)).toHaveValue('');
		await box(page).blur();
		await page.keyboard.press('Escape');
		await inAddress(page, 'select', null);
	}
});

test('the first answer to the exact name is the lake itself', async ({ page }) => {
	await open(page, '/zh');
	await box(page).fill('淀山湖');
	await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
	await expect(page.getByRole('option').first()).toContainText('Dianshan Lake');
	await page.getByRole('option').first().click();
	await inAddress(page, 'select', 'place:dianshan-lake');
});

test('nothing found is said in a sentence', async ({ page }) => {
	await open(page, '/zh');
	await box(page).fill('西湖龙井');
	await expect(page.getByText('没有找到“西湖龙井”。可试简体、繁体、拼音或英文。')).toBeVisible();
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/zh$/);
	await page.keyboard.press('Escape');
	await expect(page.getByText('没有找到“西湖龙井”')).toBeHidden();
});

test('projects and measures are found as well', async ({ page }) => {
	await open(page, '/zh');
	await box(page).fill('太浦河后续工程');
	await page.keyboard.press('Enter');
	await expect(panel(page, '项目').getByRole('heading', { level: 2 })).toContainText('太浦河后续工程');
});

test('a document that was found opens its own page', async ({ page }) => {
	await open(page, '/zh');
	await box(page).fill('示范区建设三年行动计划');
	const plan = page.getByRole('group', { name: /^文件/ }).getByRole('option').first();
	await expect(plan).toBeVisible();
	for (let step = 0; step < 12 && (await plan.getAttribute('aria-selected')) !== 'true'; step++) await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/zh\/documents\/action-plan$/);
});

test('words of a summary lead to the clause in its document, and neither the list nor the search page has an axe violation', async ({ page }) => {
	await open(page, '/zh');
	await box(page).fill('太浦河 补偿');
	const clause = page.getByRole('group', { name: /^条款/ }).getByRole('option').first();
	await expect(clause.locator('mark').first()).toBeVisible();
	expect(await violations(page, '[role=search]')).toEqual([]);
	await clause.click();
	await expect(page).toHaveURL(/\/zh\/documents\/action-plan#5$/);
	await expect(page.locator('li:target')).toBeVisible();
	await page.goto('/zh/search?q=water');
	await expect(page.getByRole('status')).toContainText('找到');
	expect(await violations(page)).toEqual([]);
});

test.describe('without script', () => {
	test.use({ javaScriptEnabled: false });
	test('the bar of any page leads to a search page with everything in it', async ({ page }) => {
		await page.goto('/zh/documents');
		await page.getByRole('textbox', { name: /^搜索/ }).fill('dianshanhu');
		await page.keyboard.press('Enter');
		await expect(page).toHaveURL(/\/zh\/search\?q=dianshanhu$/);
		await expect(page.getByRole('region', { name: /^地点/ }).getByRole('link')).toHaveAttribute('href', /select=place:dianshan-lake$/);
		await expect(page.getByRole('region', { name: /^项目/ }).locator('mark').first()).toHaveText('淀山湖');
	});
});
