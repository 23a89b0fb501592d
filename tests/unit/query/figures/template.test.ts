import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { writeXlsx } from '#lib/catalogue/formats/write-xlsx.ts';
import { templateNames } from '#lib/domain/figure-report.ts';
import { decodeTemplate, figuresForHref, templateHref } from '#lib/query/figures/template-url.ts';
import { templateBook } from '#lib/query/figures/template-book.ts';
import { templates } from '#lib/query/figures/template.ts';
import { toChangeSet } from '#lib/query/figures/to-changes.ts';
import { check, observation, planned, refusalOf, workbook } from '../../../fixtures/workbook.ts';

const dataset = planned();
async function open(bytes: Uint8Array): Promise<ExcelJS.Workbook> {
	const book = new ExcelJS.Workbook();
	await book.xlsx.load(bytes as unknown as ExcelJS.Buffer);
	return book;
}

describe.each(templateNames)('the template for %s', (collection) => {
	it.each(['zh', 'en'] as const)('filled in comes back as right rows; its example does not (%s)', async (lang) => {
		const bytes = await writeXlsx(templateBook(dataset, lang, { collection }));
		expect(refusalOf(() => check(bytes, { dataset }))).toBe('empty');
		const book = await open(bytes);
		const sheet = book.worksheets[0]!;
		const filled: Record<string, string | number> = {
			indicator: 'fast-trips', value: 15, unit: '万人', year: 2023, basis: 'annual', comparator: '≥', project: collection === 'statuses' ? 'lake-clean' : '', name_zh: '新泵站', kind: 'hydro', subkind: 'flood-control', confidence: '高', status: '在建', date: '2024-05', source_outlet: '统计局', source_date: '2024-03-01'
		};
		sheet.insertRow(4, templates[collection].map(({ name }) => filled[name] ?? null));
		const found = check(new Uint8Array(await book.xlsx.writeBuffer()), { dataset });
		expect(found.rows.map(({ row, kind, wrong }) => [row, kind, wrong])).toEqual([[4, 'new', []]]);
		expect(found.overview.sheets).toEqual([{ name: sheet.name, template: collection, rows: 1, hiddenRows: 0, ignored: [], examples: [3] }]);
	});

	it('offers ids and words as drop-downs that refer to a sheet one can see', async () => {
		const book = await open(await writeXlsx(templateBook(dataset, 'zh', { collection })));
		expect(book.worksheets.map(({ state }) => state)).toEqual(['visible', 'visible', 'visible']);
		const ids = book.worksheets[1]!;
		templates[collection].forEach((column, i) => {
			if (!column.ids && !column.words) return;
			const validation = book.worksheets[0]!.getCell(4, i + 1).dataValidation as ExcelJS.DataValidation | undefined;
			expect([column.name, validation?.type]).toEqual([column.name, 'list']);
			const [, first, last] = /^'编号 Ids'!\$A\$(\d+):\$A\$(\d+)$/.exec(validation!.formulae[0] as string)!;
			const offered = Array.from({ length: Number(last) - Number(first) + 1 }, (_, at) => ids.getCell(Number(first) + at, 1).text);
			if (column.words) expect(offered).toHaveLength(column.words.values.length);
			else if (column.ids === 'indicators') expect(offered).toEqual(dataset.indicators.map(({ id }) => id));
			else expect(offered.length).toBeGreaterThan(0);
		});
	});
});

it('a template can be narrowed to given indicators, and its lists tell name, scope and unit', () => {
	const [, ids] = templateBook(dataset, 'zh', { collection: 'observations', indicators: ['park-area', 'nonsense'] });
	expect(ids!.rows.filter((row) => row[4] === '指标')).toEqual([['park-area', '公园面积', '三角洲', '平方公里', '指标']]);
});

it('its address is a plain link; what is unknown is told', () => {
	expect(templateHref('zh', 'observations', ['a', 'b'])).toBe('/zh/figures/template.xlsx?collection=observations&indicators=a,b');
	expect(figuresForHref('en', 'targets', [])).toBe('/en/figures?template=targets');
	expect(decodeTemplate('?template=observations&indicators=a,b,a', 'template', (id) => id === 'a')).toEqual({ collection: 'observations', indicators: ['a'], ignored: ['b'] });
	expect(decodeTemplate('?template=health', 'template', () => true)).toEqual({ collection: null, indicators: [], ignored: ['health'] });
});

describe('acceptance', () => {
	const accepting = { by: '王工', reason: '新公报', base: 'abc', leavesWrongOut: false };
	it('takes nothing while a row is wrong, unless the planner leaves wrong rows out', async () => {
		const found = check(await workbook([observation(), observation({ year: 2022, value: '很多' })]), { dataset });
		expect(toChangeSet(found, accepting)).toBeNull();
		expect(toChangeSet(found, { ...accepting, leavesWrongOut: true })!.rows.map(({ collection, kind }) => [collection, kind])).toEqual([['sources', 'add'], ['observations', 'add']]);
	});
	it('names one source once, gives the reason to corrections, and leaves unchanged rows out', async () => {
		const found = check(await workbook([observation(), observation({ year: 2022 }), observation({ year: 2019 }), observation({ indicator: 'green-share', value: 8.6, unit: '%', year: 2020 })]), { dataset });
		const set = toChangeSet(found, accepting)!;
		expect(set).toMatchObject({ by: '王工', from: '表.xlsx', base: 'abc' });
		expect(set.rows.map(({ collection, kind, id, reason }) => [collection, kind, id, reason])).toEqual([
			['sources', 'add', set.rows[0]!.id, ''], ['observations', 'add', 'fast-trips-2023-own', ''], ['observations', 'add', 'fast-trips-2022-own', ''], ['observations', 'correct', 'fast-trips-2019', '新公报']
		]);
	});
});
