import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { translator } from '#lib/i18n/index.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { indicatorPage, valueSheet } from '#lib/query/indicator-page.ts';
import { indicatorList, indicatorSheet, listKnown } from '#lib/query/indicator-rows.ts';
import { decodeList, encodeList, listHref, noFilter } from '#lib/query/indicator-url.ts';
import { indicatorsApi } from '#lib/query/indicators-api.ts';
import { exampleIds, methodPage } from '#lib/query/method-page.ts';
import { judgeAll, tally } from '#lib/query/progress-all.ts';
import { isJudged, rules, states } from '#lib/query/progress-rules.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoot } from '#lib/server/roots.ts';
import { addLine, openRegion } from '../../fixtures/region.ts';

const writer = (lang: 'zh' | 'en') => ({ lang, t: translator(lang) });
const { atlas: region } = openRegion({
	'catalogue/indicators.csv': (text) => addLine('reeds,=芦苇,=Reeds,%,%,%,number,higher,delta,ecology,high,,,s-news')(addLine('doubtful,存疑,Doubtful,%,%,%,number,higher,delta,air,low,,,s-news')(text)),
	'catalogue/targets.csv': (text) => addLine('reeds-2030,reeds,reeds-2020,20,20,20,ge,2030,,,,s-plan')(addLine('doubtful-2030,doubtful,,20,20,20,ge,2030,,,,s-plan')(text)),
	'catalogue/observations.csv': (text) => ['reeds-2020,reeds,10,10,10,2020,,plan-base,,,,,s-plan', 'reeds-2022,reeds,13,13,13,2022,,annual,,,,,s-news', 'reeds-2023-05,reeds,19,19,19,,2023-05,single-month,,,,,s-news', 'doubtful-2022,doubtful,77,77,77,2022,,annual,,,,,s-news'].reduce((all, line) => addLine(line)(all), text)
});
const judged = judgeAll(region);
const page = (id: string, lang: 'zh' | 'en' = 'en') => indicatorPage(region, writer(lang), judged, id)!;

const { dataset, relations } = publish([readRoot('geodata')]);
const real = createAtlas(dataset, relations);
const realJudged = judgeAll(real);

describe('the list of indicators', () => {
	const list = (search = '') => indicatorList(region, writer('en'), judged, decodeList(search, listKnown(region)).filter);

	it('has every indicator once, by theme, with its state', () => {
		expect(list().groups.map(({ theme, rows }) => [theme, rows.map(({ id, state }) => [id, state])])).toEqual([['ecology', [['reeds', 'on-track']]], ['water', [['lake-class', 'met']]], ['air', [['doubtful', 'not-comparable']]], ['transport', [['fast-trips', 'no-target']]]]);
	});

	it('is filtered by theme, place and state, each counted under the others', () => {
		const { groups, facets, all, shown } = list('?scope=delta&state=on-track');
		expect([groups.length, all.total, shown.total, shown.judged]).toEqual([1, 4, 1, 1]);
		expect(facets.find(({ key }) => key === 'state')!.values.filter(({ count }) => count > 0).map(({ value, count }) => [value, count])).toEqual([['on-track', 1], ['not-comparable', 1], ['no-target', 1]]);
	});

	it('tells what it ignores in an address, and writes back what it took', () => {
		expect(decodeList('?theme=water&scope=atlantis&state=fine&mood=sunny&state=', listKnown(region))).toEqual({ filter: { ...noFilter, theme: 'water' }, ignored: ['scope=atlantis', 'state=fine', 'mood=sunny'] });
		fc.assert(fc.property(fc.constantFrom('', 'water', 'air'), fc.constantFrom('', 'delta'), fc.constantFrom('', ...states), (theme, scope, state) => {
			expect(decodeList(encodeList({ theme, scope, state }), listKnown(region))).toEqual({ filter: { theme, scope, state }, ignored: [] });
		}));
		expect(listHref('zh')).toBe('/zh/indicators');
	});

	it('withholds a value that is to be confirmed, in row, sheet and interface alike', () => {
		const row = list('?theme=air').groups[0]!.rows[0]!;
		expect(row).toMatchObject({ latest: null, series: null, isToBeConfirmed: true });
		expect(indicatorSheet(region, writer('en'), judged, list())).not.toContain('77');
		expect(valueSheet(writer('en'), page('doubtful'))).not.toContain('77');
		expect(page('doubtful').why.value).toBe('');
		expect(indicatorsApi(region, judged).indicators.find(({ id }) => id === 'doubtful')).toMatchObject({ latest: null, to_be_confirmed: true, state: 'not-comparable' });
	});

	it('is safe to open in a spreadsheet', () => expect(indicatorSheet(region, writer('zh'), judged, list())).toContain("\n'=Reeds,"));
});

