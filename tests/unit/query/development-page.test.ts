import { describe, expect, it } from 'vitest';
import { translator } from '#lib/i18n/index.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { exampleOf, indexKnown, subjectsOf } from '#lib/query/development-data.ts';
import { indexPage } from '#lib/query/development-page.ts';
import type { IndexPage } from '#lib/query/development-page.ts';
import { indexSheet } from '#lib/query/development-sheet.ts';
import { indexCaption } from '#lib/query/chart-caption.ts';
import { decodeIndex } from '#lib/query/development-url.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoot } from '#lib/server/roots.ts';
import { addLine, openRegion } from '../../fixtures/region.ts';

const writer = (lang: 'zh' | 'en') => ({ lang, t: translator(lang) });
const addLines = (...lines: string[]) => (text: string) => lines.reduce((all, line) => addLine(line)(all), text);
const indicator = (id: string, scope: string, direction = 'higher', confidence = 'high', unit = 'count') => `${id},房${id},Homes ${id},${unit},套,homes,number,${direction},${scope},economy,${confidence},,,s-news`;
const value = (of: string, year: number, text: string, kind = 'annual', [lo, hi] = [text, text]) => `${of}-${year}-${kind}-${text.replace(/\D/g, '')},${of},${text},${lo},${hi},${year},,${kind},,,,,s-news`;

const { atlas } = openRegion({
	'catalogue/indicators.csv': addLines(indicator('a', 'delta'), indicator('b', 'delta'), indicator('flat', 'delta', 'neutral'), indicator('doubtful', 'delta', 'higher', 'low'), indicator('homes-west', 'west'), indicator('homes-east', 'east'), indicator('cut', 'delta', 'lower')),
	'catalogue/families.csv': addLine('homes,房,Homes,homes-west;homes-east,,,s-news'),
	'catalogue/targets.csv': addLines('cut-2025,cut,cut-2020-plan-base-100,80,80,80,le,2025,plan#1,,,s-plan', 'a-2025,a,,50,50,50,ge,2025,plan#1,,,s-plan'),
	'catalogue/observations.csv': addLines(
		value('a', 2020, '10'), value('a', 2021, '20'), value('a', 2022, '30'), value('a', 2023, '99', 'count'), value('b', 2020, '5'), value('b', 2022, '7'), value('b', 2021, '>6', 'annual', ['6', '']),
		value('flat', 2020, '1'), value('doubtful', 2020, '77'), value('homes-west', 2021, '10'), value('homes-east', 2021, '20'), value('cut', 2020, '100', 'plan-base'), value('cut', 2021, '90')
	)
});
const open = (search: string, lang: 'zh' | 'en' = 'en'): IndexPage => {
	const subjects = subjectsOf(atlas, writer(lang));
	return indexPage(atlas, writer(lang), subjects, decodeIndex(search, indexKnown(subjects)).choice);
};
const indexes = (page: IndexPage) => page.rows.map(({ year, index }) => [year, index === null ? null : Math.round(index * 10) / 10]);

describe('what an index can be made of', () => {
	const subjects = subjectsOf(atlas, writer('en'));
	const delta = subjects.find(({ id }) => id === 'delta')!;
	it('is an indicator’s own place, and the districts by family', () => expect(subjects.map(({ id, candidates }) => [id, candidates.map((some) => some.id)])).toEqual([['delta', ['a', 'b', 'cut', 'fast-trips']], ['districts', ['homes']], ['mirror-lake', ['lake-class']], ['west', ['homes-west']], ['east', ['homes-east']]]));
	it('uses one kind of value of an indicator, and tells what it leaves out and why', () => {
		expect(delta.candidates[0]).toMatchObject({ kind: 'annual', years: [2020, 2021, 2022], leftOut: [{ year: 2023, why: 'other-kind' }] });
		expect(delta.candidates[1]!.leftOut.map(({ year, why }) => [year, why])).toEqual([[2021, 'not-comparable']]);
	});
	it('refuses what has no better direction and what is to be confirmed, by name', () => expect(delta.unusable).toEqual([{ name: 'Homes flat', why: 'neutral' }, { name: 'Homes doubtful', why: 'to-confirm' }]));
	it('counts from the base to the target, and says where it cannot', () => expect(delta.candidates.map(({ id, targetEnds }) => [id, targetEnds.get('delta')])).toEqual([['a', 'no-base'], ['b', 'no-target'], ['cut', { zero: 100, full: 80 }], ['fast-trips', 'no-target']]));
	it('is shown by the largest group that shares two years, newest first', () => expect(exampleOf(delta)).toEqual({ ids: ['a', 'b'], years: [2020, 2022] }));
});

