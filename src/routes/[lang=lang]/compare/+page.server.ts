import { redirect } from '@sveltejs/kit';
import type { Lang } from '#lib/i18n/lang.ts';
import { compareNeighbours, comparePresets } from '#lib/query/compare-presets.ts';
import { comparePicks } from '#lib/query/compare-picks.ts';
import { compareSide } from '#lib/query/compare-side.ts';
import { sideKeys } from '#lib/query/compare-url.ts';
import { isLayer, openCompare, pickedHref } from '../../compare.server.ts';
import { serverOutline, serverQuery } from '../../query.server.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ params, url }) => {
	const lang = params.lang as Lang;
	const picked = pickedHref(lang, url.search);
	if (picked) redirect(303, picked);
	const query = serverQuery();
	const { writer, asked, compared } = openCompare(lang, url.search);
	const given = sideKeys.find((key) => asked.sides[key] !== null);
	/** One side alone: it is told, and what it may be held against is offered. */
	const single = compared || !given ? null : compareSide(query, writer, given, asked.sides[given]!, isLayer);
	return {
		asked, compared, single, neighbours: single ? compareNeighbours(query, writer, single.view) : [], presets: comparePresets(query, writer), picks: comparePicks(query, writer), outline: serverOutline()
	};
};
