/**
 * Visible sheets of an .xlsx workbook as rows of cells. Our own reader in place of a library: it reads in pieces, stops at the limits, never
 * uses the stored result of a formula, and tells what a library swallows (hidden sheets and rows, merged cells, shown percentages). ADR 0005.
 */
import { limits } from '../../domain/change.ts';
import { FileRefusal } from '../../domain/loaded-table.ts';
import type { LoadedTable } from '../../domain/loaded-table.ts';
import { readSheet, unescapeCell } from './xlsx-sheet.ts';
import type { Book } from './xlsx-sheet.ts';
import { builtInFormat, readFormat } from './xlsx-format.ts';
import type { Shown } from './xlsx-format.ts';
import { attribute, createXmlReader } from './xml.ts';
import { readZipDirectory, unpackText } from './zip.ts';
import type { ZipEntry } from './zip.ts';

/** Share of the work that is done, 0 to 1. */
export type Progress = (done: number) => void;

/** Errors: throws a `FileRefusal`. */
export function readXlsx(bytes: Uint8Array, onProgress: Progress = () => {}): LoadedTable {
	const entries = new Map<string, ZipEntry>();
	for (const entry of readZipDirectory(bytes)) entries.set(entry.name.replace(/^\//, ''), entry);
	if ([...entries.keys()].some((name) => /vbaProject\.bin$/i.test(name))) throw new FileRefusal('macro');
	const part = (name: string, events: Partial<Parameters<typeof createXmlReader>[0]>, onBytes?: (packed: number) => void) => {
		const entry = entries.get(name);
		if (!entry) return;
		const reader = createXmlReader({ open: () => {}, close: () => {}, text: () => {}, ...events });
		unpackText(bytes, entry, reader.push, onBytes);
	};
	const targets = new Map<string, string>();
	part('xl/_rels/workbook.xml.rels', { open: (name, attributes) => name === 'Relationship' && targets.set(attribute(attributes, 'Id'), attribute(attributes, 'Target')) });
	const sheets: { name: string; path: string }[] = [];
	const hiddenSheets: string[] = [];
	const book: Book = { strings: [], shown: [], from1904: false };
	part('xl/workbook.xml', {
		open: (tag, attributes) => {
			if (tag === 'workbookPr') book.from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904'));
			if (tag !== 'sheet') return;
			const name = attribute(attributes, 'name');
			const target = targets.get(attribute(attributes, 'id')) ?? '';
			if (/hidden/i.test(attribute(attributes, 'state'))) hiddenSheets.push(name);
			else sheets.push({ name, path: target.startsWith('/') ? target.slice(1) : `xl/${target}` });
		}
	});
	const found = sheets.filter(({ path }) => entries.has(path));
	if (found.length === 0) throw new FileRefusal(hiddenSheets.length > 0 ? 'no-sheet' : 'not-a-table');
	const total = ['xl/sharedStrings.xml', ...found.map(({ path }) => path)].reduce((sum, name) => sum + (entries.get(name)?.packed ?? 0), 0);
	let done = 0;
	const onBytes = (packed: number) => onProgress((done += packed) / Math.max(1, total));
	readStyles(part, book);
	readStrings(part, book, onBytes);
	return { format: 'xlsx', hiddenSheets, sheets: found.map(({ name, path }) => readSheet(name, book, (events) => part(path, events, onBytes))) };
}

type Part = (name: string, events: Partial<Parameters<typeof createXmlReader>[0]>, onBytes?: (packed: number) => void) => void;

function readStyles(part: Part, book: Book): void {
	const formats = new Map<number, Shown>();
	let isCellFormat = false;
	part('xl/styles.xml', {
		open: (tag, attributes) => {
			if (tag === 'numFmt') formats.set(Number(attribute(attributes, 'numFmtId')), readFormat(attribute(attributes, 'formatCode')));
			else if (tag === 'cellXfs') isCellFormat = true;
			else if (tag === 'xf' && isCellFormat) {
				const id = Number(attribute(attributes, 'numFmtId'));
				book.shown.push(formats.get(id) ?? builtInFormat(id));
			}
		},
		close: (tag) => { if (tag === 'cellXfs') isCellFormat = false; }
	});
}

function readStrings(part: Part, book: Book, onBytes: (packed: number) => void): void {
	let [text, isText, isPhonetic] = ['', false, false];
	part('xl/sharedStrings.xml', {
		open: (tag) => {
			if (tag === 'si') text = '';
			else if (tag === 't') isText = !isPhonetic;
			else if (tag === 'rPh') isPhonetic = true;
		},
		text: (piece) => { if (isText && text.length <= limits.cellChars) text += piece; },
		close: (tag) => {
			if (tag === 't') isText = false;
			else if (tag === 'rPh') isPhonetic = false;
			else if (tag === 'si') book.strings.push(unescapeCell(text));
		}
	}, onBytes);
}