describe('the page of the index', () => {
	it('begins with an example, and says that it is one', () => {
		const page = open('');
		expect([page.isExample, page.exampleYears, page.chosen.map(({ share }) => share)]).toEqual([true, [2020, 2022], ['50', '50']]);
		expect(indexes(page)).toEqual([[2020, 0], [2021, null], [2022, 100]]);
	});
	it('lists what is missing with what was published instead', () => expect(open('').missing).toEqual([{ name: 'Homes b', place: '', year: 2021, why: 'not-comparable', text: '>6 homes', kind: 'annual' }]));
	it('gives a partial index only when asked, with its coverage and a word of warning', () => {
		const page = open('?i=a:30,b:10&partial=1');
		expect(indexes(page)).toEqual([[2020, 0], [2021, 50], [2022, 100]]);
		expect([page.rows[1]!.coverage, page.notes]).toEqual([75, ['partial']]);
	});
	it('against the target has no score without a base, and says so', () => {
		const page = open('?i=a:10,cut:10&norm=target');
		expect(page.chosen.map(({ ends }) => ends[0])).toEqual([{ place: '', zero: '', full: '', why: 'no-base' }, { place: '', zero: '100 homes', full: '80 homes', why: '' }]);
		expect(page.missing.filter(({ name }) => name === 'Homes a').map(({ why }) => why)).toEqual(['no-ends', 'no-ends', 'no-ends']);
		expect(indexes(open('?i=cut:10&norm=target'))).toEqual([[2020, 0], [2021, 50]]);
	});
	it('compares the districts on one definition, each with its rank', () => {
		const page = open('?of=districts');
		expect(page.rows.map(({ name, text, rank }) => [name, text, rank?.chosen])).toEqual([['West District 2021', '0', 2], ['East District 2021', '100', 1]]);
		expect(page.notes).toEqual(['one-part', 'two-rows']);
	});
	it('keeps to the years asked for, and takes its ends from them', () => expect(indexes(open('?i=a:1&years=2021..2022'))).toEqual([[2021, 0], [2022, 100]]));
	it('is empty and says so when nothing is chosen', () => expect([open('?i=').summary, open('?i=').rows, open('?i=', 'zh').summary]).toEqual(['No indicator is chosen, so there is no index.', [], '没有选指标，没有指数。']));
	it('cites the clause that asks for an index, where the dataset has it', () => expect(open('').clause).toBeNull());
	it('is told in a sheet and around the picture: every value, score, contribution and hole', () => {
		const subjects = subjectsOf(atlas, writer('en'));
		const { choice } = decodeIndex('', indexKnown(subjects));
		const sheet = indexSheet(writer('en'), open(''), choice, '2024-06-30');
		expect(sheet).toContain('Delta,2022,100,100,100,100%,30 homes,100,50,7 homes,100,50');
		expect(sheet).toContain('Delta,2021,No data,,,50%,20 homes,50,,No data,,');
		expect(sheet).toContain('What is missing,2021,Homes b,"Published, but no exact value of one year; not used",>6 homes,annual');
		expect(indexCaption(writer('en'), open(''), choice, '2024-06-30').notes.join(' ')).toMatch(/Weights: Homes a 50%, Homes b 50%.*Cells without a score: 1\..*not the index.*Data of 2024-06-30/);
	});
});

describe('the index of the real data', () => {
	const { dataset, relations } = publish([readRoot('geodata')]);
	const real = createAtlas(dataset, relations);
	const subjects = subjectsOf(real, writer('zh'));
	const page = (search: string) => indexPage(real, writer('zh'), subjects, decodeIndex(search, indexKnown(subjects)).choice);
	it('can be computed today for two years of the area, from five indicators with a source each', () => {
		const shown = page('');
		expect([shown.of, shown.exampleYears, shown.chosen.length, shown.clause?.clause]).toEqual(['demonstration-area', [2019, 2022], 5, 'action-plan#21']);
		expect(indexes(shown)).toEqual([[2019, 0], [2021, null], [2022, 76.7], [2025, null]]);
		expect(shown.sources.length).toBeGreaterThan(0);
	});
	it('never uses a value whose year is doubtful', () => expect(page('').missing.filter(({ year }) => year === 2025).map(({ name, why, kind }) => [name, why, kind])).toEqual([['地表水优Ⅲ类断面比例', 'not-comparable', 'uncertain-year'], ['空气质量优良率', 'not-comparable', 'uncertain-year']]));
	it('offers no indicator of Jiangsu for the area', () => expect(subjects.flatMap(({ candidates }) => candidates.map(({ id }) => id)).filter((id) => id.startsWith('js-'))).toEqual([]));
});
