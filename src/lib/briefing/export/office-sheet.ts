/** The smallest workbook that holds a table: the data behind a chart, opened by "edit data". One sheet, texts in place, no styles. */
import { strToU8, zipSync } from 'fflate';
import { xml } from './printable.ts';

export type Grid = readonly (readonly (string | number | null)[])[];

/** `A`, `B` … `Z`, `AA`. */
export const columnName = (at: number): string => (at < 26 ? '' : columnName(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26));

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relationship = (id: string, type: string, target: string): string => `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/></Relationships>`;
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** `null` is an empty cell, never zero. */
export function writeGrid(grid: Grid): Uint8Array {
	const cell = (value: string | number | null, at: string): string => (value === null || value === '' ? '' : typeof value === 'number' ? `<c r="${at}"><v>${value}</v></c>` : `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xml(value)}</t></is></c>`);
	const rows = grid.map((values, r) => `<row r="${r + 1}">${values.map((value, c) => cell(value, `${columnName(c)}${r + 1}`)).join('')}</row>`);
	return zipSync({
		'[Content_Types].xml': strToU8(`${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${contentType}.worksheet+xml"/></Types>`),
		'_rels/.rels': strToU8(relationship('rId1', 'officeDocument', 'xl/workbook.xml')),
		'xl/_rels/workbook.xml.rels': strToU8(relationship('rId1', 'worksheet', 'worksheets/sheet1.xml')),
		'xl/workbook.xml': strToU8(`${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`),
		'xl/worksheets/sheet1.xml': strToU8(`${head}<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`)
	});
}
