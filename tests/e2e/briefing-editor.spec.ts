/** A planner has a briefing drafted, changes it, comes back to it, saves it, and adds to it from the map. */
import { expect, open, test, violations } from './support/atlas.ts';
import type { Page } from './support/atlas.ts';
import { startOwnServer } from './support/own-server.ts';
import type { OwnServer } from './support/own-server.ts';

let own: OwnServer;
test.beforeAll(async () => { own = await startOwnServer(); });
test.afterAll(() => own.stop());

const slides = (page: Page) => page.getByRole('navigation', { name: '幻灯片' }).getByRole('listitem');

test('a drafted briefing is still there after the page was closed, and is listed once it is saved', async ({ page }) => {
	await page.goto(`${own.address}/zh/place/taipu-river`);
	await page.getByRole('link', { name: '就此生成简报' }).click();
	await expect(page).toHaveURL(/\/zh\/briefings\/taipu-river$/);
	await expect(slides(page).nth(5)).toBeVisible();
	await page.getByLabel('标题', { exact: true }).fill('太浦河，一条清水走廊');
	await expect(page.getByText('草稿已存在本浏览器')).toBeVisible();
	expect(await violations(page)).toEqual([]);

	await page.reload();
	await expect(slides(page).first()).toContainText('太浦河，一条清水走廊');
	await slides(page).first().getByRole('button').focus();
	await page.keyboard.press('Alt+ArrowDown');
	await expect(slides(page).nth(1)).toContainText('太浦河，一条清水走廊');
	await page.keyboard.press('Control+z');
	await expect(slides(page).first()).toContainText('太浦河，一条清水走廊');

	await page.getByRole('button', { name: '保存到服务器' }).click();
	await expect(page.getByText('已保存为第 1 版')).toBeVisible();
	await page.getByRole('link', { name: '全部简报' }).click();
	await expect(page.getByRole('heading', { level: 2, name: '太浦河', exact: true })).toBeVisible();
	await expect(page.getByText('没有草稿。')).toBeVisible();
	expect(await violations(page)).toEqual([]);
});

test('a second tab reads only, and takes over with what was written last', async ({ page, context }) => {
	await page.goto(`${own.address}/zh/briefings/new`);
	await expect(slides(page)).toHaveCount(1);
	const second = await context.newPage();
	await second.goto(page.url());
	await expect(second.getByText('这份草稿正在另一个标签页中编辑，这里只能看。')).toBeVisible();
	await page.getByLabel('标题', { exact: true }).fill('写到一半');
	await second.getByRole('button', { name: '接管' }).click();
	await expect(slides(second)).toContainText(['写到一半']);
	await expect(second.getByLabel('标题', { exact: true })).toBeEnabled();
	await expect(page.getByLabel('标题', { exact: true })).toBeDisabled();
});

test('Shift+N on the map adds the view to the draft, and typing an N in the search does not', async ({ page }) => {
	await open(page, '/zh?along=taipu-river&within=2000');
	await page.getByRole('combobox').fill('N');
	await page.getByRole('combobox').press('Shift+N');
	await expect(page.locator('.toast a')).toHaveCount(0);
	await page.locator('#main').focus();
	await page.keyboard.press('Shift+N');
	await expect(page.getByText('已加入“未命名简报”，第 2 张')).toBeVisible();
	await page.getByRole('link', { name: '打开简报' }).click();
	await expect(slides(page)).toContainText(['未命名简报', '沿太浦河']);
});
