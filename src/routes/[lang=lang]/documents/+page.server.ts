import type { Lang } from '#lib/i18n/lang.ts';
import { decodeLibrary } from '#lib/query/library-url.ts';
import { libraryPage } from '#lib/query/library.ts';
import { serverQuery } from '../../query.server.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params, url }) => {
	const { atlas } = serverQuery();
	const { choice, ignored } = decodeLibrary(url.search, (id) => atlas.agency.has(id));
	return { library: libraryPage(atlas, params.lang as Lang, choice), choice, ignored };
};
