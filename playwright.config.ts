/** Browser tests by behaviour, in a real Chromium against the built app. `scripts/test.ts` gives port, published data and browser; alone it starts the app itself. */
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { defineConfig } from '@playwright/test';
import { limits } from './src/lib/domain/change.ts';

const freePort = (): Promise<number> => new Promise((resolve) => {
	const probe = createServer();
	probe.listen(0, '127.0.0.1', () => {
		const { port } = probe.address() as { port: number };
		probe.close(() => resolve(port));
	});
});
// Workers read this file again and inherit the environment: one port for all.
process.env.E2E_PORT ??= String(await freePort());
/** A page of another site that frames the map, served by `embed.spec.ts`. */
process.env.E2E_SITE_PORT ??= String(await freePort());
const port = process.env.E2E_PORT;
const address = `http://127.0.0.1:${port}`;
const node = existsSync('node_modules/node/bin/node') ? 'node_modules/node/bin/node' : process.execPath;
const isPublished = Boolean(process.env.PUBLISHED_DIR) && existsSync('build/index.js');

/** Files that only read pages, mostly without the map: two at once are safe and use both cores. Those that change data, draw maps or take times go one after another. */
const reading = ['axe', 'csp', 'filter-and-count', 'index', 'indicators', 'keyboard', 'language', 'machine-readable', 'opens-on-a-lake', 'search', 'sizes', 'table', 'timeline-and-gaps', 'walk-the-chain', 'waters'].map((name) => `**/${name}.spec.ts`);

export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results',
	workers: 1,
	projects: [{ name: 'reading', testMatch: reading, fullyParallel: true }, { name: 'acting', testIgnore: reading }],
	forbidOnly: Boolean(process.env.CI),
	timeout: 60_000,
	expect: { timeout: 15_000 },
	reporter: 'list',
	use: {
		baseURL: address,
		viewport: { width: 1440, height: 900 },
		locale: 'zh-CN',
		screenshot: 'only-on-failure',
		trace: 'off',
		// A test that blocks requests must see them all; `offline.spec.ts` allows the worker.
		serviceWorkers: 'block',
		launchOptions: {
			executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
			args: [
				'--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'
			]
		}
	},
	webServer: {
		command: isPublished ? `${node} build/index.js` : `${node} scripts/start.ts`,
		url: `${address}/zh`,
		timeout: 120_000,
		env: { PORT: port, HOST: '127.0.0.1', ORIGIN: address, EMBED_ORIGINS: `http://127.0.0.1:${process.env.E2E_SITE_PORT}`, NODE_ENV: 'production', BODY_SIZE_LIMIT: String(limits.bodyBytes), ...(isPublished ? { PUBLISHED_DIR: process.env.PUBLISHED_DIR! } : {}) }
	}
});
