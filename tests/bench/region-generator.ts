/**
 * Inventories of an invented region as planners hold them, as large as asked and the same for the same seed: pipes along real rivers and roads, pumps,
 * sluices and bridges beside them, parcels of all sizes, some with courtyards, some in several pieces; attributes that are skewed and often missing.
 * 1× is 1,000 assets. Nothing of this is data of the atlas; it measures how the atlas bears a load.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FeatureCollection, Geometry, Position } from 'geojson';
import type { CategoryColumn, Columns, NumberColumn, TextColumn } from '#lib/domain/columns.ts';
import { createGeometryWriter, featureAt } from './columns-writer.ts';
import { seeded } from './multiply.ts';

export const assetsPerUnit = 1000;
export interface RegionSize {
	/** 1 to 1000. */
	times: number;
	seed?: number;
	/** `points`: every asset is a point. */
	shapes?: 'mixed' | 'points';
}

const metresPerDegree = [95_450, 110_870] as const;
const kinds = ['', '管道', '地块', '泵站', '水闸', '桥梁', '监测点'];
const statuses = ['', '在用', '在建', '规划', '停用', '报废'];
const materials = ['', '球墨铸铁', '混凝土', '聚乙烯', '钢', '砖石'];
/** Waters and roads of the repository that assets lie along. */
const skeletonFiles = { waters: ['rivers', 'waterways'], roads: ['roads'] } as const;
const placesFolder = join(import.meta.dirname, '../../geodata/places');

interface Skeleton {
	lines: Position[][];
	/** Metres up to the end of each line, added up. */
	metres: number[];
}

const apart = (a: Position, b: Position): number => Math.hypot((a[0]! - b[0]!) * metresPerDegree[0], (a[1]! - b[1]!) * metresPerDegree[1]);
const lengthOf = (line: Position[]): number => line.reduce((sum, at, i) => (i === 0 ? 0 : sum + apart(line[i - 1]!, at)), 0);
const isNear = ([lon, lat]: Position): boolean => lon! > 120.3 && lon! < 121.4 && lat! > 30.7 && lat! < 31.3;

function readSkeleton(names: readonly string[]): Skeleton {
	const geometries = names.flatMap((name) => (JSON.parse(readFileSync(join(placesFolder, `${name}.geojson`), 'utf8')) as FeatureCollection<Geometry | null>).features.map(({ geometry }) => geometry));
	const lines = geometries.flatMap((geometry) => (geometry?.type === 'LineString' ? [geometry.coordinates] : geometry?.type === 'MultiLineString' ? geometry.coordinates : [])).filter((line) => line.length > 1 && line.every(isNear));
	let sum = 0;
	return { lines, metres: lines.map((line) => (sum += lengthOf(line))) };
}

/** Lines of the region for questions: the longest waters, longest first. */
export const regionRivers = (): Geometry[] => readSkeleton(skeletonFiles.waters).lines.toSorted((a, b) => lengthOf(b) - lengthOf(a)).map((coordinates) => ({ type: 'LineString', coordinates }));

