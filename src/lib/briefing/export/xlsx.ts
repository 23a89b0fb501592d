/**
 * Records of a filter as an Excel workbook: the question on the first sheet, then one sheet a collection. Text stays text, whatever it begins
 * with: nothing is written as a formula, and a date that is only a year does not become a day. exceljs is loaded when it is asked for.
 */
import type { CellValue, Worksheet } from 'exceljs';
import type { RecordSheet, RecordSheets, SheetCell } from '../../query/record-sheets.ts';
import { columnName } from './office-sheet.ts';
import { goOn } from './job.ts';
import type { ExportedFile } from './job.ts';
import { fileNameOf, printable } from './printable.ts';

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const font = { name: 'Microsoft YaHei', size: 10 };
/** Most that a cell holds in Excel. */
const longest = 32_767;
const asText = '@';

/** Errors: throws `Cancelled`. */
export async function exportXlsx(model: RecordSheets, signal?: AbortSignal): Promise<ExportedFile> {
	const { default: ExcelJS } = await import('exceljs');
	const { fileName, about, sheets } = printable(model);
	const workbook = new ExcelJS.Workbook();
	workbook.creator = 'Shuixiang Atlas';
	const first = workbook.addWorksheet(about.name);
	first.columns = [{ width: 18 }, { width: 100 }];
	for (const [label, value] of about.rows) {
		const row = first.addRow([label, linked(value)]);
		row.getCell(1).font = { ...font, bold: true };
		row.getCell(2).font = font;
		row.eachCell((cell) => (cell.alignment = { vertical: 'top', wrapText: true }));
	}
	for (const sheet of sheets) {
		if (signal) goOn(signal);
		writeSheet(workbook.addWorksheet(sheet.name, { views: [{ state: 'frozen', xSplit: 1, ySplit: 1 }], pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 } }), sheet);
	}
	const bytes = new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
	if (signal) goOn(signal);
	return { name: fileNameOf(fileName, 'xlsx'), type: xlsxType, bytes };
}

function writeSheet(target: Worksheet, { columns, rows }: RecordSheet): void {
	target.columns = columns.map(({ width, type }) => ({ width: Math.min(80, Math.max(6, width)), style: { font, numFmt: type === 'number' ? 'General' : asText, alignment: { vertical: 'top' as const, wrapText: type === 'text' } } }));
	const head = target.addRow(columns.map(({ title }) => title));
	head.eachCell((cell) => {
		cell.font = { ...font, bold: true };
		cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE7E0CE' } };
		cell.border = { bottom: { style: 'thin', color: { argb: 'FF5B6868' } } };
		cell.alignment = { vertical: 'middle', wrapText: true };
	});
	for (const cells of rows) target.addRow(cells.map((cell) => (typeof cell === 'string' ? cell.slice(0, longest) : cell)));
	target.autoFilter = `A1:${columnName(Math.max(0, columns.length - 1))}${rows.length + 1}`;
	// The head stands on every printed page.
	target.pageSetup.printTitlesRow = '1:1';
}

const linked = (value: SheetCell): CellValue => (typeof value === 'string' && /^https?:\/\//.test(value) ? { text: value, hyperlink: value } : value);
