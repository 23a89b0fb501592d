/** What draws the ground of a question comes with the first question that looks somewhere: the first page carries none of it. */
import type { Scene } from './scene.ts';

let drawing: typeof import('./draw-asked.ts') | null = null;
export const askedDrawing = (): typeof drawing => drawing;

/** `null` where it is here, or nothing looks anywhere. Rejects where the code cannot be had; the next scene asks again. */
export const bringDrawing = ({ scope, asked }: Scene): Promise<void> | null => (drawing || (scope === null && asked.length === 0) ? null : import('./draw-asked.ts').then((loaded) => void (drawing = loaded)));
