/** A table of a Word document: its head stands again on every page, a row is never torn, thin lines as in a printed statement. */
import type * as Docx from 'docx';
import type { BriefTable } from '../../query/brief-document.ts';
import { columnWidths } from './fit.ts';
import type { NoteMarks } from './docx-notes.ts';

/** `textWidth` in twips. */
export function tableOf(docx: typeof Docx, { caption, columns, rows, notes }: BriefTable, { marks }: NoteMarks, textWidth: number): (Docx.Paragraph | Docx.Table)[] {
	// Word counts footnotes as they stand on the page: the caption's come first.
	const above = caption !== '' || notes.length > 0 ? [new docx.Paragraph({ style: 'Caption', keepNext: true, children: [new docx.TextRun(caption), ...marks(notes)] })] : [];
	const widths = columnWidths(columns, rows.map((cells) => cells.map(({ text, notes: cited }) => `${text}${cited.join('').slice(0, 6)}`)), textWidth).map(Math.round);
	const line = { style: docx.BorderStyle.SINGLE, size: 4, color: '808080' };
	const thick = { ...line, size: 8, color: '000000' };
	const cell = (i: number, children: Docx.ParagraphChild[], isHead = false) => new docx.TableCell({
		width: { size: widths[i]!, type: docx.WidthType.DXA }, verticalAlign: docx.VerticalAlignTable.CENTER, margins: { top: 30, bottom: 30, left: 80, right: 80 },
		children: [new docx.Paragraph({ style: isHead ? 'TableHead' : 'TableText', alignment: columns[i]!.isNumeric ? 'right' : 'left', children })]
	});
	const head = new docx.TableRow({ tableHeader: true, cantSplit: true, children: columns.map(({ title }, i) => cell(i, [new docx.TextRun(title)], true)) });
	const body = rows.map((cells) => new docx.TableRow({ cantSplit: true, children: columns.map((_, i) => cell(i, [new docx.TextRun(cells[i]?.text ?? ''), ...marks(cells[i]?.notes ?? [])])) }));
	const table = new docx.Table({
		width: { size: textWidth, type: docx.WidthType.DXA }, columnWidths: widths, layout: docx.TableLayoutType.FIXED, rows: [head, ...body],
		borders: { top: thick, bottom: thick, left: { ...line, style: docx.BorderStyle.NONE }, right: { ...line, style: docx.BorderStyle.NONE }, insideHorizontal: line, insideVertical: line }
	});
	return [...above, table, new docx.Paragraph({ style: 'TableText' })];
}
