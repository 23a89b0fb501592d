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

interface Kind {
	count: number;
	/** The first only, of what is told once. */
	told: FeatureProblem[];
}

function listKind({ count, told }: Kind): FeatureProblem[] {
	const first = told[0]!;
	if (!isTold(first)) return [{ ...first, row: 0, with: { ...first.with, count, first: first.row } }];
	return count > told.length ? [...told, { row: 0, key: 'more', with: { count: count - told.length, last: told.at(-1)!.row }, level: first.level }] : told;
}

export function createComplaints(): Complaints {
	const kinds = new Map<string, Kind>();
	return {
		add(row, note) {
			const kind = kinds.get(note.key) ?? { count: 0, told: [] };
			kinds.set(note.key, kind);
			kind.count++;
			if (kind.told.length < (isTold(note) ? most : 1)) kind.told.push({ row, ...note });
		},
		list: () => [...kinds.values()].toSorted((a, b) => Number(isTold(a.told[0]!)) - Number(isTold(b.told[0]!))).flatMap(listKind)
	};
}
