import type { Lang } from '#lib/i18n/lang.ts';
import { readAsked } from '#lib/query/search-url.ts';
import { answerHere } from '../../search.server.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params, url }) => {
	const asked = readAsked(url.searchParams);
	return { asked, answer: answerHere(params.lang as Lang, asked) };
};
