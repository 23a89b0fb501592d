import '#lib/i18n/rooms/strip.ts';
import { error } from '@sveltejs/kit';
import type { Lang } from '#lib/i18n/lang.ts';
import { sheetToCsv, stripSheet } from '#lib/query/strip-sheet.ts';
import { csvHeaders, sheetMark, writerOf } from '../../../../progress.server.ts';
import { openStripPage } from '../../../../strip.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params }) => {
	const writer = writerOf(params.lang as Lang);
	const strip = openStripPage(writer.lang, params.id);
	if (!strip) error(404, writer.t('strip.missing', { id: params.id.slice(0, 80) }));
	return new Response(sheetMark + sheetToCsv(stripSheet(writer, strip)), { headers: csvHeaders(`strip-${strip.id}.csv`) });
};
