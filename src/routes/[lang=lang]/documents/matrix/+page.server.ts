import type { Lang } from '#lib/i18n/lang.ts';
import { decodeMatrix } from '#lib/query/library-url.ts';
import { matrixOf } from '#lib/query/matrix.ts';
import { serverQuery } from '../../../query.server.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params, url }) => {
	const { atlas, index } = serverQuery();
	const { choice, ignored } = decodeMatrix(url.search);
	return { matrix: matrixOf(atlas, index, params.lang as Lang, choice), choice, ignored };
};
