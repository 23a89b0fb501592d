import type { Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import type { Lang } from '#lib/i18n/lang.ts';
import { offsetFrom } from '#lib/geo/bank.ts';
import { toRun } from '#lib/geo/chainage.ts';
import { bandAround } from '#lib/map/band-around.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { parseExpression } from '#lib/query/expression.ts';
import { buildIndex } from '#lib/query/query-index.ts';
import { createSpaceIndex } from '#lib/query/space/space-index.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoot } from '#lib/server/roots.ts';

const { dataset, relations, shapes } = publish([readRoot('geodata')]);
const atlas = createAtlas(dataset, relations);
const index = buildIndex(atlas);
const space = createSpaceIndex(atlas, index, shapes);
const asked = (text: string, lang: Lang = 'zh') => space.asked(parseExpression(text)!, lang);
const only = (text: string) => asked(text)[0]!;

describe('what a question draws', () => {
	it('of a stretch: the part between its ends and no more, both ends marked and named, the band at the distance asked', () => {
		const { lines, spots, labels, around, sign } = only('reach=taipu-river+grand-canal+fen-lake~2000');
		const run = toRun(lines[0]!.path);
		expect([sign, lines.length, run.lengthKm.toFixed(1)]).toEqual(['flow', 1, '18.4']);
		expect(spots).toEqual([lines[0]!.path[0], lines[0]!.path.at(-1)]);
		expect(labels.map(({ text }) => text)).toEqual(['京杭大运河 17.3 km', '汾湖 35.7 km']);
		expect(around.map(({ withinM }) => withinM)).toEqual([2000]);
	});

	it('of a bank: that side of the river alone, told by its words and by arrows down the river', () => {
		const middle = (some: Position[][][]): string => {
			const run = toRun(only('bank=taipu-river+left').lines[0]!.path);
			const sides = some.flat(2).map((at) => offsetFrom(run, at)).filter(({ metres, side }) => metres > 400 && side !== null).map(({ side }) => side);
			return [...new Set(sides)].join();
		};
		for (const side of ['left', 'right'] as const) {
			const { around: [band], lines, labels, sign } = only(`bank=taipu-river+${side}~1000`);
			expect(middle(bandAround(band!.geometries, band!.withinM, band!.side))).toBe(side);
			expect([sign, lines[0]!.flows, labels[0]!.text]).toEqual(['flow', true, side === 'left' ? '左岸' : '右岸']);
		}
	});

	it('of a border: the line that both share; of three, the point where they meet', () => {
		expect(only('border=qingpu+jiashan')).toMatchObject({ sign: 'line', spots: [], around: [{ withinM: 500 }] });
		expect(only('border=qingpu+wujiang+jiashan')).toMatchObject({ sign: 'point', lines: [] });
		expect(only('border=qingpu+wujiang+jiashan').spots).toHaveLength(1);
	});

	it('of a crossing: the line asked about and the spots where others pass over it, each once', () => {
		const { lines, spots } = only('crosses=g50');
		expect(lines.length).toBeGreaterThan(0);
		expect(spots.length).toBeGreaterThan(5);
		for (const [i, [lon, lat]] of spots.entries()) for (const [x, y] of spots.slice(i + 1)) expect(Math.hypot((lon! - x!) * 95, (lat! - y!) * 111)).toBeGreaterThan(0.2);
	});

	it('of the nearest: the place, and a band to the farthest project that was taken', () => {
		const { spots, around, words } = only('nearest=water-parlour-station+10');
		expect(spots).toHaveLength(1);
		expect(only('nearest=dianshan-lake+3').words, 'no band of no width').toBe('离淀山湖最近的 3 个：项目、措施、指标都与之相接（± 50 m）');
		expect(words).toContain(`项目至 ${(around[0]!.withinM / 1000).toFixed(1)} km（图上范围）`);
	});

	it('of upstream: the waters reached, and arrows only on lines whose flow is known', () => {
		const { areas, lines } = only('upstream=dianshan-lake');
		expect(areas.length).toBeGreaterThan(0);
		expect(lines.every(({ flows }) => flows)).toBe(true);
	});

	it('says ± of a schematic line, and only of one that is', () => {
		expect(only('upstream=dianshan-lake').words).toContain('示意绘制，±');
		expect(only('bank=taipu-river+left').words).toMatch(/（± 60 m）$/);
		expect(asked('bank=taipu-river+left', 'en')[0]!.words).toBe('on the left bank of Taipu River within 1 km, arrows show the flow (± 60 m)');
	});

	it('leaves out what is asked with "not", what no source can place, and what has no answer', () => expect(asked('and(not(inside=qingpu),downstream=taipu-river,shore=qingpu)')).toEqual([]));

	it('is one list for a question, so that a moving map draws nothing anew', () => expect(asked('inside=qingpu')).toBe(asked('inside=qingpu')));
});
