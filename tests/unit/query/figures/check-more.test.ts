import { describe, expect, it } from 'vitest';
import { columnWords } from '#lib/query/figures/say-row.ts';
import { translator } from '#lib/i18n/index.ts';
import { templates } from '#lib/query/figures/template.ts';
import type { TemplateName } from '#lib/domain/figure-report.ts';
import { check, planned, workbook, wrongOf } from '../../../fixtures/workbook.ts';

const dataset = planned();
const t = translator('zh');
type Filled = Record<string, string | number | null>;
/** Rows of a template by the names of its columns. */
const read = async (template: TemplateName, ...rows: Filled[]) => {
	const names = templates[template].map(({ name }) => name);
	return check(await workbook(rows.map((row) => names.map((name) => row[name] ?? null)), () => {}, names.map((name) => columnWords(t, name))), { dataset });
};

describe('targets', () => {
	const target = { indicator: 'fast-trips', comparator: '≥', value: 30, unit: '万人', year: 2030, source_outlet: '规划文本', source_date: '2025' };
	it('are new by indicator and year, in the future too', async () => {
		const [row] = (await read('targets', target)).rows;
		expect(row).toMatchObject({ kind: 'new', id: 'fast-trips-2030-target-own', change: { cells: { comparator: 'ge', value_text: '30', year: '2030' } } });
	});
	it('of the same year change what stands, cell by cell', async () => {
		const [row] = (await read('targets', { ...target, indicator: 'lake-class', comparator: 'keep-class', value: 'II', unit: null, year: 2025, clause: 'plan#1' })).rows;
		expect([row!.kind, row!.cells[1]]).toEqual(['changed', { column: 'value', value: 'II', old: 'III' }]);
		expect(Object.keys(row!.change!.cells).toSorted()).toEqual(['sources', 'value_max', 'value_min', 'value_text']);
	});
	it('of the kind "reduce by" may stand in per cent of the base', async () => {
		const [row] = (await read('targets', { ...target, comparator: '下降', value: 15, unit: '%' })).rows;
		expect(row!.change!.cells).toMatchObject({ comparator: 'reduce-by', value_text: '15%', value_min: '15', value_max: '15' });
	});
	it.each<[string, Filled, string]>([['a baseline of another indicator', { baseline: 'lake-class-2020' }, 'baseline-other'], ['an unknown clause', { clause: 'plan#99' }, 'unknown-near'], ['no year', { year: null }, 'missing'], ['no comparator', { comparator: '大约吧' }, 'not-word']])('with %s are wrong', async (_, changes, key) => expect(wrongOf(await read('targets', { ...target, ...changes }))).toContain(key));
});

describe('reports on projects', () => {
	const status = { project: 'lake-clean', status: '在建', date: '2026-05-18', source_outlet: '现场', source_date: '2026-05-18' };
	it('are always rows of their own', async () => {
		const { rows } = await read('statuses', status, { ...status, date: '2026-06' });
		expect(rows.map(({ kind, id, change }) => [kind, id, change!.cells.status])).toEqual([['new', 'lake-clean-status-2026-05-18-own', 'building'], ['new', 'lake-clean-status-2026-06-own', 'building']]);
	});
	it('that stand already, from the same source, are unchanged: the same file twice adds nothing', async () => {
		const [row] = (await read('statuses', status)).rows;
		const after = { ...dataset, sources: [...dataset.sources, { id: row!.source!.id, titleZh: '', aboutEn: '', outletZh: '现场', outletEn: '现场', date: '2026-05-18', url: '', quality: 'planner' as const }], statuses: [...dataset.statuses, { id: row!.id, project: 'lake-clean', status: 'building' as const, date: '2026-05-18', noteZh: '', noteEn: '', sources: [row!.source!.id] }] };
		const again = check(await workbook([['lake-clean', '在建', '2026-05-18', '现场', '2026-05-18']], () => {}, ['项目编号', '状态', '日期', '出处', '出处日期']), { dataset: after });
		expect(again.rows.map(({ kind, id }) => [kind, id])).toEqual([['unchanged', row!.id]]);
	});
	it.each<[string, Filled, string]>([['of tomorrow', { date: '2026-11-23' }, 'future-date'], ['without a date', { date: null }, 'missing'], ['on an unknown project', { project: 'lake-cleen' }, 'unknown-near'], ['with an unknown word', { status: '快好了' }, 'not-word']])('%s are wrong', async (_, changes, key) => expect(wrongOf(await read('statuses', { ...status, ...changes }))).toContain(key));
});

describe('projects', () => {
	const project = { name_zh: '新泵站', kind: '水利', subkind: '防洪', confidence: '高', start: '2025-03', districts: 'west；东区', source_outlet: '批复', source_date: '2025' };
	it('without a known id are new, with an id made of their name', async () => {
		const [row] = (await read('projects', { ...project, kind: 'hydro', subkind: 'flood-control', districts: 'west;east' })).rows;
		expect([row!.wrong, row!.kind, /^own-[0-9a-f]{8}$/.test(row!.id)]).toEqual([[], 'new', true]);
		expect(row!.change!.cells).toMatchObject({ zh: '新泵站', en: '新泵站', kind: 'hydro', districts: 'west;east', part_of_basis: '' });
	});
	it('with a known id keep what the file leaves empty, and add its source to theirs', async () => {
		const [row] = (await read('projects', { project: 'lake-clean', finish_planned: '2027-06', source_outlet: '批复' })).rows;
		expect(row).toMatchObject({ kind: 'changed', id: 'lake-clean', cells: [{ column: 'finish_planned', value: '2027-06' }] });
		expect(Object.keys(row!.change!.cells)).toEqual(['finish_planned', 'sources']);
		expect(row!.change!.cells.sources!.split(';')).toEqual([...dataset.projects.find(({ id }) => id === 'lake-clean')!.sources, row!.source!.id]);
	});
	it.each<[string, Filled, string]>([
		['with swapped coordinates', { lon: 31, lat: 121 }, 'outside'], ['that ended before they began', { start: '2024', finish_actual: '2023' }, 'finish-first'], ['finished tomorrow', { finish_actual: '2027' }, 'future-date'], ['with an id in capitals', { project: 'New Pump' }, 'not-id'], ['without a name', { name_zh: null }, 'missing'], ['that are a part of themselves', { project: 'lake-clean', part_of: 'lake-clean' }, 'own-part'], ['with text for a coordinate', { lon: '东' }, 'not-number']
	])('%s are wrong', async (_, changes, key) => expect(wrongOf(await read('projects', { ...project, kind: 'hydro', subkind: 'flood-control', districts: null, ...changes }))).toContain(key));
});
