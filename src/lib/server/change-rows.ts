/** A set of changes as files of the data folder, and the line on which each of its rows stands, for messages. */
import { overlayColumns } from '../catalogue/overlay.ts';
import type { Cells } from '../catalogue/overlay.ts';
import { writeCsv } from '../domain/csv.ts';
import { collectionNames, collections } from '../domain/dataset.ts';
import type { CollectionName } from '../domain/dataset.ts';
import type { ChangeCounts } from '../domain/change-answer.ts';
import type { ChangeSet, RowChange } from '../domain/change.ts';

export interface SetFiles {
	files: Map<string, string>;
	/** `catalogue/<name>.csv:line` to the index of the row in the set. */
	rowAt: Map<string, number>;
}

export const countKinds = (rows: readonly RowChange[]): ChangeCounts => {
	const counts: ChangeCounts = { add: 0, correct: 0, retire: 0, comment: 0 };
	for (const { kind } of rows) counts[kind]++;
	return counts;
};

const ownCells = (collection: CollectionName, id: string): Cells => {
	if (collection !== 'links') return { id };
	const [from = '', to = ''] = id.split(' → ');
	return { from, to };
};

/** Columns that some row of the file changes; a row that leaves one alone repeats it as `cellsNow` has it. */
export function toFiles(set: ChangeSet, number: number, at: string, cellsNow: (collection: CollectionName, id: string) => Cells | undefined): SetFiles {
	const files = new Map<string, string>();
	const rowAt = new Map<string, number>();
	for (const name of collectionNames) {
		const rows = set.rows.flatMap((row, index) => (row.collection === name ? [{ row, index }] : []));
		if (rows.length === 0) continue;
		const changed = new Set(rows.flatMap(({ row }) => Object.keys({ ...ownCells(name, row.id), ...row.cells })));
		const columns = Object.keys(collections[name]).filter((column) => changed.has(column));
		const lines = [[...columns, ...overlayColumns], ...rows.map(({ row }) => {
			const now = row.kind === 'correct' ? cellsNow(name, row.id) : undefined;
			const cells: Cells = { ...now, ...row.cells, ...ownCells(name, row.id) };
			return [...columns.map((column) => cells[column] ?? ''), row.kind, String(number), set.by, at, set.from, row.reason, row.source];
		})];
		const file = `catalogue/${name}.csv`;
		let line = 1;
		const texts = lines.map((cells, i) => {
			const text = writeCsv([cells]);
			if (i > 0) rowAt.set(`${file}:${line}`, rows[i - 1]!.index);
			line += text.split('\n').length - 1;
			return text;
		});
		files.set(file, texts.join(''));
	}
	return { files, rowAt };
}
