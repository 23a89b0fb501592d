import '#lib/i18n/rooms/strip.ts';
import { error } from '@sveltejs/kit';
import { writeXlsx } from '#lib/catalogue/formats/write-xlsx.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { sheetToBook, stripSheet } from '#lib/query/strip-sheet.ts';
import { writerOf, xlsxHeaders } from '../../../../progress.server.ts';
import { openStripPage } from '../../../../strip.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = async ({ params }) => {
	const writer = writerOf(params.lang as Lang);
	const strip = openStripPage(writer.lang, params.id);
	if (!strip) error(404, writer.t('strip.missing', { id: params.id.slice(0, 80) }));
	return new Response(await writeXlsx(sheetToBook(writer, strip.name, stripSheet(writer, strip))), { headers: xlsxHeaders(`strip-${strip.id}.xlsx`) });
};
