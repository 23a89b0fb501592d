/**
 * `npm run -s bench:map -- [--count 100000] [--steps 40] [--kepler FOLDER] [--only NAME]`: one sequence of filters on the same points, candidate by candidate,
 * each in a page of its own: the tasks of the main thread from the question until the map has settled, in processor time of that thread (Chromium's own trace),
 * so that a busy machine does not count; and the longest of them. Tasks below 1 ms, the frames that a page draws by itself, are left out. Ours
 * counts facets and sums besides, the others do not. FOLDER: any folder in which
 * `npm i --legacy-peer-deps @kepler.gl/components @kepler.gl/reducers @kepler.gl/actions @kepler.gl/processors react@18 react-dom@18 redux@4 react-redux@8 styled-components@6.1.8` was run.
 * Without a graphics card frame times say nothing and are not measured. JSON on stdout.
 */
import { cpSync, mkdirSync, readFileSync, existsSync, writeFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { build } from 'vite';
import type { CategoryColumn, NumberColumn } from '#lib/domain/columns.ts';
import { generateRegion } from '../tests/bench/region-generator.ts';
import { seeded } from '../tests/bench/multiply.ts';

interface Step {
	statuses: number[];
	from: number;
	to: number;
}

const { values } = parseArgs({ options: { count: { type: 'string', default: '100000' }, steps: { type: 'string', default: '40' }, kepler: { type: 'string' }, only: { type: 'string' } } });
const [count, stepCount] = [Number(values.count), Number(values.steps)];
const candidates = ['maplibre-setdata', 'maplibre-setfilter', 'deck-rebuilt', 'deck-filter-extension', 'atlas-attribute', 'atlas-rebuilt', ...(values.kepler ? ['kepler'] : [])].filter((name) => !values.only || name === values.only);
const folder = resolve('node_modules/.cache/shuixiang-atlas/bench-map');
const sourceFolder = resolve('tests/bench/map-page');
const kinds: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.css': 'text/css', '.wasm': 'application/wasm', '.bin': 'application/octet-stream' };

function makeTable(): { about: string; bytes: Buffer; steps: Step[] } {
	const columns = generateRegion({ times: count / 1000, shapes: 'points' });
	/** Rows without a geometry are drawn by nobody. */
	const { shape, rowStart, partStart, ringStart, positions } = columns.geometry;
	const rows = Array.from(shape, (_, row) => row).filter((row) => shape[row] !== 0);
	const status = columns.attributes.find((column): column is CategoryColumn => column.name === 'status')!;
	const year = columns.attributes.find((column): column is NumberColumn => column.name === 'year')!;
	const random = seeded(7);
	const steps = Array.from({ length: stepCount }, (): Step => {
		const from = 1990 + Math.floor(random() * 25);
		return { statuses: status.values.map((_, code) => code).filter(() => random() < 0.6).concat(1).slice(0, 4), from, to: from + 5 + Math.floor(random() * 15) };
	});
	const vertices = rows.map((row) => ringStart[partStart[rowStart[row]!]!]!);
	const parts = [Float64Array.from(vertices.flatMap((at) => [positions[2 * at]!, positions[2 * at + 1]!])), Float64Array.from(rows, (row) => year.values[row]!), Uint16Array.from(rows, (row) => status.codes[row]!)].map((array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength));
	return { about: JSON.stringify({ count: rows.length, statuses: status.values }), bytes: Buffer.concat(parts), steps };
}

async function buildPages(): Promise<void> {
	rmSync(folder, { recursive: true, force: true });
	await build({ root: sourceFolder, base: './', configFile: false, logLevel: 'error', worker: { format: 'es' }, build: { outDir: join(folder, 'app'), emptyOutDir: true, target: 'chrome109' } });
	if (!values.kepler) return;
	// Its packages are looked for beside the page, so the page goes where they are.
	const page = join(values.kepler, 'bench-page');
	mkdirSync(page, { recursive: true });
	cpSync(join(sourceFolder, 'kepler.jsx'), join(page, 'kepler.jsx'));
	writeFileSync(join(page, 'index.html'), '<!doctype html><meta charset="utf-8" /><div id="map"></div><script type="module" src="./kepler.jsx"></script>');
	await build({ root: page, base: './', configFile: false, logLevel: 'error', define: { 'process.env.NODE_ENV': '"production"', 'process.env': '{}', global: 'globalThis' }, build: { outDir: join(folder, 'kepler'), emptyOutDir: true, minify: false } });
}

function serve(about: string, bytes: Buffer): Promise<{ address: string; stop: () => void }> {
	const server = createServer((request, answer) => {
		const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
		const file = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
		const body = pathname === '/table.json' ? about : pathname === '/table.bin' ? bytes : file.startsWith(folder) && existsSync(file) ? readFileSync(file) : null;
		answer.writeHead(body === null ? 404 : 200, { 'Content-Type': kinds[extname(file)] ?? 'application/octet-stream' });
		answer.end(body);
	});
	return new Promise((done) => server.listen(0, '127.0.0.1', () => done({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, stop: () => server.close() })));
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

interface TraceEvent {
	name: string;
	ph: string;
	pid: number;
	tid: number;
	/** Wall and processor time in microseconds. */
	dur?: number;
	tdur?: number;
	args?: { name?: string };
}
/** A step is over this long after the map has what it draws. */
const settleMs = 1500;
/** Shorter tasks are the frames that a page draws by itself. */
const leastTaskMs = 1;

/** Tasks of the page's main thread while `work` runs and settles, in ms of processor time. */
async function tasksOf(browser: Browser, page: Page, work: () => Promise<unknown>): Promise<number[]> {
	await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', '__metadata'] });
	await work();
	await pause(settleMs);
	const { traceEvents } = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] };
	const main = new Set(traceEvents.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`));
	return traceEvents.filter(({ name, pid, tid }) => name === 'RunTask' && main.has(`${pid} ${tid}`)).map(({ tdur = 0 }) => tdur / 1000).filter((ms) => ms >= leastTaskMs);
}

const rank = (numbers: readonly number[], share: number): number => numbers.toSorted((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))]!;
const tenth = (value: number): number => Math.round(value * 10) / 10;

async function measure(browser: Browser, address: string, name: string, steps: readonly Step[]): Promise<Record<string, number | string>> {
	const page = await browser.newPage({ viewport: { width: 660, height: 440 } });
	const errors: string[] = [];
	page.on('pageerror', ({ message }) => errors.push(message));
	await page.goto(`${address}/${name === 'kepler' ? 'kepler' : 'app'}/?candidate=${name}`);
	await page.evaluate(() => (window as unknown as { bench: Promise<unknown> }).bench.then(() => {}));
	await pause(3000);
	const costs: number[] = [];
	let longest = 0;
	for (const [i, step] of steps.entries()) {
		const tasks = await tasksOf(browser, page, () => page.evaluate((asked) => (window as unknown as { show: (step: unknown) => Promise<void> }).show(asked), step));
		// The first steps compile shaders and warm the code.
		if (i < 3) continue;
		costs.push(tasks.reduce((sum, ms) => sum + ms, 0));
		longest = Math.max(longest, ...tasks);
	}
	await page.close();
	if (errors.length > 0) return { candidate: name, failed: errors[0]! };
	return { candidate: name, p50Ms: tenth(rank(costs, 0.5)), p95Ms: tenth(rank(costs, 0.95)), longestTaskMs: tenth(longest), steps: costs.length };
}

const { about, bytes, steps } = makeTable();
await buildPages();
const { address, stop } = await serve(about, bytes);
const results: Record<string, number | string>[] = [];
for (const name of candidates) {
	const browser = await chromium.launch({
		executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
		args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
	});
	results.push(await measure(browser, address, name, steps));
	console.error(JSON.stringify(results.at(-1)));
	await browser.close();
}
stop();
console.log(JSON.stringify({ count, date: new Date().toISOString().slice(0, 10), results }, null, '\t'));
