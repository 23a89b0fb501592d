/** What a control beside a record needs to correct it, and what the planner has changed of it: plain data, the same on server and in the browser. */
import { cellsOf, recordId } from '../domain/cells.ts';
import type { ChangeKind, Overlaid, RowChange } from '../domain/change.ts';
import { collections } from '../domain/dataset.ts';
import type { Catalogue, CollectionName } from '../domain/dataset.ts';
import type { Field } from '../domain/field.ts';
import type { Atlas } from './atlas.ts';

export interface ChangeMark {
	kind: ChangeKind;
	change: number;
	by: string;
	/** `YYYY-MM-DD`. */
	day: string;
	from: string;
	reason: string;
	source: string;
	/** Corrected cells, with the value as it ships where the row ships. */
	cells: { column: string; was: string | null; now: string }[];
}

export interface RecordEdit {
	collection: CollectionName;
	id: string;
	/** Cells that may be corrected here, as they stand. */
	cells: Record<string, string>;
	/** A row that rests on itself alone may be retired here; a record that others name may not. */
	canRetire: boolean;
	unit: string;
	/** Ids of the sources that the row rests on. */
	sources: string[];
	marks: ChangeMark[];
}

/** Columns that a planner corrects in the page; the rest is done by loading a file. */
const correctable: Partial<Record<CollectionName, readonly string[]>> = {
	observations: ['value_text', 'year', 'period', 'basis_kind', 'note_zh'], targets: ['value_text', 'comparator', 'year', 'note_zh'], statuses: ['status', 'date', 'note_zh'],
	projects: ['start', 'finish_planned', 'finish_actual', 'note_zh'], links: ['basis']
};
const retirable: ReadonlySet<CollectionName> = new Set(['observations', 'targets', 'statuses', 'links']);

export const choicesOf = (collection: CollectionName, column: string): readonly string[] => ((collections[collection] as Record<string, Field>)[column]?.values ?? []);

const byRecord = new WeakMap<Atlas, Map<string, Overlaid[]>>();
function overlaidOf(atlas: Atlas, collection: CollectionName, id: string): Overlaid[] {
	let known = byRecord.get(atlas);
	if (!known) {
		known = new Map();
		for (const row of atlas.dataset.overlaid) known.set(`${row.collection}/${row.id}`, [...(known.get(`${row.collection}/${row.id}`) ?? []), row]);
		byRecord.set(atlas, known);
	}
	return known.get(`${collection}/${id}`) ?? [];
}

/** Numbers that only repeat the value's text, and the source that came with a correction, are not told again. */
const quietColumns = new Set(['value_min', 'value_max', 'sources', 'note_en']);

export const markOf = ({ kind, change, by, at, from, reason, source, cells, shipped }: Overlaid): ChangeMark => ({
	kind, change, by, day: at.slice(0, 10), from, reason, source,
	cells: Object.entries(cells).filter(([column]) => !quietColumns.has(column)).map(([column, now]) => ({ column, was: shipped?.[column] ?? null, now }))
});

export function editOf<N extends CollectionName>(atlas: Atlas, collection: N, record: Catalogue[N][number], unit = ''): RecordEdit {
	const [id, cells] = [recordId(collection, record), cellsOf(collection, record)];
	return { collection, id, cells: Object.fromEntries((correctable[collection] ?? []).map((column) => [column, cells[column] ?? ''])), canRetire: retirable.has(collection), unit, sources: (cells.sources ?? '').split(';').filter(Boolean), marks: overlaidOf(atlas, collection, id).map(markOf) };
}

/** What a list says beside a figure; empty where it is as it ships. */
export const changedBy = (atlas: Atlas, collection: CollectionName, id: string): ChangeKind | '' => overlaidOf(atlas, collection, id).findLast(({ kind }) => kind === 'add' || kind === 'correct')?.kind ?? '';

const plainNumber = /^-?\d+(\.\d+)?$/;
/** `20.4` → both, `3–5` → each, a class or words → none. */
function numbersIn(text: string): [string, string] {
	const plain = text.replaceAll(/[,，\s]/g, '');
	if (plainNumber.test(plain)) return [plain, plain];
	const range = /^(\d+(?:\.\d+)?)[–~～-](\d+(?:\.\d+)?)$/.exec(plain);
	return range ? [range[1]!, range[2]!] : ['', ''];
}

/** FNV-1a: an id for the planner's words that needs no secure context. */
function shortHash(text: string): string {
	let hash = 0x811c9dc5;
	for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
	return hash.toString(16).padStart(8, '0');
}

export const ownSource = (words: string): RowChange => {
	const id = `own-${shortHash(words)}`;
	return { kind: 'add', collection: 'sources', id, cells: { id, outlet_zh: words, outlet_en: words, quality: 'planner' }, reason: '', source: '' };
};

/** A corrected value rests on the planner's source alone; beside other corrected cells the record's own sources still stand. */
export function correction(edit: RecordEdit, column: string, text: string, reason: string, source: string): RowChange[] {
	const own = ownSource(source);
	const cells: Record<string, string> = { [column]: text, sources: [...new Set(column === 'value_text' || column === 'status' ? [own.id] : [...edit.sources, own.id])].join(';') };
	if (column === 'value_text') [cells.value_min, cells.value_max] = numbersIn(text) as [string, string];
	if (column === 'note_zh') cells.note_en = text;
	return [own, { kind: 'correct', collection: edit.collection, id: edit.id, cells, reason, source }];
}
