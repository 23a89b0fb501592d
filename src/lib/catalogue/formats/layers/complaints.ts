/** Gathers what was wrong with the features of a layer: what leaves a feature out is told one by one, what was mended by rule once, with its count and the first feature. */
import type { FeatureProblem } from '../../../domain/inventory.ts';
import type { Note } from '../../../geo/clean.ts';

/** So many of a kind are listed; then a line says how many more there are. */
const most = 200;
const isTold = (note: Note): boolean => note.level === 'skipped' || note.key === 'crossed';

export interface Complaints {
	add(row: number, note: Note): void;
	list(): FeatureProblem[];
}

export function createComplaints(): Complaints {
	const told: FeatureProblem[] = [];
	const counts = new Map<string, { count: number; first: FeatureProblem }>();
	return {
		add(row, note) {
			const problem = { row, ...note };
			const known = counts.get(note.key);
			if (known) known.count++;
			else counts.set(note.key, { count: 1, first: problem });
			if (isTold(note) && (known?.count ?? 1) <= most) told.push(problem);
		},
		list: () => [
			...[...counts.values()].filter(({ first }) => !isTold(first)).map(({ count, first }) => ({ ...first, row: 0, with: { ...first.with, count, first: first.row } })),
			...told,
			...[...counts.values()].filter(({ count, first }) => isTold(first) && count > most).map(({ count, first }) => ({ row: 0, key: 'more', with: { count: count - most, first: first.row }, level: first.level }))
		]
	};
}
