/** Questions about space on the real data, with answers that a planner of the area can check from memory. */
import { describe, expect, it } from 'vitest';
import { emptyView, spaceKeys } from '#lib/domain/view.ts';
import type { Filter, SpaceLeaf } from '#lib/domain/view.ts';
import { ownGeometryOf } from '#lib/query/atlas.ts';
import { explore } from '#lib/query/explore.ts';
import { parseExpression } from '#lib/query/expression.ts';
import { idsOf, select } from '#lib/query/select.ts';
import { groundOfSpace, isArea, standsFor } from '#lib/query/space/ground.ts';
import { readRoot } from '#lib/server/roots.ts';
import { open } from '../../fixtures/region.ts';

const { publication, atlas, index } = open(readRoot('geodata'));
const asked = (text: string): Filter => ({ all: [parseExpression(text)!] });
const ids = (text: string, kind: 'project' | 'measure' = 'project') => idsOf(index, select(index, asked(text)), kind);
const why = (ref: string, text: string, lang: 'zh' | 'en' = 'zh') => index.space!.why(ref, parseExpression(text) as SpaceLeaf, lang);
const places = (text: string) => explore({ atlas, index }, { ...emptyView, filter: asked(text), table: 'places' }, 'zh').table.rows.map(({ key }) => key);
const { subjects } = groundOfSpace(atlas, publication.shapes);

describe('the ground', () => {
	it('holds what the published distances hold, and nothing symbolic', () => {
		expect([...subjects.keys()].toSorted()).toEqual(Object.keys(publication.relations).toSorted());
		expect(subjects.has('digital-axis')).toBe(false);
		expect(subjects.has('water-parlour')).toBe(false);
	});
});

describe('at Yuandang', () => {
	it('stand the works that name it, the railway and the road at its shore, and no station along the railway', () => {
		const found = ids('shore=yuandang-lake');
		expect(found).toEqual(expect.arrayContaining(['hsh-hsr', 'donghang-kangli']));
		for (const station of ['shengze-station', 'suzhou-south', 'liantang-station']) expect(found).not.toContain(station);
		for (const { from } of atlas.dataset.links.filter(({ from, to, basis }) => from.startsWith('project:') && to === 'place:yuandang-lake' && basis === 'named')) expect(found, from).toContain(from.slice('project:'.length));
		expect(why('project:donghang-kangli', 'shore=yuandang-lake').at(-1)).toBe('项目就是东航路；东航路与元荡湖面相接或相交（东航路示意绘制），结果取决于示意线位');
	});

	it('a clause is there that names it', () => {
		expect(ids('shore=yuandang-lake', 'measure')).toContain('action-plan-23');
		expect(why('measure:action-plan-23', 'shore=yuandang-lake')).toEqual(['行动计划第 23 条点名元荡']);
		expect(why('measure:action-plan-23', 'near=g318~500', 'en')[0]).toMatch(/^Action Plan item 23 names .+; .+ (meets|is) /);
	});
});

describe('what crosses the Taipu River', () => {
	const lines = places('crosses=taipu-river').filter((id) => ['rail', 'road', 'canal', 'waterway'].includes(atlas.place.get(id)!.kind));
	it('are the expressways, the national roads, the canal and two railways; not the waterway that runs in it nor what ends in it', () => {
		expect(lines).toEqual(expect.arrayContaining(['husuhu-hsr', 'grand-canal', 'g50', 'g1521', 'g1522', 'g318', 'g524']));
		for (const id of ['changhushen', 'lanlu-channel', 'g60', 'metro-17']) expect(lines, id).not.toContain(id);
	});
	it('carries the railway itself and no station or town of it', () => {
		const found = ids('crosses=taipu-river');
		expect(found).toEqual(expect.arrayContaining(['hsh-hsr', 'tsjy-hsr']));
		for (const id of ['shengze-station', 'suzhou-south', 'liantang-station']) expect(found, id).not.toContain(id);
	});
});

describe('the border of Qingpu and Wujiang', () => {
	it('runs through Yuandang and meets the Taipu River', () => expect(places('border=qingpu+wujiang~0')).toEqual(expect.arrayContaining(['yuandang-lake', 'taipu-river', 'husuhu-hsr'])));
	it('meets that of Jiashan at the point that marks the origin of the delta', () => {
		expect(why('place:delta-origin', 'border=qingpu+wujiang+jiashan')[0]).toMatch(/^长三角原点距青浦、吴江、嘉善交界点 \d{1,2} m ± 350 m$/);
		expect(places('border=qingpu+wujiang+jiashan~500')).not.toContain('dianshan-lake');
	});
	it('of districts that are no neighbours, or of one outside, is refused with a sentence', () => {
		for (const [text, sentence] of [['border=qingpu+kunshan', '昆山在示范区外'], ['border=qingpu+taipu-river', '太浦河不是区县']]) expect(explore({ atlas, index }, { ...emptyView, filter: asked(text!) }, 'zh').ignored[0]!.sentence).toContain(sentence);
	});
});

describe('the question of the planners: along the Taipu River within two kilometres, under construction, and touching G50', () => {
	const question = 'and(near=taipu-river~2000,near=g50~0,status=building)';
	it('is answered with a reason for each condition', () => {
		const found = ids(question);
		expect(found.length).toBeGreaterThan(0);
		for (const id of found) {
			expect(atlas.statuses(id)[0]!.status).toBe('building');
			for (const part of ['near=taipu-river~2000', 'near=g50~0']) expect(why(`project:${id}`, part).length, `${id} ${part}`).toBeGreaterThan(0);
		}
		expect(found).toContain('tsjy-hsr');
		expect(found, 'it names the corridor and stands elsewhere').not.toContain('shengze-station');
	});
});

describe('whatever is asked', () => {
	const questions = ['near=taipu-river~2000', 'shore=dianshan-lake', 'inside=qingpu', 'inside=pilot-zone', 'crosses=g50', 'nearest=liantang-station+5', 'border=qingpu+jiashan', 'drawn=120.85_31.0+121.0_31.0+121.0_31.12+120.85_31.12'];
	it.each(questions)('%s: every record has a reason, and a project with a position of its own is where that is', (text) => {
		const leaf = parseExpression(text) as SpaceLeaf;
		expect(spaceKeys).toContain(leaf.is);
		for (const i of select(index, asked(text)).items) {
			const { ref, kind, id } = index.items[i]!;
			const reasons = why(ref, text);
			expect(reasons.length, ref).toBeGreaterThan(0);
			expect(reasons.join(), ref).not.toMatch(/undefined|NaN|space\./);
			const own = kind === 'project' ? ownGeometryOf(atlas.project.get(id)!) : null;
			if (own === null || standsFor(atlas, subjects, own).length === 0) continue;
			for (const reason of reasons) expect(/^项目就是|^项目坐标|^另有/.test(reason) || !reason.includes('；'), `${ref}: ${reason}`).toBe(true);
		}
	});
	it('no area brings a record anywhere but inside', () => {
		for (const text of questions.filter((one) => !one.startsWith('inside'))) {
			for (const i of select(index, asked(text)).items) {
				const reasons = why(index.items[i]!.ref, text).join('；');
				for (const place of atlas.dataset.places) if (isArea(atlas, place.id) && place.kind === 'district') expect(reasons.includes(`点名${place.names.zh}；`), `${text}: ${reasons}`).toBe(false);
			}
		}
	});
});
