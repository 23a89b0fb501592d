/** Places on a line between which a stretch is asked for, with their chainages as the strip map has them. */
import type { Shapes } from '../../domain/shape.ts';
import { splitRef } from '../../domain/dataset.ts';
import type { Lang } from '../../i18n/lang.ts';
import type { Atlas } from '../atlas.ts';
import { shortPlace } from '../cards.ts';
import { groundOf } from '../strip-ground.ts';
import type { StripGround } from '../strip-ground.ts';
import { stripOf } from '../strip.ts';

export interface Stop {
	id: string;
	name: string;
	/** From the first point of its line. */
	km: number;
}

const grounds = new WeakMap<Shapes, StripGround>();
function groundFor(shapes: Shapes): StripGround {
	const ground = grounds.get(shapes) ?? groundOf(shapes);
	grounds.set(shapes, ground);
	return ground;
}

/** Crossings, lakes, stations and sites, each once; `lengthKm` of each part of the line. */
export function stopsOf(atlas: Atlas, lang: Lang, shapes: Shapes, line: string): { stops: Stop[]; lengthKm: number[] } {
	const place = atlas.place.get(line);
	const parts = place ? (stripOf(atlas, groundFor(shapes), place)?.parts ?? []) : [];
	const stops = parts.flatMap(({ items }) => items.filter(({ row }) => row !== 'project').map(({ ref, km }): Stop => ({ id: splitRef(ref)[1], name: shortPlace(atlas, lang, splitRef(ref)[1]), km })));
	return { stops: stops.filter(({ id }, i) => stops.findIndex((stop) => stop.id === id) === i), lengthKm: parts.map(({ lengthKm }) => lengthKm) };
}
