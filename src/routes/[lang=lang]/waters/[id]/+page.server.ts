import '#lib/i18n/rooms/waters.ts';
import { error } from '@sveltejs/kit';
import type { Lang } from '#lib/i18n/lang.ts';
import { waterCard } from '#lib/query/water-card.ts';
import { serverProgress, writerOf } from '../../../progress.server.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params }) => {
	const { atlas, judgements } = serverProgress();
	const writer = writerOf(params.lang as Lang);
	const water = waterCard(atlas, writer, judgements, params.id);
	if (!water) error(404, writer.t('waters.missing', { id: params.id.slice(0, 80) }));
	return { water };
};
