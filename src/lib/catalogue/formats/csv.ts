/**
 * Catalogue CSV (RFC 4180) to rows of text with their line numbers. Our own forty lines instead of a library: after a broken quote reading
 * goes on at the next line, so that one slip neither hides the rows below nor shifts their numbers.
 */
import type { Problem } from '../../domain/problem.ts';

export interface CsvRow {
	/** Line of the file on which the record starts, from 1. */
	line: number;
	cells: Record<string, string>;
}

export interface CsvTable {
	columns: string[];
	rows: CsvRow[];
}

type Parsed = { line: number; end: number } & ({ record: string[] } | { broken: string });

/** One record from `start`; `end` is where the next one starts. */
function readRow(text: string, start: number): { end: number; lines: number } & ({ record: string[] } | { broken: string }) {
	const nextLine = () => (text.indexOf('\n', start) + 1 || text.length + 1);
	const broken = (reason: string) => ({ end: nextLine(), lines: 1, broken: reason });
	const record: string[] = [];
	let [at, lines] = [start, 1];
	for (;;) {
		let cell = '';
		if (text[at] === '"') {
			for (let from = at + 1; ; ) {
				const close = text.indexOf('"', from);
				if (close < 0) return broken(`the quote of cell ${record.length + 1} is never closed`);
				cell += text.slice(from, close);
				at = close + 1;
				if (text[at] !== '"') break;
				cell += '"';
				from = at + 1;
			}
			lines += cell.split('\n').length - 1;
			if (text[at] === '\r' && text[at + 1] === '\n') at++;
			if (at < text.length && text[at] !== ',' && text[at] !== '\n') return broken(`cell ${record.length + 1} goes on after its closing quote`);
		} else {
			const from = at;
			while (at < text.length && text[at] !== ',' && text[at] !== '\n') at++;
			cell = text.slice(from, at);
			if (cell.includes('"')) return broken(`cell ${record.length + 1} holds a quote and is not quoted`);
		}
		record.push(cell.trim());
		if (text[at] !== ',') return { end: at + 1, lines, record };
		at++;
	}
}

/** Records of a text with the line on which each starts; blank lines are left out, a broken record is told and passed over. */
export function readRows(text: string): Parsed[] {
	const rows: Parsed[] = [];
	for (let [at, line] = [text.startsWith('\ufeff') ? 1 : 0, 1]; at < text.length; ) {
		const row = readRow(text, at);
		const isBlank = 'record' in row && row.record.length === 1 && row.record[0] === '' && text[at] !== '"';
		if (!isBlank) rows.push({ ...row, line });
		at = row.end;
		line += row.lines;
	}
	return rows;
}

export function readCsv(file: string, text: string): { table: CsvTable; problems: Problem[] } {
	const problems: Problem[] = [];
	const broken = (row: number, reason: string) => problems.push({ file, row, key: 'bad-csv', with: { reason }, level: 'error' });
	const [head, ...body] = readRows(text);
	const columns = head && 'record' in head ? head.record : [];
	if (head && 'broken' in head) broken(head.line, head.broken);
	else if (columns.every((column) => column === '')) problems.push({ file, row: 1, key: 'no-header', with: {}, level: 'error' });
	const twice = columns.find((column, i) => column !== '' && columns.indexOf(column) !== i);
	if (twice !== undefined) broken(head!.line, `column "${twice}" stands twice`);
	if (problems.length > 0) return { table: { columns: [], rows: [] }, problems };
	const rows: CsvRow[] = [];
	for (const row of body) {
		if ('broken' in row) broken(row.line, row.broken);
		else if (row.record.length !== columns.length) broken(row.line, `${row.record.length} cells, the header has ${columns.length}`);
		else rows.push({ line: row.line, cells: Object.fromEntries(columns.map((column, i) => [column, row.record[i]!])) });
	}
	return { table: { columns, rows }, problems };
}
