/** Rows of cells as RFC 4180 text with LF line ends. A cell that a spreadsheet would read as a formula is led by an apostrophe. */
const needsQuotes = /[",\r\n]/;
const isFormula = /^[=+\-@\t\r]/;
const isNumber = /^-?\d+(\.\d+)?$/;

const quote = (cell: string): string => (needsQuotes.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

export const writeCsv = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.map(quote).join(',') + '\n').join('');
/** For files that people open in a spreadsheet. */
export const writeSheetCsv = (rows: readonly (readonly string[])[]): string => writeCsv(rows.map((row) => row.map((cell) => (isFormula.test(cell) && !isNumber.test(cell) ? `'${cell}` : cell))));
