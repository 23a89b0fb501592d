import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translator } from '#lib/i18n/index.ts';
import { checkTable } from '#lib/query/figures/check.ts';
import { wrongKeys } from '#lib/domain/figure-report.ts';
import { sayRow } from '#lib/query/figures/say-row.ts';
import { check, observation, observationHead, planned, refusalOf, today, workbook, wrongOf } from '../../../fixtures/workbook.ts';
import type { Cells } from '../../../fixtures/workbook.ts';

const dataset = planned();
const read = async (...rows: Cells[]) => check(await workbook(rows), { dataset });
const first = async (changes: Parameters<typeof observation>[0]) => (await read(observation(changes))).rows[0]!;
const zh = { lang: 'zh' as const, t: translator('zh') };

describe('a right row', () => {
	it('is new, with an id of its own and a source of its own', async () => {
		const row = await first({});
		expect([row.kind, row.id, row.subject.zh, row.when]).toEqual(['new', 'fast-trips-2023-own', '快线客流', '2023']);
		expect(row.change).toMatchObject({ kind: 'add', cells: { value_text: '15', value_min: '15', value_max: '15', year: '2023', basis_kind: 'annual' } });
		expect(row.source!.id).toMatch(/^own-[0-9a-f]{8}$/);
		expect(row.source!.cells).toMatchObject({ outlet_zh: '统计局', date: '2024-03-01', quality: 'planner' });
		expect(row.change!.cells.sources).toBe(row.source!.id);
	});
	it('of the same indicator, year and basis changes the value that stands, which is shown beside it', async () => {
		const row = await first({ year: 2019 });
		expect([row.kind, row.id, row.cells]).toEqual(['changed', 'fast-trips-2019', [{ column: 'value', value: '15', old: '12', unit: { zh: '万人', en: '10k people' } }]]);
		expect(row.change).toMatchObject({ kind: 'correct', cells: { value_text: '15', value_min: '15', value_max: '15' }, source: '统计局 2024-03-01' });
		expect(Object.keys(row.change!.cells)).not.toContain('indicator');
	});
	it('that says what stands is unchanged, also as 12.0 and from another source', async () => {
		const row = await first({ year: 2019, value: '12.0' });
		expect([row.kind, row.change, row.told.map(({ key }) => key)]).toEqual(['unchanged', null, ['other-source']]);
	});
	it('may be a range, a bound or a class', async () => {
		expect((await first({ value: '20–25' })).change!.cells).toMatchObject({ value_text: '20–25', value_min: '20', value_max: '25' });
		expect((await first({ value: '超过 1,500' })).change!.cells).toMatchObject({ value_text: '>1500', value_min: '1500', value_max: '' });
		expect((await first({ indicator: 'lake-class', value: '劣V', unit: null })).change!.cells).toMatchObject({ value_text: '劣V', value_min: '', value_max: '' });
	});
	it('with another class leaves no number of the old one behind', async () => expect((await first({ indicator: 'lake-class', value: '劣V', unit: null })).change).toMatchObject({ kind: 'correct', id: 'lake-class-2023', cells: { value_text: '劣V', value_min: '', value_max: '' } }));
	it('of the same class in other letters is unchanged', async () => expect((await first({ indicator: 'lake-class', value: 'Ⅲ类', unit: null })).kind).toBe('unchanged'));
	it('may name its indicator; the id it stands for is told', async () => {
		const row = await first({ indicator: '快线客流' });
		expect([row.id, row.told[0]!.key]).toEqual(['fast-trips-2023-own', 'name-read']);
	});
});

describe('units', () => {
	it.each([
		['park-area', 1158, '亩', '0.772'], ['park-area', 300, '公顷', '3'], ['park-area', 5, 'km²', '5'], ['park-area', 5, '平方公里', '5'], ['work-invest', 44850, '万元', '4.485'], ['work-invest', '44850万元', null, '4.485'], ['green-share', 0.12, '小数', '12'], ['green-share', '0.12%', null, '0.12']
	] as const)('%s %s %s is %s', async (indicator, value, unit, expected) => {
		const row = await first({ indicator, value, unit });
		expect([row.wrong, row.change?.cells.value_min]).toEqual([[], expected]);
	});
	it('that were converted are told, and the figure of the source stays in the note', async () => {
		const row = await first({ indicator: 'park-area', value: 1158, unit: '亩', note: '含水面' });
		expect(row.told.map((saying) => sayRow(zh, saying))).toEqual(['单位已换算：1158 亩 → 0.772 平方公里。']);
		expect(row.change!.cells.note_zh).toBe('含水面 原文 1158 亩，已换算。');
	});
	it('shown as 12% by the sheet are read as 12, and told', async () => {
		const row = check(await workbook([observation({ indicator: 'green-share', value: 0.12, unit: '%' })], (sheet) => (sheet.getCell('B2').numFmt = '0%')), { dataset }).rows[0]!;
		expect([row.change!.cells.value_text, row.told[0]!.key]).toEqual(['12', 'share-read']);
	});
});

