/**
 * Postings for every facet value, so that one filter change is array work: for each value the records that have it, and for "along" the
 * distance at which they have it. Built once per dataset; costs a few milliseconds per thousand records.
 */
import type { Measure, Project } from '../domain/dataset.ts';
import { splitRef } from '../domain/dataset.ts';
import type { AmountKind, FacetKey, Filter, SpaceLeaf } from '../domain/view.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Atlas } from './atlas.ts';
import { gapRecordsOf } from './gap-records.ts';
import { isOutside } from './outside.ts';
import { figuresOf } from './ranges.ts';
import type { Figures } from './ranges.ts';
import { reachOf } from './reach.ts';
import type { Asked } from './space/asked.ts';
import { yearsOf } from './years.ts';
import type { Years } from './years.ts';

export type ItemKind = 'project' | 'measure' | 'indicator';
export interface Item {
	kind: ItemKind;
	id: string;
	ref: string;
}

export interface Postings {
	items: Int32Array;
	/** Metres at which each item has the value; 0 by link. Only for `along`. */
	metres: Float64Array | null;
}

/** The ground that answers questions about space (`query/space`); it needs geometry, so it is made only when one is asked. */
export interface SpaceIndex {
	/** For each item: 0 fails, 1 passes, 2 not spoken of. */
	pass(leaf: SpaceLeaf): Uint8Array;
	/** Why a record is in the answer of a question: sentences, the strongest first; empty where it is not. */
	why(ref: string, leaf: SpaceLeaf, lang: Lang): string[];
	/** What a filter asks about, to be drawn: each condition that looks somewhere. One list for a filter and language. */
	asked(filter: Filter, lang: Lang): readonly Asked[];
	/** Any part of a filter in words: `在淀山湖上游，且不在嘉善`. */
	words(filter: Filter, lang: Lang): string;
	/** Whether a place is in the answer itself; `null` where the question has none. */
	isPlaceIn(id: string, leaf: SpaceLeaf): boolean | null;
	/** Collectives that alone bring a record into the answer of a question: ids of places; empty where it is there without them. */
	collectives(ref: string, leaf: SpaceLeaf): readonly string[];
	/** Of "nearest": how many of each kind of record are taken, more than were asked for where some are equally far. */
	taken(leaf: SpaceLeaf): ReadonlyMap<ItemKind, number>;
	/** Waters up- or downstream of which no source says which part is: nothing on them is in the answer. */
	unplaced(leaf: SpaceLeaf): readonly string[];
	/** Why a question cannot be answered, in a sentence; it then decides nothing. `null` where it can. */
	refusal(leaf: SpaceLeaf, lang: Lang): string | null;
}

export interface QueryIndex {
	items: Item[];
	/** First item of each kind; kinds are contiguous: projects, measures, indicators. */
	start: Record<ItemKind, number>;
	end: Record<ItemKind, number>;
	facets: Map<FacetKey, Map<string, Postings>>;
	/** 1 for projects outside the area: listed only where a filter asks for their document. */
	outside: Uint8Array;
	/** Years each item is about; empty where no date is known. */
	years: Years[];
	/** Published figures of the projects, by which ranges are asked. */
	figures: Record<AmountKind, Figures>;
	/** `null` until a question needs it; what it would decide is then left open. */
	space: SpaceIndex | null;
}

/** Kinds of record that a facet speaks of; the others are left as they are by it. */
export const facetKinds: Record<FacetKey, readonly ItemKind[]> = {
	along: ['project', 'measure', 'indicator'],
	zone: ['project', 'measure', 'indicator'],
	district: ['project', 'measure', 'indicator'],
	town: ['project', 'measure', 'indicator'],
	domain: ['measure'],
	kind: ['project'],
	status: ['project'],
	agency: ['project', 'measure'],
	document: ['project', 'measure'],
	period: ['project', 'indicator'],
	length: ['project'],
	investment: ['project'],
	/** Each gap speaks of one kind alone: see `gapSubject`. */
	gap: ['project', 'measure', 'indicator']
};

