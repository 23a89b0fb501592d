import type { Lang } from '#lib/i18n/lang.ts';
import { indexSheet } from '#lib/query/development-sheet.ts';
import { openIndex } from '../../index-page.server.ts';
import { csvHeaders, sheetMark } from '../../progress.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params, url }) => {
	const { page, choice, writer, dataDate } = openIndex(params.lang as Lang, url.search);
	return new Response(sheetMark + indexSheet(writer, page, choice, dataDate), { headers: csvHeaders(`shuixiang-index-${page.of}.csv`) });
};
