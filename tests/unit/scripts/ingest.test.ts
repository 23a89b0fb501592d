import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const run = (...args: string[]) => spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/ingest.ts', ...args], { encoding: 'utf8', env: { ...process.env, DATA_DIR: 'none' } });
const plan = 'tests/fixtures/policy-text/plan-runs-on.txt';

describe('npm run ingest', () => {
	it('prints the reading as JSON and nothing else, one document a text, offsets in the file', () => {
		const twin = join(mkdtempSync(join(tmpdir(), 'ingest-')), 'again.txt');
		writeFileSync(twin, readFileSync(plan));
		const { status, stdout, stderr } = run(plan, twin, '--json');
		const { documents } = JSON.parse(stdout) as { documents: { title: string; clauses: { path: string; start: number; end: number; places: unknown[]; figures: unknown[] }[] }[] };
		expect([status, documents.map(({ title }) => title)]).toEqual([0, ['清河片区建设两年行动计划']]);
		expect(stderr).toMatch(/again\.txt holds the same text as .*plan-runs-on\.txt/);
		const item = documents[0]!.clauses.find(({ path }) => path === '4')!;
		expect(readFileSync(plan, 'utf8').slice(item.start, item.end)).toBe('4.设立专项资金,一是保运行,二是保维护。');
		expect([item.places, item.figures].every(Array.isArray)).toBe(true);
	}, 30_000);

	it('says in one sentence what it cannot read (1) and how it is used (2)', () => {
		const failed = run('tests/fixtures/policy-text/big5.bin');
		expect([failed.status, failed.stdout, failed.stderr.trim().split('\n')]).toEqual([1, '', [expect.stringContaining('.bin')]]);
		expect(run('nowhere.txt').status).toBe(1);
		expect([run().status, run(plan, '--xml').status]).toEqual([2, 2]);
	}, 60_000);
});
