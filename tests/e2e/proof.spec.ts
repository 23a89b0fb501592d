/** A planner loads the text of a document, sees how each clause stands against it, and takes the text out again. The text is ours under the title of one of our documents. On a server with a data folder of its own. */
import { expect, test, violations } from './support/atlas.ts';
import { startOwnServer } from './support/own-server.ts';
import type { OwnServer } from './support/own-server.ts';

let own: OwnServer;
test.beforeAll(async () => void (own = await startOwnServer()));
test.afterAll(() => own.stop());

const text = '关于支持长三角生态绿色一体化发展示范区高质量发展的若干政策措施\n\n一、试写的第一条。在青浦、吴江试行，到2025年建成12公里。\n\n二、试写的第二条。\n';

test('a loaded text marks every clause of its document, shows its words, and leaves nothing behind when it is removed', async ({ page }) => {
	await page.goto(`${own.address}/zh/documents/measures-22`);
	await expect(page.getByText('正文：未载入')).toBeVisible();
	await expect(page.locator('ol .proof')).toHaveCount(0);
	await page.getByText('载入正文核对').click();
	const input = page.getByLabel('选择文件');
	await expect(input).toBeEnabled();
	await input.setInputFiles({ name: '空.txt', mimeType: '', buffer: Buffer.from('') });
	await expect(page.getByText('没有读成“空.txt”：')).toContainText('文件里没有文字');
	await input.setInputFiles({ name: '试写.txt', mimeType: '', buffer: Buffer.from(text) });
	await expect(page.getByText('本页 22 条有编号的条款找到 2 条')).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await page.getByRole('button', { name: '保存为正文' }).click();

	const first = page.locator('[data-clause="measures-22#一"]');
	await expect(page.getByText('正文：已载入“试写.txt”')).toContainText('2 条有出入、20 条未找到');
	await expect(first.locator('.proof')).toHaveText('有出入');
	await expect(page.locator('[data-clause="measures-22#五"] .proof')).toHaveText('未找到');
	await first.getByText('原文').click();
	await expect(first.locator('.marked .place').first()).toHaveText('青浦');
	expect(await violations(page)).toEqual([]);
	const listed = await (await page.request.get(`${own.address}/api/texts.json`)).text();
	expect(JSON.parse(listed)).toMatchObject({ texts: [{ name: '试写.txt', documents: [{ document: 'measures-22', differs: 2, notFound: 20 }] }] });
	expect(listed).not.toContain('试写的第一条');

	await page.getByRole('button', { name: '移除正文“试写.txt”' }).click();
	await expect(page.getByText('正文：未载入')).toBeVisible();
	await expect(page.locator('ol .proof, .marked')).toHaveCount(0);
});
