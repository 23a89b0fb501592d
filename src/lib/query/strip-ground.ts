/**
 * The ground of strip maps: every line, area and point that may decide where something stands, made ready once for a dataset. Symbolic
 * extents take no part. Places outside the area only stand for orientation: districts that a line runs on into, stations that it has there.
 */
import type { Place } from '../domain/place.ts';
import type { Shape, Shapes } from '../domain/shape.ts';
import type { PlaceKind } from '../domain/vocabulary.ts';
import { decidesSpace } from '../domain/vocabulary.ts';
import { nearestOn, toRuns } from '../geo/chainage.ts';
import type { Run } from '../geo/chainage.ts';
import { toPlanar } from '../geo/planar.ts';
import type { Planar } from '../geo/planar.ts';
import type { Atlas } from './atlas.ts';

export interface StripLine {
	/** Place that the line is of. */
	place: string;
	run: Run;
	accuracyM: number;
	isSchematic: boolean;
}
export interface StripArea {
	id: string;
	area: Planar;
	shape: Shape;
}
export interface StripGround {
	/** Unbroken lines of each place, upstream or first part first. */
	lines: ReadonlyMap<string, readonly StripLine[]>;
	districts: readonly StripArea[];
	towns: readonly StripArea[];
	lakes: readonly StripArea[];
	/** Stations, town seats, sites. */
	points: readonly Shape[];
}

/** Kinds that run along a line of their own. */
export const waterLineKinds: readonly PlaceKind[] = ['river', 'canal', 'waterway'];
export const corridorKinds: readonly PlaceKind[] = ['corridor', 'rail', 'road'];

const mayDecide = (shape: Shape): boolean => decidesSpace(shape.accuracy);
const toArea = (shape: Shape): StripArea => ({ id: shape.place, area: toPlanar([shape.geometry]), shape });

export function groundOf(shapes: Shapes): StripGround {
	const lines = new Map<string, StripLine[]>();
	for (const shape of [...shapes.river, ...shapes.rail, ...shapes.road, ...shapes.waterway].filter((one) => mayDecide(one) && !one.context)) {
		const own = toRuns(shape.geometry).map((run): StripLine => ({ place: shape.place, run, accuracyM: shape.accuracyM, isSchematic: shape.accuracy === 'schematic' }));
		const known = lines.get(shape.place) ?? [];
		const isBefore = own.length > 0 && known.length > 0 && nearestOn(known[0]!.run, own.at(-1)!.run.points.at(-1)!).km < known[0]!.run.lengthKm / 2 && nearestOn(own.at(-1)!.run, known[0]!.run.points[0]!).metres < 500;
		lines.set(shape.place, isBefore ? [...own, ...known] : [...known, ...own]);
	}
	const areas = (some: readonly Shape[], kinds: readonly PlaceKind[]): StripArea[] => some.filter((shape) => mayDecide(shape) && shape.role === undefined && (kinds as readonly string[]).includes(shape.kind) && shape.geometry.type.endsWith('Polygon')).map(toArea);
	return {
		lines, districts: areas(shapes.district, ['district']), towns: areas(shapes.town, ['town']), lakes: areas(shapes.water, ['lake', 'reservoir']).filter(({ shape }) => !shape.context),
		points: [...shapes.station, ...shapes.town, ...shapes.site].filter((shape) => mayDecide(shape) && shape.geometry.type === 'Point')
	};
}

/** Places whose lines make up the strip: the place itself, or the lines that a corridor consists of. */
export function linePlaces(atlas: Atlas, ground: StripGround, place: Place): string[] {
	if (ground.lines.has(place.id)) return [place.id];
	return [...new Set((place.parts ?? []).flatMap((id) => (atlas.place.has(id) ? linePlaces(atlas, ground, atlas.place.get(id)!) : [])))];
}

/** Places that have a strip, in the order of the data. */
export const stripPlaces = (atlas: Atlas, ground: StripGround): Place[] => atlas.dataset.places.filter((place) => !place.context && [...waterLineKinds, ...corridorKinds].includes(place.kind) && linePlaces(atlas, ground, place).length > 0);
