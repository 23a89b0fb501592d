import type { Lang } from '#lib/i18n/lang.ts';
import { methodPage } from '#lib/query/method-page.ts';
import { serverProgress, writerOf } from '../../progress.server.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params }) => {
	const { atlas, judgements } = serverProgress();
	return methodPage(atlas, writerOf(params.lang as Lang), judgements);
};
