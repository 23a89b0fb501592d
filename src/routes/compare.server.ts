/** The comparison of two saved questions, as the page and both files of it need it. */
import type { Lang } from '#lib/i18n/lang.ts';
import { layerIds } from '#lib/map/layer-ids.ts';
import { compareKnown } from '#lib/query/compare-side.ts';
import { compareHref, decodeCompare, readPicks } from '#lib/query/compare-url.ts';
import type { CompareAsk } from '#lib/query/compare-url.ts';
import { compareViews } from '#lib/query/compare.ts';
import type { Compared } from '#lib/query/compare.ts';
import type { Writer } from '#lib/query/indicator-words.ts';
import { facetOfPlace } from '#lib/query/query-index.ts';
import { decode } from '#lib/query/url.ts';
import { writerOf } from './progress.server.ts';
import { serverQuery } from './query.server.ts';

export const isLayer = (id: string): boolean => layerIds.includes(id);

export function openCompare(lang: Lang, search: string): { writer: Writer; asked: CompareAsk; compared: Compared | null } {
	const writer = writerOf(lang);
	const asked = decodeCompare(search);
	return { writer, asked, compared: compareViews(serverQuery(), writer, asked, isLayer) };
}

/** Where the form leads; `null` for an address without its fields. */
export function pickedHref(lang: Lang, search: string): string | null {
	const query = serverQuery();
	const known = compareKnown(query, isLayer);
	const sides = readPicks(search, (side) => decode(side, known).view, (place) => facetOfPlace(query.atlas, place));
	return sides && compareHref(lang, sides, decodeCompare(search).mode);
}
