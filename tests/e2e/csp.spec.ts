import { expect, openMap, test } from './support/atlas.ts';
import type { Page } from './support/atlas.ts';

/** Everything that leaves the origin, and everything that the policy stopped. */
async function watch(page: Page, origin: string): Promise<{ abroad: string[]; stopped: string[] }> {
	const seen = { abroad: [] as string[], stopped: [] as string[] };
	page.on('request', (request) => {
		const { protocol, origin: to } = new URL(request.url());
		if (/^(https?|wss?):$/.test(protocol) && to !== origin) seen.abroad.push(request.url());
	});
	page.on('console', (message) => /Content Security Policy|Refused to/i.test(message.text()) && seen.stopped.push(message.text()));
	await page.exposeFunction('reportViolation', (text: string) => seen.stopped.push(text));
	await page.addInitScript(() => addEventListener('securitypolicyviolation', (event) => (window as unknown as { reportViolation(text: string): void }).reportViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)));
	return seen;
}

for (const address of ['/zh', '/en/documents', '/zh/documents/action-plan', '/zh/place/taipu-river', '/zh/place/lost-lake']) {
	test(`${address} sends a strict policy`, async ({ request }) => {
		const response = await request.get(address);
		const policy = response.headers()['content-security-policy'] ?? '';
		const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? '';
		expect(scripts).toContain("'self'");
		expect(policy).not.toContain("'unsafe-inline'");
		expect(policy).not.toContain("'unsafe-eval'");
		expect(policy).toContain("object-src 'none'");
		expect(policy).toContain("default-src 'self'");
		expect(response.headers()['x-content-type-options']).toBe('nosniff');
	});
}

test('plain pages break no rule and ask no one else', async ({ page, baseURL }) => {
	const seen = await watch(page, baseURL!);
	for (const address of ['/zh?select=project:taipu-jiangsu', '/en?table=places', '/zh/documents', '/en/documents/action-plan', '/zh/place/taipu-river']) {
		await page.goto(address);
		await page.waitForLoadState('load');
	}
	expect(seen).toEqual({ abroad: [], stopped: [] });
});

test.describe('with the map', () => {
	test.use({ hasMap: true, viewport: { width: 1280, height: 760 } });

	test('the map, its worker, search and download break no rule and ask no one else', async ({ page, baseURL }) => {
		const seen = await watch(page, baseURL!);
		await openMap(page, '/zh?along=taipu-river&select=place:taipu-river');
		await page.getByRole('combobox').fill('淀山湖');
		await expect(page.getByRole('option').first()).toBeVisible();
		await page.keyboard.press('Escape');
		await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载当前表格 CSV' }).click()]);
		await page.getByRole('button', { name: '放大' }).click();
		await expect.poll(() => page.url()).toContain('at=');
		expect(seen).toEqual({ abroad: [], stopped: [] });
	});
});
