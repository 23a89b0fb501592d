/** What a column stands for: projects, kilometres or money of a district, projects of a town or a water. Counted as the filter of that place counts. */
import type { ColumnKind } from '../domain/view.ts';
import type { PlaceKind } from '../domain/vocabulary.ts';
import type { Atlas } from './atlas.ts';
import { countsIn, valuesOf } from './theme-series.ts';
import type { SeriesQuestion } from './theme-series.ts';
import { reachOf } from './reach.ts';

export interface ColumnValue {
	place: string;
	value: number;
	/** Sums: for how many of how many projects the figure is known. */
	known: { n: number; of: number } | null;
}

const series = { 'district-projects': 'catalogue-projects', 'district-length': 'catalogue-length', 'district-investment': 'catalogue-investment' } as const;
const waters: readonly PlaceKind[] = ['lake', 'river', 'canal', 'reservoir'];

/** Greatest first; places with nothing to count have no column. */
export function columnValues(atlas: Atlas, kind: ColumnKind, question: SeriesQuestion): ColumnValue[] {
	if (kind in series) return valuesOf(atlas, series[kind as keyof typeof series], question).flatMap(({ district, value, known }) => (value === null || value === 0 ? [] : [{ place: district, value, known }])).toSorted((a, b) => b.value - a.value);
	if (question.year !== null && question.year > Number(atlas.dataset.dataDate.slice(0, 4))) return [];
	const isWanted = (place: string): boolean => {
		const { kind: found, context } = atlas.place.get(place)!;
		return !context && (kind === 'town-projects' ? found === 'town' : waters.includes(found));
	};
	const counts = new Map<string, number>();
	for (const { id } of atlas.dataset.projects) {
		if (!(question.projects?.has(id) ?? true) || !countsIn(question.states, id)) continue;
		const places = reachOf(atlas, `project:${id}`).filter(({ metres = 0, basis }) => metres === 0 && (kind === 'town-projects' || basis !== 'area-wide')).map(({ place }) => place);
		for (const place of new Set(places.filter(isWanted))) counts.set(place, (counts.get(place) ?? 0) + 1);
	}
	return [...counts].map(([place, value]) => ({ place, value, known: null })).toSorted((a, b) => b.value - a.value || (a.place < b.place ? -1 : 1));
}
