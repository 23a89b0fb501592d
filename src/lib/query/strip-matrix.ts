/** Corridors by waters: where each line crosses each river, canal or lake, with the chainage on both. Every number is a crossing on a strip. */
import { emptyView } from '../domain/view.ts';
import type { PlaceKind } from '../domain/vocabulary.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Atlas } from './atlas.ts';
import { shortPlace } from './cards.ts';
import { corridorKinds, stripPlaces, waterLineKinds } from './strip-ground.ts';
import type { StripGround } from './strip-ground.ts';
import type { Strip, StripItem } from './strip.ts';
import { anchorOf, stripHref } from './strip-url.ts';
import { hrefOf } from './url.ts';

export interface CrossingCell {
	/** Row of the corridor's strip. */
	href: string;
	/** The map at the crossing. */
	mapHref: string;
	at: [lon: number, lat: number];
	how: StripItem['how'];
	km: number;
	toKm?: number;
	otherKm?: number;
	isSchematic: boolean;
	accuracyM: number;
	/** Of a corridor with several parts: which one, from 1. */
	part: number;
}
export interface CrossingMatrix {
	columns: { id: string; name: string; hasStrip: boolean }[];
	rows: { id: string; name: string; cells: CrossingCell[][] }[];
	/** Corridors that our geometry leads over none of them. */
	without: { id: string; name: string }[];
}
export interface StripGroup {
	kind: PlaceKind;
	places: { id: string; name: string; lengthKm: number; isSchematic: boolean; parts: number }[];
}

export function crossingMatrix(atlas: Atlas, ground: StripGround, lang: Lang, open: (id: string) => Strip): CrossingMatrix {
	/** A corridor is made of lines that have rows of their own. */
	const rows = stripPlaces(atlas, ground).filter(({ id, kind }) => kind !== 'corridor' && corridorKinds.includes(kind) && ground.lines.has(id)).map(({ id }) => ({ id, cells: cellsOf(atlas, lang, open(id)) }));
	const met = new Set(rows.flatMap(({ cells }) => [...cells.keys()]));
	const columns = atlas.dataset.places.filter(({ id }) => met.has(id)).toSorted((a, b) => Number(ground.lines.has(b.id)) - Number(ground.lines.has(a.id)));
	const named = (id: string) => ({ id, name: shortPlace(atlas, lang, id) });
	return {
		columns: columns.map(({ id }) => ({ ...named(id), hasStrip: ground.lines.has(id) })),
		rows: rows.filter(({ cells }) => cells.size > 0).map(({ id, cells }) => ({ ...named(id), cells: columns.map((column) => cells.get(column.id) ?? []) })), without: rows.filter(({ cells }) => cells.size === 0).map(({ id }) => named(id))
	};
}

function cellsOf(atlas: Atlas, lang: Lang, strip: Strip): Map<string, CrossingCell[]> {
	const cells = new Map<string, CrossingCell[]>();
	strip.parts.forEach((part, i) => {
		const seen = new Map<string, number>();
		for (const item of part.items) {
			const nth = seen.get(`${item.row} ${item.ref}`) ?? 0;
			seen.set(`${item.row} ${item.ref}`, nth + 1);
			const other = item.ref.slice('place:'.length);
			if (item.row !== 'lake' && !(item.row === 'crossing' && waterKinds.includes(atlas.place.get(other)!.kind))) continue;
			const { how, km, toKm, otherKm, isSchematic, accuracyM, at } = item;
			cells.set(other, [...(cells.get(other) ?? []), { href: stripHref(lang, strip.id, anchorOf(i, item.row, item.ref, nth)), mapHref: hrefOf(lang, { ...emptyView, selection: `place:${strip.id}`, camera: { center: at, zoom: 13 } }), at, how, km, toKm, otherKm, isSchematic, accuracyM, part: strip.parts.length > 1 ? i + 1 : 0 }]);
		}
	});
	return cells;
}
const waterKinds: readonly PlaceKind[] = ['river', 'canal'];

/** All strips by kind, waters first. */
export const stripGroups = (atlas: Atlas, ground: StripGround, lang: Lang, open: (id: string) => Strip): StripGroup[] =>
	[...waterLineKinds, ...corridorKinds].map((kind) => ({
		kind, places: stripPlaces(atlas, ground).filter((place) => place.kind === kind).map(({ id }) => {
			const { parts } = open(id);
			return { id, name: atlas.place.get(id)!.names[lang], lengthKm: Math.round(parts.reduce((sum, part) => sum + part.lengthKm, 0) * 10) / 10, isSchematic: parts.some((part) => part.isSchematic), parts: parts.length };
		})
	})).filter(({ places }) => places.length > 0);
