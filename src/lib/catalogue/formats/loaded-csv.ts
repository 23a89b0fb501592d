/** A CSV file that a planner saved somewhere: UTF-8 with or without its mark, or GBK as Chinese spreadsheets write it. */
import { limits } from '../../domain/change.ts';
import { FileRefusal, textCell } from '../../domain/loaded-table.ts';
import type { LoadedRow, LoadedTable } from '../../domain/loaded-table.ts';
import { readRows } from './csv.ts';

/** Valid UTF-8 is taken for UTF-8: Chinese in GBK is as good as never valid UTF-8. Errors: throws a `FileRefusal`. */
export function decodeText(bytes: Uint8Array): { text: string; format: 'utf-8' | 'gbk' } {
	if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) throw new FileRefusal('utf16');
	if (bytes.includes(0)) throw new FileRefusal('not-a-table');
	for (const [label, format] of [['utf-8', 'utf-8'], ['gb18030', 'gbk']] as const) {
		try {
			return { text: new TextDecoder(label, { fatal: true }).decode(bytes), format };
		} catch { /* The next one. */ }
	}
	throw new FileRefusal('encoding');
}

/** Our own exports lead a cell that looks like a formula with an apostrophe; here it goes again. */
export const withoutGuard = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

/** Errors: throws a `FileRefusal`. */
export function readLoadedCsv(bytes: Uint8Array): LoadedTable {
	const { text, format } = decodeText(bytes);
	const rows: LoadedRow[] = [];
	for (const found of readRows(text)) {
		if ('broken' in found) {
			rows.push({ row: found.line, cells: [], broken: found.broken });
			continue;
		}
		if (rows.length === 0 && found.record.length === 1 && /[;\t]/.test(found.record[0]!)) throw new FileRefusal('delimiter');
		const cells = found.record.map((cell) => textCell(withoutGuard(cell)));
		if (cells.findLastIndex((cell) => cell !== undefined) >= limits.columns) throw new FileRefusal('columns', { sheet: 'CSV', most: limits.columns });
		if (cells.every((cell) => cell === undefined)) continue;
		if (rows.length >= limits.rows) throw new FileRefusal('rows', { most: limits.rows });
		rows.push({ row: found.line, cells });
	}
	return { format, hiddenSheets: [], sheets: [{ name: '', rows, hiddenRows: 0 }] };
}
