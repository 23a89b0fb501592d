import '#lib/i18n/rooms/versus.ts';
import { error } from '@sveltejs/kit';
import { writeXlsx } from '#lib/catalogue/formats/write-xlsx.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { compareBook } from '#lib/query/compare-sheet.ts';
import { openCompare } from '../../../compare.server.ts';
import { xlsxHeaders } from '../../../progress.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ params, url }) => {
	const { writer, compared } = openCompare(params.lang as Lang, url.search);
	if (!compared) error(400, writer.t('versus.twosides'));
	return new Response(await writeXlsx(compareBook(writer, compared, url.origin)), { headers: xlsxHeaders(`shuixiang-compare-${compared.dataDate}.xlsx`) });
};
