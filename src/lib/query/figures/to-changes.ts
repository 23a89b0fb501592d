/** Accepted rows as one set of changes: the sources they rest on first, then the rows in the order of the file. */
import { limits } from '../../domain/change.ts';
import type { ChangeSet, RowChange } from '../../domain/change.ts';
import { FileRefusal } from '../../domain/loaded-table.ts';
import type { Check } from './check.ts';

export interface Acceptance {
	/** Name the planner typed. */
	by: string;
	/** Why values are replaced; needed where a row changes what stands. */
	reason: string;
	/** Content address of the dataset that the report was made against. */
	base: string;
	/** Said by the planner: wrong rows stay out. Without it nothing is accepted while one row is wrong. */
	leavesWrongOut: boolean;
}

/** Errors: throws a `FileRefusal` where the set is larger than the server takes. `null` where there is nothing to accept. */
export function toChangeSet({ overview, rows }: Check, { by, reason, base, leavesWrongOut }: Acceptance): ChangeSet | null {
	if (overview.counts.wrong > 0 && !leavesWrongOut) return null;
	const accepted = rows.filter(({ change }) => change !== null);
	if (accepted.length === 0) return null;
	const sources = new Map<string, RowChange>();
	for (const { source } of accepted) if (source?.cells) sources.set(source.id, { kind: 'add', collection: 'sources', id: source.id, cells: { id: source.id, ...source.cells }, reason: '', source: source.text });
	const changes = accepted.map(({ change }): RowChange => (change!.kind === 'correct' ? { ...change!, reason } : change!));
	const set: ChangeSet = { by, from: overview.file, base, rows: [...sources.values(), ...changes] };
	if (set.rows.length > limits.rows) throw new FileRefusal('rows', { most: limits.rows });
	const bytes = new TextEncoder().encode(JSON.stringify(set)).length;
	if (bytes > limits.bodyBytes) throw new FileRefusal('body', { mb: Math.ceil(bytes / 1_000_000), most: limits.bodyBytes / 1_000_000 });
	return set;
}
