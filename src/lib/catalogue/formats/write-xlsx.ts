/** A workbook as .xlsx bytes, by exceljs, which is loaded only when one is asked for. A string is written as a string: it never becomes a formula. */
import type { BookSheet } from '../../domain/book.ts';

const ink = { head: 'FFE6F0ED', example: 'FFF3E6CC', quiet: 'FF5B6868' } as const;

export async function writeXlsx(sheets: readonly BookSheet[]): Promise<Uint8Array<ArrayBuffer>> {
	const { default: excel } = await import('exceljs');
	const book = new excel.Workbook();
	for (const sheet of sheets) {
		const at = book.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: sheet.headRows }] });
		at.addRows(sheet.rows);
		sheet.columns.forEach(({ width, isText }, i) => {
			const column = at.getColumn(i + 1);
			column.width = width;
			if (isText) column.numFmt = '@';
		});
		for (let row = 1; row <= sheet.headRows; row++) {
			at.getRow(row).font = row === 1 ? { bold: true } : { color: { argb: ink.quiet } };
			at.getRow(row).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: ink.head } };
		}
		if (sheet.exampleRow) {
			at.getRow(sheet.exampleRow).font = { italic: true, color: { argb: ink.quiet } };
			at.getRow(sheet.exampleRow).fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: ink.example } };
		}
		if (sheet.openRows) addDropDowns(at as unknown as Validated, sheet);
	}
	return new Uint8Array(await book.xlsx.writeBuffer());
}

/** What the typings of exceljs leave out: one validation for a whole range. */
interface Validated {
	dataValidations: { add(range: string, validation: Record<string, unknown>): void };
	getColumn(number: number): { letter: string };
}

function addDropDowns(at: Validated, sheet: BookSheet): void {
	const first = sheet.headRows + 1;
	sheet.columns.forEach(({ offers, isStrict, hint }, i) => {
		const letter = at.getColumn(i + 1).letter;
		if (!offers) return;
		at.dataValidations.add(`${letter}${first}:${letter}${sheet.headRows + sheet.openRows!}`, {
			type: 'list', allowBlank: true, formulae: [offers], showErrorMessage: isStrict === true, errorStyle: 'stop', ...(hint ? { showInputMessage: true, prompt: hint } : {})
		});
	});
}
