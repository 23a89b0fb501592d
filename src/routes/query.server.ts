/** The server's dataset made walkable, once per process. */
import type { Query } from '#lib/query/explore.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { buildIndex } from '#lib/query/query-index.ts';
import { openStore } from '#lib/server/store.ts';

let query: Query | undefined;

export function serverQuery(): Query {
	if (!query) {
		const { dataset, relations } = openStore();
		const atlas = createAtlas(dataset, relations);
		query = { atlas, index: buildIndex(atlas) };
	}
	return query;
}
