/** Which rows of a review are shown: by what became of them, kind, confidence, place and document. */
import type { Candidate } from '../../domain/policy-text.ts';
import type { Decisions, ReviewKind, ReviewRow } from '../../domain/review.ts';

export const rowStates = ['open', 'accepted', 'rejected', 'known'] as const;
export type RowState = (typeof rowStates)[number];

/** An empty word or -1 leaves a question open. */
export interface ReviewFilter {
	state: RowState | '';
	kind: ReviewKind | '';
	confidence: Candidate['confidence'] | '';
	place: string;
	document: number;
}
export const openFilter: ReviewFilter = { state: 'open', kind: '', confidence: '', place: '', document: -1 };

export const stateOf = (row: ReviewRow, decisions: Decisions): RowState => (row.isKnown ? 'known' : (decisions[row.key] ?? 'open'));

const fits = (row: ReviewRow, { kind, confidence, place, document }: ReviewFilter): boolean => (kind === '' || row.kind === kind) && (confidence === '' || row.confidence === confidence) && (place === '' || row.places.includes(place)) && (document < 0 || row.document === document);

/** `stays`: the row that the keyboard is on is not taken away by its own decision. */
export const filterRows = (rows: readonly ReviewRow[], decisions: Decisions, filter: ReviewFilter, stays = ''): ReviewRow[] => rows.filter((row) => fits(row, filter) && (filter.state === '' || stateOf(row, decisions) === filter.state || row.key === stays));

/** How many rows each value of a question would leave, the others as they are. */
export function countRows(rows: readonly ReviewRow[], decisions: Decisions, filter: ReviewFilter, question: 'state' | 'kind' | 'confidence'): ReadonlyMap<string, number> {
	const counts = new Map<string, number>();
	for (const row of filterRows(rows, decisions, { ...filter, [question]: '' })) {
		const value = question === 'state' ? stateOf(row, decisions) : row[question];
		counts.set(value, (counts.get(value) ?? 0) + 1);
		counts.set('', (counts.get('') ?? 0) + 1);
	}
	return counts;
}

/** Places that some row is about, the most frequent first. */
export function placesOf(rows: readonly ReviewRow[]): { id: string; n: number }[] {
	const counts = new Map<string, number>();
	for (const { places } of rows) for (const id of places) counts.set(id, (counts.get(id) ?? 0) + 1);
	return [...counts].map(([id, n]) => ({ id, n })).toSorted((a, b) => b.n - a.n);
}
