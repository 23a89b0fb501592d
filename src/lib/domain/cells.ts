/** A typed record back to the cells of its row, as they stand in the CSV. */
import { collections } from './dataset.ts';
import type { Catalogue, CollectionName } from './dataset.ts';
import { camel } from './field.ts';

const cellOf = (value: unknown): string => (Array.isArray(value) ? value.join(';') : typeof value === 'boolean' ? (value ? 'yes' : 'no') : value === null || value === undefined ? '' : String(value));

export const cellsOf = <N extends CollectionName>(collection: N, record: Catalogue[N][number]): Record<string, string> =>
	Object.fromEntries(Object.keys(collections[collection]).map((column) => [column, cellOf((record as Record<string, unknown>)[camel(column)])]));

/** Id of a record; of a link `from → to`. */
export const recordId = (collection: CollectionName, record: object): string => {
	const { id, from, to } = record as { id?: string; from?: string; to?: string };
	return collection === 'links' ? `${from} → ${to}` : String(id);
};
