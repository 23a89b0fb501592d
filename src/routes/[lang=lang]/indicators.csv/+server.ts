import type { Lang } from '#lib/i18n/lang.ts';
import { indicatorList, indicatorSheet, listKnown } from '#lib/query/indicator-rows.ts';
import { decodeList } from '#lib/query/indicator-url.ts';
import { csvHeaders, serverProgress, sheetMark, writerOf } from '../../progress.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params, url }) => {
	const { atlas, judgements } = serverProgress();
	const writer = writerOf(params.lang as Lang);
	const list = indicatorList(atlas, writer, judgements, decodeList(url.search, listKnown(atlas)).filter);
	return new Response(sheetMark + indicatorSheet(atlas, writer, judgements, list), { headers: csvHeaders(`shuixiang-indicators-${atlas.dataset.dataDate}.csv`) });
};
