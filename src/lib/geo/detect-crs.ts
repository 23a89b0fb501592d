/**
 * Which coordinate system a file is in. What the file declares decides; numbers tell degrees from metres and the zone of an easting, nothing
 * more: WGS84, GCJ-02 and BD-09 lie within a kilometre of each other, so that the planner is asked and shown where each of them would put the layer.
 */
import { distance } from '@turf/turf';
import type { Geometry } from 'geojson';
import type { Crs } from '../domain/inventory.ts';
import { isSameCrs, toWgs84 } from './crs.ts';
import type { XY } from './crs.ts';
import { isWkt, nameOfCrs, readCrsText } from './crs-text.ts';
import { holdsPoint, toMetres, toPlanar } from './planar.ts';

export type Bbox = readonly [west: number, south: number, east: number, north: number];
/** `unknown`: the file names a system that is not read; `contradicted`: its numbers cannot be of the system it names; `swapped`: latitude or northing stands first; `six-degree`: easting led by the number of a 6° zone; `outside`: no reading lies in the area. */
export type CrsDoubt = '' | 'unknown' | 'contradicted' | 'swapped' | 'six-degree' | 'outside';
export interface Detection {
	/** `null`: the planner is asked. */
	crs: Crs | null;
	/** `range`: numbers alone; the planner confirms. */
	basis: 'prj' | 'declared' | 'range' | 'none';
	/** Systems that the numbers could be of, with the share of positions, 0 to 1, that each puts inside the area. */
	candidates: { crs: Crs; share: number }[];
	doubt: CrsDoubt;
	/** What the file calls its system; empty where it says nothing. */
	named: string;
}

/** The country with its seas, degrees. */
export const isInChina = ([lon, lat]: readonly number[]): boolean => lon! >= 73 && lon! <= 136 && lat! >= 3 && lat! <= 54;
const isDegrees = ([x, y]: XY): boolean => Math.abs(x) <= 180 && Math.abs(y) <= 90;
const isNorthing = (y: number): boolean => y > 300_000 && y < 6_000_000;
const zoneOf = (x: number): number => Math.floor(x / 1_000_000);
const hasEasting = (x: number): boolean => x % 1_000_000 > 100_000 && x % 1_000_000 < 900_000;
const isMetres = ([x, y]: XY): boolean => isNorthing(y) && hasEasting(x) && (zoneOf(x) === 0 || (zoneOf(x) >= 13 && zoneOf(x) <= 45));
const flip = ([x, y]: XY): XY => [y, x];
const shareOf = (sample: readonly XY[], test: (position: XY) => boolean): number => (sample.length === 0 ? 0 : sample.filter(test).length / sample.length);
const isIn = ([west, south, east, north]: Bbox, [lon, lat]: XY): boolean => lon >= west && lon <= east && lat >= south && lat <= north;

const geographic: readonly Crs[] = [{ datum: 'wgs84' }, { datum: 'cgcs2000' }, { datum: 'gcj02' }, { datum: 'bd09' }];
/** Central meridians of the 3° zones over the area and beside it. */
const meridians = [117, 120, 123] as const;

/** Systems that share the numbers' shape. */
function familyOf(sample: readonly XY[]): Crs[] {
	if (shareOf(sample, isDegrees) > 0.5) return [...geographic];
	const zones = [...new Set(sample.filter(isMetres).map(([x]) => zoneOf(x)))];
	return [...(zones.includes(0) ? meridians.map((meridian): Crs => ({ datum: 'cgcs2000-gk', meridian, isZoned: false })) : []), ...zones.filter((zone) => zone >= 25).map((zone): Crs => ({ datum: 'cgcs2000-gk', meridian: zone * 3, isZoned: true }))];
}

const isMetric = (crs: Crs): boolean => crs.datum === 'cgcs2000-gk';
const fits = (crs: Crs, sample: readonly XY[]): boolean => shareOf(sample, (position) => (isMetric(crs) ? isMetres(position) && (zoneOf(position[0]) === 0) === !crs.isZoned : isDegrees(position))) > 0.5;

/** `declared`: WKT of a .prj, a name of a `crs`, or `null`. `sample`: positions as in the file, not swapped. */
export function detectCrs(sample: readonly XY[], declared: string | null, area: Bbox): Detection {
	const isSwapped = shareOf(sample, (position) => isInChina(position) || isMetres(position)) < 0.5 && shareOf(sample, (position) => isInChina(flip(position)) || isMetres(flip(position))) > 0.5;
	const read = isSwapped ? sample.map(flip) : sample;
	const candidates = familyOf(read).map((crs) => ({ crs, share: shareOf(read, (position) => isIn(area, toWgs84(crs, position))) })).toSorted((a, b) => b.share - a.share);
	const found = { candidates, named: declared === null ? '' : nameOfCrs(declared) };
	const swapped: CrsDoubt = isSwapped ? 'swapped' : '';
	if (declared !== null) {
		const crs = readCrsText(declared);
		const basis = isWkt(declared) ? 'prj' : 'declared';
		if (crs === null) return { ...found, crs: null, basis, doubt: 'unknown' };
		if (sample.length > 0 && !fits(crs, read)) return { ...found, crs: null, basis, doubt: 'contradicted' };
		return { ...found, crs, basis, doubt: swapped || (sample.length > 0 && shareOf(read, (position) => isIn(area, toWgs84(crs, position))) === 0 ? 'outside' : '') };
	}
	if (shareOf(read, (position) => isMetres(position) && zoneOf(position[0]) > 12 && zoneOf(position[0]) < 24) > 0.5) return { ...found, crs: null, basis: 'none', doubt: 'six-degree' };
	if (candidates.length === 0) return { ...found, crs: null, basis: 'none', doubt: 'outside' };
	const inside = candidates.filter(({ share }) => share > 0.5);
	const only = inside.length === 1 && isMetric(inside[0]!.crs) ? inside[0]!.crs : null;
	return { ...found, crs: only, basis: 'range', doubt: swapped || (inside.length === 0 ? 'outside' : '') };
}

export interface Shift {
	crs: Crs;
	/** Metres that the layer moves when it is read in this system and not in the one asked about, on average. */
	metres: number;
	/** Share of positions, 0 to 1, inside the boundary. */
	share: number;
	/** The sample, lon-lat WGS84. */
	positions: XY[];
}

/** Where each system of the same kind would put the sample, beside a known boundary (areas, WGS84). */
export function shiftPreview(sample: readonly XY[], crs: Crs, boundary: Geometry): Shift[] {
	const known = toPlanar([boundary]);
	const asAsked = sample.map((position) => toWgs84(crs, position));
	const others = (isMetric(crs) ? meridians.map((meridian): Crs => ({ ...crs, meridian })) : geographic).filter((other) => !isSameCrs(other, crs) && !(isMetric(crs) && crs.isZoned));
	return [crs, ...others].map((other) => {
		const positions = sample.map((position) => toWgs84(other, position));
		const metres = positions.reduce((sum, position, i) => sum + distance(position, asAsked[i]!, { units: 'meters' }), 0) / Math.max(1, positions.length);
		return { crs: other, metres, share: shareOf(positions, (position) => holdsPoint(known, ...toMetres(position))), positions };
	});
}