const alongKinds = new Set(['river', 'lake', 'canal', 'reservoir', 'lake-group', 'corridor', 'rail', 'road', 'waterway', 'park']);
/** The facet by which a place is filtered; `null` where no filter has it as a value. */
export const facetOfPlace = (atlas: Atlas, id: string): FacetKey | null => {
	const place = atlas.place.get(id);
	if (!place || place.context) return null;
	if (place.kind === 'zone' || place.kind === 'district' || place.kind === 'town') return place.kind;
	if (alongKinds.has(place.kind)) return 'along';
	return place.kind === 'collective' && (place.members ?? []).some((member) => alongKinds.has(atlas.place.get(member)?.kind ?? '')) ? 'along' : null;
};

type Draft = Map<FacetKey, Map<string, Map<number, number>>>;

function put(draft: Draft, key: FacetKey, value: string, item: number, metres = 0): void {
	let values = draft.get(key);
	if (!values) draft.set(key, (values = new Map()));
	let items = values.get(value);
	if (!items) values.set(value, (items = new Map()));
	items.set(item, Math.min(metres, items.get(item) ?? Infinity));
}

export function buildIndex(atlas: Atlas): QueryIndex {
	const { projects, measures, indicators } = atlas.dataset;
	const items: Item[] = [
		...projects.map(({ id }): Item => ({ kind: 'project', id, ref: `project:${id}` })),
		...measures.map(({ id }): Item => ({ kind: 'measure', id, ref: `measure:${id}` })),
		...indicators.map(({ id }): Item => ({ kind: 'indicator', id, ref: `indicator:${id}` }))
	];
	const draft: Draft = new Map();
	const gaps = [...gapRecordsOf(atlas)];
	items.forEach((item, i) => {
		for (const [kind, records] of gaps) if (records.has(item.ref)) put(draft, 'gap', kind, i);
		putPlaces(draft, atlas, item, i);
		if (item.kind === 'project') putProject(draft, atlas, atlas.project.get(item.id)!, i);
		if (item.kind === 'measure') putMeasure(draft, atlas.measure.get(item.id)!, i);
	});
	const facets: QueryIndex['facets'] = new Map();
	for (const [key, values] of draft) facets.set(key, new Map([...values].map(([value, found]) => [value, toPostings(found, key)])));
	const [p, m] = [projects.length, projects.length + measures.length];
	return { items, start: { project: 0, measure: p, indicator: m }, end: { project: p, measure: m, indicator: items.length }, facets, outside: Uint8Array.from(items, ({ kind, id }) => (kind === 'project' && isOutside(atlas, id) ? 1 : 0)), years: items.map((item) => yearsOf(atlas, item)), figures: { length: figuresOf(atlas, projects, 'length'), investment: figuresOf(atlas, projects, 'investment') }, space: null };
}

function putPlaces(draft: Draft, atlas: Atlas, item: Item, i: number): void {
	for (const reach of reachOf(atlas, item.ref)) {
		const key = facetOfPlace(atlas, reach.place);
		if (key === null) continue;
		if (key === 'along') {
			if (reach.basis !== 'area-wide') put(draft, key, reach.place, i, reach.metres ?? 0);
		} else if (reach.metres === undefined || reach.metres === 0) put(draft, key, reach.place, i);
	}
}

function putProject(draft: Draft, atlas: Atlas, project: Project, i: number): void {
	put(draft, 'kind', project.kind, i);
	put(draft, 'status', atlas.statuses(project.id)[0]?.status ?? 'unknown', i);
	for (const agency of project.leadAgencies) put(draft, 'agency', agency, i);
	for (const link of atlas.linksFrom(`project:${project.id}`)) {
		const [kind, id] = splitRef(link.to);
		const document = kind === 'measure' ? atlas.measure.get(id)?.document : kind === 'clause' ? atlas.clause.get(id)?.document : undefined;
		if (document) put(draft, 'document', document, i);
	}
}

function putMeasure(draft: Draft, measure: Measure, i: number): void {
	put(draft, 'domain', measure.domain, i);
	put(draft, 'document', measure.document, i);
	for (const agency of [...measure.leadAgencies, ...measure.supportingAgencies]) put(draft, 'agency', agency, i);
}

function toPostings(found: Map<number, number>, key: FacetKey): Postings {
	const entries = [...found].sort(([a], [b]) => a - b);
	return { items: Int32Array.from(entries, ([item]) => item), metres: key === 'along' ? Float64Array.from(entries, ([, metres]) => metres) : null };
}
