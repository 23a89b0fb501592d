/** The server's dataset made walkable, once for each dataset. */
import type { Shape, Shapes } from '#lib/domain/shape.ts';
import { readShapes } from '#lib/server/read-shapes.ts';
import { toOutline } from '#lib/map/outline.ts';
import type { Outline } from '#lib/map/outline.ts';
import type { Query } from '#lib/query/explore.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { buildIndex } from '#lib/query/query-index.ts';
import { withLazySpace } from '#lib/query/space/space-index.ts';
import { perStore } from '#lib/server/store.ts';

export const serverQuery = perStore(({ dataset, relations, files }): Query => {
	const atlas = createAtlas(dataset, relations);
	return { atlas, index: withLazySpace(atlas, buildIndex(atlas), () => readShapes(files)) };
});

/** Districts and large lakes for the first moment, before the map's code is here. */
export const serverOutline = perStore(({ files }): Outline => {
	const shapesOf = (layer: string) => JSON.parse(files.get(`geometry-${layer}.json`)!.text.toString('utf8')) as Shape[];
	return toOutline({ district: shapesOf('district'), water: shapesOf('water') } as Shapes, [120.32, 30.74, 121.32, 31.3]);
});
