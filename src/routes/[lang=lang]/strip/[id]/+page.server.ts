import '#lib/i18n/rooms/strip.ts';
import { error } from '@sveltejs/kit';
import { translator } from '#lib/i18n/index.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { openStripPage } from '../../../strip.server.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params }) => {
	const strip = openStripPage(params.lang as Lang, params.id);
	if (!strip) error(404, translator(params.lang as Lang)('strip.missing', { id: params.id.slice(0, 80) }));
	return { strip };
};
