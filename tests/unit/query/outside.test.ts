import { describe, expect, it } from 'vitest';
import { emptyView } from '#lib/domain/view.ts';
import { explore } from '#lib/query/explore.ts';
import { gapsOf } from '#lib/query/gaps.ts';
import { isOutside, projectsHere, touchOf } from '#lib/query/outside.ts';
import { projectCard } from '#lib/query/record-cards.ts';
import { readRoot } from '#lib/server/roots.ts';
import { addLine, open, regionRoot } from '../../fixtures/region.ts';

const real = open(readRoot('geodata'));
const project = (id: string) => real.atlas.project.get(id)!;
const namedBy = (document: string) => new Set(real.atlas.dataset.links.filter(({ from, to, basis }) => from.startsWith('project:') && to.startsWith(`clause:${document}#`) && basis === 'named').map(({ from }) => from.slice(8)));

describe('a project that the Shanghai plan names', () => {
	it('touches the area where a place there is named: two town circles, one cooperation, two waterways, the Taihu basin, the high-speed line', () => {
		const here = [...namedBy('shanghai-plan')].filter((id) => !isOutside(real.atlas, project(id)));
		expect(here.toSorted()).toEqual(['anting-baihe-huaqiao-circle', 'changhushen-works', 'fengjing-jiashan-coop', 'fengjing-xinbang-jiashan-pinghu-circle', 'hsh-hsr', 'sushen-inner-works', 'taihu-basin-compensation']);
		expect(here.map((id) => touchOf(real.atlas, project(id)))).toEqual(here.map(() => 'named'));
	});

	it('and that touches nothing of it is on its own card and in its document, not in lists, counts or gaps of the area', () => {
		const outside = [...namedBy('shanghai-plan')].filter((id) => isOutside(real.atlas, project(id)));
		expect(outside).toHaveLength(71);
		const { table, counts } = explore(real, emptyView, 'zh');
		expect([counts.project, table.total]).toEqual([projectsHere(real.atlas).length, projectsHere(real.atlas).length]);
		expect(table.rows.filter(({ ref }) => outside.includes(ref.slice(8)))).toEqual([]);
		expect(gapsOf(real.atlas).flatMap(({ items }) => items).filter(({ ref }) => outside.includes(ref.slice(8)))).toEqual([]);
		expect(projectCard(real.atlas, 'zh', 'xiaoyangshan-north')).toMatchObject({ isOutside: true, located: 'by-place', clauses: [{ citation: { short: '上海方案·4' } }] });
	});

	it('stands at a member where it is tied to a town circle, and nowhere where only cities are named', () => {
		expect(['anting-baihe-huaqiao-circle', 'shanghai-metro-area-plan', 'hutong-railway-1'].map((id) => projectCard(real.atlas, 'zh', id)!.located)).toEqual(['by-place', 'nowhere', 'nowhere']);
	});

	it('leaves every researched project where it was', () => expect(real.atlas.dataset.projects.filter((one) => one.districts.length > 0 && isOutside(real.atlas, one))).toEqual([]));
});

it('a project that a planner brings without any place or clause stays in the list', () => {
	const { atlas } = open(regionRoot({ 'catalogue/projects.csv': addLine('new-one,新项目,New one,eco,ecology,,,,,,,,,,,,high,,,s-plan'), 'catalogue/statuses.csv': addLine('new-one-status,new-one,planned,,,,s-plan') }));
	expect(projectsHere(atlas).map(({ id }) => id)).toContain('new-one');
});
