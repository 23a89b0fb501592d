/** Any part of a filter in words, as a planner would ask it: `（在淀山湖上游 或 在青浦），且不在嘉善`. Facets say what their chips say. */
import '../../i18n/rooms/space.ts';
import { defaultWithinM, spaceWithinM } from '../../domain/view.ts';
import type { Filter, Leaf, SpaceLeaf } from '../../domain/view.ts';
import { formatMetres, say } from '../../i18n/index.ts';
import type { Key } from '../../i18n/index.ts';
import { joinSeamed } from '../../i18n/spaced.ts';
import { shortPlace } from '../cards.ts';
import { nameOfValue } from '../explore.ts';
import { isLeaf, isSpace } from '../select.ts';
import { standsFor } from './ground.ts';
import type { Teller } from './reasons.ts';

export function sayFilter(teller: Teller, filter: Filter, isWithin = false): string {
	const { t } = teller;
	const bracketed = (phrase: string, parts: readonly Filter[]): string => (isWithin && parts.length > 1 ? t('space.say.brackets', { phrase }) : phrase);
	if ('all' in filter) return filter.all.length === 0 ? t('space.say.all') : bracketed(filter.all.map((part) => sayFilter(teller, part, filter.all.length > 1 || isWithin)).join(t('space.say.and')), filter.all);
	if ('any' in filter) return filter.any.length === 0 ? t('space.say.none') : bracketed(filter.any.map((part) => sayFilter(teller, part, filter.any.length > 1 || isWithin)).join(t('space.say.or')), filter.any);
	if ('not' in filter) return sayNot(teller, filter.not);
	if (isSpace(filter)) return remarked(teller, filter, saySpace(teller, filter));
	return isLeaf(filter) ? sayFacet(teller, filter) : `${filter.key}=${filter.of.join('+')}`;
}

const placeFacets = new Set(['along', 'zone', 'district', 'town']);
function sayNot(teller: Teller, filter: Filter): string {
	const phrase = sayFilter(teller, filter, true);
	const isPlace = 'is' in filter && (isSpace(filter) || placeFacets.has(filter.is)) && filter.is !== 'nearest';
	return teller.t(isPlace ? 'space.say.not' : 'is' in filter ? 'space.say.isnot' : 'space.say.except', { phrase });
}

function sayFacet({ ground: { atlas }, t, lang }: Teller, { is, of, withinM = defaultWithinM }: Leaf): string {
	const names = joinSeamed(of.map((value) => nameOfValue(atlas, lang, is, value) || say(t, is, value)), t('join.or'));
	if (is === 'along') return t('space.say.along', { names, within: formatMetres(withinM) });
	return placeFacets.has(is) ? t('space.say.in', { names }) : t('space.say.facet', { facet: say(t, 'facet', is), names });
}

/** What of the question is not as its words say: it takes no part, or collectives bring nothing. */
const remarked = ({ t, isRefused }: Teller, leaf: SpaceLeaf, phrase: string): string => (isRefused?.(leaf) ? t('space.say.refused', { phrase }) : leaf.named ? t('space.say.named', { phrase }) : phrase);

function saySpace(teller: Teller, { is, of, withinM = spaceWithinM[is] ?? 0 }: SpaceLeaf): string {
	const { t } = teller;
	const within = formatMetres(withinM);
	const names = joinSeamed(of.map((id) => sayPlace(teller, id)), t('join.or'));
	switch (is) {
		case 'upstream': case 'downstream': {
			const phrase = t(`space.say.${is}`, { names });
			return withinM === spaceWithinM[is] ? phrase : t('space.say.flow', { phrase, within });
		}
		case 'reach': {
			const end = (value: string): string => (/^\d/.test(value) && !teller.ground.atlas.place.has(value) ? t('space.say.km', { km: value }) : sayPlace(teller, value));
			return t('space.say.reach', { line: sayPlace(teller, of[0]!), from: end(of[1]!), to: end(of[2]!), within });
		}
		case 'bank': return t(of[1] === 'right' ? 'space.say.bank.right' : 'space.say.bank.left', { names: sayPlace(teller, of[0]!), within });
		case 'nearest': return t('space.say.nearest', { names: sayPlace(teller, of[0]!), n: of[1]! });
		case 'border': return t(of.length === 2 ? 'space.say.border.2' : 'space.say.border.3', { names: joinSeamed(of.map((id) => sayPlace(teller, id)), t('join.list')), within });
		case 'drawn': return t('space.say.drawn', { n: of.length });
		case 'near': return t(withinM === 0 ? 'space.say.touch' : 'space.say.near', { names, within });
		default: return t(`space.say.${is}` as Key, { names, within });
	}
}

/** The name, with what of it takes no part: members that are not located, extents that are symbolic. */
function sayPlace({ ground: { atlas, subjects, shapes }, t, lang }: Teller, id: string): string {
	const place = atlas.place.get(id);
	if (!place) return id;
	const name = shortPlace(atlas, lang, id);
	if (subjects.has(id)) return shapes.district.some((shape) => shape.place === id && shape.accuracy === 'symbolic') ? t('space.say.partly', { name }) : name;
	const missing = [...(place.members ?? []), ...(place.parts ?? [])].filter((other) => standsFor(atlas, subjects, other).length === 0);
	return missing.length > 0 && standsFor(atlas, subjects, id).length > 0 ? t('space.say.without', { name, missing: missing.map((other) => shortPlace(atlas, lang, other)).join(t('join.list')) }) : name;
}
