/** Seeded geometries around 121° E, 31° N: points, lines, areas with holes, several parts, nothing. */
import type { Geometry, Position } from 'geojson';
import { seeded } from '../../../bench/multiply.ts';

export function createGeometries(seed: number, spread = 0.1) {
	const random = seeded(seed);
	const pick = (most: number): number => Math.floor(random() * most);
	const spot = (): Position => [121 + spread * (random() - 0.5), 31 + spread * (random() - 0.5)];
	const line = ([lon, lat]: Position = spot()): Position[] => {
		const path: Position[] = [[lon!, lat!]];
		for (let i = 1 + pick(30); i > 0; i--) path.push([path.at(-1)![0]! + 0.01 * (random() - 0.4), path.at(-1)![1]! + 0.01 * (random() - 0.5)]);
		return path;
	};
	const ring = ([lon, lat]: Position, radius: number): Position[] => {
		const corners = 3 + pick(20);
		const points = Array.from({ length: corners }, (_, i): Position => {
			const angle = (2 * Math.PI * i) / corners;
			const r = radius * (0.7 + 0.3 * random());
			return [lon! + r * Math.cos(angle), lat! + r * Math.sin(angle)];
		});
		return [...points, points[0]!];
	};
	const polygon = (middle: Position = spot()): Position[][] => {
		const radius = 0.002 + 0.02 * random() ** 2;
		return random() < 0.5 ? [ring(middle, radius)] : [ring(middle, radius), ring(middle, radius * 0.3).toReversed()];
	};
	/** Far enough apart never to overlap. */
	const polygons = (): Position[][][] => {
		const [lon, lat] = spot();
		return Array.from({ length: 2 + pick(3) }, (_, i) => polygon([lon! + 0.05 * i, lat!]));
	};
	const makers: (() => Geometry)[] = [
		() => ({ type: 'Point', coordinates: spot() }),
		() => ({ type: 'MultiPoint', coordinates: [spot(), spot(), spot()] }),
		() => ({ type: 'LineString', coordinates: line() }),
		() => ({ type: 'MultiLineString', coordinates: [line(), line()] }),
		() => ({ type: 'Polygon', coordinates: polygon() }),
		() => ({ type: 'MultiPolygon', coordinates: polygons() })
	];
	return { random, pick, geometry: (): Geometry => makers[pick(makers.length)]!() };
}
