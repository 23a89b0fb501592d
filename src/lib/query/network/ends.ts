/** The stretch of a line between two ends, each a chainage in km or a place on the line: a station, a lake that it runs through, another line that it crosses. */
import type { Atlas } from '../atlas.ts';
import { linePlaces } from '../strip-ground.ts';
import type { StripGround, StripLine } from '../strip-ground.ts';
import { stripOf } from '../strip.ts';

export interface LineStretch {
	line: StripLine;
	/** Km from the first point of the line; `from` ≤ `to`. */
	from: number;
	to: number;
}

/**
 * Places take all their chainages in: of a lake, its whole stretch. A chainage in km belongs to one part of the line; of a line in several parts
 * it says where only beside a place that stands on one of them. Empty where an end is on no part, or the two are on none together.
 */
export function stretchesBetween(atlas: Atlas, ground: StripGround, id: string, ends: readonly [string, string]): LineStretch[] {
	const place = atlas.place.get(id);
	const strip = place ? stripOf(atlas, ground, place) : null;
	if (!place || !strip) return [];
	const lines = linePlaces(atlas, ground, place).flatMap((part) => ground.lines.get(part)!);
	const isKm = (end: string): boolean => /^\d+(\.\d+)?$/.test(end);
	if (strip.parts.length > 1 && ends.every(isKm)) return [];
	return strip.parts.flatMap((part, i) => {
		const spans = ends.map((end): number[] => (isKm(end) ? (Number(end) <= part.lengthKm + 0.01 ? [Math.min(Number(end), lines[i]!.run.lengthKm)] : []) : part.items.filter(({ row, ref }) => row !== 'project' && ref === `place:${end}`).flatMap(({ km, toKm }) => [km, toKm ?? km])));
		if (spans.some((span) => span.length === 0)) return [];
		return [{ line: lines[i]!, from: Math.min(...spans.flat()), to: Math.min(Math.max(...spans.flat()), lines[i]!.run.lengthKm) }];
	});
}
