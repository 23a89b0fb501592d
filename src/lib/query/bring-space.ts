/** Brings the ground of questions about space to an index that has none: its code and the geometry, only where a question needs them. */
import type { Slide } from '../domain/briefing.ts';
import type { Shapes } from '../domain/shape.ts';
import type { Query } from './explore.ts';
import { asksGround } from './select.ts';
import { decode } from './url.ts';

/** Errors: rejects where code or geometry cannot be had; the index stays without. */
export async function bringSpace({ atlas, index }: Query, shapes: () => Promise<Shapes>): Promise<void> {
	const [{ createSpaceIndex }, ground] = await Promise.all([import('./space/space-index.ts'), shapes()]);
	index.space ??= createSpaceIndex(atlas, index, ground);
}

/** Whether some slide is filtered by a question about space. */
export const slidesAskGround = (slides: readonly Slide[]): boolean => slides.some(({ view }) => asksGround(decode(view).view.filter));
