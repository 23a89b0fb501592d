/** The table of a slide as a native one: columns as wide as their words, and the largest type at which all rows fit. */
import type PptxGenJS from 'pptxgenjs';
import type { SlideTable } from '../../query/slide-table.ts';
import { columnWidths, largestFit, leading, linesOf } from './fit.ts';
import type { Box } from './pptx-layout.ts';
import { hex, faces } from './pptx-theme.ts';
import type { DeckTheme } from './pptx-theme.ts';
import { langOf } from './pptx-text.ts';

export interface TableLayout {
	/** pt */
	size: number;
	widths: number[];
	/** Inches, head first, of the rows that the box has room for. */
	heights: number[];
}

const pad = { x: 0.08, y: 0.045 };
const sizes = [16, 15, 14, 13, 12, 11, 10, 9, 8, 7];

export function layTable({ columns, rows }: SlideTable, box: Box): TableLayout {
	const texts = columns.map(({ title }, i) => [title, ...rows.map(({ cells }) => cells[i] ?? '')]);
	const widths = columnWidths(columns, rows.map(({ cells }) => cells), box.w);
	const heightsAt = (size: number) => texts[0]!.map((_, r) => Math.max(...texts.map((column, i) => linesOf(column[r]!, size, widths[i]! - 2 * pad.x))) * ((size * leading) / 72) + 2 * pad.y);
	const sum = (heights: readonly number[]) => heights.reduce((total, height) => total + height, 0);
	const size = largestFit(sizes, (size) => sum(heightsAt(size)) <= box.h);
	const heights = heightsAt(size);
	while (heights.length > 2 && sum(heights) > box.h) heights.pop();
	// A short table keeps air between its rows instead of growing its type.
	const air = Math.max(0, Math.min(0.18, (box.h - sum(heights)) / heights.length));
	return { size, widths, heights: heights.map((height) => height + air) };
}

/** Gives the number of rows that found no room. */
export function addTable(slide: PptxGenJS.Slide, table: SlideTable, box: Box, theme: DeckTheme, lang: 'zh' | 'en', name: string): number {
	const { size, widths, heights } = layTable(table, box);
	const none: PptxGenJS.BorderProps = { type: 'none' };
	const under = (pt: number, color: string): PptxGenJS.BorderProps[] => [none, none, { type: 'solid', pt, color }, none] as PptxGenJS.BorderProps[];
	const cell = (text: string, isNumeric: boolean, options: PptxGenJS.TableCellProps): PptxGenJS.TableCell => ({ text, options: { align: isNumeric ? 'right' : 'left', ...options } });
	const head = table.columns.map(({ title, isNumeric }) => cell(title, isNumeric, { bold: true, color: 'tx2', border: under(1.25, 'tx2') as PptxGenJS.TableCellProps['border'] }));
	const body = table.rows.slice(0, heights.length - 1).map(({ cells }) => table.columns.map(({ isNumeric }, i) => cell(cells[i] ?? '', isNumeric, { border: under(0.5, hex(theme.line)) as PptxGenJS.TableCellProps['border'], bold: i === 0 && table.columns.length > 1 })));
	slide.addTable([head, ...body], {
		x: box.x, y: box.y, w: box.w, colW: widths, rowH: heights, fontFace: faces.text, fontSize: size, color: 'tx1', valign: 'middle', margin: [pad.y, pad.x, pad.y, pad.x], objectName: name, lang: langOf(lang)
	} as PptxGenJS.TableProps);
	return table.rows.length - body.length;
}
