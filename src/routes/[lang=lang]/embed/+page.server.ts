import type { Lang } from '#lib/i18n/lang.ts';
import { explore } from '#lib/query/explore.ts';
import { isDistrictSeries } from '#lib/query/theme-series.ts';
import { selectedRecord } from '#lib/query/selected-record.ts';
import { decode } from '#lib/query/url.ts';
import { readEmbedOrigins } from '#lib/server/framing.ts';
import { serverOutline, serverQuery } from '../../query.server.ts';
import type { PageServerLoad } from './$types.js';

/** Title and counts alone: an embedded map has neither table nor filters. */
export const load: PageServerLoad = ({ params, url, untrack }) => {
	const query = serverQuery();
	const { view, ignored } = decode(untrack(() => url.search), { exists: query.atlas.exists, isLayer: () => true, isTheme: (id) => isDistrictSeries(query.atlas, id) });
	const lang = params.lang as Lang;
	const { selected, ...model } = explore(query, view, lang, ignored, 0);
	return { model: { ...model, ...selectedRecord(query, view, lang, selected), facets: [] }, outline: serverOutline(), origins: readEmbedOrigins(process.env.EMBED_ORIGINS).origins };
};
