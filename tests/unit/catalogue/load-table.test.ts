import { deflateSync, strToU8, zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFile, loadTable } from '#lib/catalogue/formats/load-table.ts';
import { writeXlsx } from '#lib/catalogue/formats/write-xlsx.ts';
import { limits } from '#lib/domain/change.ts';
import { FileRefusal, refusals } from '#lib/domain/loaded-table.ts';
import { translator } from '#lib/i18n/index.ts';
import { sayRefusal } from '#lib/query/figures/say-row.ts';
import { observation, refusalOf, workbook } from '../../fixtures/workbook.ts';

const load = (bytes: Uint8Array, name = '表.xlsx') => loadTable(name, bytes);
const texts = (bytes: Uint8Array, name?: string) => load(bytes, name).sheets[0]!.rows.map(({ cells }) => Array.from(cells, (cell) => cell?.text ?? ''));
const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const part = (body: string) => strToU8(`<?xml version="1.0" encoding="UTF-8"?>${body}`);
/** A workbook of one sheet, written by hand. */
const raw = (sheet: string | Uint8Array, extra: Record<string, Uint8Array> = {}) => zipSync({
	'xl/workbook.xml': part('<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="一" sheetId="1" r:id="rId1"/></x:sheets></x:workbook>'), 'xl/_rels/workbook.xml.rels': part('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'),
	'xl/worksheets/sheet1.xml': typeof sheet === 'string' ? part(sheet) : sheet, ...extra
});
/** `编号,值` in GBK. */
const gbk = Uint8Array.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xd6, 0xb5, 0x0a, 0x61, 0x2c, 0x31, 0x0a]);

describe('a workbook', () => {
	it('gives text, numbers, dates, percentages and formulas as what they are', async () => {
		const bytes = await workbook([['a', 20.380000000000003, new Date(Date.UTC(2024, 4, 18)), { formula: '1+1', result: 2 }, 0.123]], (sheet) => (sheet.getCell('E2').numFmt = '0.0%'));
		expect(load(bytes).sheets[0]!.rows[1]!.cells).toEqual([{ is: 'text', text: 'a' }, { is: 'number', text: '20.38', value: 20.380000000000003 }, { is: 'date', text: '2024-05-18' }, { is: 'formula', text: '2' }, { is: 'share', text: '12.3%', value: 0.123 }]);
	});
	it('is read with prefixes, inline strings, phonetic text, escapes and cells without addresses', () => {
		const sheet = '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="inlineStr"><x:is><x:r><x:t>太浦</x:t></x:r><x:rPh><x:t>tàipǔ</x:t></x:rPh><x:r><x:t xml:space="preserve">河 &amp; &#x6e56;</x:t></x:r></x:is></x:c><x:c t="str"><x:v>a_x000D_b</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="e"><x:v>#N/A</x:v></x:c></x:row></x:sheetData></x:worksheet>';
		expect(load(raw(sheet)).sheets[0]!.rows[0]!.cells.map((cell) => [cell!.is, cell!.text])).toEqual([['text', '太浦河 & 湖'], ['text', 'a\rb'], ['text', 'TRUE'], ['error', '#N/A']]);
	});
	it('counts hidden rows and reads no hidden sheet', async () => {
		const { sheets, hiddenSheets } = load(await workbook([observation(), observation()], (sheet, book) => { sheet.getRow(3).hidden = true; book.addWorksheet('底稿').state = 'hidden'; }));
		expect([sheets.length, sheets[0]!.hiddenRows, hiddenSheets]).toEqual([1, 1, ['底稿']]);
	});
	it('expands no entity of its own', () => expect(texts(raw('<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa">]><s><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></s>'))).toEqual([['&a;']]));
});

