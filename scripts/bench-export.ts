/**
 * `node scripts/bench-export.ts [--json] [--built]`: seconds from the planner's click in the editor to the finished file, for PowerPoint, PDF slides and PDF handout
 * of 20 slides, each in a fresh browser and then a second time in the same one. The briefing is the twelve shipped slides of *One river three lakes* and
 * the first eight map slides of the other two shipped briefings, each with its own view. Without a graphics card the map is drawn by the processor; `--built` takes the build as it stands.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { readBriefing, writeBriefing } from '../src/lib/catalogue/formats/briefing.ts';
import { buildIfStale, stopOnBrokenData } from './prepare.ts';

const launch = {
	executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
	args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--ignore-gpu-blocklist', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run']
};
const slug = 'bench-twenty';
const shipped = (name: string) => readBriefing(name, name, readFileSync(`geodata/briefings/${name}.md`, 'utf8')).briefing!;

function twentySlides(): string {
	const first = shipped('one-river-three-lakes');
	const more = ['cross-border-links', 'water-village-parlour'].flatMap((name) => shipped(name).slides.filter(({ kind, show }) => kind === 'content' && show.startsWith('map')).slice(0, 4).map((slide) => ({ ...slide, id: `${name}-${slide.id}` })));
	return writeBriefing({ ...first, slug, title: '二十页', slides: [...first.slides.slice(0, -1), ...more, first.slides.at(-1)!] });
}

const freePort = (): Promise<number> => new Promise((resolve) => {
	const probe = createServer().listen(0, '127.0.0.1', () => {
		const { port } = probe.address() as { port: number };
		probe.close(() => resolve(port));
	});
});

const published = await stopOnBrokenData();
if (!process.argv.includes('--built')) await buildIfStale();
const [port, data] = [await freePort(), mkdtempSync(join(tmpdir(), 'bench-export-'))];
mkdirSync(join(data, 'briefings'));
writeFileSync(join(data, 'briefings', `${slug}.md`), twentySlides());
const address = `http://127.0.0.1:${port}`;
const server = spawn(process.execPath, ['build/index.js'], { stdio: 'ignore', env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', ORIGIN: address, PUBLISHED_DIR: published, DATA_DIR: data, NODE_ENV: 'production' } });
/** Processor seconds of all processes of the browser: what the export costs, however busy the machine is. */
async function processorSeconds(browser: Browser): Promise<number> {
	const session = await browser.newBrowserCDPSession();
	const { processInfo } = await session.send('SystemInfo.getProcessInfo');
	await session.detach();
	return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
const rounded = (seconds: number): number => Math.round(seconds * 10) / 10;

const figures: Record<string, Record<string, number>> = {};
try {
	while (!(await fetch(`${address}/zh`).then((response) => response.ok, () => false))) await new Promise((resolve) => setTimeout(resolve, 50));
	for (const word of ['PowerPoint', 'PDF 幻灯片', 'PDF 讲义']) {
		const browser = await chromium.launch(launch);
		const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
		page.on('console', (message) => process.argv.includes('--verbose') && console.log(message.text()));
		await page.goto(`${address}/zh/briefings/${slug}`);
		const opener = page.locator('.menu > button');
		await opener.waitFor();
		for (const round of ['first', 'again']) {
			await opener.click();
			const [begin, spent] = [performance.now(), await processorSeconds(browser)];
			const downloading = page.waitForEvent('download', { timeout: 240_000 });
			await page.locator('.menu li button', { hasText: word }).first().click();
			const path = await (await downloading).path();
			figures[word] = { ...figures[word], [round]: rounded((performance.now() - begin) / 1000), [`${round}Processor`]: rounded((await processorSeconds(browser)) - spent), megabytes: rounded(statSync(path).size / 1e6) };
			await page.locator('.menu progress').waitFor({ state: 'detached' });
		}
		await browser.close();
	}
} finally {
	server.kill();
	rmSync(data, { recursive: true, force: true });
}
if (process.argv.includes('--json')) console.log(JSON.stringify(figures, null, 2));
else for (const [name, { first, firstProcessor, again, megabytes }] of Object.entries(figures)) console.log(`${name.padEnd(12)} ${first} s (processor ${firstProcessor} s), again ${again} s, ${megabytes} MB`);
