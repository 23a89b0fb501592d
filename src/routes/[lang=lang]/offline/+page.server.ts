import { listBriefings } from '#lib/server/briefings.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = () => ({ briefings: listBriefings().filter(({ problem }) => problem === '').map(({ slug, title }) => ({ slug, title })) });
