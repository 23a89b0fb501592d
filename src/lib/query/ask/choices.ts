/**
 * What can be asked, and of which places: only those that have an answer are offered. A place drawn symbolically is never offered where geometry
 * decides, since it could not decide anything.
 */
import type { Place } from '../../domain/place.ts';
import { facetKeys, spaceKeys, spaceWithinM } from '../../domain/view.ts';
import type { FacetKey, SpaceKey } from '../../domain/view.ts';
import type { PlaceKind } from '../../domain/vocabulary.ts';
import { decidesSpace } from '../../domain/vocabulary.ts';
import type { Lang } from '../../i18n/lang.ts';
import type { Atlas } from '../atlas.ts';
import { shortPlace } from '../cards.ts';
import { facetOfPlace } from '../query-index.ts';

export type AskKey = FacetKey | SpaceKey;
export const isFacetKey = (key: AskKey): key is FacetKey => (facetKeys as readonly string[]).includes(key);
export const isSpaceKey = (key: AskKey): key is SpaceKey => (spaceKeys as readonly string[]).includes(key);

/** Questions in the order that the list offers them: where, then along the network, then what the record is. */
export const askGroups: readonly { id: 'where' | 'line' | 'water' | 'record'; keys: readonly AskKey[] }[] = [
	{ id: 'where', keys: ['along', 'near', 'shore', 'inside', 'drawn', 'border', 'nearest'] },
	{ id: 'line', keys: ['crosses', 'reach', 'bank'] },
	{ id: 'water', keys: ['upstream', 'downstream'] },
	{ id: 'record', keys: ['status', 'kind', 'domain', 'district', 'zone', 'town', 'agency', 'document', 'period', 'gap'] }
];

export interface Choice {
	id: string;
	name: string;
	kind: PlaceKind;
}

/** How many places a question takes: at least, at most. */
export const placesTaken: Partial<Record<AskKey, readonly [least: number, most: number]>> = {
	along: [1, 8], near: [1, 8], shore: [1, 8], inside: [1, 8], upstream: [1, 8], downstream: [1, 8], crosses: [1, 8], reach: [1, 1], bank: [1, 1], nearest: [1, 1], border: [2, 3]
};
export const takesMetres = (key: AskKey): boolean => key === 'along' || spaceWithinM[key as SpaceKey] !== undefined;

const still: readonly PlaceKind[] = ['lake', 'reservoir'];
const flowing: readonly PlaceKind[] = ['river', 'canal'];
const lines: readonly PlaceKind[] = ['river', 'canal', 'waterway', 'rail', 'road'];

function tests(atlas: Atlas): Record<SpaceKey | 'along', (place: Place) => boolean> {
	const isDrawn = ({ measured, accuracy }: Place): boolean => measured !== undefined && decidesSpace(accuracy?.class);
	const hasArea = (place: Place): boolean => isDrawn(place) && place.measured!.areaKm2 !== undefined;
	const hasLine = (place: Place): boolean => isDrawn(place) && place.measured!.lengthKm !== undefined;
	const some = (ids: readonly string[] | undefined, test: (place: Place) => boolean): boolean => ids?.some((id) => atlas.place.has(id) && test(atlas.place.get(id)!)) ?? false;
	const fed = new Set(atlas.dataset.places.flatMap(({ flows_to }) => flows_to ?? []));
	const ofSeveral = (test: (place: Place) => boolean) => (place: Place): boolean => test(place) || some(place.members, test) || some(place.parts, test);
	const isLake = (place: Place): boolean => still.includes(place.kind) && hasArea(place);
	const isOwnLine = (place: Place): boolean => lines.includes(place.kind) && hasLine(place);
	const isLine = ofSeveral(isOwnLine);
	return {
		along: ({ id }) => facetOfPlace(atlas, id) === 'along', near: ofSeveral(isDrawn), nearest: isDrawn, shore: ofSeveral(isLake), inside: ofSeveral(hasArea), crosses: (place) => isLine(place) || hasArea(place),
		reach: (place) => isOwnLine(place) || some(place.parts, isOwnLine), bank: (place) => flowing.includes(place.kind) && hasLine(place) && (fed.has(place.id) || (place.flows_to?.length ?? 0) > 0), border: (place) => place.kind === 'district' && hasArea(place),
		upstream: ({ id, kind }) => [...still, ...flowing].includes(kind) && fed.has(id), downstream: ({ kind, flows_to }) => [...still, ...flowing].includes(kind) && (flows_to?.length ?? 0) > 0,
		drawn: () => false
	};
}

/** Places that a question can be asked of; ground around the area takes no part in any. */
export function choicesOf(atlas: Atlas, lang: Lang, key: SpaceKey | 'along'): Choice[] {
	const test = tests(atlas)[key];
	return atlas.dataset.places.filter((place) => !place.context && test(place)).map(({ id, kind }) => ({ id, kind, name: shortPlace(atlas, lang, id) }));
}
