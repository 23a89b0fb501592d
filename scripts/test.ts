/**
 * `npm test`: installs what the browser tests need, then lint, types, data check, unit, component and browser tests. A step that fails does not
 * hide the ones after it. The last line sums tests and steps: "N passed, N failed".
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publishedRoot } from './published-folder.ts';

const folderMark = join(publishedRoot, 'tested-folder');

// The tests prove what ships, not what a planner keeps on this machine.
process.env.DATA_DIR = join(publishedRoot, 'no-planner-data');
process.env.PATH = `${join('node_modules', '.bin')}:${process.env.PATH ?? ''}`;

if (process.argv.includes('--build')) {
	const { buildIfStale, stopOnBrokenData } = await import('./prepare.ts');
	const folder = await stopOnBrokenData();
	await buildIfStale();
	writeFileSync(folderMark, folder);
	process.exit();
}

interface Result {
	step: string;
	passed: number;
	failed: number;
	skipped: number;
	seconds: number;
	/** One sentence, where the step could not run. */
	because?: string;
}
const results: Result[] = [];
mkdirSync(publishedRoot, { recursive: true });

const runs = (command: string, args: string[], env: NodeJS.ProcessEnv = {}): boolean => spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } }).status === 0;
const node = (args: string[], env?: NodeJS.ProcessEnv): boolean => runs(process.execPath, args, env);
/** Like `node`, beside another step: what it says is printed whole, so that two do not speak at once. */
const nodeBeside = (args: string[]): Promise<boolean> => new Promise((resolve) => {
	const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
	const said: Buffer[] = [];
	child.stdout.on('data', (text: Buffer) => said.push(text));
	child.stderr.on('data', (text: Buffer) => said.push(text));
	child.on('error', (error) => said.push(Buffer.from(String(error))));
	child.on('close', (code) => {
		process.stdout.write(Buffer.concat(said));
		resolve(code === 0);
	});
});

type Outcome = boolean | string | Omit<Result, 'step' | 'seconds'>;

/** A plain step counts as one; a text is the reason why it failed. */
async function step(name: string, work: () => Outcome | Promise<Outcome>): Promise<boolean> {
	console.log(`\n── ${name}`);
	const begin = performance.now();
	const outcome = await work();
	const counted = typeof outcome === 'object' ? outcome : { passed: outcome === true ? 1 : 0, failed: outcome === true ? 0 : 1, skipped: 0, ...(typeof outcome === 'string' ? { because: outcome } : {}) };
	if (counted.because) console.error(counted.because);
	results.push({ step: name, seconds: (performance.now() - begin) / 1000, ...counted });
	return counted.failed === 0;
}

/** Runs a test runner that also writes JSON; a run that ends badly without a failed test counts as one failure. */
function tested(file: string, run: () => boolean, count: (report: never) => Omit<Result, 'step' | 'seconds'>): Outcome {
	rmSync(file, { force: true });
	const isGood = run();
	if (!existsSync(file)) return 'The test runner ended without a report.';
	const counted = count(JSON.parse(readFileSync(file, 'utf8')) as never);
	return isGood || counted.failed > 0 ? counted : { ...counted, failed: 1 };
}

interface VitestReport {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	testResults: { status: string; assertionResults: { status: string }[] }[];
}
/** A file that broke before its first test counts as one failure. */
function countVitest(report: VitestReport): Omit<Result, 'step' | 'seconds'> {
	const brokenFiles = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed')).length;
	return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles, skipped: report.numPendingTests };
}

const browser = (): string | undefined => [process.env.CHROMIUM_PATH, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path !== undefined && existsSync(path));
const hasChineseFont = (): boolean => (spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout ?? '').trim() !== '';

