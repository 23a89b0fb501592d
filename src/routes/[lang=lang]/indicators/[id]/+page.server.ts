import { error } from '@sveltejs/kit';
import type { Lang } from '#lib/i18n/lang.ts';
import { indicatorPage } from '#lib/query/indicator-page.ts';
import { serverProgress, writerOf } from '../../../progress.server.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params }) => {
	const { atlas, judgements } = serverProgress();
	const writer = writerOf(params.lang as Lang);
	const indicator = indicatorPage(atlas, writer, judgements, params.id);
	if (!indicator) error(404, writer.t('indicators.missing', { id: params.id.slice(0, 80) }));
	return { indicator };
};
