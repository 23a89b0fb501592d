/** A planner's set joins the dataset, is refused as a whole, or is undone. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ChangeSet } from '#lib/domain/change.ts';
import { limits } from '#lib/domain/change.ts';
import { readEntries } from '#lib/server/data-folder.ts';
import { publish } from '#lib/server/publish.ts';
import { applySet, undoSet } from '#lib/server/publisher.ts';
import { readRoots } from '#lib/server/roots.ts';
import { findStore, openStore } from '#lib/server/store.ts';
import { filesIn, openFolder, put, restart, row, setOf } from '../../fixtures/folder.ts';
import type { Opened } from '../../fixtures/folder.ts';
import { regionRoot } from '../../fixtures/region.ts';

let here: Opened;
beforeEach(() => (here = openFolder()));
afterEach(() => here.close());

const observation = (id: string) => here.dataset().observations.find((one) => one.id === id);
const better = () => row({ id: 'fast-trips-2019', cells: { value_text: '13', value_min: '13', value_max: '13' } });
const source = row({ kind: 'add', collection: 'sources', id: 'own-1a2b3c4d', cells: { id: 'own-1a2b3c4d', outlet_zh: '区水务局月报', quality: 'planner' }, reason: '', source: '' });
const added = (id: string) => row({ kind: 'add', id, cells: { id, indicator: 'lake-class', value_text: 'II', year: '2024', basis_kind: 'annual', note_zh: '只写了中文', sources: 'own-1a2b3c4d' }, reason: '', source: '' });

async function accepted(set: ChangeSet): Promise<{ change: number; hash: string }> {
	const answer = await applySet(set);
	expect(answer).toMatchObject({ ok: true });
	return (answer as Extract<typeof answer, { ok: true }>).value;
}
async function refusal(work: ReturnType<typeof applySet>) {
	const answer = await work;
	expect(answer.ok).toBe(false);
	return (answer as Extract<typeof answer, { ok: false }>).refusal;
}

describe('a correction', () => {
	it('replaces its cells only, keeps the shipped row beside and outlives a restart', async () => {
		const { hash, change } = await accepted(setOf(better()));
		const now = { valueText: '13', valueMin: 13, year: '2019', sources: ['s-news'] };
		expect([change, hash, observation('fast-trips-2019')]).toMatchObject([1, openStore().dataset.hash, now]);
		expect(here.dataset().overlaid).toMatchObject([{ collection: 'observations', id: 'fast-trips-2019', kind: 'correct', change: 1, by: '王工', reason: '按年报核对', source: '生态环境年报 2024-06', shipped: { value_text: '12', year: '2019' } }]);
		restart();
		expect([openStore().dataset.hash, observation('fast-trips-2019')]).toMatchObject([hash, now]);
		expect(filesIn(here.folder)['sets/0001/catalogue/observations.csv']!.split('\n')[0]).toBe('id,value_text,value_min,value_max,overlay_kind,overlay_change,overlay_by,overlay_at,overlay_from,overlay_reason,overlay_source');
	});

	it('of a row that was corrected before keeps the other cells of that correction', async () => {
		await accepted(setOf(better()));
		await accepted(setOf(row({ id: 'fast-trips-2019', cells: { year: '2020' } })));
		expect(observation('fast-trips-2019')).toMatchObject({ valueText: '13', year: '2020' });
	});

	it('takes geometry and distances over as they were published, and the same data has the same hash', async () => {
		await accepted(setOf(better()));
		const fresh = publish(readRoots());
		expect(fresh.hash).toBe(openStore().dataset.hash);
		expect(openStore().files.get('relations.json')!.text.toString()).toBe(fresh.files.get('relations.json'));
		await accepted(setOf(row({ collection: 'projects', id: 'lake-clean', cells: { lon: '121.1', lat: '31.05' } })));
		expect(openStore().relations['project:lake-clean']?.length).toBeGreaterThan(0);
	});
});

describe('added rows', () => {
	it('join with the source that the planner named, in the language that was written', async () => {
		await accepted(setOf(source, added('lake-class-2024')));
		expect(observation('lake-class-2024')).toMatchObject({ valueText: 'II', noteZh: '只写了中文', noteEn: '只写了中文' });
		expect(here.dataset().sources.at(-1)).toMatchObject({ id: 'own-1a2b3c4d', quality: 'planner', outletEn: '区水务局月报' });
		expect(here.dataset().overlaid.map(({ shipped }) => shipped)).toEqual([null, null]);
	});

	it('may name a source again that is there already, and keep it when the set that named it first is undone', async () => {
		await accepted(setOf(source, added('lake-class-2024')));
		await accepted(setOf(source, added('lake-class-2022')));
		expect(await undoSet(1, '')).toMatchObject({ ok: true });
		expect([observation('lake-class-2022')?.sources, here.dataset().sources.at(-1)?.id]).toEqual([['own-1a2b3c4d'], 'own-1a2b3c4d']);
		expect((await refusal(applySet(setOf(source)))).problems).toMatchObject([{ row: null, en: expect.stringContaining('in the data already') as string }]);
	});
});

describe('retiring and commenting', () => {
	it('takes a row out, and leaves a row as it is', async () => {
		await accepted(setOf(row({ kind: 'retire', collection: 'links', id: 'project:line-works → clause:plan#3' }), row({ kind: 'comment', id: 'lake-class-2023', source: '' })));
		expect(here.dataset().links).toHaveLength(10);
		expect(observation('lake-class-2023')).toMatchObject({ valueText: 'III' });
		expect(here.dataset().overlaid.map(({ kind, shipped }) => [kind, shipped?.basis ?? shipped?.value_text])).toEqual([['comment', 'III'], ['retire', 'inferred']]);
	});

	it('is refused where others still name the row, and says who', async () => {
		const { status, problems } = await refusal(applySet(setOf(row({ kind: 'retire', id: 'lake-class-2020' }))));
		expect([status, problems]).toEqual([422, [{
			row: 0, column: '',
			zh: '“lake-class-2020”不能作废：目标 lake-class-2025 的“baseline”还引用它（catalogue/targets.csv:2）。请先作废或更正那一条。',
			en: '"lake-class-2020" cannot be retired: targets lake-class-2025 still names it in "baseline" (catalogue/targets.csv:2). Retire or correct that one first.'
		}]]);
	});

	it('of the only link and the only report is the planner’s to say', async () => {
		await accepted(setOf(row({ kind: 'retire', collection: 'statuses', id: 'lake-clean-ongoing' }), row({ kind: 'retire', collection: 'links', id: 'measure:plan-1 → place:mirror-lake' })));
		expect(publish(readRoots()).problems.map(({ key, level }) => [key, level])).toEqual([['no-link', 'warning'], ['no-status', 'warning']]);
	});
});

describe('a set with something wrong', () => {
	const told = (sets: ChangeSet) => refusal(applySet(sets));

	it('is refused as a whole, each row told in both languages, and nothing is written', async () => {
		const { hash } = here.dataset();
		const { status, zh, problems } = await told(setOf(better(), row({ id: 'nowhere', cells: { year: '2020' } }), row({ id: 'lake-class-2023', cells: { year: '2023' } }), row({ id: 'lake-class-2020', cells: { constructor: '好' }, source: '', reason: '' })));
		expect([status, zh]).toEqual([422, '有 5 处问题，整批改动都没有生效。请改正后再提交。']);
		expect(problems.map((problem) => [problem.row, problem.column])).toEqual([[1, 'id'], [2, ''], [3, 'constructor'], [3, 'reason'], [3, 'source']]);
		expect(problems.every((problem) => /[\u4e00-\u9fff]/.test(problem.zh) && !/[\u4e00-\u9fff]/.test(problem.en.replaceAll(/"[^"]*"/g, '')))).toBe(true);
		expect([here.dataset().hash, readdirSync(here.folder)]).toEqual([hash, []]);
	});

	it('that only the whole dataset shows names row, column and remedy', async () => {
		const { problems } = await told(setOf(source, added('lake-class-2024'), { ...added('lake-class-2022'), cells: { ...added('lake-class-2022').cells, indicator: 'lake-mood', value_min: '很好\n很好' } }, row({ id: 'fast-trips-2019', cells: { basis_kind: 'often' } })));
		expect(problems).toEqual([
			{ row: 2, column: 'value_min', zh: '“value_min”为“很好\n很好”，应为数字（不带单位和千分号）。请改正。', en: '"value_min" is "很好\n很好"; expected a plain number. Correct the cell.' },
			{ row: 3, column: 'basis_kind', zh: expect.stringMatching(/^“basis_kind”为“often”，应为以下之一：annual, /) as string, en: expect.stringMatching(/^"basis_kind" is "often"; expected one of annual/) as string },
			{ row: 2, column: 'indicator', zh: '监测值 lake-class-2022 的“indicator”引用了不存在的指标 lake-mood。请改正编号，或先添加该条。', en: expect.stringContaining('names unknown indicator lake-mood') as string }
		]);
		expect(existsSync(join(here.folder, 'sets'))).toBe(false);
	});

	it.each<[string, (set: ChangeSet) => unknown, number]>([
		['of another dataset', (set) => ({ ...set, base: 'ffff' }), 409],
		['without a name', (set) => ({ ...set, by: '  ' }), 422],
		['without rows', (set) => ({ ...set, rows: [] }), 422],
		['that is no set', () => ({ rows: 5 }), 400],
		['with a row that is none', (set) => ({ ...set, rows: [...set.rows, { kind: 'burn' }] }), 400],
		['of a collection that does not exist', (set) => ({ ...set, rows: [{ ...set.rows[0]!, collection: '__proto__' }] }), 400],
		['with an endless cell', (set) => ({ ...set, rows: [{ ...set.rows[0]!, reason: '长'.repeat(limits.cellChars + 1) }] }), 400],
		['with too many rows', (set) => ({ ...set, rows: Array.from({ length: limits.rows + 1 }, () => set.rows[0]) }), 413],
		['that adds what exists', (set) => ({ ...set, rows: [added('lake-class-2023')] }), 422],
		['with the same row twice', (set) => ({ ...set, rows: [set.rows[0], set.rows[0]] }), 422]
	])('%s is refused with one sentence in each language', async (_, change, status) => {
		const { refusal: found } = (await applySet(change(setOf(better())))) as { refusal: { status: number; zh: string; en: string } };
		expect(found.status).toBe(status);
		expect(found.zh).toMatch(/[\u4e00-\u9fff].*。$/);
		expect(found.en).toMatch(/^[A-Z].*\.$/);
	});

	it('sent twice at once is taken once', async () => {
		const set = setOf(better());
		const answers = await Promise.all([applySet(set), applySet(set)]);
		expect(answers.map((answer) => (answer.ok ? 200 : answer.refusal.status))).toEqual([200, 409]);
	});
});

describe('undo', () => {
	it('brings back the state before, step by step, and is recorded', async () => {
		const hashes = [here.dataset().hash];
		for (const set of [() => setOf(better()), () => setOf(source, added('lake-class-2024'))]) hashes.push((await accepted(set())).hash);
		expect(await undoSet(undefined, '李工')).toMatchObject({ ok: true, value: { change: 2, hash: hashes[1] } });
		expect(await undoSet(undefined, '')).toMatchObject({ ok: true, value: { change: 1, hash: hashes[0] } });
		expect([here.dataset().overlaid, publish(readRoots()).hash]).toEqual([[], hashes[0]]);
		expect(readEntries(here.folder).map(({ number, kind, by, undoes, undoneBy }) => [number, kind, by, undoes, undoneBy])).toEqual([[4, 'undo', '', 1, null], [3, 'undo', '李工', 2, null], [2, 'set', '王工', null, 3], [1, 'set', '王工', null, 4]]);
		expect((await refusal(undoSet(undefined, ''))).zh).toBe('没有可以撤销的改动。');
	});

	it('of a set in the middle leaves the later ones, unless they change the same rows or rest on it', async () => {
		await accepted(setOf(source));
		await accepted(setOf(better()));
		await accepted(setOf(added('lake-class-2024')));
		await accepted(setOf(row({ id: 'fast-trips-2019', cells: { year: '2020' } })));
		expect((await refusal(undoSet(2, ''))).en).toBe('Change 4 came later and touches "fast-trips-2019" too. Undo change 4 first.');
		expect((await refusal(undoSet(1, ''))).problems).toMatchObject([{ row: null, en: expect.stringContaining('names unknown source own-1a2b3c4d') as string }]);
		expect(await undoSet(3, '')).toMatchObject({ ok: true });
		expect([observation('lake-class-2024'), observation('fast-trips-2019')?.valueText]).toEqual([undefined, '13']);
		expect((await refusal(undoSet(3, ''))).status).toBe(409);
	});

	it('deletes nothing, and names what a hand had edited in the meantime', async () => {
		await accepted(setOf(better()));
		const path = 'sets/0001/catalogue/observations.csv';
		const edited = filesIn(here.folder)[path]!.replaceAll('13', '14');
		put(here.folder, path, edited);
		expect(await undoSet(1, '')).toMatchObject({ ok: true });
		expect(filesIn(here.folder)[path]).toBe(edited);
		expect(readEntries(here.folder)[0]).toMatchObject({ kind: 'undo', handEdited: [path] });
	});
});

describe('the data folder by hand', () => {
	const byHand = 'id,indicator,value_text,value_min,value_max,year,basis_kind,sources\nlake-class-2023,lake-class,II,2,2,2023,annual,s-mirror\nlake-class-2024,lake-class,II,2,2,2024,annual,s-mirror\n';

	it('is shown without a name, as added or corrected', () => {
		put(here.folder, 'catalogue/observations.csv', byHand);
		expect(publish(readRoots()).problems).toEqual([]);
		restart();
		expect(here.dataset().overlaid.map(({ kind, id, by, change, shipped }) => [kind, id, by, change, shipped?.value_text])).toEqual([['correct', 'lake-class-2023', '', 0, 'III'], ['add', 'lake-class-2024', '', 0, undefined]]);
	});

	it('edited while the server runs is taken in before the next set, which must be looked at again', async () => {
		const set = setOf(better());
		put(here.folder, 'catalogue/observations.csv', byHand);
		expect((await refusal(applySet(set))).status).toBe(409);
		expect(observation('lake-class-2024')?.valueText).toBe('II');
		await accepted(setOf(better()));
	});

	it('broken is told of with file, row and remedy, and takes no set until it is mended', async () => {
		put(here.folder, 'catalogue/observations.csv', byHand.replace(',2024,', ',soon,'));
		const { status, zh } = await refusal(applySet(setOf(better())));
		expect([status, zh]).toEqual([409, `数据文件夹中有手工改坏的行（${here.folder}/catalogue/observations.csv:3），先改好它才能接受改动：“year”为“soon”，应为YYYY、YYYY-MM 或 YYYY-MM-DD。请改正。`]);
	});

	it('with a broken head of a set is told of by its file', async () => {
		await accepted(setOf(better()));
		put(here.folder, 'sets/0001/set.json', '{');
		expect(publish(readRoots()).problems.map(({ file, key }) => [file, key])).toEqual([[`${here.folder}/sets/0001/set.json`, 'bad-json']]);
	});
});

describe('pages that are open', () => {
	it('go on reading the dataset they were made from, two changes back', async () => {
		const hashes = [here.dataset().hash];
		for (const year of ['2020', '2021', '2022']) hashes.push((await accepted(setOf(row({ id: 'fast-trips-2019', cells: { year } })))).hash);
		expect(hashes.map((hash) => findStore(hash) !== undefined)).toEqual([false, true, true, true]);
	});

	it('find nothing changed by a folder that is not there: the shipped dataset has one hash', () => {
		process.env.DATA_DIR = 'none';
		expect(publish(readRoots()).hash).toBe(publish([regionRoot()]).hash);
	});
});

describe('10,000 rows', () => {
	it('join within seconds', async () => {
		const rows = Array.from({ length: 10_000 }, (_, i) => added(`lake-class-x${i}`));
		const begin = performance.now();
		await accepted(setOf(source, ...rows));
		const ms = performance.now() - begin;
		console.log(`10,000 observation rows applied in ${Math.round(ms)} ms`);
		expect(here.dataset().observations).toHaveLength(10_003);
		expect(ms).toBeLessThan(15_000);
	}, 30_000);
});
