import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { columnName, writeGrid } from '#lib/briefing/export/office-sheet.ts';
import { fileNameOf, printable } from '#lib/briefing/export/printable.ts';
import { exportXlsx } from '#lib/briefing/export/xlsx.ts';
import { Cancelled } from '#lib/briefing/export/job.ts';
import type { RecordSheets } from '#lib/query/record-sheets.ts';
import { packageProblems } from '../../fixtures/package.ts';

const model: RecordSheets = {
	fileName: 'shuixiang-atlas-2026-03-04',
	about: { name: '说明', rows: [['筛选', '沿太浦河 ≤ 2 km'], ['地址', 'https://atlas.example.cn/zh?along=taipu-river'], ['项目', 14], ['数据至', '2026-03-04']] },
	sheets: [
		{ name: '项目', columns: [{ title: '名称', type: 'text', width: 30 }, { title: '开工', type: 'date', width: 10 }, { title: '投资（亿元）', type: 'number', width: 12 }, { title: '为何列出', type: 'text', width: 40 }], rows: [['太浦河后续工程', '2024', null, '点名'], ['=1+1', '2024-05', 44.85, '-2'], ['@SUM(A1)', null, 0, '+3;\n"引号"']] },
		{ name: '指标', columns: [{ title: '名称', type: 'text', width: 30 }], rows: [] }
	]
};
const read = async (bytes: Uint8Array) => {
	const book = new ExcelJS.Workbook();
	await book.xlsx.load(bytes as never);
	return book;
};
const cellsOf = (sheet: ExcelJS.Worksheet, row: number, width: number) => Array.from({ length: width }, (_, i) => sheet.getRow(row).getCell(i + 1).value);

describe('records as an Excel workbook', () => {
	let book: ExcelJS.Workbook;
	let bytes: Uint8Array;
	beforeAll(async () => {
		const file = await exportXlsx(model);
		({ bytes } = file);
		expect(file.name).toBe('shuixiang-atlas-2026-03-04.xlsx');
		book = await read(bytes);
	});

	it('is a sound package', () => expect(packageProblems(bytes)).toEqual([]));
	it('reads back equal: every sheet, head and cell, an empty cell for what no source says', () => {
		expect(book.worksheets.map(({ name }) => name)).toEqual(['说明', '项目', '指标']);
		for (const [i, { columns, rows }] of model.sheets.entries()) {
			const sheet = book.worksheets[i + 1]!;
			expect(cellsOf(sheet, 1, columns.length)).toEqual(columns.map(({ title }) => title));
			rows.forEach((cells, r) => expect(cellsOf(sheet, r + 2, columns.length)).toEqual(cells));
			expect(sheet.rowCount).toBe(rows.length + 1);
		}
	});
	it('says on the first sheet what was asked, its address a link', () => {
		const about = book.worksheets[0]!;
		expect(cellsOf(about, 1, 2)).toEqual(['筛选', '沿太浦河 ≤ 2 km']);
		expect(about.getCell('B2').value).toMatchObject({ hyperlink: 'https://atlas.example.cn/zh?along=taipu-river' });
		expect(about.getCell('B3').value).toBe(14);
	});
	it('writes no formula, whatever a text begins with, and no day for a year', () => {
		for (const sheet of book.worksheets) sheet.eachRow((row) => row.eachCell((cell) => expect([ExcelJS.ValueType.Formula, ExcelJS.ValueType.Date]).not.toContain(cell.type)));
		expect(book.worksheets[1]!.getCell('B2').numFmt).toBe('@');
		expect(book.worksheets[1]!.getCell('C3').value).toBe(44.85);
	});
	it('freezes the head, filters and has widths', () => {
		const sheet = book.worksheets[1]!;
		expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
		expect(sheet.autoFilter).toBe('A1:D4');
		expect(sheet.getColumn(1).width).toBe(30);
	});
	it('stops without a file', async () => {
		const stop = new AbortController();
		stop.abort();
		await expect(exportXlsx(model, stop.signal)).rejects.toBeInstanceOf(Cancelled);
	});
});

describe('the table behind a chart', () => {
	it('reads back equal', async () => {
		const bytes = writeGrid([['', '值 <&>'], ['甲', 1.5], ['乙', null]]);
		expect(packageProblems(bytes)).toEqual([]);
		const sheet = (await read(bytes)).worksheets[0]!;
		expect([cellsOf(sheet, 1, 2), cellsOf(sheet, 2, 2), cellsOf(sheet, 3, 2)]).toEqual([[null, '值 <&>'], ['甲', 1.5], ['乙', null]]);
	});
	it('names its columns as Excel does', () => expect([0, 25, 26, 701, 702].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']));
});

describe('printable text', () => {
	it('loses only what no file can hold', () => expect(printable({ a: ['甲\u0000\ud800乙\n', 1, null], b: { c: '😀' } })).toEqual({ a: ['甲乙\n', 1, null], b: { c: '😀' } }));
	it('makes names of files', () => {
		expect(fileNameOf('一河/三湖：*简报*', 'pptx')).toBe('一河 三湖： 简报.pptx');
		expect(fileNameOf('', 'pptx')).toBe('shuixiang-atlas.pptx');
	});
});
