import { error } from '@sveltejs/kit';
import { translator } from '#lib/i18n/index.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { placeCard } from '#lib/query/place-card.ts';
import { serverQuery } from '../../../query.server.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params }) => {
	const lang = params.lang as Lang;
	const card = placeCard(serverQuery().atlas, lang, params.id);
	if (!card) error(404, translator(lang)('error.place', { id: params.id.slice(0, 80) }));
	return { card };
};
