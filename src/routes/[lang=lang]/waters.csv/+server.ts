import type { Lang } from '#lib/i18n/lang.ts';
import { watersPage, watersSheet } from '#lib/query/waters-page.ts';
import { csvHeaders, serverProgress, sheetMark, writerOf } from '../../progress.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params }) => {
	const { atlas, judgements } = serverProgress();
	const writer = writerOf(params.lang as Lang);
	return new Response(sheetMark + watersSheet(atlas, writer, judgements, watersPage(atlas, writer, judgements)), { headers: csvHeaders(`shuixiang-waters-${atlas.dataset.dataDate}.csv`) });
};
