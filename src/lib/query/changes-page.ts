/** The page of changes: every set with who, when and its rows, the shipped value beside the new one; the rows in force as a sheet. */
import '../i18n/rooms/changes.ts';
import { cellsOf, recordId } from '../domain/cells.ts';
import type { ChangeEntry, ChangeLog } from '../domain/change-answer.ts';
import type { ChangeKind, Overlaid } from '../domain/change.ts';
import { writeSheetCsv } from '../domain/csv.ts';
import type { CollectionName } from '../domain/dataset.ts';
import { say } from '../i18n/index.ts';
import type { Atlas } from './atlas.ts';
import { titleOf } from './cards.ts';
import { cellWords } from './cell-words.ts';
import { pick } from './cite.ts';
import type { Writer } from './indicator-words.ts';
import { markOf } from './record-edit.ts';
import type { ChangeMark } from './record-edit.ts';
import { recordHref } from './url.ts';

export interface ChangeLine {
	collection: CollectionName;
	id: string;
	kind: ChangeKind;
	/** Words for the record, and the page that shows it; empty where it has none. */
	title: string;
	href: string;
	/** Of the value, where the row has one. */
	unit: string;
	cells: ChangeMark['cells'];
	/** Of a row that was added or retired: what it says. */
	says: string;
	reason: string;
	source: string;
}
export interface ChangeView extends ChangeEntry {
	lines: ChangeLine[];
	/** Rows that the page leaves to the sheet. */
	more: number;
}
export interface ChangesPage {
	sets: ChangeView[];
	/** Rows written into the data folder by hand. */
	byHand: ChangeLine[];
	moreByHand: number;
	inForce: number;
}

/** Rows of a set that the page shows. */
export const shownRows = 50;

/** What a row is about: the record itself, or the one it belongs to. */
const ownerOf = (collection: CollectionName, cells: Record<string, string>): string => {
	switch (collection) {
		case 'observations': case 'targets': return `indicator:${cells.indicator}`;
		case 'statuses': return `project:${cells.project}`;
		case 'projects': case 'measures': case 'indicators': case 'documents': case 'clauses': return `${collection.slice(0, -1)}:${cells.id}`;
		case 'quantities': case 'conflicts': return cells.record ?? '';
		default: return '';
	}
};

const quietCells = new Set(['id', 'indicator', 'project', 'from', 'to', 'sources', 'value_min', 'value_max', 'note_en', 'basis_en', 'en', 'outlet_en']);
const sayCells = ({ t }: Writer, cells: Record<string, string>, unit: string): string => Object.entries(cells).filter(([column, cell]) => cell !== '' && !quietCells.has(column)).map(([column, cell]) => cellWords(t, column, cell, unit)).join(' · ');

function unitOf(atlas: Atlas, { lang }: Writer, cells: Record<string, string>): string {
	const indicator = atlas.indicator.get(cells.indicator ?? '');
	return indicator && indicator.valueKind !== 'class' ? pick(lang, indicator, 'unit') : '';
}

function cellsNow(atlas: Atlas): (row: Overlaid) => Record<string, string> {
	const known = new Map<CollectionName, Map<string, object>>();
	return ({ collection, id, shipped }) => {
		const records = known.get(collection) ?? new Map(atlas.dataset[collection].map((record): [string, object] => [recordId(collection, record), record]));
		known.set(collection, records);
		const record = records.get(id);
		return record ? cellsOf(collection, record as never) : (shipped ?? {});
	};
}

function lineOf(atlas: Atlas, writer: Writer, row: Overlaid, cells: Record<string, string>): ChangeLine {
	const { lang } = writer;
	const unit = unitOf(atlas, writer, cells);
	const owner = ownerOf(row.collection, cells);
	const known = owner !== '' && atlas.exists(owner);
	const ends = row.collection === 'links' ? row.id.split(' → ').map((ref) => titleOf(atlas, lang, ref)).join(' → ') : '';
	return {
		collection: row.collection, id: row.id, kind: row.kind, title: ends || (known ? titleOf(atlas, lang, owner) : (cells.outlet_zh ?? '')), href: known ? recordHref(lang, owner) : '',
		unit, cells: markOf(row).cells, says: row.kind === 'add' || row.kind === 'retire' ? sayCells(writer, cells, unit) : '', reason: row.reason, source: row.source
	};
}

export function changesPage(atlas: Atlas, writer: Writer, log: Pick<ChangeLog, 'entries' | 'rows'>): ChangesPage {
	const now = cellsNow(atlas);
	const linesOf = (number: number) => log.rows.filter(({ change }) => change === number);
	const shown = (rows: readonly Overlaid[]) => rows.slice(0, shownRows).map((row) => lineOf(atlas, writer, row, now(row)));
	const byHand = linesOf(0);
	return {
		sets: log.entries.map((entry) => {
			const rows = entry.kind === 'set' ? linesOf(entry.number) : [];
			return { ...entry, lines: shown(rows), more: Math.max(0, rows.length - shownRows) };
		}),
		byHand: shown(byHand), moreByHand: Math.max(0, byHand.length - shownRows), inForce: log.rows.length
	};
}

/** One line a corrected cell; a row that was added, retired or commented has one line. */
export function changeSheet(atlas: Atlas, writer: Writer, rows: readonly Overlaid[]): string {
	const { t } = writer;
	const now = cellsNow(atlas);
	const head = [t('changes.set'), t('changes.name'), t('changes.at'), t('changes.file'), t('changes.kind'), t('changes.table'), t('changes.id'), t('changes.record'), t('changes.column'), t('changes.was'), t('changes.now'), t('changes.reason'), t('changes.source')];
	return writeSheetCsv([head, ...rows.flatMap((row) => {
		const line = lineOf(atlas, writer, row, now(row));
		const before = [String(row.change || ''), row.change === 0 ? t('changes.byhand') : row.by, row.at, row.from, say(t, 'changekind', row.kind), say(t, 'changetable', row.collection), row.id, line.title];
		const after = [row.reason, row.source];
		const shipped = row.shipped ? Object.entries(row.shipped).filter(([, cell]) => cell !== '').map(([column, cell]) => `${column}=${cell}`).join('; ') : '';
		const full = Object.entries(now(row)).filter(([, cell]) => cell !== '').map(([column, cell]) => `${column}=${cell}`).join('; ');
		if (row.kind !== 'correct') return [[...before, '', shipped, row.kind === 'add' ? full : '', ...after]];
		return Object.entries(row.cells).map(([column, cell]) => [...before, column, row.shipped?.[column] ?? '', cell, ...after]);
	})]);
}
