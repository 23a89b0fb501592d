import { expect, test } from './support/atlas.ts';

test('a planner walks the clauses by keyboard, asks for a place and comes back to all of them', async ({ page }) => {
	await page.goto('/zh/documents/action-plan');
	const places = page.locator('.places');
	await expect(async () => {
		await page.locator('[data-clause="action-plan#4"] [data-step]').focus();
		await page.keyboard.press('ArrowDown');
		await expect(places.locator('li.lit')).toHaveText([/^太浦河/], { timeout: 500 });
	}).toPass();
	await expect(page.locator('ol > li.lit')).toHaveAttribute('id', '5');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/documents\/action-plan#5$/);
	await places.getByRole('link', { name: /^太浦河/ }).click();
	await expect(page).toHaveURL(/documents\/action-plan\?place=taipu-river$/);
	const n = Number(/\d+/.exec(await page.getByRole('status').filter({ hasText: '太浦河' }).innerText())![0]);
	await expect(page.locator('ol > li').filter({ hasText: '太浦河' }).filter({ has: page.locator('a.place') })).toHaveCount(n);
	await page.getByRole('link', { name: '显示全部条款' }).click();
	await expect(page.locator('ol > li[data-clause]').nth(60)).toBeAttached();
});

test('a number of the matrix is the number of rows that it opens', async ({ page }) => {
	await page.goto('/zh/documents/matrix');
	const cell = page.getByRole('link', { name: /^太浦河，行动计划：/ });
	const n = Number(await cell.locator('b').innerText());
	await cell.click();
	await expect(page).toHaveURL(/along=taipu-river&document=action-plan&table=measures/);
	await expect(page.locator('tbody tr:has(th)')).toHaveCount(n);
});
