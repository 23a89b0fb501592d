import { listBriefings } from '#lib/server/briefings.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = () => ({ briefings: listBriefings() });