describe('a wrong row', () => {
	const cases: [what: string, changes: Parameters<typeof observation>[0], key: string][] = [
		['wrong unit', { unit: '公里' }, 'unit-wrong'], ['no unit where one could be another', { unit: null }, 'unit-missing'], ['percentage points for a share', { indicator: 'green-share', unit: '百分点' }, 'unit-points'], ['two units', { value: '15 人', unit: '万人' }, 'unit-twice'],
		['0.12 or 12 per cent', { indicator: 'green-share', value: 0.12, unit: '%' }, 'fraction'], ['text in a number column', { value: '很多' }, 'not-number'], ['two numbers in words', { value: '鱼类 34 种、鸟类 183 种' }, 'not-number'], ['a class that is none', { indicator: 'lake-class', value: '好', unit: null }, 'not-class'],
		['a range the wrong way round', { value: '25–20' }, 'reversed'], ['a negative area', { indicator: 'park-area', value: -3, unit: '平方公里' }, 'negative'], ['negative people', { value: -15 }, 'negative'],
		['a date number as year', { year: 45292 }, 'serial'], ['a date cell as year', { year: new Date(Date.UTC(2023, 0, 1)) }, 'date-cell'], ['a date cell as value', { value: new Date(Date.UTC(2023, 0, 1)) }, 'date-cell'], ['a future year', { year: 2027 }, 'future-year'], ['a future period', { year: null, period: '2026-12' }, 'future-year'],
		['no such year', { year: '去年' }, 'bad-year'], ['no such period', { year: null, period: '第三季度' }, 'bad-period'], ['neither year nor period', { year: null }, 'no-when'], ['an unknown id near a known one', { indicator: 'fast-trip' }, 'unknown-near'], ['an unknown id', { indicator: 'zzzzzzzz' }, 'unknown-id'],
		['a word that is none', { basis: '大概' }, 'not-word'], ['no value', { value: null }, 'missing'], ['no source', { outlet: null }, 'missing'], ['a formula', { value: { formula: '7+8', result: 15 } }, 'formula'], ['a source of tomorrow', { date: '2026-11-23' }, 'future-date'], ['a day that does not exist', { date: '2024-02-31' }, 'not-date'], ['too long a note', { note: '长'.repeat(2001) }, 'long']
	];
	it.each(cases)('%s', async (_, changes, key) => {
		const found = await read(observation(changes));
		expect(wrongOf(found)).toContain(key);
		expect(found.rows[0]!.change).toBeNull();
	});
	it('names the nearest id', async () => expect((await first({ indicator: 'fast-trip' })).wrong.map((saying) => sayRow(zh, saying))[0]).toBe('“指标编号”里的“fast-trip”没有对应的记录。是不是 fast-trips（快线客流）？'));
	it('asks "0.12 or 12?" in one sentence', async () => expect(sayRow(zh, (await first({ indicator: 'green-share', value: 0.12, unit: '%' })).wrong[0]!)).toMatch(/^0\.12 是 0\.12%，还是 12%？/));
	it('lists the words it may hold in the language of the page', async () => expect(sayRow({ lang: 'en', t: translator('en') }, (await first({ basis: '大概' })).wrong[0]!)).toContain('annual'));
	it('is one that stands twice in the file, the second time', async () => expect((await read(observation(), observation({ value: 16 }))).rows.map(({ kind, wrong }) => [kind, wrong[0]?.with.row])).toEqual([['new', undefined], ['wrong', 2]]));
	it('is one with merged cells; its neighbour is not', async () => {
		const found = check(await workbook([observation(), observation({ year: 2022 }), observation({ year: 2021 })], (sheet) => sheet.mergeCells('J2:J3')), { dataset });
		expect(found.rows.map(({ wrong }) => wrong[0]?.key)).toEqual(['merged', 'merged', undefined]);
	});
	it('is one that the dataset has twice', async () => {
		const twice = planned();
		const [row] = twice.observations.filter(({ id }) => id === 'fast-trips-2019');
		twice.observations.push({ ...row!, id: 'fast-trips-2019-b' });
		expect(wrongOf(check(await workbook([observation({ year: 2019 })]), { dataset: twice }))).toEqual(['twice-known']);
	});
});

