/**
 * "Since last time", for any filter: what its records said when a planner remembered it, held against what they say now. Kept are words and figures as
 * published, not what the interface makes of them, so that another language or a new word on a button is no change of the data.
 */
import { splitRef } from '../domain/dataset.ts';
import type { Ref } from '../domain/dataset.ts';
import { emptyView } from '../domain/view.ts';
import type { Filter } from '../domain/view.ts';
import type { Atlas } from './atlas.ts';
import type { Query } from './explore.ts';
import { select } from './select.ts';
import { encode } from './url.ts';

export const rememberedFormat = 1;
/** What is compared: of projects the first three, of measures the agencies in the lead, of indicators the last two. */
export const sinceFields = ['status', 'length', 'investment', 'agencies', 'target', 'latest'] as const;
export type SinceField = (typeof sinceFields)[number];
/** The parts of a field as the catalogue has them, such as `['building', '2024-05']`. */
export type Says = Partial<Record<SinceField, string[]>>;

export interface Remembered {
	format: number;
	/** Query string of the filter alone; empty for everything. */
	key: string;
	/** ISO 8601, UTC. */
	at: string;
	dataDate: string;
	/** Content address of the dataset. */
	hash: string;
	/** By `kind:id`; titles so that a record that is gone can still be named. */
	records: Record<string, { zh: string; en: string; says: Says }>;
}

export interface SinceChange {
	ref: Ref;
	/** `left`: still in the data, no longer under the filter; `removed`: in the data no more. */
	is: 'added' | 'changed' | 'left' | 'removed';
	zh: string;
	en: string;
	/** Of `changed` alone; `null` where nothing was or is said. */
	fields: { field: SinceField; before: string[] | null; after: string[] | null }[];
}

export const filterKey = (filter: Filter): string => encode({ ...emptyView, filter });

/** `at`: the moment, ISO 8601. */
export function remember({ atlas, index }: Query, filter: Filter, at: string): Remembered {
	const records = [...select(index, filter).items].map((item): [string, Remembered['records'][string]] => {
		const { kind, id } = index.items[item]!;
		const { zh, en } = (kind === 'project' ? atlas.project : kind === 'measure' ? atlas.measure : atlas.indicator).get(id)!;
		return [`${kind}:${id}`, { zh, en, says: saysOf(atlas, kind, id) }];
	});
	return { format: rememberedFormat, key: filterKey(filter), at, dataDate: atlas.dataset.dataDate, hash: atlas.dataset.hash, records: Object.fromEntries(records) };
}

function saysOf(atlas: Atlas, kind: string, id: string): Says {
	if (kind === 'measure') {
		const { leadAgencies } = atlas.measure.get(id)!;
		return leadAgencies.length > 0 ? { agencies: leadAgencies.toSorted() } : {};
	}
	if (kind === 'indicator') {
		const [target, latest] = [atlas.targets(id)[0], atlas.observations(id)[0]];
		return { ...(target && { target: [target.comparator, target.valueText, target.year] }), ...(latest && { latest: [latest.valueText, latest.year || latest.period] }) };
	}
	const status = atlas.statuses(id)[0];
	const amountOf = (what: string): string[] | undefined => {
		const found = atlas.quantities(`project:${id}`).find((quantity) => quantity.what === what && quantity.use === 'total');
		return found && [found.comparator, found.valueText, found.unit];
	};
	const [length, investment] = [amountOf('length'), amountOf('investment')];
	return { ...(status && { status: [status.status, status.date] }), ...(length && { length }), ...(investment && { investment }) };
}

const isSame = (a: string[] | undefined, b: string[] | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Changed records first, then what came and what went, each in the order of its list. */
export function changesSince(before: Remembered, now: Remembered, exists: (ref: string) => boolean): SinceChange[] {
	const changed = Object.entries(now.records).flatMap(([ref, { zh, en, says }]): SinceChange[] => {
		const former = before.records[ref]?.says;
		if (!former) return [];
		const fields = sinceFields.filter((field) => !isSame(former[field], says[field])).map((field) => ({ field, before: former[field] ?? null, after: says[field] ?? null }));
		return fields.length > 0 ? [{ ref: ref as Ref, is: 'changed', zh, en, fields }] : [];
	});
	const added = Object.entries(now.records).filter(([ref]) => !(ref in before.records)).map(([ref, { zh, en }]): SinceChange => ({ ref: ref as Ref, is: 'added', zh, en, fields: [] }));
	const gone = Object.entries(before.records).filter(([ref]) => !(ref in now.records)).map(([ref, { zh, en }]): SinceChange => ({ ref: ref as Ref, is: exists(ref) ? 'left' : 'removed', zh, en, fields: [] }));
	return [...changed, ...added, ...gone];
}

/** Whether the browser gave back what this version wrote. */
export const isRemembered = (found: Remembered | null): found is Remembered => found !== null && found.format === rememberedFormat && typeof found.records === 'object';

export const kindOfRef = (ref: Ref): 'project' | 'measure' | 'indicator' => splitRef(ref)[0] as 'project' | 'measure' | 'indicator';
