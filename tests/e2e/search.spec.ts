import { expect, inAddress, open, panel, test } from './support/atlas.ts';
import type { Page } from './support/atlas.ts';

const box = (page: Page) => page.getByRole('combobox', { name: /^搜索/ });

for (const words of ['淀山湖', '澱山湖', 'dianshanhu', 'dsh', 'Dianshan', 'DIANSHAN LAKE']) {
	test(`"${words}" finds Dianshan Lake from the keyboard`, async ({ page }) => {
		await open(page, '/zh?along=taipu-river');
		await page.keyboard.press('/');
		await expect(box(page)).toBeFocused();
		await page.keyboard.type(words);
		const lake = page.getByRole('option').filter({ hasText: 'Dianshan Lake' }).filter({ has: page.getByText('淀山湖', { exact: true }) });
		await expect(lake).toBeVisible();
		for (let step = 0; step < 12 && (await lake.getAttribute('aria-selected')) !== 'true'; step++) await page.keyboard.press('ArrowDown');
		await expect(box(page)).toHaveAttribute('aria-activedescendant', (await lake.getAttribute('id'))!);
		await page.keyboard.press('Enter');
		await inAddress(page, 'select', 'place:dianshan-lake');
		await inAddress(page, 'along', 'taipu-river');
		await expect(panel(page, '地点').getByRole('heading', { level: 2 })).toContainText('淀山湖');
		await expect(box(page)).toHaveValue('');
	});
}

test('the first answer to the exact name is the lake itself', async ({ page }) => {
	await open(page, '/zh');
	await box(page).fill('淀山湖');
	await expect(page.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
	await expect(page.getByRole('option').first()).toContainText('Dianshan Lake');
	await page.getByRole('option').first().getByRole('button').click();
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
	await box(page).fill('方厅水院');
	await page.keyboard.press('Enter');
	await expect(panel(page, '项目').getByRole('heading', { level: 2 })).toContainText('方厅水院');
});

test('a document that was found opens its own page', async ({ page }) => {
	await open(page, '/zh');
	await box(page).fill('三年行动计划');
	const plan = page.getByRole('option').filter({ hasText: /^文件/ }).first();
	await expect(plan).toBeVisible();
	for (let step = 0; step < 12 && (await plan.getAttribute('aria-selected')) !== 'true'; step++) await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/\/zh\/documents\/action-plan$/);
});
