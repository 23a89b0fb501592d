import { expect, inAddress, open, test, violations } from './support/atlas.ts';

test.use({ hasMap: true });

test('a question is asked from the keyboard, and each row says why it is there', async ({ page }) => {
	// Geometry may come, the map may not: the answer does not wait for a picture.
	await page.addInitScript(() => (HTMLCanvasElement.prototype.getContext = () => null));
	await open(page, '/zh');
	await page.getByRole('button', { name: '问地图' }).press('Enter');
	const panel = page.getByRole('region', { name: '问地图' });
	await panel.getByRole('combobox', { name: '问什么' }).selectOption('shore');
	const place = panel.getByRole('combobox', { name: '地点' });
	await place.pressSequentially('dianshan');
	await expect(panel.getByRole('option', { name: /^淀山湖/ })).toBeVisible();
	await place.press('Enter');
	await inAddress(page, 'f', 'shore=dianshan-lake');
	await expect(panel.locator('.sentence')).toHaveText('在淀山湖岸带 500 m 内');
	await expect(page.locator('.drawer tbody tr', { hasText: '项目记录点名淀山湖' }).first()).toBeVisible();
	await expect(page.locator('.drawer tbody tr:has(th):not(:has(.said))'), 'a row without a reason').toHaveCount(0);
	expect(Number(await panel.locator('.count b').innerText())).toBe(Number((await page.getByRole('link', { name: /^项目 \d+$/ }).innerText()).replace(/\D/g, '')));
	expect(await violations(page)).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(panel).toHaveCount(0);
	await expect(page.getByRole('button', { name: '问地图' })).toBeFocused();
});
