/** Comparisons that planners ask for first, each offered only where both sides find something; and, for a question in hand, its neighbours to hold it against. */
import '../i18n/rooms/versus.ts';
import { emptyView } from '../domain/view.ts';
import type { FacetKey, Filter, View } from '../domain/view.ts';
import { shortPlace } from './cards.ts';
import { pick } from './cite.ts';
import { toSide } from './compare-url.ts';
import type { SideKey } from './compare-url.ts';
import type { Query } from './explore.ts';
import type { Writer } from './indicator-words.ts';
import { select } from './select.ts';
import { encode, leafFor, setFacet } from './url.ts';
import { districtsOf } from './water-answers.ts';

export interface Preset {
	title: string;
	sides: Record<SideKey, string>;
}

/** Query string of a view as a side carries it. */
const sideOf = (view: View): string => toSide(encode(view) || '?v=1');
const withFilter = (filter: Filter, year: number | null = null): View => ({ ...emptyView, filter, year });
const asks = (key: FacetKey, value: string): Filter => setFacet(emptyView.filter, key, [value], key === 'along' ? 0 : undefined);
const findsSomething = ({ index }: Query, { filter }: View): boolean => select(index, filter).items.length > 0;

/** Waters and corridors that are spoken of together. */
const pairs = [['dianshan-lake', 'yuandang-lake'], ['taipu-river', 'wusong-river'], ['g50', 'husuhu-hsr']] as const;
const documents = ['action-plan', 'measures-22'] as const;

export function comparePresets(query: Query, { t, lang }: Writer): Preset[] {
	const { atlas } = query;
	const preset = (title: string, a: View, b: View): Preset[] => (findsSomething(query, a) && findsSomething(query, b) ? [{ title, sides: { a: sideOf(a), b: sideOf(b) } }] : []);
	const named = (a: string, b: string): string => t('versus.preset', { a, b });
	const placed = ([a, b]: readonly [string, string], key: FacetKey) => (atlas.place.has(a) && atlas.place.has(b) ? preset(named(shortPlace(atlas, lang, a), shortPlace(atlas, lang, b)), withFilter(asks(key, a)), withFilter(asks(key, b))) : []);
	const districts = districtsOf(atlas).map(({ id }) => id);
	const short = (id: string): string => pick(lang, atlas.document.get(id)!, 'short');
	return [
		...pairs.flatMap((pair) => placed(pair, 'along')), ...districts.flatMap((a, i) => districts.slice(i + 1).flatMap((b) => placed([a, b], 'district'))),
		...preset(named(t('versus.preset.year', { year: 2021 }), t('versus.preset.year', { year: 2025 })), withFilter(emptyView.filter, 2021), withFilter(emptyView.filter, 2025)),
		...(documents.every((id) => atlas.document.has(id)) ? preset(named(short(documents[0]), short(documents[1])), withFilter(asks('document', documents[0])), withFilter(asks('document', documents[1]))) : [])
	];
}

/** The same question in an earlier year, and of the other districts where it asks for one. */
export function compareNeighbours({ atlas }: Query, { t, lang }: Writer, view: View): { title: string; side: string }[] {
	const [year] = [2021, 2023].filter((one) => one !== view.year);
	const district = leafFor(view.filter, 'district');
	const others = district?.of.length === 1 ? districtsOf(atlas).map(({ id }) => id).filter((id) => id !== district.of[0]) : [];
	return [
		...others.map((id) => ({ title: t('versus.same.district', { name: shortPlace(atlas, lang, id) }), side: sideOf({ ...view, filter: setFacet(view.filter, 'district', [id]) }) })),
		{ title: t('versus.same.year', { year: year! }), side: sideOf({ ...view, year: year! }) }, { title: t('versus.same.all'), side: sideOf({ ...view, filter: emptyView.filter }) }
	];
}
