import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadTable } from '#lib/catalogue/formats/load-table.ts';

const run = (...words: string[]) => spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/template.ts', ...words], { encoding: 'utf8' });

it.each([[['nonsense'], /^"nonsense" is no template; expected one of observations, targets, projects, statuses\./], [['observations', 'a.csv'], /^"a\.csv" does not end in \.xlsx/], [['observations', 'a.xlsx', 'b'], /one argument too many/]])('npm run template -- %s says one sentence and ends with 2', (words, sentence) => {
	const { status, stderr } = run(...words);
	expect([status, stderr.trim().split('\n')]).toEqual([2, [expect.stringMatching(sentence)]]);
	expect(existsSync('a.csv') || existsSync('a.xlsx')).toBe(false);
});

it('npm run template writes a workbook of three sheets', () => {
	const folder = mkdtempSync(join(tmpdir(), 'atlas-template-'));
	const file = join(folder, 'targets.xlsx');
	try {
		expect(run('targets', file).status).toBe(0);
		expect(loadTable(file, new Uint8Array(readFileSync(file))).sheets.map(({ name }) => name)).toEqual(['目标', '编号 Ids', '说明 Read me']);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
