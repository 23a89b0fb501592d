/**
 * Rows of the planner laid over what ships. A column that the planner's file does not have is taken from the row below, so that a correction
 * names its cells only and does not freeze the others; a planner writes in one language, so an empty half of a pair is filled from the other.
 */
import { collections } from '../domain/dataset.ts';
import type { CollectionName } from '../domain/dataset.ts';
import { changeKinds } from '../domain/change.ts';
import type { ChangeKind, Overlaid } from '../domain/change.ts';

/** Columns that only the planner's files have: what the row does, the set it came with, who, when (ISO 8601), from which file, why, on what grounds. */
export const overlayColumns = ['overlay_kind', 'overlay_change', 'overlay_by', 'overlay_at', 'overlay_from', 'overlay_reason', 'overlay_source'] as const;

export type Cells = Record<string, string>;

/** Id of a row by its cells; of a link `from → to`. */
export const idOf = (collection: CollectionName, cells: Cells): string => (collection === 'links' ? `${cells.from ?? ''} → ${cells.to ?? ''}` : (cells.id ?? ''));

const isKind = (word: string): word is ChangeKind => (changeKinds as readonly string[]).includes(word);

/** What a row of the planner does; a row without a word replaces or joins. `null` for a word that is none of ours. */
export function kindOfRow(cells: Cells, hasBelow: boolean): ChangeKind | null {
	const word = cells.overlay_kind ?? '';
	if (word === '') return hasBelow ? 'correct' : 'add';
	return isKind(word) ? word : null;
}

const pairs = Object.fromEntries(Object.entries(collections).map(([name, fields]) => [name, Object.keys(fields).flatMap((column): [string, string][] => {
	const twin = column === 'zh' ? 'en' : column.endsWith('_zh') ? column.replace(/_zh$/, '_en') : '';
	return twin in fields ? [[column, twin]] : [];
})])) as Record<CollectionName, [string, string][]>;

/** All cells of the row as it stands with the planner's over those below. */
export function layOver(collection: CollectionName, kind: ChangeKind, cells: Cells, below: Cells | undefined): Cells {
	const row: Cells = {};
	for (const column of Object.keys(collections[collection])) row[column] = cells[column] ?? (kind === 'correct' ? below?.[column] : undefined) ?? '';
	for (const [zh, en] of pairs[collection]) {
		if (row[zh] === '') row[zh] = row[en]!;
		else if (row[en] === '') row[en] = row[zh]!;
	}
	return row;
}

const knownCells = (collection: CollectionName, cells: Cells): Cells => Object.fromEntries(Object.keys(collections[collection]).filter((column) => column in cells).map((column) => [column, cells[column]!]));

/** What the dataset tells of the row: a row written by hand has no name, no date and the number 0. */
export const overlaidOf = (collection: CollectionName, id: string, kind: ChangeKind, cells: Cells, below: Cells | undefined, shipped: Cells | undefined): Overlaid => ({
	collection, id, kind, change: Number(cells.overlay_change) || 0, by: cells.overlay_by ?? '', at: cells.overlay_at ?? '', from: cells.overlay_from ?? '', reason: cells.overlay_reason ?? '', source: cells.overlay_source ?? '',
	cells: kind === 'correct' ? Object.fromEntries(Object.entries(knownCells(collection, cells)).filter(([column, cell]) => cell !== (below?.[column] ?? ''))) : {},
	shipped: shipped ? knownCells(collection, shipped) : null
});
