import { createServer } from 'node:http';
import { expect, test } from './support/atlas.ts';

// The only violation that a framed page of ours may cause is the refusal itself.
test.use({ hasMap: true, viewport: { width: 900, height: 620 }, allowedErrors: [/frame-ancestors/] });

/** A page of another site: another port is another origin, and `EMBED_ORIGINS` of the test server names it. Served for real, since a browser lets no made-up public page frame this computer. */
const site = `http://127.0.0.1:${process.env.E2E_SITE_PORT}`;
const around = (src: string) => `<!doctype html><html lang="zh"><title>host</title><h1>host</h1><iframe id="map" title="map" width="860" height="520" src="${src}"></iframe>
<script>window.heard = []; addEventListener('message', (event) => heard.push({ origin: event.origin, ...event.data })); window.say = (message) => document.getElementById('map').contentWindow.postMessage(message, '*');</script></html>`;
interface Heard {
	origin: string;
	type: string;
	[field: string]: unknown;
}

test('a page of another site frames the map, orders a record and a view of its own, and hears what is selected; no other page can be framed', async ({ page, baseURL }) => {
	const server = createServer((request, response) => response.setHeader('Content-Type', 'text/html').end(around(`${baseURL}${new URL(request.url!, site).searchParams.get('show') ?? ''}`))).listen(Number(process.env.E2E_SITE_PORT), '127.0.0.1');
	const heard = (type: string) => page.evaluate((wanted) => (window as unknown as { heard: Heard[] }).heard.filter((news) => news.type === wanted), type);
	const say = (message: unknown) => page.evaluate((given) => (window as unknown as { say(message: unknown): void }).say(given), message);

	await page.goto(`${site}/?show=${encodeURIComponent('/embed?along=taipu-river')}`);
	await expect.poll(() => heard('ready'), { timeout: 45_000 }).toEqual([{ origin: baseURL, shuixiang: 1, type: 'ready', lang: 'zh', hasMap: true, dataDate: expect.stringMatching(/^\d{4}-\d\d/) as unknown }]);
	const frame = page.frameLocator('#map');
	await expect(frame.getByRole('heading', { level: 1 })).toContainText('太浦河');
	await expect(frame.getByText('示意图，非法定边界')).toBeVisible();

	await say({ shuixiang: 1, type: 'select', ref: 'place:dianshan-lake' });
	await expect.poll(() => heard('select')).toEqual([{ origin: baseURL, shuixiang: 1, type: 'select', ref: 'place:dianshan-lake', title: '淀山湖' }]);
	await expect(frame.getByRole('heading', { level: 1 })).toHaveText('淀山湖');

	await say({ shuixiang: 1, type: 'camera', center: [120.9, 31.05], zoom: 11 });
	await expect.poll(async () => (await heard('camera')).at(-1)).toMatchObject({ center: [120.9, 31.05], zoom: 11 });
	const link = frame.getByRole('link', { name: /在水乡一张图中打开/ });
	await expect(link).toHaveAttribute('target', '_blank');
	expect(new URL((await link.getAttribute('href'))!, baseURL).searchParams.get('at')).toBe('120.9,31.05,11');

	await say({ shuixiang: 1, type: 'select', ref: 'place:lost-lake' });
	await say({ type: 'select', ref: 'place:yuandang' });
	await expect.poll(() => heard('refused')).toMatchObject([{ reason: 'unknown-id', of: 'select' }]);
	await expect(frame.getByRole('heading', { level: 1 })).toHaveText('淀山湖');

	const refusal = page.waitForEvent('console', (message) => /frame-ancestors/.test(message.text()));
	await page.goto(`${site}/?show=${encodeURIComponent('/zh')}`);
	await refusal;
	server.close();
});
