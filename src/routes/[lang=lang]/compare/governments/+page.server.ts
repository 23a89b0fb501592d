import type { Lang } from '#lib/i18n/lang.ts';
import { boardEntries, governmentBoard } from '#lib/query/government-board.ts';
import { writerOf } from '../../../progress.server.ts';
import { serverQuery } from '../../../query.server.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params, url }) => {
	const lang = params.lang as Lang;
	const { atlas } = serverQuery();
	const asked = (url.searchParams.get('place') ?? '').slice(0, 80);
	const board = asked === '' ? null : governmentBoard(atlas, writerOf(lang), asked);
	return { asked, board, entries: boardEntries(atlas, lang) };
};
