import type { Lang } from '#lib/i18n/lang.ts';
import { timelineSvg } from '../../../timeline-page.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params, url }) => timelineSvg(params.lang as Lang, url.search, 'milestones');
