import type { Lang } from '#lib/i18n/lang.ts';
import { projectSheet } from '#lib/query/timeline-sheets.ts';
import { csvHeaders, sheetMark } from '../../../progress.server.ts';
import { openTimeline } from '../../../timeline-page.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params, url }) => {
	const { page, writer } = openTimeline(params.lang as Lang, url.search);
	return new Response(sheetMark + projectSheet(writer, page), { headers: csvHeaders(`shuixiang-projects-${page.dataDate}.csv`) });
};
