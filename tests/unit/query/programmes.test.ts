import { describe, expect, it } from 'vitest';
import { translator } from '#lib/i18n/index.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import type { Writer } from '#lib/query/indicator-words.ts';
import { programmeOf, programmes } from '#lib/query/programme-list.ts';
import { indicatorsOf, programmeCard, programmeCards } from '#lib/query/programmes.ts';
import { judgeAll } from '#lib/query/progress-all.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoots } from '#lib/server/roots.ts';
import { compensationProgramme, healthProgramme, openWithProgrammes } from '../../fixtures/programme.ts';

const zh: Writer = { lang: 'zh', t: translator('zh') };

describe('a programme', () => {
	it('without rows says what the clause asks, what can be loaded, and draws nothing', () => {
		const { atlas } = openWithProgrammes();
		const card = programmeCard(atlas, zh, judgeAll(atlas), healthProgramme);
		expect(card).toMatchObject({ asks: [{ citation: { clause: 'plan#1' }, summary: '治理镜湖' }], also: [{ citation: { clause: 'plan#2' } }], slots: [{ id: 'lake-health', n: 0 }], filled: [], charts: [] });
		expect(card.projects.flatMap(({ lines }) => lines)).toMatchObject([{ id: 'lake-clean', reason: { basis: 'inferred' } }]);
	});
	it('has its chart and its table once rows are loaded', () => {
		const { atlas } = openWithProgrammes('lake-health-2023,lake-health,78.5,78.5,78.5,2023,,annual,西区水务局,West Water Bureau,,,s-plan', 'lake-health-2024,lake-health,81,81,81,2024,,annual,西区水务局,West Water Bureau,,,s-plan');
		const { charts, filled } = programmeCard(atlas, zh, judgeAll(atlas), healthProgramme);
		expect(charts).toMatchObject([{ indicator: 'lake-health', name: '镜湖', unit: '分', series: { points: [{ y: 78.5 }, { y: 81 }] } }]);
		expect(filled[0]).toMatchObject({ id: 'lake-health', values: [{ text: '81 分' }, { text: '78.5 分' }] });
		expect(filled[0]!.summary).toContain('2 个公布数值');
	});
	it('keeps a grade without a score in the table and out of the chart', () => {
		const { atlas } = openWithProgrammes('lake-health-2023,lake-health,健康,,,2023,,annual,西区水务局,West Water Bureau,,Healthy,s-plan');
		const { charts, filled } = programmeCard(atlas, zh, judgeAll(atlas), healthProgramme);
		expect([charts, filled[0]!.values.map(({ text }) => text)]).toEqual([[], ['健康']]);
	});
	it('draws payments of different pairs apart, on one scale, and joins none with another', () => {
		const { atlas } = openWithProgrammes('pay-1,river-compensation,100,100,100,2023,,other,东区→西区,East to west,,,s-plan', 'pay-2,river-compensation,40,40,40,2023,,other,西区→东区,West to east,,,s-plan', 'pay-3,river-compensation,120,120,120,2024,,other,东区→西区,East to west,,,s-plan');
		const { charts } = programmeCard(atlas, zh, judgeAll(atlas), compensationProgramme);
		expect(charts.map(({ name, series }) => [name, series.points.map(({ y }) => y), series.runs.length])).toEqual([['东区→西区', [100, 120], 0], ['西区→东区', [40], 0]]);
		expect(new Set(charts.map(({ series }) => series.y.join())).size).toBe(1);
	});
});

describe('the four programmes of the action plan', () => {
	const { dataset, relations } = publish(readRoots());
	const atlas = createAtlas(dataset, relations);
	const cards = programmeCards(atlas, zh, judgeAll(atlas));

	it('cite items 23, 25, 5 and 21, and hold no figure', () => {
		expect(cards.map(({ asks, filled }) => [asks[0]?.citation.clause, filled.length])).toEqual([['action-plan#23', 0], ['action-plan#25', 0], ['action-plan#5', 0], ['action-plan#21', 0]]);
		expect(['action-plan-23', 'action-plan-25', 'action-plan-5', 'action-plan-21', 'action-plan-24'].map(programmeOf)).toEqual(['health', 'value', 'compensation', 'index', null]);
	});
	it('have a place for each figure the clause asks for: a water only where it is named, a district as our reading', () => {
		const basisOf = (indicator: string, to: string) => atlas.linksFrom(`indicator:${indicator}`).find((link) => link.to === `measure:${to}`)?.basis;
		for (const programme of programmes) {
			for (const { id, scope } of indicatorsOf(atlas, programme)) {
				expect(basisOf(id, programme.measure), id).toBe(['qingpu', 'wujiang', 'jiashan'].includes(scope) ? 'inferred' : 'named');
				expect(atlas.linksFrom(`measure:${programme.measure}`).some(({ to }) => to === `place:${scope}`) || ['qingpu', 'wujiang', 'jiashan'].includes(scope), id).toBe(true);
			}
		}
		expect(indicatorsOf(atlas, programmes[0]!).map(({ scope }) => scope)).toEqual(['dianshan-lake', 'yuandang-lake', 'taipu-river']);
	});
	it('tell the health check of the spatial plan apart from river health, with its uncertain year', () => {
		const { beside } = cards[0]!;
		expect(beside.milestones.map(({ date }) => date)).toEqual(['2024-02-20', '2026-03-02']);
		expect(beside.rows.map(({ id, latest }) => [id, latest?.basis])).toEqual([['water-surface-ratio', 'uncertain-year'], ['surface-water-good', 'uncertain-year']]);
	});
	it('name records that exist', () => {
		for (const { also, milestonesBeside } of programmes) expect([...also.filter((id) => !atlas.clause.has(id)), ...milestonesBeside.filter((id) => !dataset.milestones.some((one) => one.id === id))]).toEqual([]);
	});
});
