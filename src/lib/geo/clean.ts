/**
 * A geometry of a planner's file, made one the atlas can rest on, or told why not. Mends follow from the format (a ring is closed, turned as RFC 7946
 * has it, a point said twice is said once, heights are left out); nothing that needs a guess is mended. An area whose edges cross has no certain
 * inside: its outline is kept as a line, drawn and measured to, and never asked what lies within.
 */
import type { Geometry, Position } from 'geojson';
import type { FeatureProblem } from '../domain/inventory.ts';
import { findCrossing } from './crossing.ts';

export type Note = Pick<FeatureProblem, 'key' | 'with' | 'level'>;
export interface Cleaned {
	/** Two numbers a position, in the system of the file; `null` where nothing can be used. */
	geometry: Geometry | null;
	notes: Note[];
}

/** Leaves the feature without a geometry. */
class Unusable extends Error {
	readonly note: Note;
	constructor(key: string, words: Note['with'] = {}) {
		super(key);
		this.note = { key, with: words, level: 'skipped' };
	}
}
type Mend = (key: string, words?: Note['with']) => void;
type Dimension = 0 | 1 | 2;
/** Parts of one kind; a row has one kind. */
interface Parts {
	dimension: Dimension;
	/** Points, lines, or rings of each polygon, shell first. */
	polygons: Position[][][];
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): unknown[] => {
	if (!Array.isArray(value)) throw new Unusable('bad-coordinates');
	return value;
};

function positionOf(value: unknown, mend: Mend): Position {
	const position = listOf(value);
	const [x, y] = position;
	if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) throw new Unusable('bad-position', { at: position.slice(0, 3).map((v) => (typeof v === 'object' && v !== null ? '[…]' : String(v))).join(', ').slice(0, 60) });
	if (position.length === 2) return position as Position;
	mend('flat');
	return [x, y];
}

function lineOf(value: unknown, mend: Mend): Position[] {
	const line: Position[] = [];
	for (const each of listOf(value)) {
		const position = positionOf(each, mend);
		const last = line.at(-1);
		if (last !== undefined && last[0] === position[0] && last[1] === position[1]) mend('repeated');
		else line.push(position);
	}
	return line;
}

/** Twice the area with its sign, counter-clockwise above zero; from the first point, so that large coordinates lose no digits. */
export function ringArea(ring: readonly Position[]): number {
	const [x0, y0] = ring[0] as [number, number];
	let sum = 0;
	for (let i = 1; i < ring.length; i++) sum += (ring[i - 1]![0]! - x0) * (ring[i]![1]! - y0) - (ring[i]![0]! - x0) * (ring[i - 1]![1]! - y0);
	return sum;
}

function hasArea(ring: readonly Position[]): boolean {
	const box = spanOf(ring, 0) * spanOf(ring, 1);
	return box > 0 && Math.abs(ringArea(ring)) > box * 1e-12;
}
function spanOf(ring: readonly Position[], axis: 0 | 1): number {
	let [least, most] = [Infinity, -Infinity];
	for (const position of ring) {
		least = Math.min(least, position[axis]!);
		most = Math.max(most, position[axis]!);
	}
	return most - least;
}

/** `null` where the ring encloses nothing. */
function closedRing(value: unknown, mend: Mend): Position[] | null {
	const ring = lineOf(value, mend);
	const [first, last] = [ring[0], ring.at(-1)];
	if (first === undefined || last === undefined) return null;
	if (ring.length > 2 && (first[0] !== last[0] || first[1] !== last[1])) {
		ring.push([...first]);
		mend('unclosed');
	}
	return ring.length < 4 ? null : ring;
}

/** Shell counter-clockwise, holes clockwise. */
function turned(ring: Position[], isShell: boolean, mend: Mend): Position[] {
	if (ringArea(ring) > 0 === isShell) return ring;
	mend('turned');
	return ring.toReversed();
}

/** Rings of a polygon, or the crossing that leaves its inside open. */
function polygonOf(value: unknown, mend: Mend): { rings: Position[][]; crossing: Position | null } | null {
	const all = listOf(value).map((ring) => closedRing(ring, mend));
	const shell = all[0];
	if (!shell) return null;
	const crossing = findCrossing(all.filter((ring) => ring !== null));
	if (crossing) return { rings: all.filter((ring) => ring !== null), crossing };
	if (!hasArea(shell)) return null;
	const holes = all.slice(1).filter((ring) => ring !== null && hasArea(ring)) as Position[][];
	if (holes.length < all.length - 1) mend('hole-dropped');
	return { rings: [turned(shell, true, mend), ...holes.map((ring) => turned(ring, false, mend))], crossing: null };
}

