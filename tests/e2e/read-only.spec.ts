import { expect, test, violations } from './support/atlas.ts';
import { startOwnServer } from './support/own-server.ts';

// The refusal that the test asks for is reported by the browser itself.
test.use({ allowedErrors: [/status of 403/] });

test('on a server that others reach, the show opens by its link, and list and editor say that nothing is saved there', async ({ page }) => {
	const { address, stop } = await startOwnServer({ HOST: '0.0.0.0' });
	try {
		const briefings = `${address}/zh/briefings`;
		await page.goto(`${briefings}/one-river-three-lakes/present`);
		await expect(page.locator('.over article').getByRole('heading', { level: 2 })).toHaveText('一河三湖，跨界共治');
		await page.getByRole('button', { name: '结束放映' }).click();
		await expect(page).toHaveURL(briefings);
		await expect(page.getByText('只供查看')).toContainText('草稿仍可在本浏览器里编辑、放映和下载。');
		const share = page.getByRole('button', { name: /^分享“一河三湖/ });
		await share.click();
		await expect(page.getByRole('textbox', { name: '放映的链接' })).toHaveValue(`${briefings}/one-river-three-lakes/present`);
		expect(await violations(page)).toEqual([]);

		await page.goto(`${briefings}/one-river-three-lakes`);
		await page.getByRole('textbox', { name: '简报标题' }).fill('一河三湖（改）');
		await expect(page.getByText('草稿已存在本浏览器')).toBeVisible();
		await expect(page.getByRole('button', { name: '保存到服务器' })).toBeDisabled();
		await expect(page.getByText('只供查看')).toBeVisible();
		const refused = await page.evaluate(() => fetch('/api/briefings/one-river-three-lakes', { method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: '{}' }).then(({ status }) => status));
		expect(refused).toBe(403);
	} finally {
		stop();
	}
});
