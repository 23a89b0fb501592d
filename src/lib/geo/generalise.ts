/** Fewer vertices for small scales: Douglas and Peucker's rule on a plane in metres. Points stay; a ring that would vanish stays as it was. WGS84 lon-lat in degrees. */
import type { Geometry, Position } from 'geojson';

const metresPerDegree = 111_320;

/** Metres of `at` from the stretch `a`–`b`. */
function off(at: Position, a: Position, b: Position): number {
	const east = metresPerDegree * Math.cos((a[1]! * Math.PI) / 180);
	const [x, y] = [(at[0]! - a[0]!) * east, (at[1]! - a[1]!) * metresPerDegree];
	const [dx, dy] = [(b[0]! - a[0]!) * east, (b[1]! - a[1]!) * metresPerDegree];
	const length = dx * dx + dy * dy;
	const share = length === 0 ? 0 : Math.max(0, Math.min(1, (x * dx + y * dy) / length));
	return Math.hypot(x - share * dx, y - share * dy);
}

/** `least`: vertices that are kept at least, else the line stays. */
function thin(line: Position[], toleranceM: number, least: number): Position[] {
	if (line.length <= least) return line;
	const kept = new Uint8Array(line.length);
	kept[0] = kept[line.length - 1] = 1;
	const waiting: [number, number][] = [[0, line.length - 1]];
	for (let span = waiting.pop(); span; span = waiting.pop()) {
		const [from, to] = span;
		let [far, at] = [toleranceM, -1];
		for (let i = from + 1; i < to; i++) {
			const metres = off(line[i]!, line[from]!, line[to]!);
			if (metres > far) [far, at] = [metres, i];
		}
		if (at < 0) continue;
		kept[at] = 1;
		waiting.push([from, at], [at, to]);
	}
	const out = line.filter((_, i) => kept[i] === 1);
	return out.length < least ? line : out;
}

export function generalise(geometry: Geometry, toleranceM: number): Geometry {
	const line = (some: Position[]): Position[] => thin(some, toleranceM, 2);
	const ring = (some: Position[]): Position[] => thin(some, toleranceM, 4);
	switch (geometry.type) {
		case 'LineString': return { ...geometry, coordinates: line(geometry.coordinates) };
		case 'MultiLineString': return { ...geometry, coordinates: geometry.coordinates.map(line) };
		case 'Polygon': return { ...geometry, coordinates: geometry.coordinates.map(ring) };
		case 'MultiPolygon': return { ...geometry, coordinates: geometry.coordinates.map((part) => part.map(ring)) };
		default: return geometry;
	}
}

/** Six digits of a degree: a tenth of a metre, less than anyone knows a pipe. */
export function roundPositions<T>(value: T): T {
	if (typeof value === 'number') return (Math.round(value * 1e6) / 1e6) as T;
	if (Array.isArray(value)) return value.map(roundPositions) as T;
	return typeof value === 'object' && value !== null ? (Object.fromEntries(Object.entries(value).map(([key, one]) => [key, key === 'coordinates' ? roundPositions(one as unknown) : one])) as T) : value;
}
