import type { Lang } from '#lib/i18n/lang.ts';
import { dueSheet } from '#lib/query/progress-sheets.ts';
import { openProgress } from '../../../progress-page.server.ts';
import { csvHeaders, sheetMark } from '../../../progress.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params, url }) => {
	const { page, writer, dataDate } = openProgress(params.lang as Lang, url.search);
	return new Response(sheetMark + dueSheet(writer, page, dataDate), { headers: csvHeaders(`shuixiang-dues-${page.choice.on}.csv`) });
};
