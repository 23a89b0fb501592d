import { describe, expect, it } from 'vitest';
import { readRecord } from '#lib/catalogue/formats/record.ts';
import { collections } from '#lib/domain/dataset.ts';
import type { CollectionName } from '#lib/domain/dataset.ts';
import { describeProblem } from '#lib/domain/problem.ts';

const full: Partial<Record<CollectionName, Record<string, string>>> = {
	statuses: { id: 'a-1', project: 'a', status: 'building', date: '2024-05', note_zh: '', note_en: '', sources: 's-1; s-2' },
	quantities: { id: 'q', record: 'project:a', what: 'length', value_text: '5–6', value_min: '5', value_max: '6', comparator: '', unit: 'km', years: '', qualifier_zh: '', qualifier_en: '', use: '', sources: 's' },
	clauses: { id: 'plan#三/(七)/2', document: 'plan', kind: 'item', parent: '', order: '3', heading_zh: '', heading_en: '', summary_zh: '', summary_en: '', figures: '3公里;4座', agencies: '', garbled: 'no', note_zh: '', note_en: '', fingerprint: '', fingerprint_length: '', fingerprint_normaliser: '', sources: 's' },
	milestones: { id: 'm', date: '2024', zh: '开工', en: 'Start', kind: 'project', refs: 'project:a;place:b', sources: 's' },
	links: { from: 'measure:a', to: 'place:b', basis: 'named', via: '', inferred_by: '', note_zh: '', note_en: '', sources: 's' }
};
const read = (name: CollectionName, change: Record<string, string> = {}) => readRecord(`catalogue/${name}.csv`, { line: 7, cells: { ...full[name], ...change } }, collections[name]);
const told = (name: CollectionName, change: Record<string, string>) => read(name, change).problems.map(describeProblem);

describe('a row of the catalogue', () => {
	it('becomes a record: lists split, numbers read, an empty cell unknown and never a guess', () => {
		expect(read('statuses')).toEqual({ record: { id: 'a-1', project: 'a', status: 'building', date: '2024-05', noteZh: '', noteEn: '', sources: ['s-1', 's-2'] }, problems: [] });
		expect(read('clauses').record).toMatchObject({ id: 'plan#三/(七)/2', order: 3, figures: ['3公里', '4座'], agencies: [], garbled: false, fingerprintLength: null });
		expect(read('clauses', { garbled: '' }).record).toMatchObject({ garbled: null });
		expect(read('quantities').problems).toEqual([]);
		expect(read('milestones').record).toMatchObject({ refs: ['project:a', 'place:b'] });
	});

	it.each<[string, CollectionName, Record<string, string>, string]>([
		['a fact without a source', 'statuses', { sources: '' }, '"sources" is empty; expected a value'],
		['a word that is not in the vocabulary', 'statuses', { status: 'done' }, '"status" is "done"; expected one of completed, building, ongoing, planned'],
		['a date as nobody writes it', 'statuses', { date: '2024/05' }, '"date" is "2024/05"; expected YYYY, YYYY-MM or YYYY-MM-DD'],
		['a thirteenth month', 'statuses', { date: '2024-13' }, '"date" is "2024-13"'],
		['an id with capitals', 'statuses', { id: 'A 1' }, 'id "A 1" is not well formed; expected lower-case words joined by "-"'],
		['a clause id without its document', 'clauses', { id: '三' }, 'id "三" is not well formed; expected document#path'],
		['words where a number stands', 'quantities', { value_min: '5 km' }, '"value_min" is "5 km"; expected a plain number'],
		['a range turned round', 'quantities', { value_min: '7' }, '"value_min" 7 is above "value_max" 6. Swap the two'],
		['yes and no in another language', 'clauses', { garbled: '否' }, '"garbled" is "否"; expected "yes", "no" or nothing'],
		['a reference without its kind', 'links', { to: 'b' }, '"to" is "b"; expected kind:id with kind one of place, project, clause, measure, indicator'],
		['one broken reference of a list', 'milestones', { refs: 'project:a;b' }, '"refs" is "b"; expected kind:id'],
		['a missing translation', 'statuses', { note_zh: '在建' }, '"note_zh" is filled and "note_en" is empty; expected both languages. Add the translation'],
		['a missing original', 'statuses', { note_en: 'building' }, '"note_en" is filled and "note_zh" is empty; expected both languages']
	])('with %s is told of with file, row and remedy', (_, name, change, sentence) => {
		const [first, ...rest] = told(name, change);
		expect(first).toContain(`catalogue/${name}.csv:7 ${sentence}`);
		expect(rest).toEqual([]);
	});

	it('tells of every cell that does not fit, not of the first alone', () => {
		expect(told('statuses', { id: '', status: 'done', date: 'soon', sources: '' })).toHaveLength(4);
	});
});
