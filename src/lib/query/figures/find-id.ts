/** Ids as planners write them: the id itself, or a name that only one record has. An unknown one is told with its nearest neighbour. */
import type { Dataset } from '../../domain/dataset.ts';
import type { RowReader } from './row-reader.ts';
import type { IdList } from './template.ts';

export interface Named {
	id: string;
	zh: string;
	en: string;
}
export interface IdFinder {
	list: ReadonlyMap<string, Named>;
	/** Ids by name, lower case. */
	byName: ReadonlyMap<string, string[]>;
	/** Answers for unknown words, since a file repeats its mistakes. */
	near: Map<string, string>;
}
export type IdFinders = Record<IdList, IdFinder>;

export function namedOf(dataset: Dataset, list: IdList): Named[] {
	switch (list) {
		case 'places': return dataset.places.map(({ id, names }) => ({ id, zh: names.zh, en: names.en }));
		case 'clauses': return dataset.clauses.map(({ id, headingZh, headingEn, summaryZh, summaryEn }) => ({ id, zh: headingZh || summaryZh, en: headingEn || summaryEn }));
		case 'observations': return dataset.observations.map(({ id, valueText, year, period }) => ({ id, zh: `${valueText} ${period || year}`, en: `${valueText} ${period || year}` }));
		default: return dataset[list].map(({ id, zh, en }) => ({ id, zh, en }));
	}
}

const plain = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

function createFinder(items: readonly Named[], hasNames: boolean): IdFinder {
	const byName = new Map<string, string[]>();
	for (const { id, zh, en } of hasNames ? items : []) for (const name of new Set([plain(zh), plain(en)])) if (name !== '') byName.set(name, [...(byName.get(name) ?? []), id]);
	return { list: new Map(items.map((item) => [item.id, item])), byName, near: new Map() };
}

const lists: readonly IdList[] = ['indicators', 'projects', 'places', 'clauses', 'observations', 'agencies'];
export const createIdFinders = (dataset: Dataset): IdFinders => Object.fromEntries(lists.map((list) => [list, createFinder(namedOf(dataset, list), list !== 'observations' && list !== 'clauses')])) as IdFinders;

/** Levenshtein distance, given up beyond `most`. */
export function distance(a: string, b: string, most: number): number {
	if (Math.abs(a.length - b.length) > most) return most + 1;
	let last = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (let i = 1; i <= a.length; i++) {
		const next = [i];
		for (let j = 1; j <= b.length; j++) next.push(Math.min(last[j]! + 1, next[j - 1]! + 1, last[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
		if (Math.min(...next) > most) return most + 1;
		last = next;
	}
	return last[b.length]!;
}

/** Nearest id by spelling or by name; empty where nothing is near. */
export function nearestId(finder: IdFinder, text: string): string {
	const wanted = plain(text).slice(0, 80);
	const known = finder.near.get(wanted);
	if (known !== undefined) return known;
	const most = Math.max(1, Math.floor(wanted.length / 3));
	let best = { id: '', at: most + 1 };
	for (const { id, zh, en } of finder.list.values()) {
		for (const form of [id, plain(zh), plain(en)]) {
			const at = form === '' ? most + 1 : form.includes(wanted) && wanted.length > 1 ? 1 : distance(wanted, form, Math.min(most, best.at));
			if (at < best.at) best = { id, at };
		}
	}
	finder.near.set(wanted, best.id);
	return best.id;
}

/** Empty where the cell is empty or was complained about. */
export function readId(reader: RowReader, finders: IdFinders, list: IdList, column: string, text = reader.text(column)): string {
	const finder = finders[list];
	if (text === '' || finder.list.has(text)) return text;
	const named = finder.byName.get(plain(text)) ?? [];
	if (named.length === 1) {
		reader.tell('name-read', column, { value: text, id: named[0]! });
		return named[0]!;
	}
	if (named.length > 1) reader.complain('several-ids', column, { value: text, ids: named.slice(0, 4).join(', ') });
	else {
		const near = nearestId(finder, text);
		if (near === '') reader.complain('unknown-id', column, { value: text.slice(0, 60) });
		else reader.complain('unknown-near', column, { value: text.slice(0, 60), id: near, name: finder.list.get(near)!.zh, name_en: finder.list.get(near)!.en });
	}
	return '';
}

export const readIds = (reader: RowReader, finders: IdFinders, list: IdList, column: string): string[] =>
	reader.text(column).split(/[;；、,，]/).map((word) => word.trim()).filter((word) => word !== '').map((word) => readId(reader, finders, list, column, word)).filter((id) => id !== '');