describe('a file is refused', () => {
	it.each<[string, Uint8Array, string, string?]>([
		['without a byte', new Uint8Array(), 'empty'], ['as an old .xls', Uint8Array.from([...ole, ...new Array<number>(600).fill(0)]), 'xls', '表.xls'], ['with a password', Uint8Array.from([...ole, ...strToU8([...'EncryptedPackage'].join('\0'))]), 'password'],
		['with macros inside', raw('<s/>', { 'xl/vbaProject.bin': strToU8('x') }), 'macro'], ['with macros by its name', strToU8('x'), 'macro', '表.xlsm'], ['as a damaged workbook', raw('<s/>').slice(0, 120), 'broken'], ['as another zip', zipSync({ 'a.txt': strToU8('a') }), 'not-a-table'],
		['as UTF-16', Uint8Array.from([0xff, 0xfe, 0x61, 0]), 'utf16', '表.csv'], ['in neither UTF-8 nor GBK', Uint8Array.from([0x61, 0x2c, 0xff, 0xff, 0x0a]), 'encoding', '表.csv'], ['as a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0]), 'not-a-table', '表.csv'],
		['with semicolons', strToU8('编号;值\na;1\n'), 'delimiter', '表.csv'], ['with nothing in its cells', raw('<s><sheetData><row><c/></row></sheetData></s>'), 'empty'], ['with too many columns', strToU8(`${'a,'.repeat(limits.columns)}a\n`), 'columns', '表.csv'],
		['with too many rows', strToU8('a,1\n'.repeat(limits.rows + 1)), 'rows', '表.csv']
	])('%s', (_, bytes, key, name = '表.xlsx') => expect(refusalOf(() => loadTable(name, bytes))).toBe(key));

	it('of 100 MB before a byte of it is read', () => expect(refusalOf(() => checkFile('表.xlsx', 100_000_000))).toBe('size'));
	it('whose sheets are all hidden', async () => expect(refusalOf(() => loadTable('a.xlsx', raw('<s/>', { 'xl/workbook.xml': part('<workbook><sheets><sheet name="一" state="hidden" r:id="rId1"/></sheets></workbook>') })))).toBe('no-sheet'));

	it('that would unpack to more than the limit, by its directory alone', () => {
		const bytes = raw('<s/>');
		patchUnpacked(bytes, limits.unpackedBytes + 1);
		expect(refusalOf(() => load(bytes))).toBe('unpacked');
	});
	it('that shrinks as no workbook does', () => expect(refusalOf(() => load(raw(new Uint8Array(40_000_000))))).toBe('ratio'));
	it('that lies about its size: unpacking stops where the lie ends', () => {
		const bytes = raw(new Uint8Array(30_000_000));
		patchUnpacked(bytes, 1000);
		expect(refusalOf(() => load(bytes))).toBe('lies');
	});
	it('in words of both languages', () => {
		for (const key of refusals) for (const lang of ['zh', 'en'] as const) expect(sayRefusal(translator(lang), key, { columns: 'value;year' })).not.toContain('limit.');
		expect(sayRefusal(translator('zh'), 'missing-columns', { sheet: '监测值', columns: 'value;year' })).toContain('数值、年份');
	});
});

/** Rewrites the unpacked size of the sheet in the directory. */
function patchUnpacked(bytes: Uint8Array, size: number): void {
	const view = new DataView(bytes.buffer);
	const wanted = strToU8('xl/worksheets/sheet1.xml');
	for (let at = 0; at + 46 < bytes.length; at++) if (view.getUint32(at, true) === 0x02014b50 && wanted.every((byte, i) => bytes[at + 46 + i] === byte)) view.setUint32(at + 24, size, true);
}

describe('a CSV', () => {
	it.each<[string, Uint8Array, string]>([['UTF-8', strToU8('编号,值\na,1\n'), 'utf-8'], ['UTF-8 with a mark', strToU8('\ufeff编号,值\r\na,1\r\n'), 'utf-8'], ['GBK', gbk, 'gbk']])('in %s is read', (_, bytes, format) => {
		expect([load(bytes, 'a.csv').format, texts(bytes, 'a.csv')]).toEqual([format, [['编号', '值'], ['a', '1']]]);
	});
	it('may hold text that looks like a formula; our own guard is taken off again', () => expect(texts(strToU8(`a,=1+1,'=1+1,-5,@x,'96\n`), 'a.csv')).toEqual([['a', '=1+1', '=1+1', '-5', '@x', `'96`]]));
	it('with a broken quote loses that line only', () => expect(load(strToU8('a,b\n"x,1\ny,2\n'), 'a.csv').sheets[0]!.rows.map(({ row, broken }) => [row, broken !== undefined])).toEqual([[1, false], [2, true], [3, false]]));
});

it('whatever the bytes, a file is read or refused, never thrown upon', () => {
	const wrapped = fc.uint8Array({ maxLength: 300 }).map((sheet) => raw(sheet));
	const cut = fc.tuple(wrapped, fc.nat(200)).map(([bytes, at]) => bytes.with(Math.min(at, bytes.length - 1), 0xff));
	fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), wrapped, cut, fc.string().map((text) => raw(`<s><sheetData><row><c t="str"><v>${text}</v></c></row>`)), fc.uint8Array().map((bytes) => deflateSync(bytes))), (bytes) => {
		try {
			load(bytes);
		} catch (error) {
			expect(error).toBeInstanceOf(FileRefusal);
		}
	}), { numRuns: 300 });
});

it('what is written is read back equal, and text stays text whatever it begins with', async () => {
	const cell = fc.oneof(fc.constantFrom('=1+1', '+86', '-x', '@a', '太浦河', `"a", b`, '<&>'), fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 }).filter((text) => text === text.trim() && !/_x[0-9a-f]{4}_/i.test(text)), fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }));
	await fc.assert(fc.asyncProperty(fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 5 }), async (rows) => {
		const bytes = await writeXlsx([{ name: '一', headRows: 1, columns: [{ width: 10 }], rows }]);
		const found = load(bytes).sheets[0]!.rows.map(({ cells }) => cells.map((at) => (at!.is === 'number' ? at!.value : at!.text)));
		expect(load(bytes).sheets[0]!.rows.flatMap(({ cells }) => cells.map((at) => at!.is)).every((is) => is === 'text' || is === 'number')).toBe(true);
		expect(found).toEqual(rows.map((row) => row.map((value) => (Object.is(value, -0) ? 0 : value))));
	}), { numRuns: 25 });
});
