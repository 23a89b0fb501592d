import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import type { ClauseText, FigureMention, Findings, PlaceMention, PolicyText } from '#lib/domain/policy-text.ts';
import { compareSeed, tablesOf } from '../../../scripts/measure/compare.ts';
import { formatMisses, formatReport, reachesGoals } from '../../../scripts/measure/report.ts';
import { fillPlaces, findForeign, readTables } from '../../../scripts/measure/tables.ts';

/** A text of our own: two items, one line of units, a place, a figure, a number lost in print, and a caption. */
const text = '一、治理青河。到2030年达标率不低于90%。(责任单位:水务、财政部门)\n二、建设南山镇#个公园。\n图:青河夜景\n';
const at = (words: string): { start: number; end: number } => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
const cells = (words: string): string => `${at(words).start},${at(words).end}`;
const files: Record<string, string> = {
	stretches: `seed,start,end,kind,document\n9,0,${text.length},document,plan\n9,${cells('图:青河夜景')},caption,plan\n`,
	clauses: `seed,document,path,also,kind,numbered,start,end,heading_length,heading_starts,doubtful\n9,plan,一,,item,yes,0,${text.indexOf('\n')},4,治理青河,\n9,plan,二,正文/二,item,yes,${text.indexOf('二、')},${text.length - 1},0,,\n`,
	places: `seed,start,end,text,id,via,doubtful\n9,${cells('青河')},青河,green-river,,\n9,${cells('南山镇')},南山镇,?南山镇,,\n9,${cells('南山')},南山,south-hill,,\n`,
	figures: `seed,start,end,text,value,value_min,value_max,unit,unit_also,comparator,comparator_also,year,year_also,base_year,what,doubtful\n9,${cells('90%')},90%,90,90,90,%,,ge,,2030,,,达标率,\n`,
	responsible: `seed,document,clause,start,end,units,ids\n9,plan,一,${cells('(责任单位:水务、财政部门)')},水务;财政部门,water;finance\n`,
	doubts: `seed,start,end,kind,doubtful\n9,${cells('#个')},symbols,\n`,
	'garbled-figures': `seed,start,end,lost\n9,${cells('#个')},count lost\n`,
	register: 'id\ngreen-river\nsouth-hill\n'
};
const tables = readTables((name) => files[name]!);

const none = (): Findings => ({ places: [], agencies: [], figures: [], dates: [], references: [], doubts: [] });
const place = (id: string, words: string): PlaceMention => ({ ...at(words), id, text: words });
const ninety: FigureMention = { ...at('90%'), text: '90%', value: 90, valueMin: 90, valueMax: 90, unit: '%', comparator: 'ge', year: 2030, baseYear: null, what: '达标率' };
const clause = (path: string, start: number, end: number, found: Partial<Findings>): ClauseText => ({ ...none(), ...found, path, levels: [path], parent: '', kind: 'item', heading: '', start, end });
const agency = (words: string, id = '') => ({ ...at(words), id, text: words, role: 'responsible' as const });

/** What a reader that errs nowhere gives. */
const right = (): [ClauseText, ClauseText] => [
	clause('一', 0, text.indexOf('二、'), { places: [place('green-river', '青河')], figures: [ninety], agencies: [agency('水务', 'water'), agency('财政部门')] }),
	clause('二', text.indexOf('二、'), text.length, { places: [place('south-hill', '南山')], doubts: [{ ...at('#个'), kind: 'symbols', text: '#个' }] })
];
const policyOf = (clauses: ClauseText[]): PolicyText => ({ normaliser: 'test', asides: [], documents: [{ ...none(), start: 0, end: text.length, title: '', id: '', issuer: '', issued: '', clauses }] });
const compare = (clauses: ClauseText[], with_ = tables) => compareSeed(with_, policyOf(clauses), text);

