import type { Lang } from '#lib/i18n/lang.ts';
import { openTimeline } from '../../timeline-page.server.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params, url }) => ({ timeline: openTimeline(params.lang as Lang, url.search).page });
