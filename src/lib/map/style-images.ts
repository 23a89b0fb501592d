/** Patterns that the basemap fills areas with, drawn as bytes: no sprite file, no canvas. */
import { rgba } from './palette.ts';
import type { Palette } from './palette.ts';

export interface StyleImage {
	width: number;
	height: number;
	data: Uint8Array;
}

/** Pixels where `covers` says how much (0–1) of the ink lies there; two device px for one px on screen. */
function draw(width: number, height: number, ink: string, covers: (x: number, y: number) => number): StyleImage {
	const data = new Uint8Array(width * height * 4);
	const [r, g, b] = rgba(ink);
	for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.set([r, g, b, Math.round(255 * covers(x, y))], (y * width + x) * 4);
	return { width, height, data };
}

/** Level lines: a water body whose shape is not measured. */
const rules = (palette: Palette): StyleImage => draw(10, 10, palette.shore, (_, y) => (y === 4 ? 0.5 : 0));
/** Slanting lines: an extent that only stands for a place. */
const hatch = (palette: Palette): StyleImage => draw(14, 14, palette.reed, (x, y) => {
	const off = Math.abs(((x + y) % 14) - 7);
	return off < 1 ? 0.42 : off < 2 ? 0.14 : 0;
});
/** Nothing to see: holds room against labels. */
const guard = (): StyleImage => ({ width: 28, height: 28, data: new Uint8Array(28 * 28 * 4) });

export const styleImages = (palette: Palette): Record<'rules' | 'hatch' | 'guard', StyleImage> => ({ rules: rules(palette), hatch: hatch(palette), guard: guard() });
