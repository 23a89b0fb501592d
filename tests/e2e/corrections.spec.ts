/** A planner corrects a value in the page, sees the shipped one beside it, and takes the correction back. On a server with a data folder of its own. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { limits } from '../../src/lib/domain/change.ts';
import { expect, open, panel, test, violations } from './support/atlas.ts';

const folder = mkdtempSync(join(tmpdir(), 'atlas-e2e-'));
let server: ChildProcess;
let address = '';

const freePort = (): Promise<number> => new Promise((resolve) => {
	const probe = createServer().listen(0, '127.0.0.1', () => {
		const { port } = probe.address() as { port: number };
		probe.close(() => resolve(port));
	});
});

test.beforeAll(async () => {
	const port = await freePort();
	address = `http://127.0.0.1:${port}`;
	const node = existsSync('node_modules/node/bin/node') ? 'node_modules/node/bin/node' : process.execPath;
	server = spawn(node, ['build/index.js'], { stdio: 'ignore', env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', ORIGIN: address, DATA_DIR: folder, BODY_SIZE_LIMIT: String(limits.bodyBytes), NODE_ENV: 'production' } });
	await expect.poll(() => fetch(`${address}/zh`, { method: 'HEAD' }).then(({ status }) => status, () => 0), { timeout: 60_000 }).toBe(200);
});
test.afterAll(() => {
	server.kill();
	rmSync(folder, { recursive: true, force: true });
});


test('corrected by keyboard, shown with the shipped value beside, undone, as before', async ({ page }) => {
	await page.goto(`${address}/zh/changes`);
	await expect(page.getByRole('main')).toContainText('还没有任何改动');
	await page.goto(`${address}/zh/indicators/water-surface-ratio`);
	const latest = page.locator('.key dd').first();
	await expect(latest).toHaveText('20.38%');
	const ask = page.getByRole('button', { name: /^有误？.* 2025 20\.38%$/ });
	await ask.focus();
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog', { name: '这条数据有误？' });
	await expect(dialog).toBeVisible();
	expect(await violations(page)).toEqual([]);
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(ask).toBeFocused();
	await page.keyboard.press('Enter');
	await dialog.getByLabel(/^改为/).fill('20.41');
	await dialog.getByLabel(/^理由/).fill('公报已更新');
	await dialog.getByLabel(/^依据/).fill('2025 年度公报，2026-03');
	await dialog.getByLabel(/^姓名/).fill('王丽');
	await page.keyboard.press('Enter');
	await expect(dialog).toBeHidden();
	await expect(latest).toContainText('20.41%');
	const row = page.locator('#value-water-surface-ratio-2025');
	await expect(row.locator('del')).toHaveText('20.38%');
	await expect(row).toContainText(/王丽（自报姓名） \d{4}-\d\d-\d\d · 理由：公报已更新/);
	await expect(row).toContainText('2025 年度公报，2026-03（填报，未核）');

	await page.goto(`${address}/zh/changes`);
	await expect(page.getByRole('row', { name: /河湖水面率/ })).toContainText(/20\.38.*20\.41.*公报已更新/);
	expect(await violations(page)).toEqual([]);
	const [sheet] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /CSV/ }).click()]);
	expect(sheet.suggestedFilename()).toMatch(/^shuixiang-changes-.*\.csv$/);
	await page.getByRole('button', { name: '撤销第 1 批' }).click();
	await expect(page.getByRole('status')).toHaveText('第 1 批已撤销。');
	await expect(page.getByText('已由第 2 批撤销')).toBeVisible();
	await page.goto(`${address}/zh/indicators/water-surface-ratio`);
	await expect(latest).toHaveText('20.38%');
	await expect(page.getByRole('main').locator('del')).toHaveCount(0);
});

test('a wrong link is retired beside the map, and the panel follows the new dataset', async ({ page }) => {
	await open(page, `${address}/zh?v=1&select=project:yuandang-shoreline`);
	const project = panel(page, '项目');
	const lines = project.locator('section li').filter({ hasText: '黎里' });
	await expect(lines).toHaveCount(1);
	await lines.getByRole('button', { name: /^有误？/ }).click();
	const dialog = page.getByRole('dialog');
	await dialog.getByLabel(/^作废/).check();
	await dialog.getByLabel(/^理由/).fill('不在黎里');
	await dialog.getByLabel(/^姓名/).fill('王丽');
	await page.keyboard.press('Escape');
	await expect(project, 'Escape closes the form, not the panel').toBeVisible();
	await lines.getByRole('button', { name: /^有误？/ }).click();
	await dialog.getByLabel(/^作废/).check();
	await dialog.getByLabel(/^理由/).fill('不在黎里');
	await dialog.getByLabel(/^姓名/).fill('王丽');
	await dialog.getByRole('button', { name: '提交' }).click();
	await expect(lines).toHaveCount(0);
	await expect(project).toBeVisible();
});

test('a page of another site changes nothing', async ({ request }) => {
	const answer = await request.post(`${address}/api/changes`, { headers: { Origin: 'https://evil.example' }, data: { by: 'x', from: '', base: '', rows: [] } });
	expect([answer.status(), ((await answer.json()) as { en: string }).en]).toEqual([403, 'Changes are taken from the pages of this app only; nothing was changed.']);
});

test.describe('without scripts', () => {
	test.use({ javaScriptEnabled: false });
	test('the changes can be read', async ({ page }) => {
		await page.goto(`${address}/en/changes`);
		await expect(page.getByRole('main')).toContainText(/Set \d+/);
		await expect(page.getByRole('button')).toHaveCount(0);
	});
});