/** Keeps what is sound; nothing left leaves the feature without a geometry. */
function keep<T>(all: readonly (T | null)[], key: 'zero-line' | 'zero-area', mend: Mend): T[] {
	const kept = all.filter((part) => part !== null);
	if (all.length === 0) throw new Unusable('empty-shape');
	if (kept.length === 0) throw new Unusable(key);
	if (kept.length < all.length) mend('part-dropped', { count: all.length - kept.length });
	return kept;
}

function areas(value: unknown[], mend: Mend): Parts {
	if (value.every((polygon) => Array.isArray(polygon) && polygon.length === 0)) throw new Unusable('empty-shape');
	const polygons = keep(value.map((polygon) => polygonOf(polygon, mend)), 'zero-area', mend);
	const crossing = polygons.find((polygon) => polygon.crossing)?.crossing;
	if (!crossing) return { dimension: 2, polygons: polygons.map(({ rings }) => rings) };
	mend('crossed', { at: crossing.map((v) => Number(v.toFixed(5))).join(', ') });
	return { dimension: 1, polygons: polygons.flatMap(({ rings }) => rings.map((ring) => [ring])) };
}

const lines = (value: unknown[], mend: Mend): Parts => {
	if (value.every((line) => Array.isArray(line) && line.length === 0)) throw new Unusable('empty-shape');
	return { dimension: 1, polygons: keep(value.map((each) => lineOf(each, mend)).map((line) => (line.length < 2 ? null : [line])), 'zero-line', mend) };
};
const points = (value: unknown[], mend: Mend): Parts => {
	if (value.length === 0 || value.every((point) => Array.isArray(point) && point.length === 0)) throw new Unusable('empty-shape');
	return { dimension: 0, polygons: value.map((each) => [[positionOf(each, mend)]]) };
};

/** Collections inside collections; beyond it a file is up to something. */
const deepest = 8;
function partsOf(raw: unknown, mend: Mend, depth = 0): Parts {
	if (raw === null || raw === undefined) throw new Unusable('no-geometry');
	if (!isRecord(raw)) throw new Unusable('bad-type', { type: String(raw).slice(0, 40) });
	switch (raw.type) {
		case 'Point': return points([raw.coordinates], mend);
		case 'MultiPoint': return points(listOf(raw.coordinates), mend);
		case 'LineString': return lines([raw.coordinates], mend);
		case 'MultiLineString': return lines(listOf(raw.coordinates), mend);
		case 'Polygon': return areas([raw.coordinates], mend);
		case 'MultiPolygon': return areas(listOf(raw.coordinates), mend);
		case 'GeometryCollection': {
			if (depth === deepest) throw new Unusable('bad-type', { type: 'GeometryCollection' });
			const parts = listOf(raw.geometries).map((each) => partsOf(each, mend, depth + 1));
			if (parts.length === 0) throw new Unusable('empty-shape');
			if (parts.some(({ dimension }) => dimension !== parts[0]!.dimension)) throw new Unusable('mixed-parts');
			return { dimension: parts[0]!.dimension, polygons: parts.flatMap(({ polygons }) => polygons) };
		}
		default: throw new Unusable('bad-type', { type: String(raw.type ?? '?').slice(0, 40) });
	}
}

function toGeometry({ dimension, polygons }: Parts): Geometry {
	const isOne = polygons.length === 1;
	if (dimension === 0) return isOne ? { type: 'Point', coordinates: polygons[0]![0]![0]! } : { type: 'MultiPoint', coordinates: polygons.map(([[point]]) => point!) };
	if (dimension === 1) return isOne ? { type: 'LineString', coordinates: polygons[0]![0]! } : { type: 'MultiLineString', coordinates: polygons.map(([line]) => line!) };
	return isOne ? { type: 'Polygon', coordinates: polygons[0]! } : { type: 'MultiPolygon', coordinates: polygons };
}

/** `raw`: GeoJSON as found, in any coordinate system. Never throws for what it holds. */
export function cleanGeometry(raw: unknown): Cleaned {
	const notes: Note[] = [];
	const mend: Mend = (key, words = {}) => {
		if (!notes.some((note) => note.key === key)) notes.push({ key, with: words, level: 'repaired' });
	};
	try {
		return { geometry: toGeometry(partsOf(raw, mend)), notes };
	} catch (error) {
		if (error instanceof Unusable) return { geometry: null, notes: [error.note] };
		throw error;
	}
}
