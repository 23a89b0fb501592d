import type { Lang } from '#lib/i18n/lang.ts';
import { indicatorList, listKnown } from '#lib/query/indicator-rows.ts';
import { decodeList } from '#lib/query/indicator-url.ts';
import { serverProgress, writerOf } from '../../progress.server.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params, url }) => {
	const { atlas, judgements } = serverProgress();
	const { filter, ignored } = decodeList(url.search, listKnown(atlas));
	return { list: indicatorList(atlas, writerOf(params.lang as Lang), judgements, filter), filter, ignored };
};
