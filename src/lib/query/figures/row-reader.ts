/** The cells of one row by their column, and what there is to say about them. A cell that cannot be used is said once and reads as empty. */
import type { RowSaying, ToldKey, WrongKey } from '../../domain/figure-report.ts';
import type { Filling, LoadedCell, LoadedRow } from '../../domain/loaded-table.ts';
import { formsOf } from './say-row.ts';
import type { TemplateColumn } from './template.ts';

export interface RowReader {
	row: LoadedRow;
	wrong: RowSaying<WrongKey>[];
	told: RowSaying<ToldKey>[];
	complain(key: WrongKey, column?: string, filling?: Filling): void;
	tell(key: ToldKey, column?: string, filling?: Filling): void;
	/** The usable cell. */
	cell(column: string): LoadedCell | undefined;
	text(column: string): string;
	/** Text of a column that must be filled. */
	need(column: string): string;
	/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a date cell is turned into text and told. `latest`: no later day counts. */
	date(column: string, latest?: string): string;
	/** Code of a closed word, whichever language it is written in. */
	word(column: TemplateColumn): string;
	number(column: string): number | null;
}

const datePattern = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;
const isDay = (text: string): boolean => text.length < 10 || new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10) === text;
const safely = (test: () => boolean): boolean => { try { return test(); } catch { return false; } };

/** `2024/5/8`, `2024.5`, `2024年5月8日` as `2024-05-08`; other text as it is. */
export function plainDate(text: string): string {
	const found = /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/.exec(text.normalize('NFKC').replaceAll(/\s/g, ''));
	return found ? [found[1]!, found[2], found[3]].filter((part) => part !== undefined).map((part) => part!.padStart(2, '0')).join('-') : text;
}

const wordIndex = new Map<TemplateColumn, Map<string, string>>();
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, '');
function codeOf(column: TemplateColumn, text: string): string | undefined {
	let index = wordIndex.get(column);
	if (!index) wordIndex.set(column, (index = new Map(column.words!.values.flatMap((value) => formsOf(column.words!.group, value).map((form): [string, string] => [plain(form), value])))));
	return index.get(plain(text));
}

export function createRowReader(row: LoadedRow, columns: ReadonlyMap<string, number>): RowReader {
	const said = new Set<string>();
	const reader: RowReader = {
		row, wrong: [], told: [],
		complain(key, column = '', filling = {}) {
			if (said.has(`${key} ${column}`)) return;
			said.add(`${key} ${column}`);
			reader.wrong.push({ key, column, with: filling });
		},
		tell(key, column = '', filling = {}) {
			reader.told.push({ key, column, with: filling });
		},
		cell(column) {
			const at = columns.get(column);
			const found = at === undefined ? undefined : row.cells[at];
			if (found?.is !== 'formula' && found?.is !== 'error' && found?.is !== 'long') return found;
			reader.complain(found.is, column, { value: found.text.slice(0, 40) });
			return undefined;
		},
		text: (column) => reader.cell(column)?.text ?? '',
		need(column) {
			const text = reader.text(column);
			if (text === '' && !reader.wrong.some((saying) => saying.column === column)) reader.complain('missing', column);
			return text;
		},
		date(column, latest = '9999') {
			const found = reader.cell(column);
			if (!found) return '';
			const text = found.is === 'date' ? found.text : plainDate(found.text);
			if (found.is === 'number' && found.value > 9999) reader.complain('serial', column, { value: found.text, year: 'YYYY-MM-DD' });
			else if (!datePattern.test(text) || !safely(() => isDay(text))) reader.complain('not-date', column, { value: found.text.slice(0, 40) });
			else if (text > latest.slice(0, text.length)) reader.complain('future-date', column, { value: text, today: latest });
			else {
				if (found.is === 'date') reader.tell('date-read', column, { value: text });
				return text;
			}
			return '';
		},
		word(column) {
			const text = column.required === 'always' ? reader.need(column.name) : reader.text(column.name);
			if (text === '') return '';
			const code = codeOf(column, text);
			if (code === undefined) reader.complain('not-word', column.name, { value: text.slice(0, 40) });
			return code ?? '';
		},
		number(column) {
			const found = reader.cell(column);
			if (!found) return null;
			const value = found.is === 'number' ? found.value : Number(found.text);
			if (found.is !== 'date' && found.is !== 'share' && Number.isFinite(value)) return value;
			reader.complain('not-number', column, { value: found.text.slice(0, 40) });
			return null;
		}
	};
	return reader;
}
