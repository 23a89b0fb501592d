/** Accepted rows as one set of changes, and as files of the catalogue. The text itself is no part of either: its file stands as their source. */
import { layOver } from '../../catalogue/overlay.ts';
import type { ChangeSet, RowChange } from '../../domain/change.ts';
import { writeCsv } from '../../domain/csv.ts';
import { collectionNames, collections } from '../../domain/dataset.ts';
import type { CollectionName, Dataset } from '../../domain/dataset.ts';
import { cellsOf } from '../../domain/cells.ts';
import type { Cells, Decisions, Review, ReviewRow } from '../../domain/review.ts';
import { shortHash } from '../figures/own-source.ts';

export interface Signing {
	/** Name that the reviewer typed. */
	by: string;
	/** Content address of the dataset that the rows were made against. */
	base: string;
	/** Day of the reading, `YYYY-MM-DD`. */
	today: string;
	/** Of the file. */
	name: string;
	sum: string;
	/** How sure, in the reviewer's language, beside the reason. */
	say: (row: ReviewRow) => string;
}

/** Row and cells of one line to be; `key` is the row of the review to blame. */
interface Line {
	key: string;
	collection: CollectionName;
	cells: Cells;
	reason: string;
}

/** The document as it was read: the same text is one source, however often it is read and by whom. */
function sourceOf(review: Review, dataset: Dataset, { name, sum, today }: Signing): { id: string; cells: Cells; text: string } {
	const id = `own-${shortHash(`text ${sum}`)}`;
	const there = dataset.sources.find((source) => source.id === id);
	const title = review.documents.map((document) => document.title).filter((text) => text !== '').join('；').slice(0, 400);
	const cells = there ? cellsOf('sources', there) : { id, title_zh: title, about_en: '', outlet_zh: name, outlet_en: name, date: today, url: '', quality: 'planner' };
	return { id, cells, text: title === '' ? name : `${name}：${title}` };
}

function linesOf(rows: readonly ReviewRow[], source: string, { by, say }: Signing): Line[] {
	const lines = rows.flatMap((row): Line[] => {
		const reason = say(row);
		const cells: Cells = { ...row.cells, sources: source };
		if (row.kind === 'project') cells.subkind = row.cells.kind!;
		if (row.kind === 'link' && row.cells.basis === 'inferred') cells.inferred_by = by;
		return [{ key: row.key, collection: row.collection, cells, reason }, ...row.also.map((link): Line => ({ key: row.key, collection: 'links', cells: { ...link, sources: source }, reason }))];
	});
	const order = (collection: CollectionName): number => collectionNames.indexOf(collection);
	const seen = new Set<string>();
	return lines.toSorted((a, b) => order(a.collection) - order(b.collection)).filter(({ collection, cells }) => {
		const isLink = collection === 'links';
		const id = `${cells.from} → ${cells.to}`;
		if (isLink && seen.has(id)) return false;
		if (isLink) seen.add(id);
		return true;
	});
}

export const acceptedRows = (review: Review, decisions: Decisions): ReviewRow[] => review.rows.filter(({ key, isKnown }) => !isKnown && decisions[key] === 'accepted');

/** `keys[i]` is the row of the review that `set.rows[i]` came from; empty for the source. `null` where nothing is accepted. */
export function toSet(review: Review, decisions: Decisions, dataset: Dataset, signing: Signing): { set: ChangeSet; keys: string[] } | null {
	const rows = acceptedRows(review, decisions);
	if (rows.length === 0) return null;
	const source = sourceOf(review, dataset, signing);
	const lines = linesOf(rows, source.id, signing);
	const add = (collection: CollectionName, cells: Cells, reason: string): RowChange => ({ kind: 'add', collection, id: collection === 'links' ? `${cells.from} → ${cells.to}` : cells.id!, cells, reason, source: source.text });
	return {
		set: { by: signing.by, from: signing.name, base: signing.base, rows: [add('sources', source.cells, ''), ...lines.map(({ collection, cells, reason }) => add(collection, cells, reason))] },
		keys: ['', ...lines.map(({ key }) => key)]
	};
}

/** `clauses.csv` and the others to their text, columns as in the catalogue; a filled half of a pair fills the empty one, as the data folder does. */
export function toCsvFiles(rows: readonly ReviewRow[], review: Review, dataset: Dataset, signing: Signing): Map<string, string> {
	const source = sourceOf(review, dataset, signing);
	const lines: Pick<Line, 'collection' | 'cells'>[] = [{ collection: 'sources', cells: source.cells }, ...linesOf(rows, source.id, signing)];
	return new Map(collectionNames.flatMap((name): [string, string][] => {
		const own = lines.filter(({ collection }) => collection === name);
		const columns = Object.keys(collections[name]);
		return own.length === 0 ? [] : [[`${name}.csv`, writeCsv([columns, ...own.map(({ cells }) => { const row = layOver(name, 'add', cells, undefined); return columns.map((column) => row[column]!); })])]];
	}));
}
