import { describe, expect, it } from 'vitest';
import { readDataset } from '#lib/catalogue/read.ts';
import { describeProblem } from '#lib/domain/problem.ts';
import { translator } from '#lib/i18n/index.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { comparisonOf } from '#lib/query/district-compare.ts';
import { districtFamilies, districtSeries, familyOf, sharedSlot, valueAt } from '#lib/query/district-series.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoot } from '#lib/server/roots.ts';
import { addLine, openRegion, regionRoot } from '../../fixtures/region.ts';
import type { Changes } from '../../fixtures/region.ts';

const writer = { lang: 'en' as const, t: translator('en') };
const addLines = (...lines: string[]) => (text: string) => lines.reduce((all, line) => addLine(line)(all), text);
const indicator = (id: string, scope: string, confidence = 'high') => `${id},房,Homes,count,套,homes,number,higher,${scope},economy,${confidence},,,s-news`;
const value = (of: string, year: number, text: string, kind = 'annual', [lo, hi] = [text, text]) => `${of}-${year}-${kind},${of},${text},${lo},${hi},${year},,${kind},,,,,s-news`;
const homes: Changes = {
	'catalogue/indicators.csv': addLines(indicator('homes-west', 'west'), indicator('homes-east', 'east')),
	'catalogue/families.csv': addLine('homes,房,Homes,homes-west;homes-east,,,s-news'),
	'catalogue/observations.csv': addLines(value('homes-west', 2021, '10'), value('homes-east', 2021, '20'), value('homes-west', 2022, '30'), value('homes-east', 2022, '>40', 'annual', ['40', '']), value('homes-east', 2023, '50', 'single-month'))
};
const { atlas } = openRegion(homes);
const series = districtSeries(atlas, writer, 'homes')!;

describe('a family of indicators by district', () => {
	it('has every district as a row, with values newest first', () => expect(series.rows.map(({ name, values }) => [name, values.map(({ text }) => text)])).toEqual([['West District', ['30 homes', '10 homes']], ['East District', ['50 homes', '>40 homes', '20 homes']]]));
	it('compares plain values of one year and kind only: a bound and a monthly sample are told and have no number', () => {
		expect(series.rows[1]!.values.map(({ y, comparedAs }) => [y, comparedAs])).toEqual([[null, null], [null, null], [20, 'annual']]);
		expect(series.slots).toEqual([{ year: 2022, kind: 'annual', count: 1 }, { year: 2021, kind: 'annual', count: 2 }]);
	});
	it('shares the newest year that most districts have, and has no value where none was published', () => {
		expect(sharedSlot(series)).toEqual({ year: 2021, kind: 'annual', count: 2 });
		expect([valueAt(series.rows[1]!, { year: 2021, kind: 'annual' })?.y, valueAt(series.rows[1]!, { year: 2022, kind: 'annual' })]).toEqual([20, null]);
	});
	it('shares none where each district has another year', () => {
		const { atlas: apart } = openRegion({ ...homes, 'catalogue/observations.csv': addLines(value('homes-west', 2021, '10'), value('homes-east', 2022, '20')) });
		expect(sharedSlot(districtSeries(apart, writer, 'homes')!)).toBeNull();
	});
	it('withholds a figure that is to be confirmed, and one on which sources differ', () => {
		const { atlas: doubtful } = openRegion({ ...homes, 'catalogue/indicators.csv': addLines(indicator('homes-west', 'west', 'low'), indicator('homes-east', 'east')), 'catalogue/conflicts.csv': addLine('c-homes,房,Homes,indicator:homes-east,value-2021,20@s-news;21@s-plan,,,,s-news') });
		const rows = districtSeries(doubtful, writer, 'homes')!.rows;
		expect([rows[0]!.values, rows[0]!.isToBeConfirmed]).toEqual([[], true]);
		expect(rows[1]!.values.find(({ year }) => year === 2021)).toMatchObject({ text: '20 homes', y: null });
	});
	it('is none for a family that nobody declared', () => expect([districtSeries(atlas, writer, 'ponds'), familyOf(atlas, 'fast-trips'), familyOf(atlas, 'homes-west')?.id]).toEqual([null, undefined, 'homes']));
});

describe('a family that cannot be compared is told of', () => {
	const told = (indicators: string[], members: string) => readDataset([regionRoot({ 'catalogue/indicators.csv': addLines(...indicators), 'catalogue/families.csv': addLine(`homes,房,Homes,${members},,,s-news`) })]).problems.map(describeProblem);
	it.each<[string, string[], string, string]>([
		['two units', [indicator('homes-west', 'west'), indicator('homes-east', 'east').replace(',count,', ',%,')], 'homes-west;homes-east', 'catalogue/families.csv:2 family homes counts homes-east with unit "%" beside "count"'],
		['two of one district', [indicator('homes-west', 'west'), indicator('flats-west', 'west')], 'homes-west;flats-west', 'catalogue/families.csv:2 family homes counts two indicators of west: homes-west and flats-west'],
		['the whole area beside a district', [indicator('homes-west', 'west'), indicator('homes-delta', 'delta')], 'homes-west;homes-delta', 'catalogue/families.csv:2 family homes counts homes-delta, whose scope delta is no district'],
		['an indicator that nobody listed', [indicator('homes-west', 'west')], 'homes-west;huts', 'catalogue/families.csv:2 families homes names unknown indicator huts in "members"']
	])('%s', (_, indicators, members, sentence) => expect(told(indicators, members).filter((line) => line.startsWith(sentence)), told(indicators, members).join('\n')).toHaveLength(1));
});

describe('the real families', () => {
	const real = (({ dataset, relations }) => createAtlas(dataset, relations))(publish([readRoot('geodata')]));
	it('are the services handled across provinces, of three districts in one month', () => {
		expect(districtFamilies(real).map(({ id }) => id)).toEqual(['cross-services']);
		const shown = districtSeries(real, writer, 'cross-services')!;
		expect(shown.rows.map(({ place, values }) => [place, values[0]?.y, values[0]?.when])).toEqual([['qingpu', 1173, '2021-07'], ['wujiang', 1398, '2021-07'], ['jiashan', 1306, '2021-07']]);
		expect(sharedSlot(shown)).toEqual({ year: 2021, kind: 'count', count: 3 });
	});
});

describe('the comparison on the page of an indicator', () => {
	const compare = (changes: Changes, id = 'homes-west') => comparisonOf(openRegion(changes).atlas, writer, { id, direction: 'higher' })!;
	it('holds the districts against each other in one year and kind', () => {
		const { slot, rows, summary, canBeIndexed } = compare(homes);
		expect([slot, canBeIndexed, rows.map(({ y, isHere }) => [y, isHere])]).toEqual([{ year: 2021, kind: 'annual', count: 2 }, true, [[10, true], [20, false]]]);
		expect(summary).toBe('annual, 2021; every district has one. Homes: West District 10 homes, East District 20 homes.');
	});
	it('sets another year apart and names it, never beside the others in silence', () => {
		const { slot, rows, summary } = compare({ ...homes, 'catalogue/observations.csv': addLines(value('homes-west', 2021, '10'), value('homes-east', 2022, '20')) });
		expect([slot, rows.map(({ y, apart }) => [y, apart?.when])]).toEqual([null, [[null, '2021'], [null, '2022']]]);
		expect(summary).toContain('No two districts have a value of one year and kind: listed, not compared.');
	});
	it('is there for few indicators only', () => expect(comparisonOf(atlas, writer, { id: 'fast-trips', direction: 'higher' })).toBeNull());
});
