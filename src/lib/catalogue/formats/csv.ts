/** Catalogue CSV (RFC 4180) to rows of text with their line numbers. Broken records are reported, the others are still read. */
import { parse } from 'csv-parse/sync';
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

interface Parsed {
	record: string[];
	info: { lines: number };
}

export function readCsv(file: string, text: string): { table: CsvTable; problems: Problem[] } {
	const problems: Problem[] = [];
	const broken = (row: number, reason: string) => problems.push({ file, row, key: 'bad-csv', with: { reason }, level: 'error' });
	let parsed: Parsed[] = [];
	try {
		parsed = parse(text, {
			bom: true, info: true, relax_column_count: true, skip_empty_lines: true, skip_records_with_error: true,
			on_skip: (error) => {
				broken(Number((error as { lines?: number } | undefined)?.lines ?? 0), error?.message ?? 'unreadable record');
				return undefined;
			}
		}) as unknown as Parsed[];
	} catch (error) {
		broken(0, error instanceof Error ? error.message : String(error));
	}
	const [head, ...body] = parsed;
	const columns = head?.record.map((column) => column.trim()) ?? [];
	if (columns.every((column) => column === '')) {
		problems.push({ file, row: 1, key: 'no-header', with: {}, level: 'error' });
		return { table: { columns: [], rows: [] }, problems };
	}
	const rows: CsvRow[] = [];
	let previousEnd = head!.info.lines;
	for (const { record, info } of body) {
		const line = previousEnd + 1;
		previousEnd = info.lines;
		if (record.length !== columns.length) {
			broken(line, `${record.length} cells, the header has ${columns.length}`);
			continue;
		}
		rows.push({ line, cells: Object.fromEntries(columns.map((column, i) => [column, record[i]!.trim()])) });
	}
	return { table: { columns, rows }, problems };
}
