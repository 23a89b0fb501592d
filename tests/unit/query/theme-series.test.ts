import { describe, expect, it } from 'vitest';
import { columnKinds } from '#lib/domain/view.ts';
import { columnValues } from '#lib/query/column-values.ts';
import { indicatorSeries, isDistrictSeries, ownSeries, valuesOf } from '#lib/query/theme-series.ts';
import { amountsOf, greatestAmount } from '#lib/query/project-amounts.ts';
import { buildIndex } from '#lib/query/query-index.ts';
import { idsOf, select } from '#lib/query/select.ts';
import { statesInYear } from '#lib/query/status-in-year.ts';
import { sumProjects } from '#lib/query/sums.ts';
import { duesIn, judgementsIn, mostTelling } from '#lib/query/year-view.ts';
import { readRoot } from '#lib/server/roots.ts';
import { addLine, open, openRegion, swap } from '../../fixtures/region.ts';
import type { Changes } from '../../fixtures/region.ts';

const indicator = (id: string, zh: string, scope: string, unit = 'km') => addLine(`${id},${zh},${zh},${unit},${unit},${unit},number,higher,${scope},transport,high,,,s-news`);
const value = (id: string, indicatorId: string, number: string, year: string, kind = 'annual') => addLine(`${id},${indicatorId},${number},${number},${number},${year},,${kind},,,,,s-news`);
const both = (...changes: ((text: string) => string)[]) => (text: string) => changes.reduce((now, change) => change(now), text);
const nameOf = Object.fromEntries(openRegion().atlas.dataset.places.map(({ id, names }) => [id, names.zh]));
const family = addLine('roads,道路,Roads,roads-west;east-roads,,,s-news');
const named: Changes = { 'catalogue/families.csv': family, 'catalogue/indicators.csv': both(indicator('roads-west', `${nameOf.west}道路`, 'west'), indicator('east-roads', `道路（${nameOf.east}）`, 'east')) };
const withRoads = (observations: (text: string) => string, more: Changes = {}) => openRegion({ ...named, 'catalogue/observations.csv': observations, ...more }).atlas;
const everything = { year: null, states: null, projects: null, measures: null };
const told = (atlas: ReturnType<typeof withRoads>, year: number | null = null) => valuesOf(atlas, 'roads', { ...everything, year }).map(({ district, value: number, why, when }) => [district, number, why, when]);

describe('a series of the districts', () => {
	it('is what families.csv declares, named as it says', () => {
		expect(indicatorSeries(openRegion(named).atlas).map(({ id, names, members }) => [id, names.zh, [...members.keys()]])).toEqual([['roads', '道路', ['west', 'east']]]);
		expect(indicatorSeries(openRegion().atlas)).toEqual([]);
	});
	it('knows its ids, for addresses', () => {
		const { atlas } = openRegion();
		expect(ownSeries.every((id) => isDistrictSeries(atlas, id))).toBe(true);
		expect(isDistrictSeries(atlas, 'roads')).toBe(false);
	});
});

describe('the values of a series', () => {
	it('are the newest up to the year, each with its own year', () => {
		const atlas = withRoads(both(value('a', 'roads-west', '10', '2019'), value('b', 'roads-west', '12', '2022'), value('c', 'east-roads', '7', '2021')));
		expect(told(atlas)).toEqual([['west', 12, '', '2022'], ['east', 7, '', '2021']]);
		expect(told(atlas, 2021)).toEqual([['west', 10, '', '2019'], ['east', 7, '', '2021']]);
		expect(told(atlas, 2018)).toEqual([['west', null, 'no-value', ''], ['east', null, 'no-value', '']]);
	});
	it('are all of one kind; a district with another kind has no data', () => {
		expect(told(withRoads(both(value('a', 'roads-west', '10', '2022'), value('c', 'east-roads', '7', '2022', 'cumulative'))))).toEqual([['west', 10, '', '2022'], ['east', null, 'other-basis', '']]);
		expect(told(withRoads(both(value('a', 'roads-west', '10', '2022'), value('c', 'east-roads', '7', '2022', 'single-month'))))[1]).toEqual(['east', null, 'other-basis', '']);
	});
	it('are none where the sources disagree or the text is a bound', () => {
		const rows = both(value('a', 'roads-west', '10', '2022'), addLine('c,east-roads,>7,7,,2022,,annual,,,,,s-news'));
		expect(told(withRoads(rows))[1]).toEqual(['east', null, 'no-number', '']);
		const dispute = addLine('d-1,分歧,Dispute,indicator:roads-west,value-2022,10@s-news;11@s-plan,,,,s-news');
		expect(told(withRoads(rows, { 'catalogue/conflicts.csv': dispute }))[0]).toEqual(['west', null, 'disputed', '']);
	});
	it('beyond the data date are the targets of that very year and nothing else', () => {
		const atlas = withRoads(value('a', 'roads-west', '10', '2022'), { 'catalogue/targets.csv': addLine('t-9,roads-west,,20,20,20,ge,2035,,,,s-plan') });
		expect(told(atlas, 2035)).toEqual([['west', 20, '', '2035'], ['east', null, 'no-value', '']]);
		expect(told(atlas, 2034).map(([, number]) => number)).toEqual([null, null]);
	});
});

