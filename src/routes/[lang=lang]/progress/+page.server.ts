import type { Lang } from '#lib/i18n/lang.ts';
import { openProgress } from '../../progress-page.server.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params, url }) => {
	const { page, ignored } = openProgress(params.lang as Lang, url.search);
	return { progress: page, ignored, today: new Date().toISOString().slice(0, 10) };
};