export function generateRegion({ times, seed = 1, shapes = 'mixed' }: RegionSize): Columns {
	const random = seeded(seed);
	const count = Math.round(times * assetsPerUnit);
	const [waters, roads] = [readSkeleton(skeletonFiles.waters), readSkeleton(skeletonFiles.roads)];
	const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
	const logNormal = (middle: number, spread: number): number => middle * Math.exp(spread * normal());
	const writer = createGeometryWriter();
	const owners = ['', ...Array.from({ length: 40 }, (_, i) => `权属单位${i + 1}`)];
	const category = (name: string, values: string[]): CategoryColumn => ({ type: 'category', name, values, codes: new Uint16Array(count) });
	const number = (name: string): NumberColumn => ({ type: 'number', name, values: new Float64Array(count).fill(NaN) });
	const [kind, status, owner, material] = [category('kind', kinds), category('status', statuses), category('owner', owners), category('material', materials)];
	const [year, length, investment] = [number('year'), number('length'), number('investment')];
	const names = new Array<string>(count);

	/** A place on a line, each metre as likely as any other, with the way on from there. */
	function along({ lines, metres }: Skeleton): { at: Position; line: Position[]; next: number } {
		const wanted = random() * metres.at(-1)!;
		let [low, high] = [0, metres.length - 1];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (metres[middle]! < wanted) low = middle + 1;
			else high = middle;
		}
		const line = lines[low]!;
		let left = wanted - (low === 0 ? 0 : metres[low - 1]!);
		let next = 1;
		while (next < line.length - 1 && left > apart(line[next - 1]!, line[next]!)) left -= apart(line[next - 1]!, line[next++]!);
		const span = apart(line[next - 1]!, line[next]!) || 1;
		return { at: between(line[next - 1]!, line[next]!, Math.min(1, left / span)), line, next };
	}
	const moved = ([lon, lat]: Position, east: number, north: number): Position => [rounded(lon! + east / metresPerDegree[0]), rounded(lat! + north / metresPerDegree[1])];
	const beside = (skeleton: Skeleton, spreadM: number): Position => moved(along(skeleton).at, normal() * spreadM, normal() * spreadM);

	function pipe(): Position[] {
		const { at, line, next } = along(random() < 0.45 ? waters : roads);
		const [east, north] = [normal() * 25, normal() * 25];
		const wanted = Math.min(8000, logNormal(420, 0.9));
		const step = Math.max(15, wanted / (3 + Math.floor(random() * 16)));
		const path = [moved(at, east, north)];
		let [here, sum] = [at, 0];
		for (let i = next; i < line.length && sum < wanted; ) {
			const span = apart(here, line[i]!);
			if (span <= step) {
				here = line[i++]!;
				sum += span;
			} else {
				here = between(here, line[i]!, step / span);
				sum += step;
			}
			path.push(moved(here, east + normal() * 2, north + normal() * 2));
		}
		return path.length > 1 ? path : [path[0]!, moved(at, east + wanted, north)];
	}

	function ring(middle: Position, radiusM: number, corners: number, turn: number): Position[] {
		const points = Array.from({ length: corners }, (_, i) => {
			const angle = turn + (2 * Math.PI * (i + 0.6 * (random() - 0.5))) / corners;
			const radius = radiusM * (0.75 + 0.5 * random());
			return moved(middle, radius * Math.cos(angle), radius * Math.sin(angle));
		});
		return [...points, points[0]!];
	}
	function parcel(middle: Position): Position[][] {
		const radius = Math.min(900, logNormal(55, 0.7));
		const rings = [ring(middle, radius, 4 + Math.floor(random() * random() * 14), random())];
		if (random() < 0.06) rings.push(ring(middle, radius * 0.3, 4, random()).toReversed());
		return rings;
	}

	function addGeometry(code: number): number {
		if (random() < 0.003) writer.add('none', []);
		else if (shapes === 'points' || code > 2) writer.add('point', [[[beside(code === 5 || random() < 0.3 ? roads : waters, code === 6 ? 900 : 40)]]]);
		else if (code === 1) {
			const parts = random() < 0.03 ? [pipe(), pipe()] : [pipe()];
			writer.add('line', parts.map((part) => [part]));
			return parts.reduce((sum, part) => sum + lengthOf(part), 0);
		} else {
			const middle = beside(random() < 0.6 ? roads : waters, 1800);
			const pieces = random() < 0.04 ? 2 + Math.floor(random() * 2) : 1;
			writer.add('area', Array.from({ length: pieces }, (_, i) => parcel(moved(middle, i * 2200, 0))));
		}
		return NaN;
	}

	/** The first values are the common ones; code 0 with the chance given. */
	const skewed = (values: number, chanceNone: number): number => (random() < chanceNone ? 0 : 1 + Math.floor((values - 1) * random() ** 2.6));
	for (let row = 0; row < count; row++) {
		const draw = random();
		const code = draw < 0.3 ? 1 : draw < 0.5 ? 2 : draw < 0.66 ? 3 : draw < 0.78 ? 4 : draw < 0.88 ? 5 : 6;
		kind.codes[row] = code;
		const metres = addGeometry(code);
		if (random() < 0.92) length.values[row] = Math.round(metres);
		status.codes[row] = skewed(statuses.length, 0.06);
		owner.codes[row] = skewed(owners.length, 0.15);
		material.codes[row] = code === 1 || code === 5 ? skewed(materials.length, 0.3) : 0;
		if (random() < 0.82) year.values[row] = Math.round(2025 - 45 * random() ** 1.8);
		if (random() < 0.45) investment.values[row] = Math.round(logNormal(code === 2 ? 900 : 60, 1.3) * 10) / 10;
		names[row] = `${kinds[code]!}${row + 1}号`;
	}
	return { geometry: writer.done(), attributes: [kind, status, owner, material, year, length, investment, toText('name', names)] };
}

export const toFeatureCollection = (columns: Columns): FeatureCollection<Geometry | null> => ({ type: 'FeatureCollection', features: Array.from({ length: columns.geometry.count }, (_, row) => featureAt(columns, row)) });

function toText(name: string, texts: readonly string[]): TextColumn {
	const starts = new Uint32Array(texts.length + 1);
	const encoder = new TextEncoder();
	let bytes = new Uint8Array(texts.length * 24 + 64);
	texts.forEach((word, i) => {
		if (starts[i]! + word.length * 3 > bytes.length) {
			const next = new Uint8Array(bytes.length * 2);
			next.set(bytes);
			bytes = next;
		}
		starts[i + 1] = starts[i]! + encoder.encodeInto(word, bytes.subarray(starts[i]!)).written;
	});
	return { type: 'text', name, bytes: bytes.slice(0, starts.at(-1)), starts };
}

const between = (a: Position, b: Position, part: number): Position => [a[0]! + part * (b[0]! - a[0]!), a[1]! + part * (b[1]! - a[1]!)];
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
