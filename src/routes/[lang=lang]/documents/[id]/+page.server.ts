import { error } from '@sveltejs/kit';
import { translator } from '#lib/i18n/index.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { clauseLines, documentLine } from '#lib/query/document-card.ts';
import { serverQuery } from '../../../query.server.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params }) => {
	const lang = params.lang as Lang;
	const { atlas } = serverQuery();
	const document = atlas.document.get(params.id);
	if (!document) error(404, translator(lang)('error.document', { id: params.id.slice(0, 80) }));
	return { document: documentLine(atlas, lang, document), clauses: clauseLines(atlas, lang, params.id) };
};
