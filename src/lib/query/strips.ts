/** Strip maps for slides: the page of a place's strip once the geometry is at hand, each made when it is first asked for. */
import type { Shapes } from '../domain/shape.ts';
import type { Atlas } from './atlas.ts';
import type { Writer } from './indicator-words.ts';
import { networkOf } from './network/flows.ts';
import { waterLinesOf } from './network/water-lines.ts';
import { stripOf } from './strip.ts';
import { stripPage } from './strip-page.ts';
import type { StripPage } from './strip-page.ts';

/** `null` where the place has no line to measure on, or is none. */
export type Strips = (writer: Writer, place: string) => StripPage | null;

export function createStrips(atlas: Atlas, shapes: Shapes): Strips {
	const lines = waterLinesOf(atlas, shapes);
	const network = networkOf(atlas, lines);
	const pages = new Map<string, StripPage | null>();
	return (writer, id) => {
		const key = `${writer.lang} ${id}`;
		if (!pages.has(key)) {
			const place = atlas.place.get(id);
			const strip = place ? stripOf(atlas, lines.ground, place, lines.directed) : null;
			pages.set(key, place && strip ? stripPage(atlas, writer, place, strip, network) : null);
		}
		return pages.get(key)!;
	};
}
