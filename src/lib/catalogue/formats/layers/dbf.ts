/** Attributes of a shapefile (.dbf): dBASE III rows of fixed width. The encoding is that of the .cpg where its bytes agree, else that of the file's own mark, else what the bytes are: UTF-8 or GBK. */
import { LayerRefusal } from '../../../domain/layer-file.ts';

export interface Dbf {
	columns: string[];
	/** `null` for a row marked as deleted. */
	rows: (unknown[] | null)[];
	encoding: string;
	/** The encoding that was declared and that the bytes are not of; empty where all agrees. */
	wrong: string;
	/** Rows that the head promises. */
	promised: number;
	/** Columns that hold a reference to another file (.dbt, .fpt) and are left empty. */
	memos: string[];
}

interface Field {
	type: string;
	at: number;
	length: number;
}

/** Code pages as .cpg files and heads of .dbf name them. */
const codePages: Record<string, string> = { '936': 'gb18030', cp936: 'gb18030', gbk: 'gb18030', gb2312: 'gb18030', gb18030: 'gb18030', '65001': 'utf-8', utf8: 'utf-8', 'utf-8': 'utf-8', big5: 'big5', '950': 'big5', cp950: 'big5', '1252': 'windows-1252', cp1252: 'windows-1252', 'iso-8859-1': 'windows-1252', '88591': 'windows-1252' };
const marks: Record<number, string> = { 0x4d: 'gb18030', 0x7a: 'gb18030', 0x4f: 'big5', 0x78: 'big5' };

const isPlain = (bytes: Uint8Array): boolean => bytes.every((byte) => byte < 0x80);
/** A field of fixed width may end within a character; elsewhere a broken character speaks against the encoding. */
const isOf = (encoding: string, samples: readonly Uint8Array[]): boolean => {
	const decoder = new TextDecoder(encoding);
	return samples.every((bytes) => !decoder.decode(bytes).replace(/\ufffd+\s*$/, '').includes('\ufffd'));
};

function chooseEncoding(samples: readonly Uint8Array[], cpg: string, mark: number): { encoding: string; wrong: string } {
	const declared = codePages[cpg.trim().toLowerCase().replace(/^ansi\s+/, '')] ?? marks[mark];
	if (declared && isOf(declared, samples)) return { encoding: declared, wrong: '' };
	const encoding = isOf('utf-8', samples) ? 'utf-8' : 'gb18030';
	return { encoding, wrong: cpg.trim() && encoding !== declared ? cpg.trim().slice(0, 20) : '' };
}

/** Stars fill a cell whose number did not fit. */
const toNumber = (text: string): number | null => (text.trim() === '' || !Number.isFinite(Number(text)) ? null : Number(text));

const mostRemembered = 20_000;
function rememberText(decode: (row: number, field: Field) => string) {
	const known = new Map<string, string>();
	return (text: string, row: number, field: Field): string => {
		const found = known.get(text);
		if (found !== undefined) return found;
		const decoded = decode(row, field).replaceAll('\0', '').trimEnd();
		if (known.size < mostRemembered) known.set(text, decoded);
		return decoded;
	};
}

/** Errors: throws a `LayerRefusal` where the bytes are no .dbf. */
export function readDbf(bytes: Uint8Array, cpg: string, name: string): Dbf {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const refuse = () => new LayerRefusal('bad-part', { name: `${name}.dbf` });
	if (bytes.length < 33) throw refuse();
	const [promised, head, width] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)];
	if (head < 33 || head > bytes.length || width < 1) throw refuse();
	const fields: Field[] = [];
	const names: Uint8Array[] = [];
	for (let at = 32, start = 1; at + 32 <= head && bytes[at] !== 0x0d; at += 32) {
		const field = { type: String.fromCharCode(bytes[at + 11]!), at: start, length: bytes[at + 16]! };
		start += field.length;
		if (start > width) throw refuse();
		const end = bytes.subarray(at, at + 11).indexOf(0);
		names.push(bytes.subarray(at, at + (end < 0 ? 11 : end)));
		fields.push(field);
	}
	const count = Math.min(promised, Math.floor((bytes.length - head) / width));
	const cellAt = (row: number, field: Field): Uint8Array => bytes.subarray(head + row * width + field.at, head + row * width + field.at + field.length);
	const samples = names.filter((each) => !isPlain(each));
	for (let row = 0; row < count && samples.length < 5_000; row++) for (const field of fields) if (field.type === 'C' && !isPlain(cellAt(row, field))) samples.push(cellAt(row, field));
	const { encoding, wrong } = chooseEncoding(samples, cpg, bytes[29]!);
	const decoder = new TextDecoder(encoding);
	const readText = rememberText((row, field) => decoder.decode(cellAt(row, field)));
	/** A character a byte: plain cells are cut out of it, and equal ones decoded once. */
	const whole = new TextDecoder('latin1').decode(bytes.subarray(head, head + count * width));
	const readCell = (row: number, field: Field): unknown => {
		const from = row * width + field.at;
		if (field.type === 'I' && field.length === 4) return view.getInt32(head + from, true);
		if ((field.type === 'O' || field.type === 'B') && field.length === 8) return view.getFloat64(head + from, true);
		const text = whole.slice(from, from + field.length).trimEnd();
		if (field.type === 'C') return readText(text, row, field);
		if (field.type === 'N' || field.type === 'F') return toNumber(text.replaceAll('\0', ''));
		if (field.type === 'D') return /^\d{8}$/.test(text) && text !== '00000000' ? `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}` : null;
		if (field.type === 'L') return /^[YyTt]$/.test(text) ? true : /^[NnFf]$/.test(text) ? false : null;
		return null;
	};
	const columns = names.map((each) => decoder.decode(each).trim());
	const rows = Array.from({ length: count }, (_, row) => (bytes[head + row * width] === 0x2a ? null : fields.map((field) => readCell(row, field))));
	return { columns, rows, encoding, wrong, promised, memos: columns.filter((_, i) => !'CNFDLIOB'.includes(fields[i]!.type)) };
}
