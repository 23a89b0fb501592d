import { readShelf } from '#lib/server/layer-shelf.ts';
import { plannerFolder } from '#lib/server/roots.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = () => ({ shelf: readShelf(plannerFolder()) });
