import type { Lang } from '#lib/i18n/lang.ts';
import { dueCalendar } from '#lib/query/progress-sheets.ts';
import { openProgress } from '../../../progress-page.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params, url }) => {
	const { page, writer, dataDate } = openProgress(params.lang as Lang, url.search);
	const headers = { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': `attachment; filename="shuixiang-dues-${page.choice.on}.ics"`, 'Cache-Control': 'no-cache' };
	return new Response(dueCalendar(writer, page, dataDate, url.origin), { headers });
};
