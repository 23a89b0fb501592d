/** What the form of a side offers: places by kind, districts, documents and years, only those that find something. */
import { yearSpan } from '../domain/view.ts';
import type { PlaceKind } from '../domain/vocabulary.ts';
import type { Atlas } from './atlas.ts';
import { shortPlace } from './cards.ts';
import { pick } from './cite.ts';
import type { Query } from './explore.ts';
import type { Writer } from './indicator-words.ts';
import { districtsOf } from './water-answers.ts';

export interface PickOption {
	value: string;
	name: string;
}
export interface ComparePicks {
	places: { kind: PlaceKind; options: PickOption[] }[];
	districts: PickOption[];
	documents: PickOption[];
	years: number[];
}

const kindOrder: PlaceKind[] = ['lake', 'river', 'canal', 'reservoir', 'lake-group', 'collective', 'corridor', 'rail', 'road', 'waterway', 'park', 'zone', 'town'];

export function comparePicks({ atlas, index }: Query, { lang }: Writer): ComparePicks {
	const values = (key: 'along' | 'zone' | 'town' | 'document') => [...(index.facets.get(key) ?? [])].filter(([, { items }]) => items.length > 0).map(([value]) => value);
	const ids = new Set([...values('along'), ...values('zone'), ...values('town')]);
	const option = (id: string): PickOption => ({ value: id, name: shortPlace(atlas, lang, id) });
	return {
		places: kindOrder.map((kind) => ({ kind, options: atlas.dataset.places.filter((place) => ids.has(place.id) && place.kind === kind).map(({ id }) => option(id)) })).filter(({ options }) => options.length > 0),
		districts: districtsOf(atlas).map(({ id }) => option(id)), documents: values('document').map((id) => ({ value: id, name: documentName(atlas, lang, id) })),
		years: Array.from({ length: yearSpan[1] - yearSpan[0] + 1 }, (_, i) => yearSpan[0] + i)
	};
}

const documentName = (atlas: Atlas, lang: Writer['lang'], id: string): string => (atlas.document.has(id) ? pick(lang, atlas.document.get(id)!, 'short') : id);
