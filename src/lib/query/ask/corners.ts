/**
 * The corners of an area that a planner draws or types, and what is wrong with them. Nothing with a fault is asked; the corners stay as they are,
 * to be mended.
 */
import { findCrossing } from '../../geo/ring.ts';
import { cornerOf, maxCorners } from '../space-values.ts';

export type Corner = [lon: number, lat: number];
/** `line`, `first`, `second` are numbers from 1: of a line of text or of an edge. */
export type CornerProblem =
	| { is: 'unreadable' | 'swapped' | 'outside'; line: number }
	| { is: 'few' | 'many'; n: number }
	| { is: 'crosses'; first: number; second: number };

/** Five digits are a metre: finer than any hand on a map, and short enough for an address. */
const digits = 5;
export const printCorner = ([lon, lat]: Corner): string => `${Number(lon.toFixed(digits))}_${Number(lat.toFixed(digits))}`;
const isSame = (a: Corner | undefined, b: Corner | undefined): boolean => a !== undefined && b !== undefined && printCorner(a) === printCorner(b);

/** One corner a line, `120.95,31.05`; brackets, spaces and full-width commas are understood, as is a whole ring copied from GeoJSON. A last corner that repeats the first is dropped. */
export function readCorners(text: string): { corners: Corner[]; problem: CornerProblem | null } {
	const corners: Corner[] = [];
	const lines = text.replace(/\]\s*[,，]\s*\[/g, '\n').split(/[\n;；]/).map((line) => line.replace(/[[\]()（）\s]+/g, ' ').trim()).filter((line) => line !== '');
	for (const [i, line] of lines.entries()) {
		const match = /^(\d+(?:\.\d+)?)\s*[,，、_ ]\s*(\d+(?:\.\d+)?)[,，]?$/.exec(line);
		if (!match) return { corners, problem: { is: 'unreadable', line: i + 1 } };
		const [lon, lat] = [Number(match[1]), Number(match[2])];
		if (!cornerOf(printCorner([lon, lat]))) return { corners, problem: { is: cornerOf(printCorner([lat, lon])) ? 'swapped' : 'outside', line: i + 1 } };
		if (!isSame(corners.at(-1), [lon, lat])) corners.push([lon, lat]);
	}
	if (corners.length > 1 && isSame(corners[0], corners.at(-1))) corners.pop();
	return { corners, problem: problemOf(corners) };
}

export const writeCorners = (corners: readonly Corner[]): string => corners.map((corner) => printCorner(corner).replace('_', ',')).join('\n');

/** What keeps corners from being an area; the first thing found. */
export function problemOf(corners: readonly Corner[]): CornerProblem | null {
	const outside = corners.findIndex((corner) => !cornerOf(printCorner(corner)));
	if (outside >= 0) return { is: 'outside', line: outside + 1 };
	if (corners.length < 3) return { is: 'few', n: corners.length };
	if (corners.length > maxCorners) return { is: 'many', n: corners.length };
	const crossing = findCrossing(corners);
	return crossing && { is: 'crosses', first: crossing[0], second: crossing[1] };
}

/** The rectangle between two opposite corners. */
export const rectangleOf = ([w, s]: Corner, [e, n]: Corner): Corner[] => [[w, s], [e, s], [e, n], [w, n]];
