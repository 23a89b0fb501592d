import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyView, spaceKeys } from '#lib/domain/view.ts';
import type { Filter, SpaceLeaf } from '#lib/domain/view.ts';
import { translator } from '#lib/i18n/index.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { spaced } from '#lib/i18n/spaced.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { explore } from '#lib/query/explore.ts';
import { parseExpression, printExpression } from '#lib/query/expression.ts';
import { buildIndex } from '#lib/query/query-index.ts';
import { idsOf, select } from '#lib/query/select.ts';
import { spaceNotes, withNamed } from '#lib/query/space/notes.ts';
import { withLazySpace } from '#lib/query/space/space-index.ts';
import { tableCsv } from '#lib/query/table-csv.ts';
import { decode, encode } from '#lib/query/url.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoot } from '#lib/server/roots.ts';

const { dataset, relations, shapes } = publish([readRoot('geodata')]);
const atlas = createAtlas(dataset, relations);
const index = withLazySpace(atlas, buildIndex(atlas), () => shapes);
const query = { atlas, index };
const filterOf = (text: string): Filter => ({ all: [parseExpression(text)!] });
const shown = (filter: Filter, lang: Lang = 'zh') => explore(query, { ...emptyView, filter }, lang);
const notes = (text: string, lang: Lang = 'zh') => spaceNotes(query, { lang, t: translator(lang) }, filterOf(text), select(index, filterOf(text)));
const texts = (text: string, lang: Lang = 'zh') => notes(text, lang).map((note) => note.text);
const refusal = (text: string) => index.space!.refusal(parseExpression(text) as SpaceLeaf, 'zh');

describe('a question that has no answer is a sentence, not an empty list', () => {
	it.each([
		['bank=wusong-river+left', '数据没有说明吴淞江的流向'], ['bank=hongqi-canal+right', '的流向，分不出左右岸'], ['bank=grand-canal+left', '的流向，分不出左右岸'], ['bank=g50+left', 'G50 不是河道，没有左右岸'], ['bank=husuhu-hsr+left', '不是河道'],
		['upstream=fen-lake+g50', null], ['upstream=maohe', '没有说明哪些水体流入'], ['downstream=huangpu-river', '没有说明黄浦江流向哪里'],
		['reach=taipu-river+10+99', '太浦河在本图上长 60 km，没有 99 km 处'], ['reach=taipu-river+10+qingpu', '太浦河的线位上没有青浦'], ['reach=husuhu-hsr+10+20', '至少一端请选站或地点'], ['reach=taipu-river+10+20', null],
		['border=qingpu+wujiang', null]
	])('%s', (text, said) => {
		if (said === null) return void expect(refusal(text)).toBeNull();
		expect(refusal(text)).toContain(said);
		expect(texts(text)[0]).toBe(refusal(text));
		expect(shown(filterOf(text)).chips[0]!.words, 'the chip').toMatch(/（答不出，未参与筛选）$/);
		expect(shown(filterOf(text)).counts, 'nothing is left out by it').toEqual(shown({ all: [] }).counts);
	});

	it('downstream of the Taipu: that no source says which part of the Huangpu counts', () => expect(texts('downstream=taipu-river')).toEqual(['在太浦河下游：来源没有说明黄浦江哪一段算，其上的记录没有列出。']));
});

it('the planner who asks for the 3 nearest and sees 10 is told of the tie', () => {
	expect(select(index, filterOf('nearest=dianshan-lake+3')).counts.project).toBe(10);
	expect(texts('nearest=dianshan-lake+3')).toContain('离淀山湖最近的 3 个：项目第 3 名有并列，共列 10 项；指标第 3 名有并列，共列 7 项。');
	expect(texts('nearest=dianshan-lake+3', 'en')[0]).toBe('the 3 nearest to Dianshan Lake: projects tie at number 3; listed: 10; indicators tie at number 3; listed: 7.');
	expect(texts('nearest=water-parlour-station+5').filter((text) => text.includes('项目第'))).toEqual([]);
});

