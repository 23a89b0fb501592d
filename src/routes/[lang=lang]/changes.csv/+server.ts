import type { Lang } from '#lib/i18n/lang.ts';
import { changeSheet } from '#lib/query/changes-page.ts';
import { openLog } from '../../changes.server.ts';
import { csvHeaders, sheetMark, writerOf } from '../../progress.server.ts';
import { serverQuery } from '../../query.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params }) => {
	const { hash, rows } = openLog();
	return new Response(sheetMark + changeSheet(serverQuery().atlas, writerOf(params.lang as Lang), rows), { headers: csvHeaders(`shuixiang-changes-${hash.slice(0, 8)}.csv`) });
};
