/** The server's dataset made walkable, once per process. */
import type { Shape, Shapes } from '#lib/domain/shape.ts';
import { toOutline } from '#lib/map/outline.ts';
import type { Outline } from '#lib/map/outline.ts';
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

let outline: Outline | undefined;

/** Districts and large lakes for the first moment, before the map's code is here. */
export function serverOutline(): Outline {
	if (!outline) {
		const { files } = openStore();
		const shapesOf = (layer: string) => JSON.parse(files.get(`geometry-${layer}.json`)!.text.toString('utf8')) as Shape[];
		outline = toOutline({ district: shapesOf('district'), water: shapesOf('water') } as Shapes, [120.32, 30.74, 121.32, 31.3]);
	}
	return outline;
}
