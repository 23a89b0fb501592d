/**
 * Addresses of comparisons. A side carries a whole saved query string, as a slide does, so that every question works and old versions decode
 * for ever; `a=` alone is the question without a filter, no `a` at all is a side that is still to be chosen.
 */
import { emptyView } from '../domain/view.ts';
import type { FacetKey, Filter, Ignored, View } from '../domain/view.ts';
import type { Lang } from '../i18n/lang.ts';
import { encode, leafFor, setFacet } from './url.ts';

export const compareModes = ['side', 'swipe'] as const;
export type CompareMode = (typeof compareModes)[number];
export const sideKeys = ['a', 'b'] as const;
export type SideKey = (typeof sideKeys)[number];
/** What the form offers for a side; the rest of its question stays as it is. */
export const pickKeys = ['place', 'district', 'document', 'year'] as const;
export type PickKey = (typeof pickKeys)[number];
/** Leaves that part of a question as it stands, since the form could not say it. */
export const keepPick = 'keep';

export interface CompareAsk {
	/** Query string of the side; `null` where it is still to be chosen. */
	sides: Record<SideKey, string | null>;
	mode: CompareMode;
	ignored: Ignored[];
}

const isPick = (key: string): boolean => /^[ab]\.(place|district|document|year)$/.test(key);

export function decodeCompare(search: string): CompareAsk {
	const params = new URLSearchParams(search);
	const mode = params.get('mode');
	const ignored: Ignored[] = [...params].filter(([key]) => !['a', 'b', 'mode'].includes(key) && !isPick(key)).map(([key, value]) => ({ key, value, reason: 'unknown-key' }));
	const known = compareModes.find((one) => one === mode);
	if (mode !== null && !known) ignored.push({ key: 'mode', value: mode, reason: 'bad-value' });
	return { sides: { a: params.get('a'), b: params.get('b') }, mode: known ?? 'side', ignored };
}

/** A question as a side carries it: without the "?" of its own. */
export const toSide = (view: View | string): string => (typeof view === 'string' ? view : encode(view)).replace(/^\?/, '');
const packed = (value: string): string => encodeURIComponent(value).replaceAll('%2C', ',').replaceAll('%3A', ':');

const search = (sides: Record<SideKey, View | string | null>, mode: CompareMode = 'side'): string => {
	const parts = sideKeys.flatMap((key) => (sides[key] === null ? [] : [`${key}=${packed(toSide(sides[key]))}`]));
	const all = mode === 'side' ? parts : [...parts, `mode=${mode}`];
	return all.length === 0 ? '' : `?${all.join('&')}`;
};
export const compareHref = (lang: Lang, sides: Record<SideKey, View | string | null>, mode: CompareMode = 'side'): string => `/${lang}/compare${search(sides, mode)}`;
export const compareFileHref = (lang: Lang, sides: Record<SideKey, View | string | null>, type: 'csv' | 'xlsx'): string => `/${lang}/compare/differences.${type}${search(sides)}`;
export const governmentsHref = (lang: Lang, place = ''): string => `/${lang}/compare/governments${place && `?place=${place}`}`;
export const governmentsCsvHref = (lang: Lang, place: string): string => `/${lang}/compare/governments.csv?place=${place}`;

const placeKeys: readonly FacetKey[] = ['along', 'zone', 'town'];
/** What the form shows for a part of a question; `keep` where there is more than one value. */
export function pickOf(view: View, key: PickKey): string {
	if (key === 'year') return view.year === null ? '' : String(view.year);
	const of = (key === 'place' ? placeKeys : [key]).flatMap((facet) => leafFor(view.filter, facet)?.of ?? []);
	return of.length > 1 ? keepPick : (of[0] ?? '');
}

/** The question with one part as chosen in the form; `facetOf` says by which facet a place is filtered. A water or corridor is asked for what names or touches it, 0 m. */
export function withPick(view: View, key: PickKey, value: string, facetOf: (place: string) => FacetKey | null): View {
	if (value === keepPick || value === pickOf(view, key)) return view;
	if (key === 'year') return { ...view, year: /^\d{4}$/.test(value) ? Number(value) : null };
	if (key !== 'place') return { ...view, filter: setFacet(view.filter, key, value === '' ? [] : [value]) };
	const rest = placeKeys.reduce<Filter>((filter, facet) => setFacet(filter, facet, []), view.filter);
	const facet = value === '' ? null : facetOf(value);
	return { ...view, camera: null, filter: facet === null ? rest : setFacet(rest, facet, [value], facet === 'along' ? 0 : undefined) };
}

/** The two questions after the form was sent; `null` where the address carries none of its fields. */
export function readPicks(search: string, viewOf: (side: string) => View, facetOf: (place: string) => FacetKey | null): Record<SideKey, View | null> | null {
	const params = new URLSearchParams(search);
	if (![...params.keys()].some(isPick)) return null;
	const of = (side: SideKey): View | null => {
		const given = params.get(side);
		const picked = pickKeys.map((key) => [key, params.get(`${side}.${key}`)] as const);
		if (given === null && picked.every(([, value]) => !value)) return null;
		return picked.reduce((view, [key, value]) => (value === null ? view : withPick(view, key, value, facetOf)), given === null ? emptyView : viewOf(given));
	};
	return { a: of('a'), b: of('b') };
}
