/** An area while it is being drawn: what each click and key does, without the map. */
import { problemOf, rectangleOf } from './corners.ts';
import type { Corner, CornerProblem } from './corners.ts';

export interface Drawing {
	shape: 'polygon' | 'rectangle';
	corners: readonly Corner[];
	/** Where the pointer stands; `null` before it has been seen. */
	pointer: Corner | null;
}
export type Act = { is: 'move' | 'click'; at: Corner } | { is: 'undo' };

export const startDrawing = (shape: Drawing['shape']): Drawing => ({ shape, corners: [], pointer: null });

/** A double click brings two clicks at one spot; the second sets no corner. */
export function act(drawing: Drawing, given: Act): Drawing {
	if (given.is === 'undo') return { ...drawing, corners: drawing.corners.slice(0, -1) };
	if (given.is === 'move') return { ...drawing, pointer: given.at };
	const last = drawing.corners.at(-1);
	const isRepeat = last !== undefined && Math.abs(last[0] - given.at[0]) < 1e-6 && Math.abs(last[1] - given.at[1]) < 1e-6;
	return isRepeat ? drawing : { ...drawing, pointer: given.at, corners: [...drawing.corners, given.at] };
}

/** What the map shows: the corners so far and the pointer after them. */
export function outlineOf({ shape, corners, pointer }: Drawing): Corner[] {
	if (shape === 'rectangle') return corners[0] && (corners[1] ?? pointer) ? rectangleOf(corners[0], (corners[1] ?? pointer)!) : [...corners];
	return pointer && corners.length > 0 ? [...corners, pointer] : [...corners];
}

/** A rectangle is done with its second corner; a polygon when the planner says so. */
export const isDone = ({ shape, corners }: Drawing): boolean => shape === 'rectangle' && corners.length >= 2;

export function finish({ shape, corners }: Drawing): { corners: Corner[]; problem: CornerProblem | null } {
	const area = shape === 'rectangle' && corners[0] && corners[1] ? rectangleOf(corners[0], corners[1]) : [...corners];
	return { corners: area, problem: problemOf(area) };
}
