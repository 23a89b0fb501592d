/** Districts and large lakes as SVG paths: the map before the map, small enough to be sent with the page (about 6 KB). */
import type { Shape, Shapes } from '../domain/shape.ts';
import { toPixels } from './pixels.ts';
import { runsOf } from './runs.ts';

export interface Outline {
	viewBox: string;
	districts: string[];
	waters: string[];
}

const zoom = 9.5;
const leastKm2 = 10;

/** Paths in px of zoom 9.5, points closer than 1.5 px to the last left out. */
export function toOutline(shapes: Shapes, [west, south, east, north]: readonly [number, number, number, number]): Outline {
	const [left, top] = toPixels([west, north], zoom);
	const [right, bottom] = toPixels([east, south], zoom);
	const toPath = (shape: Shape): string => runsOf(shape).map((run) => {
		let last: [number, number] = [Infinity, Infinity];
		const points = run.flatMap((position): string[] => {
			const [x, y] = toPixels(position, zoom);
			if (Math.hypot(x - last[0], y - last[1]) < 1.5) return [];
			last = [x, y];
			return [`${Math.round((x - left) * 10) / 10} ${Math.round((y - top) * 10) / 10}`];
		});
		return points.length > 2 ? `M${points.join('L')}Z` : '';
	}).join('');
	return {
		viewBox: `0 0 ${Math.round(right - left)} ${Math.round(bottom - top)}`,
		districts: shapes.district.filter((shape) => shape.kind === 'district' && !shape.context).map(toPath),
		waters: shapes.water.filter((shape) => !shape.context && shape.role === undefined && (shape.areaKm2 ?? 0) >= leastKm2).map(toPath)
	};
}