describe('dates', () => {
	it('in a date column become text as precise as the cell shows them, and are told', async () => {
		const row = check(await workbook([observation({ date: new Date(Date.UTC(2024, 4, 1)) })], (sheet) => (sheet.getCell('H2').numFmt = 'yyyy"年"m"月"')), { dataset }).rows[0]!;
		expect([row.source!.text, row.told.map(({ key }) => key)]).toEqual(['统计局 2024-05', ['date-read']]);
	});
	it('may be written as planners write them', async () => expect((await first({ date: '2024年5月8日' })).source!.text).toBe('统计局 2024-05-08'));
});

describe('a file', () => {
	it('without the head of a template is refused', async () => expect(refusalOf(() => check(new TextEncoder().encode('甲,乙\n1,2\n'), { name: 'a.csv', dataset }))).toBe('no-head'));
	it('whose column was renamed is refused with its name', async () => {
		const bytes = await workbook([observation()], () => {}, observationHead.with(1, '数额'));
		expect(refusalOf(() => check(bytes, { dataset }))).toBe('missing-columns');
	});
	it('tells the columns that it does not know and reads the others in any order', async () => {
		const found = check(await workbook([[2023, 'fast-trips', 15, '万人', 'annual', '统计局', '某']], () => {}, ['年份', 'Indicator id', 'Value', 'Unit', 'Basis', 'Source', '经办人']), { dataset });
		expect([found.overview.sheets[0]!.ignored, found.overview.counts.new]).toEqual([['经办人'], 1]);
	});
	it('with nothing below its head is refused', async () => expect(refusalOf(() => check(new TextEncoder().encode(`${observationHead.join(',')}\n`), { name: 'a.csv', dataset }))).toBe('empty'));
	it('leaves hidden sheets unread and says so', async () => {
		const found = check(await workbook([observation()], (_, book) => (book.addWorksheet('底稿').state = 'veryHidden')), { dataset });
		expect([found.overview.hiddenSheets, found.rows.length]).toEqual([['底稿'], 1]);
	});
	it('takes the source typed on the page for rows that name none', async () => {
		const bytes = await workbook([observation({ outlet: null, date: null })]);
		expect(check(bytes, { dataset }).overview).toMatchObject({ withoutSource: 1, counts: { wrong: 1 } });
		expect(check(bytes, { dataset, fallback: { outlet: '内部台账', date: '2026-11', title: '' } }).rows[0]).toMatchObject({ kind: 'new', source: { text: '内部台账 2026-11' } });
	});
});

it('whatever stands in the cells, a row is right or says why, and nothing is thrown', () => {
	const cell = fc.oneof(
		fc.constant(undefined), fc.string({ maxLength: 12 }).filter((text) => text.trim() !== '' && !text.includes('{')).map((text) => ({ is: 'text' as const, text })), fc.double({ noNaN: true }).map((value) => ({ is: 'number' as const, value, text: String(value) })),
		fc.constantFrom('fast-trips', 'green-share', 'lake-class', '%', '亩', '年度值', '≥20', '20–25', '=1+1', '2023', '45292', '-3').map((text) => ({ is: 'text' as const, text })), fc.double({ noNaN: true }).map((value) => ({ is: 'share' as const, value, text: `${value}%` })),
		fc.constantFrom('formula' as const, 'error' as const, 'long' as const).map((is) => ({ is, text: 'x' })), fc.constantFrom('2024', '2024-05', '').map((text) => ({ is: 'date' as const, text }))
	);
	const heads = observationHead.map((text) => ({ is: 'text' as const, text }));
	fc.assert(fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 10 }), { minLength: 1, maxLength: 6 }), (rows) => {
		const { rows: found } = checkTable(dataset, 'a.xlsx', { format: 'xlsx', hiddenSheets: [], sheets: [{ name: '', hiddenRows: 0, rows: [{ row: 1, cells: heads }, ...rows.map((cells, i) => ({ row: i + 2, cells }))] }] }, today, { outlet: '', date: '', title: '' });
		for (const row of found) {
			expect(row.kind === 'wrong').toBe(row.wrong.length > 0);
			expect(row.change === null).toBe(row.kind === 'wrong' || row.kind === 'unchanged');
			for (const saying of [...row.wrong, ...row.told]) expect(sayRow(zh, saying)).not.toMatch(/\{\w{2,}\}|undefined|NaN/);
			if (row.change && row.collection === 'observations') expect([row.change.cells.value_min, row.change.cells.value_max].every((text) => text === undefined || Number.isFinite(Number(text)))).toBe(true);
		}
	}), { numRuns: 300 });
});

it('every sentence of a row stands in both languages', () => {
	for (const key of wrongKeys) for (const lang of ['zh', 'en'] as const) expect(sayRow({ lang, t: translator(lang) }, { key, column: 'value', with: {} })).not.toBe(`row.${key}`);
});
