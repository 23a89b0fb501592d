import { describe, expect, it } from 'vitest';
import { readCsv } from '#lib/catalogue/formats/csv.ts';
import { translator } from '#lib/i18n/index.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import type { Writer } from '#lib/query/indicator-words.ts';
import { placeCard } from '#lib/query/place-card.ts';
import { judgeAll } from '#lib/query/progress-all.ts';
import { isWater } from '#lib/query/water-answers.ts';
import type { Answer } from '#lib/query/water-answers.ts';
import { waterCard } from '#lib/query/water-card.ts';
import { namedWaters, watersPage, watersSheet } from '#lib/query/waters-page.ts';
import { templateHref } from '#lib/query/water-url.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoots } from '#lib/server/roots.ts';
import { addLine, openRegion, swap } from '../../fixtures/region.ts';

const zh: Writer = { lang: 'zh', t: translator('zh') };
const en: Writer = { lang: 'en', t: translator('en') };
const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);

describe('who answers for a water of the region', () => {
	const { atlas } = openRegion();
	const card = waterCard(atlas, en, judgeAll(atlas), 'mirror-lake', 'delta')!;
	const of = (key: string): Answer => [...card.answers.governments, card.answers.joint, ...card.answers.others].find((answer) => answer.key === key)!;

	it('has a column for each district, empty or not, and one for what is shared', () => expect([...card.answers.governments, card.answers.joint].map(({ key }) => key)).toEqual(['west', 'east', 'joint']));
	it('puts a project into the district of its record', () => {
		expect(ids(of('west').projects)).toEqual(['lake-clean']);
		expect(of('east')).toMatchObject({ agencies: [], measures: [], projects: [] });
	});
	it('puts a project of two districts into the shared column', () => {
		const shared = openRegion({ 'catalogue/projects.csv': swap(',,,,west,mirror-lake', ',,,,west;east,mirror-lake') });
		const { governments, joint } = waterCard(shared.atlas, en, judgeAll(shared.atlas), 'mirror-lake', 'delta')!.answers;
		expect(governments.map(({ projects }) => projects.length)).toEqual([0, 0]);
		expect(ids(joint.projects)).toEqual(['lake-clean']);
	});
	it('names the body with the records it leads or supports', () => expect(of('qingpu').agencies[0]).toMatchObject({ id: 'west-water', isInferred: true, records: [{ ref: 'measure:plan-1', role: 'lead' }, { ref: 'measure:plan-2', role: 'support' }, { ref: 'project:lake-clean', role: 'lead' }] }));
	it('tells a measure of the collective as coming through it', () => expect(card.measures.map(({ id, reason }) => [id, reason?.basis, reason?.via])).toEqual([['plan-1', 'named', ''], ['plan-2', 'named', 'Two Waters']]));
	it('says on which side the water lies, by our geometry', () => expect(card.answers.governments.map(({ key, isOnIt }) => [key, isOnIt])).toEqual([['west', true], ['east', true]]));
	it('does not take a railway that crosses a water for its project', () => {
		expect(ids(card.crossing)).not.toContain('lake-clean');
		expect(card.projects.flatMap(({ lines }) => ids(lines))).toEqual(['lake-clean']);
	});
	it('lists a measure that names the water and no body as such', () => {
		const silent = openRegion({ 'catalogue/measures.csv': swap('ours,west-water,,,', 'ours,,,,') });
		expect(ids(waterCard(silent.atlas, en, judgeAll(silent.atlas), 'mirror-lake', 'delta')!.answers.unstated)).toEqual(['plan-1']);
	});
	it('is no water that is a district, a collective of districts or unknown', () => {
		expect(['west', 'delta', 'nowhere'].map((id) => waterCard(atlas, en, judgeAll(atlas), id))).toEqual([null, null, null]);
		expect(isWater(atlas, 'two-waters')).toBe(true);
	});
	it('keeps a target of the area apart from the lake', () => {
		const wide = openRegion({ 'catalogue/indicators.csv': addLine('delta-green,三角洲蓝绿占比,Green share of the delta,%,%,%,number,higher,delta,ecology,high,,,s-plan') });
		const lake = waterCard(wide.atlas, en, judgeAll(wide.atlas), 'mirror-lake', 'delta')!;
		expect(ids(lake.rows)).toEqual(['lake-class']);
		expect([lake.area?.place.name, ids(lake.area?.rows ?? [])]).toEqual(['Delta', ['delta-green']]);
	});
});

