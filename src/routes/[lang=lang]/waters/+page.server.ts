import type { Lang } from '#lib/i18n/lang.ts';
import { watersPage } from '#lib/query/waters-page.ts';
import { serverProgress, writerOf } from '../../progress.server.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params }) => {
	const { atlas, judgements } = serverProgress();
	return { waters: watersPage(atlas, writerOf(params.lang as Lang), judgements) };
};