describe('comparing a reading with the tables', () => {
	it('gives full marks to a reading that errs nowhere, and reaches every goal', () => {
		const found = compare(right());
		const counts = [found.numbered, found.ends, found.recall, found.precision, found.responsible, found.figures, found.comparators, found.doubts].map(({ right: n, of }) => [n, of]);
		expect(counts).toEqual([[2, 2], [2, 2], [2, 2], [2, 2], [1, 1], [1, 1], [1, 1], [1, 1]]);
		expect([found.guessed, found.inventedClauses, found.otherFigures]).toEqual([[], [], []]);
		expect(reachesGoals(new Map([['9', found]]))).toBe(true);
	});

	it('counts a wrong path, a wrong start and an invented clause, and takes the second path that is as right', () => {
		const [first, second] = right();
		expect(compare([{ ...first, path: '1' }, { ...second, path: '正文/二' }]).numbered).toMatchObject({ right: 1, of: 2, misses: [{ at: 0, expected: '一', got: '1 @0' }] });
		expect(compare([{ ...first, start: 1 }, second]).numbered.misses).toEqual([{ what: 'clause', at: 0, expected: '一', got: '一 @1' }]);
		expect(compare([first, second, clause('三', 5, 9, {})]).inventedClauses).toEqual([{ what: 'invented clause', at: 5, expected: '–', got: '三' }]);
	});

	it('counts a place missed, one too many and one given twice, but none in a caption', () => {
		const [first, second] = right();
		const caption = { start: text.lastIndexOf('青河'), end: text.lastIndexOf('青河') + 2, id: 'green-river', text: '青河' };
		expect(compare([{ ...first, places: [] }, second]).recall).toMatchObject({ right: 1, of: 2, misses: [{ expected: 'green-river', got: '–' }] });
		expect(compare([{ ...first, places: [...first.places, ...first.places] }, second]).precision).toMatchObject({ right: 2, of: 3 });
		expect(compare([first, { ...second, places: [...second.places, caption] }]).precision).toMatchObject({ right: 2, of: 2 });
		expect(compare([{ ...first, places: [place('south-hill', '青河')] }, second]).recall.misses[0]!.got).toBe('south-hill');
		expect(compare([{ ...first, places: [{ ...place('green-river', '青河'), via: 'rivers' }] }, second]).recall.right).toBe(1);
	});

	it('does not judge a place that the register does not hold yet; once it does, the longer name wins', () => {
		const [first, second] = right();
		const town = { ...second, places: [place('south-hill-town', '南山镇')] };
		expect(compare([first, town])).toMatchObject({ precision: { right: 1, of: 1 }, recall: { right: 1, of: 2 }, notJudged: { waiting: 1, younger: 1 } });
		const filled = { ...tables, places: fillPlaces(tables.places, { idOf: (name) => (name === '南山镇' ? 'south-hill-town' : undefined), membersOf: () => [] }) };
		expect(filled.places.map(({ id }) => id)).toEqual(['green-river', 'south-hill-town']);
		expect(compare([first, town], filled).recall).toMatchObject({ right: 2, of: 2 });
		expect(compare([first, { ...second, places: [...second.places, place('new-park', '公园')] }]).notJudged.younger).toBe(1);
	});

	it('gives a collective that the register has come to hold its members', () => {
		const filled = fillPlaces(tables.places, { idOf: (name) => (name === '南山镇' ? 'three-hills' : undefined), membersOf: (id) => (id === 'three-hills' ? ['south-hill', 'north-hill'] : []) });
		expect(filled.map(({ id, via }) => [id, via])).toEqual([['green-river', ''], ['three-hills', ''], ['south-hill', 'three-hills'], ['north-hill', 'three-hills']]);
	});

	it('counts a figure with a wrong value, unit or year as missed, and tells figures of no table', () => {
		const [first, second] = right();
		const withFigure = (change: Partial<FigureMention>) => compare([{ ...first, figures: [{ ...ninety, ...change }] }, second]);
		expect([withFigure({ value: 9 }), withFigure({ unit: '个' }), withFigure({ year: null })].map(({ figures }) => figures.right)).toEqual([0, 0, 0]);
		expect(withFigure({ unit: '%' }).figures.right).toBe(1);
		expect(withFigure({ comparator: 'eq' })).toMatchObject({ figures: { right: 1 }, comparators: { right: 0, of: 1 } });
		expect(withFigure(at('一、')).otherFigures).toHaveLength(1);
	});

	it('a line of units is wrong with one unit missing or one too many', () => {
		const [first, second] = right();
		for (const agencies of [first.agencies.slice(0, 1), [...first.agencies, agency('责任')], []]) expect(compare([{ ...first, agencies }, second]).responsible.right).toBe(0);
	});

	it('a figure taken from a garbled passage is told, and no goal is reached then', () => {
		const [first, second] = right();
		const found = compare([first, { ...second, figures: [{ ...ninety, ...at('#个'), text: '3个' }], doubts: [] }]);
		expect(found.guessed).toEqual([{ what: 'guessed', at: text.indexOf('#'), expected: '–', got: '3个' }]);
		expect(found.doubts.right).toBe(0);
		expect(reachesGoals(new Map([['9', found]]))).toBe(false);
	});

	it('the report gives a line a figure and a miss with six characters either side', () => {
		const [first, second] = right();
		const scores = new Map([['9', compare([{ ...first, places: [] }, second])]]);
		expect(formatReport(scores).find((line) => line.startsWith('place mentions, recall'))).toMatch(/1\/2 +50\.0 % +≥ 98 +1\/2$/);
		expect(formatMisses(scores, () => text)).toEqual([`9      4  …一、治理青河。到20…  place: expected green-river, got –`]);
		expect(reachesGoals(new Map())).toBe(false);
	});

	it('knows a file that is not the one read, and forgets pinyin inside a name', () => {
		expect(findForeign(tables, '9', text)).toEqual([]);
		expect(findForeign(tables, '9', ` ${text}`)).toHaveLength(3);
		expect(findForeign({ ...tables, places: [{ ...tables.places[0]!, start: 0, end: 6, text: '青河' }], figures: [] }, '9', '青(qī)河')).toEqual([]);
	});

	it('a seed sees only its own rows', () => {
		expect(tablesOf(tables, '8').clauses).toEqual([]);
		expect(tablesOf(tables, '9').clauses).toHaveLength(2);
	});
});

it.each([[[], /^No folder is given; expected the folder with the five seed texts/], [['a', 'b'], /^"b" is one argument too many/], [['nowhere'], /^nowhere cannot be read/], [['docs'], /^docs holds no file whose name begins with 000/]])('npm run measure:text -- %s says one sentence and ends with 2', (words, sentence) => {
	const { status, stderr } = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', 'scripts/measure-text.ts', ...words], { encoding: 'utf8' });
	expect([status, stderr.trim().split('\n')]).toEqual([2, [expect.stringMatching(sentence)]]);
});
