import { describe, expect, it } from 'vitest';
import { isOutside } from '#lib/query/outside.ts';
import { reachOf } from '#lib/query/reach.ts';
import { projectCard } from '#lib/query/record-cards.ts';
import { readRoot } from '#lib/server/roots.ts';
import { open } from '../../fixtures/region.ts';

const { atlas } = open(readRoot('geodata'));
const { dataset } = atlas;
const named = [...new Set(dataset.links.filter(({ from, to, basis }) => from.startsWith('project:') && to.startsWith('clause:shanghai-plan#') && basis === 'named').map(({ from }) => from.slice(8)))];
const basisOf = (project: string, place: string) => reachOf(atlas, `project:${project}`).find((reach) => reach.place === place)?.basis;

describe('the Shanghai plan', () => {
	it('brings seven projects into the area by what it names; the others stay outside', () => {
		const here = named.filter((id) => !isOutside(atlas, id)).toSorted();
		expect(here).toEqual(['anting-baihe-huaqiao-circle', 'changhushen-works', 'fengjing-jiashan-coop', 'fengjing-xinbang-jiashan-pinghu-circle', 'hsh-hsr', 'sushen-inner-works', 'taihu-basin-compensation']);
	});

	it('names Baihe and Jiashan in its circles, while a waterway comes to Wujiang by its course alone', () => {
		expect([basisOf('anting-baihe-huaqiao-circle', 'baihe'), basisOf('fengjing-jiashan-coop', 'jiashan'), basisOf('changhushen-works', 'wujiang')]).toEqual(['named', 'named', 'spatial']);
	});

	it('has its project stand at a member where it is tied to a town circle, and nowhere where only cities are named', () => {
		expect(['anting-baihe-huaqiao-circle', 'xiaoyangshan-north', 'shanghai-metro-area-plan'].map((id) => projectCard(atlas, 'zh', id)!.located)).toEqual(['by-place', 'by-place', 'nowhere']);
	});

	it('prints no year, so no project that it alone names has a date', () => {
		const alone = dataset.projects.filter(({ sources }) => sources.join() === 'seed-004');
		expect(alone.filter(({ id, start, finishPlanned, finishActual }) => start + finishPlanned + finishActual + atlas.statuses(id).map(({ date }) => date).join('') !== '').map(({ id }) => id)).toEqual([]);
		expect(alone.flatMap(({ id }) => atlas.statuses(id)).filter(({ status }) => status === 'completed' || status === 'building')).toEqual([]);
	});

	it('is called garbled in the four paragraphs that have masked characters, and nowhere else', () => expect(dataset.clauses.filter(({ document, garbled }) => document === 'shanghai-plan' && garbled).map(({ id }) => id)).toEqual(['shanghai-plan#2', 'shanghai-plan#5', 'shanghai-plan#7', 'shanghai-plan#9']));
});
