/**
 * The area within a distance of geometry, as polygons: a grid of distances, contoured at the distance asked for. Chosen over a buffer
 * operation because many lines and lakes fuse at no cost and nothing self-intersects; the price is an edge that is true to about a
 * tenth of a grid cell along straight runs, drawn dotted. It decides nothing: the query measures exactly.
 */
import { contours } from 'd3';
import type { Geometry, LineString } from 'geojson';
import { offsetXy } from '../geo/bank.ts';
import type { Side } from '../geo/bank.ts';
import { toRun } from '../geo/chainage.ts';
import { holdsPoint, toPlanar, toPosition } from '../geo/planar.ts';
import type { Planar } from '../geo/planar.ts';
import type { Position } from './scene.ts';

/** Cells along the longer side. */
const cells = 220;

/** Rings of each polygon, exterior first, [lon, lat]; none without geometry. `side`: only what lies on that side of the one line given, looking along it; nothing past its ends. */
export function bandAround(geometries: readonly Geometry[], withinM: number, side?: Side): Position[][][] {
	if (geometries.length === 0) return [];
	const planar = toPlanar(geometries);
	const [west, south, east, north] = planar.bbox;
	const margin = withinM * 1.15 + 50;
	const step = (Math.max(east - west, north - south) + 2 * margin) / cells;
	const [columns, rows] = [Math.ceil((east - west + 2 * margin) / step) + 1, Math.ceil((north - south + 2 * margin) / step) + 1];
	const run = side && toRun((geometries[0] as LineString).coordinates);
	const values = Array.from({ length: columns * rows }, (_, index) => {
		const x = west - margin + (index % columns) * step;
		const y = south - margin + Math.floor(index / columns) * step;
		const metres = distanceTo(planar, x, y, withinM + 2 * step);
		if (!run || metres > withinM + step) return withinM - metres;
		const found = offsetXy(run, [x, y]).side;
		return found === null ? -step : Math.min(withinM - metres, found === side ? metres : -metres);
	});
	const place = ([column, row]: number[]): Position => toPosition([west - margin + (column! - 0.5) * step, south - margin + (row! - 0.5) * step]);
	const { coordinates } = contours().size([columns, rows]).contour(values, 0);
	return coordinates.map((rings) => rings.map((ring) => ring.map(place)));
}

/** Metres to the nearest segment, 0 inside an area, `limitM` at most. */
function distanceTo(planar: Planar, x: number, y: number, limitM: number): number {
	if (planar.polygons.length > 0 && holdsPoint(planar, x, y)) return 0;
	let best = limitM;
	for (const index of planar.index.search(x - limitM, y - limitM, x + limitM, y + limitM)) {
		const [x1, y1, x2, y2] = planar.segments.subarray(index * 4, index * 4 + 4) as unknown as [number, number, number, number];
		const [dx, dy] = [x2 - x1, y2 - y1];
		const length2 = dx * dx + dy * dy;
		const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / length2));
		best = Math.min(best, Math.hypot(x - x1 - t * dx, y - y1 - t * dy));
	}
	return best;
}
