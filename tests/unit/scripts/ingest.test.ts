import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { normalise } from '#lib/text/normalise.ts';
import { loadSimplify } from '#lib/text/simplify.ts';
import { gbk } from '../../fixtures/encodings.ts';

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

	it.each([
		['UTF-8 with line ends of Windows', 'utf-8', '青浦区水网行动方案\r\n一、目标\r\n到２０２５年，太浦河沿线绿道达到１２０公里以上。\r\n二、任务\r\n（一）治理元荡。由嘉善县水利局负责。\r\n（二）贯通长三角一体化示范区步道。'],
		['GBK', 'gb18030', '青浦区水网行动方案\n一、目标\n到２０２５年，太浦河沿线绿道达到１２０公里以上。\n二、任务\n（一）治理元荡。由嘉善县水利局负责。\n（二）贯通长三角一体化示范区步道。'],
		['traditional characters with readings', 'utf-8', '青浦區水網行動方案\n一、目標\n到2025年，太浦(pǔ)河沿線綠道達到120公里以上。\n二、任務\n（一）治理元蕩。由嘉善縣水利局負責。\n（二）貫通長三角一體化示範區步道。']
	])('gives offsets that cut the words out of a file in %s', async (_, encoding, text) => {
		const file = join(mkdtempSync(join(tmpdir(), 'ingest-')), 'a.txt');
		writeFileSync(file, encoding === 'gb18030' ? gbk(text) : text);
		const { stdout, stderr } = run(file, '--json');
		interface Mention { text: string; start: number; end: number }
		const { documents } = JSON.parse(stdout) as { documents: { title: string; clauses: ({ path: string; heading: string; kind: string; doubts: Mention[] } & Record<'places' | 'agencies' | 'figures', Mention[]>)[] }[] };
		const original = new TextDecoder(encoding).decode(readFileSync(file));
		const simplify = await loadSimplify();
		const clauses = documents.flatMap((document) => document.clauses);
		const mentions = clauses.flatMap(({ places, agencies, figures }) => [...places, ...agencies, ...figures]);
		expect(mentions.map(({ start, end }) => simplify(normalise(original.slice(start, end)).text))).toEqual(mentions.map((mention) => mention.text));
		expect([stderr, clauses.map(({ path }) => path)]).toEqual(['', ['一', '二', '(一)', '(二)']]);
		expect(clauses.map(({ places }) => places)).toMatchObject([[{ id: 'taipu-river' }], [], [{ id: 'yuandang-lake' }, { id: 'jiashan' }], [{ id: 'demonstration-area' }]]);
		expect(clauses[0]!.figures).toMatchObject([{ text: '120公里', value: 120, unit: '公里', comparator: 'ge', year: 2025, what: '太浦河沿线绿道' }]);
	}, 30_000);

	it('says in one sentence what it cannot read (1) and how it is used (2)', () => {
		const failed = run('tests/fixtures/policy-text/big5.bin');
		expect([failed.status, failed.stdout, failed.stderr.trim().split('\n')]).toEqual([1, '', [expect.stringContaining('.bin')]]);
		expect(run('nowhere.txt').status).toBe(1);
		expect([run().status, run(plan, '--xml').status]).toEqual([2, 2]);
	}, 60_000);
});
