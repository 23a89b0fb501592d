import '#lib/i18n/rooms/versus.ts';
import { error } from '@sveltejs/kit';
import type { Lang } from '#lib/i18n/lang.ts';
import { governmentBoard } from '#lib/query/government-board.ts';
import { governmentSheet } from '#lib/query/government-sheet.ts';
import { csvHeaders, sheetMark, writerOf } from '../../../progress.server.ts';
import { serverQuery } from '../../../query.server.ts';
import type { RequestHandler } from './$types.js';

export const GET: RequestHandler = ({ params, url }) => {
	const writer = writerOf(params.lang as Lang);
	const asked = (url.searchParams.get('place') ?? '').slice(0, 80);
	const board = governmentBoard(serverQuery().atlas, writer, asked);
	if (!board) error(404, writer.t('versus.board.missing', { id: asked }));
	return new Response(sheetMark + governmentSheet(writer, board), { headers: csvHeaders(`shuixiang-governments-${board.id}-${board.dataDate}.csv`) });
};
