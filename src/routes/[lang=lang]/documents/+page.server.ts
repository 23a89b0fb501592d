import type { Lang } from '#lib/i18n/lang.ts';
import { documentLine } from '#lib/query/document-card.ts';
import { serverQuery } from '../../query.server.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params }) => {
	const { atlas } = serverQuery();
	return { documents: atlas.dataset.documents.map((document) => documentLine(atlas, params.lang as Lang, document)) };
};
