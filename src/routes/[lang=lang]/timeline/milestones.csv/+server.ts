import type { Lang } from '#lib/i18n/lang.ts';
import { milestoneSheet } from '#lib/query/timeline-sheets.ts';
import { csvHeaders, sheetMark } from '../../../progress.server.ts';
import { openTimeline } from '../../../timeline-page.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params, url }) => {
	const { page, writer } = openTimeline(params.lang as Lang, url.search);
	return new Response(sheetMark + milestoneSheet(writer, page), { headers: csvHeaders(`shuixiang-milestones-${page.dataDate}.csv`) });
};
