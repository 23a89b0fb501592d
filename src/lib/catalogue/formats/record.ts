/** One CSV row to a typed record of its collection, with a problem for every cell that does not fit. */
import { camel } from '../../domain/field.ts';
import type { Field, Fields } from '../../domain/field.ts';
import type { Problem, ProblemKey } from '../../domain/problem.ts';
import type { CsvRow } from './csv.ts';

export const idPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;
export const clauseIdPattern = /^[a-z0-9]+(-[a-z0-9]+)*#[^\s#;,]+$/;
const refPattern = /^[a-z]+:[^\s;,]+$/;
const datePattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

const splitList = (cell: string): string[] => (cell === '' ? [] : cell.split(';').map((part) => part.trim()).filter((part) => part !== ''));

type Complaint = { key: ProblemKey; with: Problem['with'] };
const expected = (column: string, value: string, what: string): Complaint => ({ key: 'bad-value', with: { column, value, expected: what } });

function readCell(field: Field, column: string, cell: string): { value: unknown; complaint?: Complaint } {
	if (cell === '' && field.required) return { value: emptyOf(field), complaint: { key: 'missing-value', with: { column } } };
	switch (field.type) {
		case 'id':
			return idPattern.test(cell) ? { value: cell } : { value: cell, complaint: { key: 'bad-id', with: { value: cell, expected: 'lower-case words joined by "-"' } } };
		case 'clause-id':
			return clauseIdPattern.test(cell) ? { value: cell } : { value: cell, complaint: { key: 'bad-id', with: { value: cell, expected: 'document#path' } } };
		case 'number': {
			if (cell === '') return { value: null };
			const value = Number(cell);
			return Number.isFinite(value) ? { value } : { value: null, complaint: expected(column, cell, 'a plain number') };
		}
		case 'date':
			return cell === '' || datePattern.test(cell) ? { value: cell } : { value: '', complaint: expected(column, cell, 'YYYY, YYYY-MM or YYYY-MM-DD') };
		case 'yes-no':
			if (cell === '') return { value: null };
			return cell === 'yes' || cell === 'no' ? { value: cell === 'yes' } : { value: null, complaint: expected(column, cell, '"yes", "no" or nothing') };
		case 'enum':
			return cell === '' || field.values!.includes(cell) ? { value: cell } : { value: cell, complaint: expected(column, cell, `one of ${field.values!.join(', ')}`) };
		case 'list':
		case 'refs':
			return { value: splitList(cell) };
		case 'any-refs': {
			const parts = splitList(cell);
			const odd = parts.find((part) => !refPattern.test(part));
			return odd === undefined ? { value: parts } : { value: parts, complaint: expected(column, odd, `kind:id with kind one of ${field.kinds!.join(', ')}`) };
		}
		case 'any-ref':
			return cell === '' || refPattern.test(cell) ? { value: cell } : { value: cell, complaint: expected(column, cell, `kind:id with kind one of ${field.kinds!.join(', ')}`) };
		default:
			return { value: cell };
	}
}

const emptyOf = (field: Field): unknown => (field.type === 'list' || field.type.endsWith('refs') ? [] : field.type === 'number' || field.type === 'yes-no' ? null : '');

export function readRecord(file: string, row: CsvRow, fields: Fields): { record: Record<string, unknown>; problems: Problem[] } {
	const problems: Problem[] = [];
	const complain = (complaint: Complaint) => problems.push({ file, row: row.line, level: 'error', ...complaint });
	const record: Record<string, unknown> = {};
	for (const [column, field] of Object.entries(fields)) {
		const { value, complaint } = readCell(field, column, row.cells[column] ?? '');
		record[camel(column)] = value;
		if (complaint && column in row.cells) complain(complaint);
	}
	for (const column of Object.keys(fields).filter((name) => name.endsWith('_zh'))) {
		const twin = column.replace(/_zh$/, '_en');
		if (!(twin in fields) || isTranslationOptional(column)) continue;
		const [zh, en] = [row.cells[column] ?? '', row.cells[twin] ?? ''];
		if ((zh === '') !== (en === '')) complain({ key: 'missing-translation', with: zh === '' ? { column: twin, other: column } : { column, other: twin } });
	}
	const { valueMin, valueMax } = record as { valueMin?: number | null; valueMax?: number | null };
	if (valueMin != null && valueMax != null && valueMin > valueMax) complain({ key: 'bad-range', with: { min: valueMin, max: valueMax } });
	return { record, problems };
}

/** Official titles of sources are not translated. */
const isTranslationOptional = (column: string): boolean => column === 'title_zh';