describe('what only a collective brings', () => {
	it('is counted with the name of the collective, left out in one step and taken back in one', () => {
		const asked = 'near=huozedang~500';
		const [note] = notes(asked);
		expect(note!.text).toBe('其中项目 6 项、指标 5 项只经由蓝色珠链、一河三湖列出。');
		const narrow = note!.step!.filter;
		const [before, after] = [filterOf(asked), narrow].map((filter) => select(index, filter).counts) as [ReturnType<typeof select>['counts'], ReturnType<typeof select>['counts']];
		expect([before.project - after.project, before.measure - after.measure, before.indicator - after.indicator]).toEqual([6, 0, 5]);
		const back = spaceNotes(query, { lang: 'zh', t: translator('zh') }, narrow, select(index, narrow))[0]!.step!.filter;
		expect(back).toEqual(filterOf(asked));
	});

	it('is told with its collective among the nearest too', () => expect(texts('and(nearest=dianshan-lake+5,district=wujiang)').at(-1)).toBe('其中项目 1 项只经由一河三湖列出。'));

	it('is not what the question itself names, nor anything where a record names the place too', () => {
		expect(texts('near=blue-pearl-chain~0').join()).not.toContain('蓝色珠链');
		const left = idsOf(index, select(index, withNamed(filterOf('near=taipu-river~500'), true)), 'project');
		for (const id of left) expect(index.space!.collectives(`project:${id}`, parseExpression('near=taipu-river~500') as SpaceLeaf), id).toEqual([]);
	});

	it('stays left out in the address, the table, the sheet and the words of the question', () => {
		const { view } = decode('?f=near=huozedang~500~named');
		expect(decode(encode(view)).view).toEqual(view);
		expect(encode(view)).toContain('near%3Dhuozedang~500~named');
		const model = shown(view.filter);
		expect(model.table.rows.length).toBe(model.counts.project);
		expect(tableCsv(translator('zh'), model.table, model.chips)).toContain('在火泽荡 500 m 内（不经统称）');
		expect(index.space!.words(view.filter, 'en')).toContain('(not through a collective)');
	});

	it('leaves what is asked with "not" alone, so that the step only takes away', () => expect(printExpression(withNamed(parseExpression('and(near=huozedang,not(near=dianshan-lake))')!, true))).toBe('and(near=huozedang~named,not(near=dianshan-lake))'));
});

it('any question about space comes back from the address as it went, with and without its collectives', () => {
	const leaf = fc.record({ is: fc.constantFrom(...spaceKeys), of: fc.array(fc.stringMatching(/^[a-z][a-z0-9-]{0,5}$/), { minLength: 1, maxLength: 3 }), named: fc.boolean(), withinM: fc.option(fc.integer({ min: 0, max: 10_000 }), { nil: undefined }) });
	fc.assert(fc.property(leaf, ({ is, of, named, withinM }) => {
		const takes = ['near', 'shore', 'upstream', 'downstream', 'reach', 'bank', 'border'].includes(is);
		const filter: Filter = { is, of, ...(takes && withinM !== undefined && { withinM }), ...(named && { named: true as const }) };
		expect(parseExpression(printExpression(filter))).toEqual(filter);
	}));
	expect(parseExpression('kind=rail~named')).toBeNull();
	expect(printExpression(parseExpression('mood=sunny~5~named')!)).toBe('mood=sunny~5~named');
});

it('a sentence keeps a space between Han and a Latin name, and what a name holds itself stays exact', () => {
	const words = (text: string) => index.space!.words(parseExpression(text)!, 'zh');
	expect(words('crosses=g50')).toBe('穿过 G50');
	expect(words('reach=g50+0+30'), 'a road and a chainage are two things').toBe('在 G50 0 km 至 30 km 段 1 km 内');
	expect(words('near=g50+taipu-river~500')).toBe('在 G50 或太浦河 500 m 内');
	expect(spaced((_, { name } = {}) => `穿过${name}旁`)('space.say.crosses', { name: '318国道A段B' })).toBe('穿过 318国道A段B 旁');
});
