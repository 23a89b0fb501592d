/** A planner drops a policy document, reviews what was found in it by keyboard, writes two rows with what they stand in, finds them in the document's page, and takes them back. */
import { expect, test, violations } from './support/atlas.ts';
import type { Page } from './support/atlas.ts';
import { startOwnServer } from './support/own-server.ts';
import type { OwnServer } from './support/own-server.ts';

let own: OwnServer;
test.beforeAll(async () => { own = await startOwnServer(); });
test.afterAll(() => own.stop());

const row = (page: Page, name: RegExp) => page.getByRole('grid').getByRole('row', { name });

test('a dropped document is reviewed by keyboard, written by name, found on its page, and taken back', async ({ page }) => {
	await page.goto(`${own.address}/zh/documents`);
	await page.getByRole('link', { name: '读入文件' }).click();
	expect(await violations(page)).toEqual([]);
	const input = page.getByLabel('选择文件');
	await expect(input).toBeEnabled();
	await input.setInputFiles('tests/fixtures/policy-text/shore-plan.txt');
	await expect(page.getByText('“太浦河岸线样例行动方案”是新文件，5 条条款。')).toBeVisible();

	await row(page, /文件 太浦河岸线样例行动方案/).focus();
	await page.keyboard.press('a');
	await expect(page.getByLabel(/^类别/)).toBeFocused();
	await page.getByLabel(/^类别/).selectOption('行动计划');
	await page.getByLabel(/^编号/).fill('shore-sample');
	expect(await violations(page)).toEqual([]);
	await page.keyboard.press('Enter');
	await expect(page.getByText('已接受：太浦河岸线样例行动方案。')).toBeVisible();

	await row(page, /措施 \(一\) 修复太浦河岸线/).click();
	await page.keyboard.press('a');
	await page.getByLabel(/^领域/).selectOption('生态环境');
	await page.getByRole('button', { name: '保存并接受' }).click();
	await expect(page.getByText('已接受：修复太浦河岸线。 连同所属的 2 条。')).toBeVisible();
	await row(page, /关联 \(一\) 太浦河 /).click();
	await page.keyboard.press('a');
	await page.keyboard.press('r');
	await page.keyboard.press('u');

	/** A closed tab loses nothing that was decided a moment before. */
	await page.waitForTimeout(1000);
	await page.reload();
	await expect(input).toBeEnabled();
	await input.setInputFiles('tests/fixtures/policy-text/shore-plan.txt');
	await expect(page.getByText(/当时的决定已恢复/)).toBeVisible();
	await page.getByLabel(/^核对人姓名/).fill('王工');
	await page.getByRole('button', { name: '写入 5 条' }).click();
	await expect(page.getByText('已写入，第 1 批。')).toBeVisible();
	await expect(page.getByText(/“太浦河岸线样例行动方案”库里已有，编号 shore-sample/)).toBeVisible();
	await expect(page.getByRole('button', { name: '已在库 5' })).toBeVisible();
	expect(await violations(page)).toEqual([]);

	await page.getByRole('link', { name: '看文件' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('太浦河岸线样例行动方案');
	await expect(page.getByRole('link', { name: '修复太浦河岸线' }).first()).toBeVisible();
	await page.goto(`${own.address}/zh/changes`);
	await expect(page.getByRole('main')).toContainText('shore-plan.txt');
	await page.getByRole('button', { name: '撤销第 1 批' }).click();
	await expect(page.getByText('第 1 批已撤销。')).toBeVisible();
	expect((await page.goto(`${own.address}/zh/documents/shore-sample`))!.status()).toBe(404);
});

test.use({ allowedErrors: [/status of 404/] });
