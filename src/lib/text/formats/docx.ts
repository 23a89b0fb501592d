/**
 * A Word file as lines: paragraphs with their automatic numbers, tables row by row with tabs between cells, footnotes behind their paragraph.
 * What a reviewer deleted is not read; nothing in the file is run.
 */
import { createXmlReader, attribute, type XmlEvents } from '../../catalogue/formats/xml.ts';
import { readZipDirectory, unpackText, type ZipEntry } from '../../catalogue/formats/zip.ts';
import { FileRefusal } from '../../domain/loaded-table.ts';
import { TextRefusal, textLimits } from '../../domain/text-file.ts';
import { Numbering } from './docx-numbering.ts';

interface StyleNumber {
	numId: string;
	ilvl: number;
	basedOn: string;
}

/** Parts of a paragraph that are not printed: deletions, the source of a move, field codes, the older twin of a drawing. */
const silent = new Set(['del', 'moveFrom', 'instrText', 'delText', 'Fallback', 'sectPr']);

function readStyles(into: Map<string, StyleNumber>): XmlEvents {
	let style: StyleNumber | undefined;
	return {
		open(name, attributes) {
			if (name === 'style') into.set(attribute(attributes, 'styleId'), (style = { numId: '', ilvl: 0, basedOn: '' }));
			else if (style && name === 'basedOn') style.basedOn = attribute(attributes, 'val');
			else if (style && name === 'numId') style.numId = attribute(attributes, 'val');
			else if (style && name === 'ilvl') style.ilvl = Number(attribute(attributes, 'val'));
		},
		close(name) {
			if (name === 'style') style = undefined;
		},
		text() {}
	};
}

interface Open {
	words: string[];
	style: string;
	numId: string | null;
	ilvl: number;
	notes: string[];
}

/** Gives each paragraph to `take`; a paragraph inside a table cell is kept for its row. */
function readBody(numbering: Numbering, styles: ReadonlyMap<string, StyleNumber>, notes: ReadonlyMap<string, string>, take: (line: string) => void, onNote?: (id: string) => void): XmlEvents {
	const open: Open[] = [];
	/** Cells of the rows that are open; a table may stand in a cell. */
	const rows: string[][] = [];
	let [skip, isText] = [0, false];
	const numberOf = ({ style, numId, ilvl }: Open): string => {
		if (numId !== null) return numId === '0' ? '' : numbering.next(numId, ilvl);
		let found = styles.get(style);
		for (let steps = 0; found && found.numId === '' && found.basedOn !== '' && steps < 10; steps++) found = styles.get(found.basedOn);
		return found && found.numId !== '' && found.numId !== '0' ? numbering.next(found.numId, found.ilvl) : '';
	};
	const finish = (paragraph: Open) => {
		const words = paragraph.words.join('');
		const line = words.trim() === '' ? '' : numberOf(paragraph) + words;
		const cells = rows.at(-1);
		if (cells) cells[cells.length - 1] = [cells.at(-1) ?? '', line.trim()].filter((part) => part !== '').join(' ');
		else take(line);
		for (const note of paragraph.notes) take(note);
	};
	return {
		open(name, attributes) {
			if (skip > 0 || silent.has(name)) {
				skip++;
				return;
			}
			const last = open.at(-1);
			if (name === 'footnote') onNote?.(attribute(attributes, 'id'));
			else if (name === 'p') open.push({ words: [], style: '', numId: null, ilvl: 0, notes: [] });
			else if (name === 't') isText = true;
			else if (name === 'tr') rows.push([]);
			else if (name === 'tc') rows.at(-1)?.push('');
			else if (!last) return;
			else if (name === 'tab') last.words.push('\t');
			else if (name === 'br' || name === 'cr') last.words.push('\n');
			else if (name === 'noBreakHyphen') last.words.push('-');
			else if (name === 'pStyle') last.style = attribute(attributes, 'val');
			else if (name === 'ilvl') last.ilvl = Number(attribute(attributes, 'val'));
			else if (name === 'numId') last.numId = attribute(attributes, 'val');
			else if (name === 'footnoteReference') last.notes.push(...[notes.get(attribute(attributes, 'id'))].filter((note) => note !== undefined));
		},
		close(name) {
			if (skip > 0) {
				skip--;
				return;
			}
			if (name === 't') isText = false;
			else if (name === 'p') {
				const paragraph = open.pop();
				if (paragraph) finish(paragraph);
			} else if (name === 'tr') {
				const row = rows.pop()?.join('\t') ?? '';
				const outer = rows.at(-1);
				if (outer) outer[outer.length - 1] = `${outer.at(-1) ?? ''} ${row}`.trim();
				else take(row);
			}
		},
		text(text) {
			if (skip === 0 && isText) open.at(-1)?.words.push(text);
		}
	};
}

function readParts(bytes: Uint8Array): string {
	const entries = readZipDirectory(bytes);
	if (entries.length > textLimits.entries) throw new TextRefusal('bomb');
	const part = (name: string): ZipEntry | undefined => entries.find((entry) => entry.name.replace(/^\//, '') === name);
	const body = part('word/document.xml');
	if (!body) throw new TextRefusal(entries.some(({ name }) => /^(?:xl|ppt)\//.test(name)) ? 'type' : 'broken', { type: entries.some(({ name }) => name.startsWith('xl/')) ? '.xlsx' : entries.some(({ name }) => name.startsWith('ppt/')) ? '.pptx' : '.docx' });
	let chars = 0;
	const read = (entry: ZipEntry | undefined, events: XmlEvents) => {
		if (!entry) return;
		const reader = createXmlReader(events);
		unpackText(bytes, entry, (text) => reader.push(text));
	};
	const numbering = new Numbering();
	read(part('word/numbering.xml'), { open: (name, attributes) => numbering.open(name, attributes), close: (name) => numbering.close(name), text() {} });
	const styles = new Map<string, StyleNumber>();
	read(part('word/styles.xml'), readStyles(styles));
	const notes = new Map<string, string>();
	let note = '';
	read(part('word/footnotes.xml'), readBody(numbering, styles, new Map(), (line) => {
		if (line.trim() !== '') notes.set(note, `${notes.get(note) ?? ''}${line.trim()}`);
	}, (id) => (note = id)));
	const lines: string[] = [];
	read(body, readBody(numbering, styles, notes, (line) => {
		chars += line.length;
		if (chars > textLimits.chars) throw new TextRefusal('chars', { most: textLimits.chars });
		lines.push(line);
	}));
	return lines.join('\n');
}

/** Errors: throws a `TextRefusal`, whatever the bytes. */
export function readDocx(bytes: Uint8Array): string {
	try {
		return readParts(bytes);
	} catch (error) {
		if (error instanceof TextRefusal) throw error;
		if (error instanceof FileRefusal) throw new TextRefusal(error.key === 'password' ? 'password' : error.key === 'broken' ? 'broken' : 'bomb', { type: '.docx' });
		throw new TextRefusal('broken', { type: '.docx' });
	}
}
