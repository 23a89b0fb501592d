/** What a template is, as plain data: the columns of each, who has to fill them, and what a drop-down offers. Workbook, reader and page come from it. */
import { collections } from '../../domain/dataset.ts';
import type { TemplateName } from '../../domain/figure-report.ts';

/** Lists of ids on the second sheet. */
export type IdList = 'indicators' | 'projects' | 'places' | 'clauses' | 'observations' | 'agencies';

export interface TemplateColumn {
	/** Word under `template.column`. */
	name: string;
	/** `new`: where the row is not in the dataset yet. */
	required: 'always' | 'new' | 'no';
	/** Ids that the cell may hold; `isList`: several, separated by ";". */
	ids?: IdList;
	isList?: boolean;
	/** Closed words: codes of the data, said under this group of the interface's words. */
	words?: { group: string; values: readonly string[] };
	/** Offers this list and takes other words as well. */
	offers?: 'units' | 'subkinds';
	/** Stands as text in the workbook, so that a spreadsheet makes no date of `2024-05`. */
	isText?: boolean;
	/** Characters. */
	width: number;
}

const column = (name: string, required: TemplateColumn['required'], width: number, extra: Partial<TemplateColumn> = {}): TemplateColumn => ({ name, required, width, ...extra });
const source = [column('source_outlet', 'always', 20), column('source_date', 'no', 14, { isText: true }), column('source_title', 'no', 28), column('note', 'no', 32)];
const value = [column('value', 'always', 16), column('unit', 'no', 12, { offers: 'units' })];
const indicator = column('indicator', 'always', 30, { ids: 'indicators' });
const wordsOf = (group: string, field: { values?: readonly string[] }) => ({ group, values: field.values! });

export const templates: Record<TemplateName, readonly TemplateColumn[]> = {
	observations: [
		indicator, ...value, column('year', 'no', 10), column('period', 'no', 18, { isText: true }),
		column('basis', 'always', 16, { words: wordsOf('basiskind', collections.observations.basis_kind) }), ...source
	],
	targets: [
		indicator, column('comparator', 'always', 14, { words: wordsOf('comparator', collections.targets.comparator) }), ...value, column('year', 'always', 10),
		column('clause', 'no', 26, { ids: 'clauses' }), column('baseline', 'no', 26, { ids: 'observations' }), ...source
	],
	projects: [
		column('project', 'no', 30, { ids: 'projects' }), column('name_zh', 'new', 28), column('name_en', 'no', 28), column('kind', 'new', 14, { words: wordsOf('kind', collections.projects.kind) }), column('subkind', 'new', 18, { offers: 'subkinds' }),
		column('start', 'no', 14, { isText: true }), column('finish_planned', 'no', 14, { isText: true }), column('finish_actual', 'no', 14, { isText: true }), column('districts', 'no', 26, { ids: 'places', isList: true }), column('corridor', 'no', 22, { ids: 'places' }),
		column('part_of', 'no', 26, { ids: 'projects' }), column('lead_agencies', 'no', 26, { ids: 'agencies', isList: true }), column('lon', 'no', 12), column('lat', 'no', 12),
		column('confidence', 'new', 12, { words: wordsOf('template.confidence', collections.projects.confidence) }), ...source
	],
	statuses: [
		column('project', 'always', 30, { ids: 'projects' }), column('status', 'always', 14, { words: wordsOf('status', collections.statuses.status) }), column('date', 'always', 14, { isText: true }), ...source
	]
};
