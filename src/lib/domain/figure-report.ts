/** What would happen if a planner's file were accepted: the report that is shown before anything is. */
import type { Filling, LoadedTable } from './loaded-table.ts';

export const templateNames = ['observations', 'targets', 'projects', 'statuses'] as const;
export type TemplateName = (typeof templateNames)[number];

export const rowKinds = ['wrong', 'changed', 'new', 'unchanged'] as const;
export type RowKind = (typeof rowKinds)[number];

/** What makes a row wrong; the sentence stands under `row.<key>`. */
export const wrongKeys = [
	'broken', 'merged', 'missing', 'formula', 'error', 'long', 'not-number', 'not-class', 'not-date', 'future-date', 'date-cell', 'serial', 'bad-year', 'future-year', 'bad-period', 'no-when', 'unit-missing', 'unit-wrong', 'unit-points',
	'unit-twice', 'fraction', 'share-cell', 'negative', 'reversed', 'unknown-id', 'unknown-near', 'several-ids', 'not-id', 'not-word', 'outside', 'twice-here', 'twice-known', 'baseline-other', 'finish-first', 'own-part'
] as const;
/** What was done to a right row and has to be told. */
export const toldKeys = ['converted', 'share-read', 'date-read', 'name-read', 'plain-unit', 'new-project', 'other-source'] as const;
export type WrongKey = (typeof wrongKeys)[number];
export type ToldKey = (typeof toldKeys)[number];

export interface RowSaying<K = WrongKey | ToldKey> {
	key: K;
	/** Column of the template; empty for the row as a whole. */
	column: string;
	/** A word that ends in `_en` takes the place of its twin in English. */
	with: Filling;
}

export interface RowCell {
	column: string;
	value: string;
	/** What stands in the dataset now, where the row changes it. */
	old: string | null;
	unit?: { zh: string; en: string };
}

export interface ReportRow {
	sheet: string;
	row: number;
	collection: TemplateName;
	kind: RowKind;
	/** Id that the row has or will have; empty where it is wrong. */
	id: string;
	/** Name of the indicator or project; what the file says where it is unknown. */
	subject: { zh: string; en: string };
	when: string;
	cells: RowCell[];
	wrong: RowSaying<WrongKey>[];
	told: RowSaying<ToldKey>[];
}

export interface SheetReport {
	name: string;
	/** `null`: no head of a template was found; the sheet is not read. */
	template: TemplateName | null;
	rows: number;
	hiddenRows: number;
	/** Heads that no column of the template has; what stands below them is not read. */
	ignored: string[];
	/** Rows marked as example; never read. */
	examples: number[];
}

export interface ReportOverview {
	file: string;
	format: LoadedTable['format'];
	hiddenSheets: string[];
	sheets: SheetReport[];
	counts: Record<RowKind, number>;
	/** Right rows whose unit was converted. */
	converted: number;
	/** Rows that name no source of their own. */
	withoutSource: number;
}

/** Source for rows that name none: as typed on the page. */
export interface FallbackSource {
	outlet: string;
	date: string;
	title: string;
}
