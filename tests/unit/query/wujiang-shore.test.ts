import { expect, test } from 'vitest';
import { createAtlas } from '#lib/query/atlas.ts';
import { placeCard } from '#lib/query/place-card.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoot } from '#lib/server/roots.ts';

test('a shore project of Wujiang is not listed for Jinze because the lake reaches into both', () => {
	const { dataset, relations } = publish([readRoot('geodata')]);
	const atlas = createAtlas(dataset, relations);
	const listed = (place: string) => placeCard(atlas, 'zh', place)!.projects.flatMap(({ lines }) => lines.map(({ id }) => id));
	expect(listed('jinze')).not.toContain('yuandang-wujiang');
	expect(listed('jinze')).toContain('yuandang-phase3');
	expect(listed('yuandang-lake')).toContain('yuandang-wujiang');
});
