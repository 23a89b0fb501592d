/** A planner's file, .xlsx or .csv, as rows. What it is, is told by its first bytes; what it is not, by one sentence. */
import { limits } from '../../domain/change.ts';
import { FileRefusal } from '../../domain/loaded-table.ts';
import type { LoadedTable } from '../../domain/loaded-table.ts';
import { readLoadedCsv } from './loaded-csv.ts';
import { readXlsx } from './xlsx.ts';
import type { Progress } from './xlsx.ts';

const startsWith = (bytes: Uint8Array, ...first: number[]): boolean => first.every((byte, i) => bytes[i] === byte);
const megabytes = (bytes: number): number => Math.ceil(bytes / 1_000_000);
/** `EncryptedPackage` in UTF-16: the container in which a spreadsheet locks a workbook. */
const lockMark = new TextEncoder().encode([...'EncryptedPackage'].join('\0'));

function includes(bytes: Uint8Array, mark: Uint8Array): boolean {
	for (let at = bytes.indexOf(mark[0]!); at >= 0; at = bytes.indexOf(mark[0]!, at + 1)) if (mark.every((byte, i) => bytes[at + i] === byte)) return true;
	return false;
}

/** What name and size alone refuse, before a byte is read. Errors: throws a `FileRefusal`. */
export function checkFile(name: string, size: number): void {
	if (size === 0) throw new FileRefusal('empty');
	if (/\.(xlsm|xltm|xlsb|xlam)$/i.test(name)) throw new FileRefusal('macro');
	if (size > limits.fileBytes) throw new FileRefusal('size', { mb: megabytes(size), most: megabytes(limits.fileBytes) });
}

/** Errors: throws a `FileRefusal`, whatever the bytes. */
export function loadTable(name: string, bytes: Uint8Array, onProgress: Progress = () => {}): LoadedTable {
	checkFile(name, bytes.length);
	if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) throw new FileRefusal(includes(bytes, lockMark) ? 'password' : 'xls');
	const table = startsWith(bytes, 0x50, 0x4b) ? readXlsx(bytes, onProgress) : readLoadedCsv(bytes);
	if (table.sheets.every(({ rows }) => rows.length === 0)) throw new FileRefusal('empty');
	return table;
}
