import { error } from '@sveltejs/kit';
import { translator } from '#lib/i18n/index.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { titleOf } from '#lib/query/cards.ts';
import { documentPage } from '#lib/query/document-page.ts';
import { serverOutline, serverQuery } from '../../../query.server.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params }) => {
	const lang = params.lang as Lang;
	const { atlas } = serverQuery();
	const content = documentPage(atlas, lang, params.id);
	if (!content) error(404, translator(lang)('error.document', { id: params.id.slice(0, 80) }));
	/** Names of what the clauses may be asked for, so that an address is read without asking again. */
	const refs = [...new Set([...content.clauses.flatMap(({ about }) => about), ...atlas.dataset.places.map(({ id }) => `place:${id}`)])];
	return { content, outline: serverOutline(), names: Object.fromEntries(refs.map((ref) => [ref, titleOf(atlas, lang, ref)])) };
};
