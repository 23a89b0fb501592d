import { error } from '@sveltejs/kit';
import { writeXlsx } from '#lib/catalogue/formats/write-xlsx.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { valueBook } from '#lib/query/indicator-books.ts';
import { indicatorPage } from '#lib/query/indicator-page.ts';
import { serverProgress, writerOf, xlsxHeaders } from '../../../../progress.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ params }) => {
	const { atlas, judgements } = serverProgress();
	const writer = writerOf(params.lang as Lang);
	const page = indicatorPage(atlas, writer, judgements, params.id);
	if (!page) error(404, writer.t('indicators.missing', { id: params.id.slice(0, 80) }));
	return new Response(await writeXlsx(valueBook(atlas, writer, page)), { headers: xlsxHeaders(`${page.id}.xlsx`) });
};
