/** What a planner has to know of an answer beside its number: questions that took no part, ties among the nearest, records that only a collective brings. */
import '../../i18n/rooms/asknote.ts';
import type { Filter, SpaceLeaf } from '../../domain/view.ts';
import { shortPlace } from '../cards.ts';
import type { Query } from '../explore.ts';
import type { Writer } from '../indicator-words.ts';
import type { ItemKind } from '../query-index.ts';
import { isSpace, select, spaceLeavesOf } from '../select.ts';
import type { Selected } from '../select.ts';
import { lookingIn } from './asked.ts';

export interface SpaceNote {
	text: string;
	/** A question that took no part. */
	isRefusal?: true;
	/** One step that changes it: the filter after it. */
	step?: { text: string; filter: Filter };
}

const kinds: readonly ItemKind[] = ['project', 'measure', 'indicator'];
const mostNames = 2;

/** Every question about space with or without what collectives bring; what is asked with "not" stays as it is, so that the answer only shrinks. */
export function withNamed(filter: Filter, named: boolean): Filter {
	if ('all' in filter) return { all: filter.all.map((part) => withNamed(part, named)) };
	if ('any' in filter) return { any: filter.any.map((part) => withNamed(part, named)) };
	if (!isSpace(filter)) return filter;
	const { named: _, ...leaf } = filter;
	return named ? { ...leaf, named: true } : leaf;
}

/** None before the ground is here. */
export function spaceNotes(query: Query, writer: Writer, filter: Filter, selected: Selected): SpaceNote[] {
	const { space } = query.index;
	if (!space) return [];
	const refused = spaceLeavesOf(filter).map((leaf) => space.refusal(leaf, writer.lang)).filter((text) => text !== null);
	return [...refused.map((text): SpaceNote => ({ text, isRefusal: true })), ...ties(query, writer, filter), ...unplaced(query, writer, filter), ...collectives(query, writer, filter, selected)];
}

const asked = (filter: Filter): SpaceLeaf[] => lookingIn(filter).filter(isSpace);

function ties({ index: { space } }: Query, { t, lang }: Writer, filter: Filter): SpaceNote[] {
	return asked(filter).filter(({ is }) => is === 'nearest').flatMap((leaf): SpaceNote[] => {
		const taken = space!.taken(leaf);
		const tied = kinds.filter((kind) => taken.get(kind)! > Number(leaf.of[1])).map((kind) => t('asknote.tie', { kind: t(`record.${kind}`), n: leaf.of[1]!, taken: taken.get(kind)! }));
		return tied.length === 0 ? [] : [{ text: t('asknote.ties', { question: space!.words(leaf, lang), ties: tied.join(t('asknote.join')) }) }];
	});
}

/** Of a water that is known only to lie up- or downstream somewhere nothing can be listed; an empty answer would look like knowledge. */
function unplaced({ atlas, index: { space } }: Query, { t, lang }: Writer, filter: Filter): SpaceNote[] {
	return asked(filter).map((leaf) => ({ leaf, waters: space!.unplaced(leaf) })).filter(({ waters }) => waters.length > 0).map(({ leaf, waters }): SpaceNote => ({
		text: t('asknote.part', { question: space!.words(leaf, lang), names: waters.map((id) => shortPlace(atlas, lang, id)).join(t('join.list')) })
	}));
}

function collectives({ atlas, index }: Query, { t, lang }: Writer, filter: Filter, selected: Selected): SpaceNote[] {
	const leaves = asked(filter);
	if (leaves.some(({ named }) => named)) return [{ text: t('asknote.dropped'), step: { text: t('asknote.back'), filter: withNamed(filter, false) } }];
	const kept = new Set(select(index, withNamed(filter, true)).items);
	const lost = Array.from(selected.items).filter((i) => !kept.has(i)).map((i) => ({ i, ids: new Set(leaves.flatMap((leaf) => index.space!.collectives(index.items[i]!.ref, leaf))) })).filter(({ ids }) => ids.size > 0);
	if (lost.length === 0) return [];
	const through = new Map<string, number>();
	for (const { ids } of lost) for (const id of ids) through.set(id, (through.get(id) ?? 0) + 1);
	const names = [...through].toSorted(([, a], [, b]) => b - a).map(([id]) => shortPlace(atlas, lang, id));
	const counts = kinds.map((kind) => ({ kind, n: lost.filter(({ i }) => index.items[i]!.kind === kind).length })).filter(({ n }) => n > 0).map(({ kind, n }) => t('asknote.count', { kind: t(`record.${kind}`), n })).join(t('join.list'));
	return [{ text: t(names.length > mostNames ? 'asknote.through.more' : 'asknote.through', { counts, names: names.slice(0, mostNames).join(t('join.list')) }), step: { text: t('asknote.drop'), filter: withNamed(filter, true) } }];
}