describe('counts of the catalogue, on the real data', () => {
	const { atlas } = open(readRoot('geodata'));
	const index = buildIndex(atlas);
	const inFilter = (district: string) => idsOf(index, select(index, { all: [{ is: 'district', of: [district] }] }), 'project');

	it('are those of the filter "district", money and kilometres those of its sum', () => {
		for (const { district, value: number } of valuesOf(atlas, 'catalogue-projects', everything)) expect(number, district).toBe(inFilter(district).length);
		for (const { district, value: number, known } of valuesOf(atlas, 'catalogue-investment', everything)) {
			const sum = sumProjects(atlas, inFilter(district), 'investment');
			expect([number, known], district).toEqual([sum.value, { n: sum.knownFor, of: inFilter(district).length }]);
		}
	});
	it('of a year are the projects known to be begun or done by then, fewer the earlier', () => {
		const years = [2018, 2021, 2024, 2026].map((year) => valuesOf(atlas, 'catalogue-projects', { ...everything, year, states: statesInYear(atlas, year) }).reduce((sum, one) => sum + one.value!, 0));
		expect(years).toEqual(years.toSorted((a, b) => a - b));
		expect(years[0]).toBeGreaterThan(0);
		expect(valuesOf(atlas, 'catalogue-projects', { ...everything, year: 2030, states: statesInYear(atlas, 2030) }).every(({ why }) => why === 'no-years')).toBe(true);
	});
	it('follow the filter', () => expect(valuesOf(atlas, 'catalogue-projects', { ...everything, projects: new Set(['fangting']) }).map((one) => one.value)).toEqual([1, 1, 1]));
	it('hold the one published series of the three districts, of July 2021', () => {
		expect(indicatorSeries(atlas).map(({ id }) => id)).toContain('cross-services');
		expect(Object.fromEntries(valuesOf(atlas, 'cross-services', everything).map(({ district, value: number, when }) => [district, [number, when]]))).toEqual({ qingpu: [1173, '2021-07'], wujiang: [1398, '2021-07'], jiashan: [1306, '2021-07'] });
	});
	it('give every kind of column a value for at least two places, greatest first', () => {
		for (const kind of columnKinds) {
			const values = columnValues(atlas, kind, everything).map((one) => one.value);
			expect(values.length, kind).toBeGreaterThan(1);
			expect(values, kind).toEqual(values.toSorted((a, b) => b - a));
		}
		expect(columnValues(atlas, 'town-projects', { ...everything, year: 2035, states: statesInYear(atlas, 2035) })).toEqual([]);
	});
	it('tell what falls due in a year', () => {
		expect(duesIn(atlas, 2035).milestones.map(({ kind }) => kind)).toEqual(['due']);
		expect(duesIn(atlas, 2028).finishes).toBeGreaterThan(0);
	});
});

describe('the figure that a circle stands for', () => {
	const amounts = (changes: Changes = {}, what: 'length' | 'investment' = 'length') => Object.fromEntries(amountsOf(openRegion(changes).atlas, ['line-works', 'line-west', 'lake-clean'], what).map(({ id, value: number, why }) => [id, number ?? why]));
	it('is of the whole or of its parts, never of both', () => {
		expect(amounts()).toEqual({ 'line-works': 19, 'line-west': 'part', 'lake-clean': 'no-figure' });
		expect(amounts({}, 'investment')).toEqual({ 'line-works': 'no-figure', 'line-west': 5.5, 'lake-clean': 3 });
	});
	it('is never that of a whole line', () => expect(amounts({ 'catalogue/quantities.csv': swap('line-works-length,project:line-works,length,19,19,19,eq,km,,,,total', 'line-works-length,project:line-works,length,19,19,19,eq,km,,全线,whole line,total') })).toEqual({ 'line-works': 'whole-line', 'line-west': 9, 'lake-clean': 'no-figure' }));
	it('keeps its scale when the list is shorter', () => expect(greatestAmount(openRegion().atlas, 'length')).toBe(19));
});

describe('values and targets as of a year', () => {
	const { atlas } = openRegion();
	it('take the newest value up to then: the lake misses its class with the base alone and reaches it in 2023', () => {
		expect([2021, 2023].map((year) => judgementsIn(atlas, year).get('lake-class')!.state)).toEqual(['no-data', 'met']);
		expect(judgementsIn(atlas, null)).toBe(judgementsIn(atlas, null));
	});
	it('beyond the data date are the targets due that year, none of them judged', () => {
		const later = openRegion({ 'catalogue/targets.csv': addLine('t-9,fast-trips,,20,20,20,ge,2035,,,,s-plan') }).atlas;
		expect([...judgementsIn(later, 2035)].map(([id, { state }]) => [id, state])).toEqual([['fast-trips', 'no-data']]);
		expect(judgementsIn(later, 2034).size).toBe(0);
	});
	it('of several the worst that was judged is told, else why none could be', () => {
		expect(mostTelling(['met', 'behind', 'no-target'])).toBe('behind');
		expect(mostTelling(['no-target', 'not-comparable', 'met'])).toBe('met');
		expect(mostTelling(['no-target', 'no-data', 'not-comparable'])).toBe('not-comparable');
		expect(mostTelling([])).toBeNull();
	});
});
