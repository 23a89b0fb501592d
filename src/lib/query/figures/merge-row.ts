/** One read row against the row of the dataset with the same identity: new, changed or unchanged, and the change that it would be. */
import type { RowChange } from '../../domain/change.ts';
import type { ReportRow, RowCell, RowKind, TemplateName } from '../../domain/figure-report.ts';
import type { Cells, OwnSource } from './own-source.ts';
import type { RowReader } from './row-reader.ts';

/** A row of the report with what it becomes when it is accepted. */
export interface CheckedRow extends ReportRow {
	change: RowChange | null;
	source: OwnSource | null;
}

export interface Candidate {
	collection: TemplateName;
	/** Id in the dataset, or the one to be given. */
	id: string;
	isNew: boolean;
	/** All cells by column of the catalogue. */
	cells: Cells;
	/** What stands there now, by column; for a new row nothing. */
	standing: Cells;
	/** Columns whose difference makes a change; others go along with it. */
	telling: readonly string[];
	/** Columns that an empty cell empties; any other keeps what stands. */
	clears: readonly string[];
	/** What the row says rests on its own source alone; else the source is added to those that stand. */
	replacesSources: boolean;
	shown: RowCell[];
	subject: { zh: string; en: string };
	when: string;
	source: OwnSource | null;
}

export const wrongRow = (sheet: string, collection: TemplateName, reader: RowReader, subject: { zh: string; en: string }, when = '', shown: RowCell[] = []): CheckedRow =>
	({ sheet, row: reader.row.row, collection, kind: 'wrong', id: '', subject, when, cells: shown, wrong: reader.wrong, told: [], change: null, source: null });

const isSame = (a: string, b: string): boolean => a === b || (a !== '' && b !== '' && Number(a) === Number(b));

export function mergeRow(sheet: string, reader: RowReader, it: Candidate): CheckedRow {
	const differs = (column: string) => ((it.cells[column] ?? '') !== '' || it.clears.includes(column)) && !isSame(it.cells[column] ?? '', it.standing[column] ?? '');
	const differing = it.isNew ? [] : it.telling.filter(differs);
	const kind: RowKind = it.isNew ? 'new' : differing.length > 0 ? 'changed' : 'unchanged';
	const base = { sheet, row: reader.row.row, collection: it.collection, kind, id: it.id, subject: it.subject, when: it.when, wrong: [], told: reader.told, source: it.source, cells: it.shown };
	const stands = (it.standing.sources ?? '').split(';').filter((id) => id !== '');
	if (kind === 'unchanged') {
		if (it.source && !stands.includes(it.source.id)) reader.tell('other-source', 'source_outlet', { source: it.source.text });
		return { ...base, source: null, change: null };
	}
	const own = it.source?.id ?? '';
	const sources = it.isNew || it.replacesSources ? own : [...new Set([...stands, own])].join(';');
	const cells: Cells = it.isNew ? { id: it.id, ...it.cells, sources } : { ...Object.fromEntries(Object.entries(it.cells).filter(([column]) => differs(column))), sources };
	const change: RowChange = { kind: it.isNew ? 'add' : 'correct', collection: it.collection, id: it.id, cells, reason: '', source: it.source?.text ?? '' };
	return { ...base, change };
}

/** `forest-coverage-2024-own`, with a number behind it where that is taken. */
export function freshId(stem: string, taken: Set<string>): string {
	const clean = stem.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '');
	for (let n = 1; ; n++) {
		const id = n === 1 ? clean : `${clean}-${n}`;
		if (taken.has(id)) continue;
		taken.add(id);
		return id;
	}
}
