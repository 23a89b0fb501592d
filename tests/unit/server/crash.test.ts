/** A crash, a kill -9 or a full disk in the middle of an import leaves the state before, or the state after: never a mix. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recover } from '#lib/server/data-folder.ts';
import { disk } from '#lib/server/disk.ts';
import { applySet, undoSet } from '#lib/server/publisher.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoots } from '#lib/server/roots.ts';
import { faultyDisk } from '../../fixtures/faulty-disk.ts';
import { filesIn, openFolder, restart, row, setOf } from '../../fixtures/folder.ts';
import type { Opened } from '../../fixtures/folder.ts';

let here: Opened;
beforeEach(async () => {
	here = openFolder();
	expect(await applySet(setOf(row({ id: 'lake-class-2023', cells: { note_zh: '先前的更正' } })))).toMatchObject({ ok: true });
});
afterEach(() => here.close());

const next = () => setOf(row({ id: 'fast-trips-2019', cells: { value_text: '13', value_min: '13', value_max: '13' } }), row({ kind: 'retire', collection: 'links', id: 'project:line-works → clause:plan#3' }));
const values = () => here.dataset().observations.map(({ id, valueText }) => `${id} ${valueText}`);
/** The folder after the next start, and what the dataset then says. */
function afterRestart(): { files: Record<string, string>; values: string[]; links: number; errors: unknown[] } {
	recover(here.folder, disk);
	const { problems } = publish(readRoots());
	restart();
	return { files: filesIn(here.folder), values: values(), links: here.dataset().links.length, errors: problems.filter(({ level }) => level === 'error') };
}

describe('a writer that dies', () => {
	it('at any step leaves the folder as it was, or with the whole set', async () => {
		const before = { files: filesIn(here.folder), values: values(), links: here.dataset().links.length };
		const scratch = mkdtempSync(join(tmpdir(), 'atlas-set-'));
		cpSync(here.folder, join(scratch, 'before'), { recursive: true });
		expect(await applySet(next())).toMatchObject({ ok: true });
		const after = { files: filesIn(here.folder), values: values(), links: here.dataset().links.length };
		const own = Object.entries(after.files).filter(([path]) => path.startsWith('sets/0002/')).map(([path, text]): [string, string] => [path.slice('sets/0002/'.length), text]);
		writeFileSync(join(scratch, 'set'), JSON.stringify({ head: JSON.parse(own.find(([path]) => path === 'set.json')![1]) as unknown, files: own.filter(([path]) => path !== 'set.json') }));

		const outcomes: string[] = [];
		for (let step = 1; ; step++) {
			for (const name of readdirSync(here.folder)) rmSync(join(here.folder, name), { recursive: true });
			cpSync(join(scratch, 'before'), here.folder, { recursive: true });
			const { signal, status, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', join('tests', 'fixtures', 'dying-writer.ts'), here.folder, join(scratch, 'set'), String(step)], { encoding: 'utf8' });
			const { errors, ...found } = afterRestart();
			expect(errors, `step ${step}`).toEqual([]);
			const outcome = JSON.stringify(found) === JSON.stringify(before) ? 'before' : JSON.stringify(found) === JSON.stringify(after) ? 'after' : 'mix';
			if (signal === null) {
				expect([status, stderr, outcome]).toEqual([0, '', 'after']);
				break;
			}
			expect(signal).toBe('SIGKILL');
			outcomes.push(outcome);
		}
		rmSync(scratch, { recursive: true });
		const turn = outcomes.indexOf('after');
		expect(outcomes.length).toBeGreaterThan(15);
		expect(turn, outcomes.join(' ')).toBeGreaterThan(10);
		expect(outcomes).toEqual(outcomes.map((_, i) => (i < turn ? 'before' : 'after')));
	}, 60_000);

	it('leaves the draft of another living writer alone, and its own not', () => {
		for (const pid of [process.pid, process.ppid]) disk.makeFolder(join(here.folder, `draft-${pid}-9`));
		recover(here.folder, disk);
		expect(readdirSync(here.folder).filter((name) => name.startsWith('draft'))).toEqual([`draft-${process.ppid}-9`]);
	});
});

describe('a full disk', () => {
	const full = (wanted: number) => faultyDisk((step) => {
		if (step === wanted) throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
	});

	it.each(['set', 'undo'] as const)('at any step of a %s says so and leaves the state before, or the state after', async (kind) => {
		const answers: number[] = [];
		for (let step = 1; ; step++) {
			const before = { files: filesIn(here.folder), values: values() };
			const { disk: faulty, steps } = full(step);
			const answer = kind === 'set' ? await applySet(next(), faulty) : await undoSet(undefined, '王工', faulty);
			expect(values(), 'the running server and the folder say the same').toEqual(afterRestart().values);
			if (!answer.ok) {
				expect([answer.refusal.status, answer.refusal.zh]).toEqual([507, '磁盘已满，改动没有保存，数据保持原样。请腾出空间后再试。']);
				expect({ files: filesIn(here.folder), values: values() }).toEqual(before);
			}
			answers.push(answer.ok ? 200 : 507);
			if (answer.ok && steps() < step) break;
			if (answer.ok) {
				const { folder } = here;
				rmSync(join(folder, 'sets', '0002'), { recursive: true });
				restart();
			}
		}
		expect(answers.filter((status) => status === 507).length).toBeGreaterThan(kind === 'set' ? 12 : 8);
		expect(answers.at(-1)).toBe(200);
	}, 30_000);
});
