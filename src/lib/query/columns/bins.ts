/**
 * Rows gathered in squares of the map for small scales: a square stands where its rows are on the average and says how many they are. Squares lie on
 * one grid over the world in Mercator, so that moving the map moves none of them. A line or an area counts once, at the middle of its box.
 */
import type { BinRequest, Bins } from '../../domain/column-question.ts';
import type { GeometryColumns } from '../../domain/columns.ts';

/** Beyond this many squares they are made twice as wide, until they are fewer. */
const mostSquares = 1 << 20;
const tilePx = 512;
const rad = Math.PI / 180;
/** 0 in the far north to 1 in the far south. */
const mercatorY = (lat: number): number => 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * rad) / 2)) / (2 * Math.PI);
const latitude = (y: number): number => (Math.atan(Math.exp((0.5 - y) * 2 * Math.PI)) * 2 - Math.PI / 2) / rad;

/** Counts the rows whose mask is 1. */
export function createBinner({ bounds, count, shape }: GeometryColumns): (request: BinRequest, mask: Uint8Array) => Bins {
	let anchors: Float64Array | undefined;
	/** x, y of each row in the world's square of side 1; NaN without geometry. */
	const toAnchors = (): Float64Array => {
		const xy = new Float64Array(2 * count).fill(NaN);
		for (let row = 0; row < count; row++) {
			if (shape[row] === 0) continue;
			xy[2 * row] = (bounds[4 * row]! + bounds[4 * row + 2]!) / 720 + 0.5;
			xy[2 * row + 1] = mercatorY((bounds[4 * row + 1]! + bounds[4 * row + 3]!) / 2);
		}
		return xy;
	};

	return ({ zoom, cellPx, bbox }, mask) => {
		const xy = (anchors ??= toAnchors());
		const [west, north, east, south] = bbox ? [bbox[0] / 360 + 0.5, mercatorY(bbox[3]), bbox[2] / 360 + 0.5, mercatorY(bbox[1])] : extentOf(xy);
		let cell = cellPx / (tilePx * 2 ** zoom);
		if (!(west <= east && north <= south)) return { positions: new Float64Array(), counts: new Uint32Array(), only: new Int32Array(), cellDegrees: cell * 360 };
		const across = (): number => Math.floor(east / cell) - Math.floor(west / cell) + 1;
		const down = (): number => Math.floor(south / cell) - Math.floor(north / cell) + 1;
		while (across() * down() > mostSquares) cell *= 2;
		const [columns, firstColumn, firstLine] = [across(), Math.floor(west / cell), Math.floor(north / cell)];
		const squareOf = new Int32Array(columns * down()).fill(-1);
		const counts: number[] = [];
		const sums: number[] = [];
		const only: number[] = [];
		for (let row = 0; row < count; row++) {
			if (mask[row] !== 1) continue;
			const x = xy[2 * row]!;
			const y = xy[2 * row + 1]!;
			if (!(x >= west && x <= east && y >= north && y <= south)) continue;
			const at = (Math.floor(y / cell) - firstLine) * columns + Math.floor(x / cell) - firstColumn;
			let square = squareOf[at]!;
			if (square < 0) {
				square = squareOf[at] = counts.length;
				counts.push(0);
				sums.push(0, 0);
				only.push(row);
			} else only[square] = -1;
			counts[square]!++;
			sums[2 * square]! += x;
			sums[2 * square + 1]! += y;
		}
		const positions = new Float64Array(sums.length);
		for (let square = 0; square < counts.length; square++) {
			positions[2 * square] = (sums[2 * square]! / counts[square]! - 0.5) * 360;
			positions[2 * square + 1] = latitude(sums[2 * square + 1]! / counts[square]!);
		}
		return { positions, counts: Uint32Array.from(counts), only: Int32Array.from(only), cellDegrees: cell * 360 };
	};
}

function extentOf(xy: Float64Array): [west: number, north: number, east: number, south: number] {
	let [west, north, east, south] = [Infinity, Infinity, -Infinity, -Infinity];
	for (let i = 0; i < xy.length; i += 2) {
		if (Number.isNaN(xy[i]!)) continue;
		west = Math.min(west, xy[i]!);
		east = Math.max(east, xy[i]!);
		north = Math.min(north, xy[i + 1]!);
		south = Math.max(south, xy[i + 1]!);
	}
	return [west, north, east, south];
}