function installTools(): Outcome {
	const missing = () => [...(browser() ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk', 'fontconfig'])];
	const packages = missing();
	if (packages.length === 0) return true;
	installPackages(packages);
	return missing().length === 0 || `The browser tests need ${packages.join(', ')}: install with "apt-get install ${packages.join(' ')}" as root, or set CHROMIUM_PATH, and run npm test again.`;
}

/** Debian packages, where this process may install them. */
function installPackages(packages: readonly string[]): void {
	if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return;
	const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
	const install = () => runs('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
	if (install()) return;
	runs('apt-get', ['update', '-qq'], quiet);
	install();
}

const hasBrowser = await step('browser and fonts', installTools);
await step('kit files', () => node(['node_modules/@sveltejs/kit/svelte-kit.js', 'sync']));
// Each keeps one core busy.
await Promise.all([
	step('lint', () => nodeBeside(['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0', '--cache', '--cache-location', 'node_modules/.cache/eslint/'])),
	step('types', () => nodeBeside(['node_modules/svelte-check/bin/svelte-check', '--tsconfig', './tsconfig.json', '--fail-on-warnings', '--output', 'human'])),
	step('data', () => nodeBeside(['scripts/geodata-check.ts']))
]);

const vitestReport = join(publishedRoot, 'vitest.json');
await step('unit and component tests', () =>
	tested(vitestReport, () => node(['node_modules/vitest/vitest.mjs', 'run', '--project=unit', '--project=component', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`]), countVitest));

const office = { soffice: ['libreoffice-impress', 'libreoffice-writer'], pdftotext: ['poppler-utils'], pdftoppm: ['poppler-utils'] };
const missingOffice = (): string[] => [...new Set(Object.entries(office).flatMap(([command, packages]) => (spawnSync(command, ['--version']).error ? packages : [])))];
const officeReport = join(publishedRoot, 'office.json');
await step('office files', () => {
	if (missingOffice().length > 0) installPackages(missingOffice());
	const missing = missingOffice();
	// What did not run is never counted as passed.
	if (missing.length > 0) return { passed: 0, failed: 0, skipped: 1, because: `not run: needs ${missing.join(', ')} ("apt-get install ${missing.join(' ')}" as root)` };
	const outcome = tested(officeReport, () => node(['node_modules/vitest/vitest.mjs', 'run', '--project=office', '--reporter=default', '--reporter=json', `--outputFile.json=${officeReport}`]), countVitest);
	return typeof outcome === 'object' ? { ...outcome, because: 'LibreOffice; PowerPoint, Word and WPS: not run, there are none for Debian' } : outcome;
});

rmSync(folderMark, { force: true });
const isBuilt = await step('build', () => node([...process.execArgv, import.meta.filename, '--build']));
const playwrightReport = join(publishedRoot, 'playwright.json');
const browse = (name: string, project: string, workers: number) => step(name, () => {
	if (!isBuilt) return 'The browser tests did not run, since the app was not built.';
	if (!hasBrowser) return 'The browser tests did not run, since no browser or no Chinese font is installed.';
	const env = { CHROMIUM_PATH: browser(), PUBLISHED_DIR: readFileSync(folderMark, 'utf8'), PLAYWRIGHT_JSON_OUTPUT_NAME: playwrightReport };
	return tested(playwrightReport, () => node(['node_modules/@playwright/test/cli.js', 'test', `--project=${project}`, `--workers=${workers}`, '--reporter=list,json', '--pass-with-no-tests'], env), ({ stats, errors }: { stats: { expected: number; unexpected: number; flaky: number; skipped: number }; errors: unknown[] }) => ({
		passed: stats.expected + stats.flaky, failed: stats.unexpected + (stats.unexpected === 0 ? errors.length : 0), skipped: stats.skipped
	}));
});
await browse('browser tests, reading', 'reading', 2);
await browse('browser tests, acting', 'acting', 1);

console.log('');
for (const { step: name, passed, failed, skipped, seconds, because } of results) {
	console.log(`${failed === 0 ? '✓' : '✗'} ${name.padEnd(26)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed${skipped > 0 ? ` ${skipped} skipped` : ''} ${seconds.toFixed(1).padStart(7)} s${because ? `  ${because}` : ''}`);
}
const sum = (key: 'passed' | 'failed'): number => results.reduce((total, result) => total + result[key], 0);
process.exitCode = sum('failed') === 0 ? 0 : 1;
console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