describe('the page of an indicator', () => {
	it('tells the values the rule used', () => {
		expect(page('reeds').why).toMatchObject({ target: '≥ 20%', targetYear: '2030', base: '10%', value: '13%', valueWhen: '2022', required: '12%', caveats: ['newer-not-judged'] });
		expect(page('lake-class', 'zh')).toMatchObject({ state: 'met', target: { text: '保持或优于 III 类', year: '2025' }, latest: { text: 'III 类' }, clauses: [{ clause: 'plan#1' }], measures: [{ id: 'plan-1' }] });
	});
	it('joins no single-month sample and marks the years without data', () => {
		const series = page('reeds').series!;
		expect(series.runs.map((run) => run.map(({ id }) => id))).toEqual([['reeds-2020', 'reeds-2022']]);
		expect(series.gaps).toEqual([2021]);
		expect(series.path).toEqual({ from: [2020, 10], to: [2030, 20] });
	});
	it('has a summary in words', () => expect(page('reeds').summary).toBe('3 published values, 2020 to 2023-05. From 10% (2020) to 13% (2022). Target ≥ 20%, 2030. State: On track.'));
	it('is none for an id that nobody gave', () => expect(indicatorPage(region, writer('en'), judged, 'atlantis')).toBeNull());
});

describe('the real indicators', () => {
	it('are each in one state by one rule, and the tally adds up', () => {
		const sum = tally(realJudged.values());
		expect(Object.values(sum.states).reduce((a, b) => a + b)).toBe(dataset.indicators.length);
		expect(sum.judged).toBe([...realJudged.values()].filter(({ state }) => isJudged(state)).length);
	});
	it('are judged on annual values, counts and totals alone, each of the indicator itself', () => {
		for (const [id, { state, value }] of realJudged) if (isJudged(state)) expect([id, ['annual', 'count', 'cumulative'].includes(value!.basisKind), value!.indicator]).toEqual([id, true, id]);
	});
	it('do not mix Jiangsu with the area', () => {
		for (const row of indicatorList(real, writer('en'), realJudged, { ...noFilter, theme: 'province-target' }).groups.flatMap(({ rows }) => rows)) expect(row).toMatchObject({ scope: { id: 'jiangsu-province' }, latest: null, state: 'no-data' });
	});
	it('have a page in both languages, the English one in English', () => {
		for (const { id } of dataset.indicators) {
			expect(indicatorPage(real, writer('zh'), realJudged, id), id).not.toBeNull();
			const { title, summary, why, latest, target } = indicatorPage(real, writer('en'), realJudged, id)!;
			expect(JSON.stringify([title, summary, why, latest, target]), id).not.toMatch(/\p{Script=Han}/u);
		}
	});
	it('stand in the interface with target, latest value, state, rule and sources', () => {
		const { indicators, total } = indicatorsApi(real, realJudged);
		expect(indicators.length).toBe(total);
		for (const row of indicators) {
			expect(rules[row.rule], row.id).toBe(row.state);
			expect(row.sources.length, row.id).toBeGreaterThan(0);
			expect(row.target === null, row.id).toBe(row.state === 'no-target');
			expect(row.judged_value !== null, row.id).toBe(isJudged(row.state));
		}
	});
	it('give the page of the method five examples with five rules', () => {
		const { examples } = methodPage(real, writer('zh'), realJudged);
		expect(examples.map(({ row }) => row.id)).toEqual(exampleIds);
		expect(new Set(examples.map(({ row }) => row.rule)).size).toBe(5);
	});
});
