/** What a planner can correct in a row, column by column, and which cells have to be filled before it joins the dataset. */
import type { Cells, ReviewKind } from '../../domain/review.ts';
import { bases, documentKinds, domains, measureKinds, projectKinds } from '../../domain/vocabulary.ts';

/** `words`: a closed vocabulary and the group of its words; `pick`: a record chosen from a list that the page gives. */
export interface ReviewField {
	column: string;
	isRequired?: boolean;
	words?: { group: string; values: readonly string[] };
	pick?: 'indicator' | 'place' | 'subject';
	/** Shape of a typed cell. */
	shape?: 'date' | 'id';
}

export const fields: Record<ReviewKind, readonly ReviewField[]> = {
	document: [
		{ column: 'title_zh', isRequired: true }, { column: 'title_en' }, { column: 'short_zh', isRequired: true }, { column: 'short_en' }, { column: 'kind', isRequired: true, words: { group: 'documentkind', values: documentKinds } },
		{ column: 'id', isRequired: true, shape: 'id' }, { column: 'date_issued', shape: 'date' }, { column: 'in_force', isRequired: true, words: { group: 'document.inforce', values: ['yes', 'no', 'unknown'] } }
	],
	clause: [{ column: 'heading_zh' }, { column: 'heading_en' }, { column: 'summary_zh' }, { column: 'summary_en' }],
	measure: [{ column: 'zh', isRequired: true }, { column: 'en' }, { column: 'kind', isRequired: true, words: { group: 'measurekind', values: measureKinds } }, { column: 'domain', isRequired: true, words: { group: 'domain', values: domains } }],
	project: [{ column: 'zh', isRequired: true }, { column: 'en' }, { column: 'kind', isRequired: true, words: { group: 'kind', values: projectKinds } }, { column: 'start', shape: 'date' }, { column: 'finish_planned', shape: 'date' }],
	target: [
		{ column: 'indicator', isRequired: true, pick: 'indicator' }, { column: 'comparator', isRequired: true, words: { group: 'comparator', values: ['ge', 'gt', 'le', 'lt', 'eq', 'about', 'keep-class', 'reduce-by'] } },
		{ column: 'value_text', isRequired: true }, { column: 'year', isRequired: true, shape: 'date' }
	],
	link: [{ column: 'from', isRequired: true, pick: 'subject' }, { column: 'to', isRequired: true, pick: 'place' }, { column: 'basis', isRequired: true, words: { group: 'basis', values: bases } }]
};

const shapes = { date: /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, id: /^[a-z0-9]+(-[a-z0-9]+)*$/ } as const;
const fits = ({ shape }: ReviewField, cell: string): boolean => cell === '' || shape === undefined || shapes[shape].test(cell);

/** Columns that are empty and may not be, or hold what their column does not take. */
export const missingIn = (kind: ReviewKind, cells: Cells): string[] => fields[kind].filter((field) => (field.isRequired && (cells[field.column] ?? '') === '') || !fits(field, cells[field.column] ?? '')).map(({ column }) => column);
