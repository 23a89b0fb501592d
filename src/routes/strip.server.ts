/** Strips of the dataset in use: the ground once for each dataset, each place when it is first asked for. */
import type { Lang } from '#lib/i18n/lang.ts';
import { networkOf } from '#lib/query/network/flows.ts';
import type { Network } from '#lib/query/network/flows.ts';
import { waterLinesOf } from '#lib/query/network/water-lines.ts';
import type { WaterLines } from '#lib/query/network/water-lines.ts';
import { stripOf } from '#lib/query/strip.ts';
import type { Strip } from '#lib/query/strip.ts';
import { stripPlaces } from '#lib/query/strip-ground.ts';
import type { StripGround } from '#lib/query/strip-ground.ts';
import { crossingMatrix, stripGroups } from '#lib/query/strip-matrix.ts';
import type { CrossingMatrix, StripGroup } from '#lib/query/strip-matrix.ts';
import { stripPage } from '#lib/query/strip-page.ts';
import type { StripPage } from '#lib/query/strip-page.ts';
import { readShapes } from '#lib/server/read-shapes.ts';
import { perStore } from '#lib/server/store.ts';
import { writerOf } from './progress.server.ts';
import { serverQuery } from './query.server.ts';

interface Shelf {
	lines: WaterLines;
	network: Network;
	ground: StripGround;
	/** Every place that has one. */
	places: ReadonlySet<string>;
	strips: Map<string, Strip>;
	lists: Map<Lang, { groups: StripGroup[]; matrix: CrossingMatrix }>;
}
const shelf = perStore(({ files }): Shelf => {
	const lines = waterLinesOf(serverQuery().atlas, readShapes(files));
	const { ground } = lines;
	return { lines, network: networkOf(serverQuery().atlas, lines), ground, places: new Set(stripPlaces(serverQuery().atlas, ground).map(({ id }) => id)), strips: new Map(), lists: new Map() };
});

function openStrip(id: string): Strip {
	const { ground, lines, strips } = shelf();
	const { atlas } = serverQuery();
	const known = strips.get(id) ?? stripOf(atlas, ground, atlas.place.get(id)!, lines.directed)!;
	strips.set(id, known);
	return known;
}

export const hasStrip = (id: string): boolean => shelf().places.has(id);

/** `null` where the place has no line that could carry one. */
export function openStripPage(lang: Lang, id: string): StripPage | null {
	const { atlas } = serverQuery();
	return hasStrip(id) ? stripPage(atlas, writerOf(lang), atlas.place.get(id)!, openStrip(id), shelf().network) : null;
}

export function openStrips(lang: Lang): { groups: StripGroup[]; matrix: CrossingMatrix } {
	const { ground, lists } = shelf();
	const { atlas } = serverQuery();
	const known = lists.get(lang) ?? { groups: stripGroups(atlas, ground, lang, openStrip), matrix: crossingMatrix(atlas, ground, lang, openStrip) };
	lists.set(lang, known);
	return known;
}
