import { writeXlsx } from '#lib/catalogue/formats/write-xlsx.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { indicatorBook } from '#lib/query/indicator-books.ts';
import { indicatorList, listKnown } from '#lib/query/indicator-rows.ts';
import { decodeList } from '#lib/query/indicator-url.ts';
import { serverProgress, writerOf, xlsxHeaders } from '../../progress.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ params, url }) => {
	const { atlas, judgements } = serverProgress();
	const writer = writerOf(params.lang as Lang);
	const { filter } = decodeList(url.search, listKnown(atlas));
	const list = indicatorList(atlas, writer, judgements, filter);
	return new Response(await writeXlsx(indicatorBook(atlas, writer, judgements, list, filter)), { headers: xlsxHeaders(`shuixiang-indicators-${atlas.dataset.dataDate}.xlsx`) });
};
