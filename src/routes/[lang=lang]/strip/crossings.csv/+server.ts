import '#lib/i18n/rooms/strip.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { crossingSheet, sheetToCsv } from '#lib/query/strip-sheet.ts';
import { csvHeaders, sheetMark, writerOf } from '../../../progress.server.ts';
import { serverQuery } from '../../../query.server.ts';
import { openStrips } from '../../../strip.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params }) => {
	const writer = writerOf(params.lang as Lang);
	const { dataDate } = serverQuery().atlas.dataset;
	const notes = [writer.t('strip.matrix.lead'), writer.t('strip.lead'), writer.t('footer.data', { date: dataDate })];
	return new Response(sheetMark + sheetToCsv(crossingSheet(writer, openStrips(writer.lang).matrix, notes)), { headers: csvHeaders(`shuixiang-crossings-${dataDate}.csv`) });
};
