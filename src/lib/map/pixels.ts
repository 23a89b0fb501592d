/** Apart from the signs and cards: the picture before the map needs it and nothing of theirs. */
import type { Position } from './scene.ts';

/** px in the Mercator plane of MapLibre (512 px tiles) at a zoom. */
export function toPixels([lon, lat]: Position, zoom: number): [x: number, y: number] {
	const world = 512 * 2 ** zoom;
	const sin = Math.sin((lat * Math.PI) / 180);
	return [((lon + 180) / 360) * world, (0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * world];
}
