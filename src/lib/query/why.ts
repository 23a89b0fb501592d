/** Why a record is in the list: one reason for each place-bound condition of the filter, the strongest first; and each gap asked for that it has. */
import { defaultWithinM } from '../domain/view.ts';
import type { Filter, Leaf, SpaceLeaf } from '../domain/view.ts';
import type { Atlas } from './atlas.ts';
import { gapRecordsOf, isGap } from './gap-records.ts';
import type { GapKind, GapReason } from './gaps.ts';
import { reachOf } from './reach.ts';
import type { Reach } from './reach.ts';
import type { Lang } from '../i18n/lang.ts';
import type { QueryIndex } from './query-index.ts';
import { groupsOf, isLeaf, isSpace } from './select.ts';

const placeKeys = new Set(['along', 'zone', 'district', 'town']);

export function whyListed(atlas: Atlas, ref: string, filter: Filter): Reach[] {
	const reaches = reachOf(atlas, ref);
	return askedLeaves(filter).flatMap((group) => {
		if (!placeKeys.has(group.is)) return [];
		const withinM = group.is === 'along' ? (group.withinM ?? defaultWithinM) : 0;
		const best = reaches.find((reach) => group.of.includes(reach.place) && (reach.metres ?? 0) <= withinM && !(group.is === 'along' && reach.basis === 'area-wide'));
		return best ? [best] : [];
	});
}

/** Leaves of the whole tree; one that is only asked with "not" gives no reason. */
const askedLeaves = (filter: Filter): Leaf[] => ('all' in filter ? filter.all.flatMap(askedLeaves) : 'any' in filter ? filter.any.flatMap(askedLeaves) : isLeaf(filter) ? [filter] : []);

/** A gap that put a record on the list. */
export interface GapWhy {
	kind: GapKind;
	reason: GapReason;
	/** What the reason speaks of, as found; empty where it speaks of no date. */
	date: string;
}

export function whyGaps(atlas: Atlas, ref: string, filter: Filter): GapWhy[] {
	const asked = new Set(groupsOf(filter).filter(isLeaf).filter(({ is }) => is === 'gap').flatMap(({ of }) => of));
	return [...asked].filter(isGap).flatMap((kind) => {
		const item = gapRecordsOf(atlas).get(kind)!.get(ref);
		return item ? [{ kind, reason: item.reason, date: item.date }] : [];
	});
}

/** Sentences for the questions about space that the record answers; one that is only asked with "not" gives no reason, and what another begins with is said once. */
export function whySpace(index: QueryIndex, ref: string, filter: Filter, lang: Lang): string[] {
	const all = [...new Set(askedSpace(filter).flatMap((leaf) => index.space?.why(ref, leaf, lang) ?? []))];
	return all.filter((sentence) => !all.some((other) => /^[;；]/.test(other.slice(sentence.length)) && other.startsWith(sentence)));
}
const askedSpace = (filter: Filter): SpaceLeaf[] => ('all' in filter ? filter.all.flatMap(askedSpace) : 'any' in filter ? filter.any.flatMap(askedSpace) : isSpace(filter) ? [filter] : []);
