import { error } from '@sveltejs/kit';
import type { Lang } from '#lib/i18n/lang.ts';
import { indicatorPage, valueSheet } from '#lib/query/indicator-page.ts';
import { csvHeaders, serverProgress, sheetMark, writerOf } from '../../../../progress.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params }) => {
	const { atlas, judgements } = serverProgress();
	const writer = writerOf(params.lang as Lang);
	const page = indicatorPage(atlas, writer, judgements, params.id);
	if (!page) error(404, writer.t('indicators.missing', { id: params.id.slice(0, 80) }));
	return new Response(sheetMark + valueSheet(writer, page), { headers: csvHeaders(`${page.id}.csv`) });
};
