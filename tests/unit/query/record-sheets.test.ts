import { describe, expect, it } from 'vitest';
import { translator } from '#lib/i18n/index.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { projectsOfArea } from '#lib/query/outside.ts';
import { recordSheets } from '#lib/query/record-sheets.ts';
import type { RecordSheets } from '#lib/query/record-sheets.ts';
import { decode } from '#lib/query/url.ts';
import { readRoot } from '#lib/server/roots.ts';
import { open, openRegion } from '../../fixtures/region.ts';

const region = openRegion();
const real = open(readRoot('geodata'));
const sheetsOf = (query: typeof region, search: string, lang: Lang = 'zh') => recordSheets(query, { lang, t: translator(lang) }, decode(search).view, 'https://atlas.example.cn');
const sheet = ({ sheets }: RecordSheets, name: string) => sheets.find((one) => one.name === name)!;
const column = (all: RecordSheets, name: string, title: string) => {
	const { columns, rows } = sheet(all, name);
	return rows.map((row) => row[columns.findIndex((one) => one.title === title)]);
};

describe('the workbook of a filter', () => {
	const lake = sheetsOf(region, '?along=mirror-lake&within=0');

	it('says first what was asked, from which address, and how many rows each sheet has', () => {
		expect(lake.about.rows.slice(0, 3)).toEqual([['筛选', '沿镜湖，有关联或相接'], ['地址', 'https://atlas.example.cn/zh?v=1&along=mirror-lake&within=0'], ['数据日期', region.atlas.dataset.dataDate]]);
		expect(lake.about.rows.slice(3, 13).map(([, n]) => n)).toEqual(lake.sheets.map(({ rows }) => rows.length));
	});

	it('holds only what belongs to records inside the filter', () => {
		expect(column(lake, '项目', '编号')).toEqual(['lake-clean']);
		expect(column(lake, '状态', '记录')).toEqual(['project:lake-clean']);
		expect(new Set(column(lake, '规模与投资', '记录'))).toEqual(new Set(['project:lake-clean']));
		expect(column(lake, '关联与依据', '从').every((from) => ['project:lake-clean', 'measure:plan-1', 'measure:plan-2', 'indicator:lake-class'].includes(String(from)))).toBe(true);
	});

	it('says why each record is listed', () => expect(column(lake, '项目', '为何列出')).toEqual(['点名']));

	it('keeps a number a number, a date as found, and an unknown cell empty', () => {
		const all = sheetsOf(real, '');
		expect(column(all, '规模与投资', '最小值').filter((value) => typeof value === 'string')).toEqual([]);
		expect(column(all, '项目', '计划完工').filter((value) => value !== null && !/^\d{4}(-\d{2}){0,2}$/.test(String(value)))).toEqual([]);
		expect(all.sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => cell === '' || cell === undefined || Number.isNaN(cell))).toEqual([]);
		expect([sheet(all, '项目').rows.length, sheet(all, '措施').rows.length]).toEqual([projectsOfArea(real.atlas).length, 91]);
	});

	it('lists each source that a row names, and no other', () => {
		for (const all of [lake, sheetsOf(real, '?district=jiashan&status=building')]) {
			const named = new Set(all.sheets.slice(0, -1).flatMap(({ name }) => column(all, name, '来源编号')).flatMap((ids) => String(ids).split('; ')));
			expect(new Set(column(all, '来源', '编号'))).toEqual(named);
		}
	});

	it('has names and widths that a workbook takes, in both languages', () => {
		for (const lang of ['zh', 'en'] as const) {
			const { about, sheets } = sheetsOf(real, '?along=taipu-river', lang);
			const names = [about.name, ...sheets.map(({ name }) => name)];
			expect(new Set(names).size).toBe(11);
			expect(names.filter((name) => name.length > 31 || /[[\]:*?/\\]/.test(name))).toEqual([]);
			expect(sheets.every(({ columns, rows }) => rows.every((row) => row.length === columns.length))).toBe(true);
		}
	});
});
