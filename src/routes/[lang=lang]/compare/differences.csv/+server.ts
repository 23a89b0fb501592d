import '#lib/i18n/rooms/versus.ts';
import { error } from '@sveltejs/kit';
import type { Lang } from '#lib/i18n/lang.ts';
import { compareCsv } from '#lib/query/compare-sheet.ts';
import { openCompare } from '../../../compare.server.ts';
import { csvHeaders, sheetMark } from '../../../progress.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params, url }) => {
	const { writer, compared } = openCompare(params.lang as Lang, url.search);
	if (!compared) error(400, writer.t('versus.twosides'));
	return new Response(sheetMark + compareCsv(writer, compared, url.origin), { headers: csvHeaders(`shuixiang-compare-${compared.dataDate}.csv`) });
};
