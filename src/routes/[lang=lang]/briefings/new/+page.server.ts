import { listBriefings } from '#lib/server/briefings.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = () => ({ taken: listBriefings().map(({ slug }) => slug) });