describe('the waters of the catalogue', () => {
	const { dataset, relations } = publish(readRoots());
	const atlas = createAtlas(dataset, relations);
	const judgements = judgeAll(atlas);
	const card = (id: string) => waterCard(atlas, zh, judgements, id)!;
	const column = (id: string, key: string) => card(id).answers.governments.find((answer) => answer.key === key)!;

	it('show the Taipu River’s class of 2025 with a single-month sample of 2011, not comparable', () => {
		expect(card('taipu-river').rows).toMatchObject([{ id: 'taipu-class', target: { text: '保持或优于 III 类', year: '2025' }, latest: { text: 'IV 类', when: '2011-10', basis: 'single-month' }, state: 'not-comparable' }]);
	});
	it('leave Fen Lake empty: no value, no target, no project of a district, one measure that names it', () => {
		const fen = card('fen-lake');
		expect(fen.rows).toMatchObject([{ id: 'fen-class', target: null, latest: null, state: 'no-target' }]);
		expect(fen.answers.governments.flatMap(({ agencies, measures, projects }) => [...agencies, ...measures, ...projects])).toEqual([]);
		expect(ids(fen.measures)).toEqual(['innovations-18-3']);
		expect(fen.answers.governments.map(({ key, isOnIt }) => [key, isOnIt])).toEqual([['qingpu', false], ['wujiang', true], ['jiashan', true]]);
	});
	it('say for each of the four that the official table is not here, and give what a template needs', () => {
		for (const id of ['taipu-river', 'dianshan-lake', 'yuandang-lake', 'fen-lake', 'one-river-three-lakes']) expect([card(id).lacksTable, card(id).tableSources.map((source) => source.id)], id).toEqual([true, ['lb2310']]);
		expect(templateHref('zh', 'targets', card('fen-lake').slots)).toBe('/zh/figures?template=targets&indicators=fen-class');
		expect(card('taihu-lake').lacksTable).toBe(false);
	});
	it('no longer miss the table once a planner has loaded a target for each of the four', () => {
		const target = dataset.targets.find(({ id }) => id === 'taipu-class-2025')!;
		const loaded = ['dianshan-class', 'yuandang-class', 'fen-class'].map((indicator) => ({ ...target, id: `${indicator}-2025`, indicator }));
		const filled = createAtlas({ ...dataset, targets: [...dataset.targets, ...loaded] }, relations);
		const fen = waterCard(filled, zh, judgeAll(filled), 'fen-lake')!;
		expect([fen.lacksTable, fen.rows[0]?.state]).toEqual([false, 'no-data']);
	});
	it('never lay an area-wide indicator on a water', () => {
		for (const id of namedWaters(atlas)) {
			for (const row of card(id).rows) expect(row.scope.id, row.id).toBe(id);
			for (const row of card(id).area!.rows) expect(row.scope.id, row.id).toBe('demonstration-area');
		}
	});
	it('put the shore works of Dianshan Lake under Qingpu, led from Shanghai, and nothing under Wujiang and Jiashan', () => {
		expect(ids(column('dianshan-lake', 'qingpu').projects)).toContain('dianshan-shore');
		expect([...column('dianshan-lake', 'wujiang').projects, ...column('dianshan-lake', 'jiashan').projects]).toEqual([]);
		expect(card('dianshan-lake').answers.others.find(({ key }) => key === 'shanghai')?.agencies[0]).toMatchObject({ id: 'shanghai-water-authority' });
	});
	it('put the shore of Yuandang, of two districts, into the shared column, with each bureau in its own', () => {
		expect(ids(card('yuandang-lake').answers.joint.projects)).toContain('yuandang-shoreline');
		expect([ids(column('yuandang-lake', 'qingpu').agencies), ids(column('yuandang-lake', 'wujiang').agencies)]).toEqual([expect.arrayContaining(['qingpu-water-bureau']), expect.arrayContaining(['wujiang-water-bureau'])]);
	});
	it('count for the Taipu River the reservoir works and not the railways that cross it', () => {
		expect(ids(card('taipu-river').crossing)).toEqual(['hsh-hsr', 'tsjy-hsr', 'xitang-line']);
		expect(card('taipu-river').projects.flatMap(({ lines }) => ids(lines))).toEqual(expect.arrayContaining(['jinze-reservoir', 'taipu-jiangsu']));
		expect(card('jinze-reservoir').projects.flatMap(({ lines }) => ids(lines))).toEqual(['jinze-reservoir']);
	});
	it('show section samples on their boundary, with every month, and never as a target row', () => {
		const sections = card('taipu-river').sections;
		expect(ids(sections)).toEqual(['sec-dashun', 'sec-dingzha', 'sec-yuhui', 'sec-jinze', 'sec-dongcai']);
		expect(sections[0]).toMatchObject({ boundary: 'zhejiang-shanghai', samples: [{ text: 'III 类', when: '2017-06' }, { when: '2016-12' }, { when: '2012-05' }, { when: '2011-10' }] });
		for (const id of namedWaters(atlas)) for (const { boundary } of card(id).sections) expect(zh.t(`waters.boundary.${boundary as 'jiangsu-shanghai'}`)).toMatch(/省界$/);
	});
	it('tell with a figure of the health check that its year is uncertain', () => expect(card('fen-lake').remarks.find(({ id }) => id === 'water-surface-ratio')?.text).toContain('数据年份可能是2024年'));
	it('lead with the four, and hold every water that something names, without those that a railway merely crosses', () => {
		const named = namedWaters(atlas);
		expect(named.slice(0, 5)).toEqual(['taipu-river', 'dianshan-lake', 'yuandang-lake', 'fen-lake', 'one-river-three-lakes']);
		expect(named).toEqual(expect.arrayContaining(['blue-pearl-chain', 'taihu-lake', 'jinze-reservoir', 'wusong-river', 'grand-canal']));
		expect(named).not.toContain('sanbaidang');
	});
	it('stand in a sheet, one row an indicator, one for a water without any', () => {
		const page = watersPage(atlas, zh, judgements);
		const { table, problems } = readCsv('waters.csv', watersSheet(atlas, zh, judgements, page).replace(/[^\n]*\n$/, ''));
		expect(problems).toEqual([]);
		const expected = page.groups.reduce((sum, group) => sum + Math.max(1, group.rows.length), 0);
		expect(table.rows.length).toBe(expected);
		expect(JSON.stringify(table.rows)).toContain('本目录未见');
	});
	it('come with the record of the place, and with no other', () => {
		expect(placeCard(atlas, 'zh', 'taipu-river')!.water).toMatchObject({ targets: [{ id: 'taipu-class' }], sections: 5 });
		expect(placeCard(atlas, 'zh', 'qingpu')!.water).toBeNull();
	});
});
