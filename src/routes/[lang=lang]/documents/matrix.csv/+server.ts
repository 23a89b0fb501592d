import type { Lang } from '#lib/i18n/lang.ts';
import { decodeMatrix } from '#lib/query/library-url.ts';
import { matrixOf, matrixSheet } from '#lib/query/matrix.ts';
import { csvHeaders, sheetMark, writerOf } from '../../../progress.server.ts';
import { serverQuery } from '../../../query.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params, url }) => {
	const { atlas, index } = serverQuery();
	const { choice } = decodeMatrix(url.search);
	const writer = writerOf(params.lang as Lang);
	return new Response(sheetMark + matrixSheet(writer, matrixOf(atlas, index, writer.lang, choice), choice), { headers: csvHeaders(`shuixiang-${choice.places}-by-${choice.by}-${atlas.dataset.dataDate}.csv`) });
};
