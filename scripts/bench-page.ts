/**
 * `npm run -s bench:page -- --json [--lighthouse]`: what a page costs. Serves the built app on a free port and prints script weight (brotli, workers
 * included) before filters work and until the map is ready with one place selected, first response, first text, map ready, main-thread task time
 * of one filter change, and Lighthouse scores where asked. Figures are medians; without a graphics card the map is slow and says nothing of a GPU.
 */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { buildIfStale, stopOnBrokenData } from './prepare.ts';

const [asJson, withLighthouse] = ['--json', '--lighthouse'].map((flag) => process.argv.includes(flag));
const launch = {
	executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
	args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
};
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const rounded = (value: number): number => Math.round(value * 10) / 10;

const freePort = (): Promise<number> => new Promise((resolve) => {
	const probe = createServer().listen(0, '127.0.0.1', () => {
		const { port } = probe.address() as { port: number };
		probe.close(() => resolve(port));
	});
});

async function serve(): Promise<{ address: string; launchMs: number; residentMb: () => number; stop: () => void }> {
	const published = await stopOnBrokenData();
	await buildIfStale();
	const port = await freePort();
	const address = `http://127.0.0.1:${port}`;
	const begin = performance.now();
	const server = spawn(process.execPath, ['build/index.js'], { stdio: 'ignore', env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', ORIGIN: address, PUBLISHED_DIR: published, NODE_ENV: 'production' } });
	while (!(await fetch(`${address}/zh`).then((response) => response.ok, () => false))) await new Promise((resolve) => setTimeout(resolve, 20));
	const launchMs = performance.now() - begin;
	const residentMb = () => {
		const pages = existsSync(`/proc/${server.pid}/statm`) ? Number(readStatm(server.pid!)) : NaN;
		return (pages * 4096) / 1e6;
	};
	return { address, launchMs, residentMb, stop: () => server.kill() };
}

const readStatm = (pid: number): string => readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]!;

/** Bytes of every script that the page has asked for so far, as they travel: brotli. */
function countScripts(page: Page): () => number {
	const seen = new Map<string, number>();
	page.on('response', (response) => {
		const { pathname } = new URL(response.url());
		if (!/\.m?js$/.test(pathname)) return;
		const file = join('build/client', pathname);
		seen.set(pathname, existsSync(`${file}.br`) ? statSync(`${file}.br`).size : existsSync(file) ? statSync(file).size : 0);
	});
	return () => [...seen.values()].reduce((sum, size) => sum + size, 0);
}

const filtersWork = (page: Page): Promise<unknown> => page.waitForFunction(() => !document.querySelector('.app')?.hasAttribute('data-sveltekit-reload'), undefined, { timeout: 60_000 });

async function measurePage(address: string): Promise<Record<string, number>> {
	const browser = await chromium.launch(launch);
	const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	const bytes = countScripts(page);
	const firstTexts: number[] = [];
	await page.route(/geometry-/, (route) => setTimeout(() => void route.continue().catch(() => {}), 1500));
	const begin = performance.now();
	await page.goto(`${address}/zh`, { waitUntil: 'commit' });
	await page.waitForSelector('.headline .count b');
	firstTexts.push(performance.now() - begin);
	await filtersWork(page);
	const scriptBeforeFilters = bytes();
	await page.unroute(/geometry-/);
	await page.goto(`${address}/zh?select=place:taipu-river`);
	const mapBegin = performance.now();
	await page.waitForSelector('.frame .still', { state: 'detached', timeout: 90_000 });
	const mapReady = performance.now() - mapBegin;
	const scriptUntilReady = bytes();

	// The cost of a filter change is measured without the map, whose drawing on the processor would drown it.
	const still = await browser.newPage({ viewport: { width: 1440, height: 900 } });
	await still.route(/geometry-/, () => {});
	await still.goto(`${address}/zh`);
	await filtersWork(still);
	const devtools = await still.context().newCDPSession(still);
	await devtools.send('Performance.enable');
	const taskMs = async () => (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')!.value * 1000;
	const wait = 500;
	const spend = async (act: () => Promise<unknown>): Promise<number> => {
		const before = await taskMs();
		await act();
		await still.waitForTimeout(wait);
		return (await taskMs()) - before;
	};
	const toggleRail = () => still.evaluate(() => [...document.querySelectorAll<HTMLAnchorElement>('.filters a')].find((link) => link.querySelector('svg') && link.textContent!.includes('轨道交通'))!.click());
	const idle: number[] = [];
	const changes: number[] = [];
	for (let round = 0; round < 14; round++) {
		idle.push(await spend(() => still.evaluate(() => 0)));
		changes.push(await spend(toggleRail));
	}
	await browser.close();
	return {
		scriptBeforeFiltersKb: rounded(scriptBeforeFilters / 1024), scriptUntilReadyKb: rounded(scriptUntilReady / 1024), firstTextMs: rounded(median(firstTexts)), mapReadyMs: rounded(mapReady),
		filterChangeTaskMs: rounded(median(changes.slice(4)) - median(idle.slice(4)))
	};
}

async function measureServer(address: string): Promise<number> {
	const times: number[] = [];
	for (let i = 0; i < 25; i++) {
		const begin = performance.now();
		const response = await fetch(`${address}/zh?along=taipu-river&select=place:taipu-river`);
		times.push(performance.now() - begin);
		await response.text();
	}
	return rounded(median(times.slice(5)));
}

async function scoreLighthouse(address: string): Promise<Record<string, number>> {
	const { default: lighthouse, desktopConfig } = await import('lighthouse');
	const debugPort = await freePort();
	const browser = await chromium.launch({ ...launch, args: [...launch.args, `--remote-debugging-port=${debugPort}`] });
	const result = await lighthouse(`${address}/zh`, { port: debugPort, logLevel: 'silent', onlyCategories: ['performance', 'accessibility', 'best-practices'] }, desktopConfig);
	await browser.close();
	return Object.fromEntries(Object.entries(result?.lhr.categories ?? {}).map(([name, { score }]) => [name, score ?? NaN]));
}

const { address, launchMs, residentMb, stop } = await serve();
try {
	const figures: Record<string, unknown> = { serverLaunchMs: rounded(launchMs), firstResponseMs: await measureServer(address), ...(await measurePage(address)), serverResidentMb: rounded(residentMb()) };
	if (withLighthouse) figures.lighthouse = await scoreLighthouse(address);
	if (asJson) console.log(JSON.stringify(figures, null, 2));
	else for (const [name, value] of Object.entries(figures)) console.log(`${name.padEnd(24)} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`);
} finally {
	stop();
}
