/**
 * Gaps by the records that a filter knows: a clause stands for its measures, a target for its indicator, a place for itself. Computed once
 * per dataset with the default months, so that a filter by gap is one more list of postings.
 */
import { splitRef } from '../domain/dataset.ts';
import { spaceKeys } from '../domain/view.ts';
import type { Filter, SpaceLeaf } from '../domain/view.ts';
import type { Atlas } from './atlas.ts';
import { gapKinds, gapsOf } from './gaps.ts';
import type { GapItem, GapKind } from './gaps.ts';
import type { SpaceIndex } from './query-index.ts';

/** Kind of record that each gap is about on the map. */
export const gapSubject = {
	'clause-no-project': 'measure', 'project-no-clause': 'project', 'target-no-observation': 'indicator', 'indicator-no-target': 'indicator', 'place-no-measure': 'place', 'measure-period-over': 'measure', 'status-old': 'project'
} as const satisfies Record<GapKind, 'project' | 'measure' | 'indicator' | 'place'>;
export const isGap = (word: string): word is GapKind => word in gapSubject;

/** For each gap the records on its list (`measure:…`, `project:…`, `indicator:…`, `place:…`) with the first reason found. */
export type GapRecords = ReadonlyMap<GapKind, ReadonlyMap<string, GapItem>>;

const known = new WeakMap<Atlas, GapRecords>();
export function gapRecordsOf(atlas: Atlas): GapRecords {
	let records = known.get(atlas);
	if (!records) known.set(atlas, (records = findRecords(atlas)));
	return records;
}

function findRecords(atlas: Atlas): GapRecords {
	const records = new Map(gapKinds.map((kind) => [kind, new Map<string, GapItem>()]));
	for (const { kind, items } of gapsOf(atlas)) {
		const own = records.get(kind)!;
		for (const item of items) {
			const [subject, id] = splitRef(item.ref);
			for (const ref of subject === 'clause' ? atlas.measuresOf(id).map((measure) => `measure:${measure.id}`) : [item.ref]) if (!own.has(ref)) own.set(ref, item);
		}
	}
	return records;
}

/** Whether a place stays in the list: of the facets gaps alone speak of places, and questions about space do; `null` where the filter does not. */
export function placeStays(records: GapRecords, space: SpaceIndex | null, filter: Filter, id: string): boolean | null {
	const spoken = (parts: readonly Filter[]) => parts.map((part) => placeStays(records, space, part, id)).filter((answer) => answer !== null);
	if ('all' in filter || 'any' in filter) {
		const answers = spoken('all' in filter ? filter.all : filter.any);
		return answers.length === 0 ? null : 'all' in filter ? answers.every(Boolean) : answers.some(Boolean);
	}
	if ('not' in filter) {
		const answer = placeStays(records, space, filter.not, id);
		return answer === null ? null : !answer;
	}
	if ((spaceKeys as readonly string[]).includes(filter.is)) return space?.isPlaceIn(id, filter as SpaceLeaf) ?? null;
	if (filter.is !== 'gap') return null;
	const kinds = filter.of.filter(isGap).filter((kind) => gapSubject[kind] === 'place');
	return kinds.length === 0 ? null : kinds.some((kind) => records.get(kind)!.has(`place:${id}`));
}
