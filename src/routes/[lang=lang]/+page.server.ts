import type { Lang } from '#lib/i18n/lang.ts';
import { isDistrictSeries } from '#lib/query/theme-series.ts';
import { explore } from '#lib/query/explore.ts';
import { selectedRecord } from '#lib/query/selected-record.ts';
import { decode } from '#lib/query/url.ts';
import { layerIdsIn } from '#lib/server/layer-shelf.ts';
import { plannerFolder } from '#lib/server/roots.ts';
import { serverOutline, serverQuery } from '../query.server.ts';
import type { PageServerLoad } from './$types.js';

/** Rows rendered by the server; the browser lists all once it holds the dataset. */
const firstRows = 20;

export const load: PageServerLoad = ({ params, url, untrack }) => {
	const query = serverQuery();
	const { view, ignored } = decode(untrack(() => url.search), { exists: query.atlas.exists, isLayer: () => true, isTheme: (id) => isDistrictSeries(query.atlas, id) });
	const lang = params.lang as Lang;
	const { selected, ...model } = explore(query, view, lang, ignored, firstRows);
	return { model: { ...model, ...selectedRecord(query, view, lang, selected) }, outline: serverOutline(), held: layerIdsIn(plannerFolder()) };
};
