import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyView } from '#lib/domain/view.ts';
import type { Filter, TableName } from '#lib/domain/view.ts';
import { translator } from '#lib/i18n/index.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { explore } from '#lib/query/explore.ts';
import { parseExpression } from '#lib/query/expression.ts';
import { idsOf, select } from '#lib/query/select.ts';
import { tableCsv } from '#lib/query/table-csv.ts';
import { decode } from '#lib/query/url.ts';
import { whyListed } from '#lib/query/why.ts';
import { openRegion } from '../../../fixtures/region.ts';

const { atlas, index } = openRegion();
const asked = (text: string): Filter => ({ all: [parseExpression(text)!] });
const ids = (text: string) => (['project', 'measure', 'indicator'] as const).map((kind) => idsOf(index, select(index, asked(text)), kind));
const shown = (text: string, table: TableName = 'projects', lang: Lang = 'zh') => explore({ atlas, index }, { ...emptyView, filter: asked(text), table }, lang);
const why = (ref: string, text: string, lang: Lang = 'zh') => index.space!.why(ref, parseExpression(text) as never, lang);
const places = (text: string) => shown(text, 'places').table.rows.map(({ key }) => key).toSorted();
const words = (text: string, lang: Lang = 'zh') => index.space!.words(parseExpression(text)!, lang);
const refusal = (text: string) => shown(text).ignored.map(({ sentence }) => sentence);

describe('near a place', () => {
	it('is what names it, what names a collective that it is a member of, and what stands within the distance, to the metre', () => {
		expect(ids('near=mirror-lake~1108')).toEqual([['lake-clean'], ['plan-1', 'plan-2'], ['lake-class']]);
		expect(ids('near=mirror-lake~1109')).toEqual([['line-works', 'lake-clean'], ['plan-1', 'plan-2'], ['lake-class']]);
	});

	it('says how the record comes to the place, how far that is, and how sure', () => {
		expect(why('project:line-works', 'near=mirror-lake~1200')).toEqual(['项目就是快线；快线距镜湖 1.1 km ± 150 m，结果在精度之内，可能相反']);
		expect(why('project:line-works', 'near=mirror-lake~2000')).toEqual(['项目就是快线；快线距镜湖 1.1 km ± 150 m']);
		expect(why('project:line-works', 'near=mirror-lake~2000', 'en')).toEqual(['the project is Fast Line; Fast Line is 1.1 km ± 150 m from Mirror Lake']);
		expect(why('measure:plan-1', 'near=mirror-lake')).toEqual(['计划第 1 条点名镜湖']);
		expect(why('measure:plan-2', 'near=mirror-lake')).toContain('计划第 2 条点名两水（含镜湖）');
		expect(why('measure:plan-2', 'near=fast-line~3000', 'en')[0]).toMatch(/^Plan item 2 names Two Waters \(with Mirror Lake\); Mirror Lake is 1\.1 km ± 150 m from Fast Line$/);
	});

	it('says that a result hinges on a schematic line', () => expect(why('place:mid-station', 'near=mirror-lake~1500')).toEqual(['中站距镜湖 1.1 km ± 550 m（中站示意绘制），结果取决于示意线位']));

	it('is never what a clause merely covers, and no area brings a record along', () => {
		expect(ids('near=reed-town~10000')[1]).not.toContain('plan-3');
		expect(ids('near=reed-town~0')).toEqual([[], [], []]);
		expect(places('near=reed-town~0')).toEqual(['delta', 'reed-town', 'west']);
	});

	it('is never decided by a symbolic extent', () => expect(places('near=mirror-lake~10000')).not.toContain('dream-park'));
});

describe('a project', () => {
	const moved = openRegion({ 'catalogue/links.csv': (text) => `${text}project:line-works,place:far-lake,named,,,,,s-news\nproject:lake-clean,place:long-river,named,,,,,s-news\n` });
	const listed = (text: string) => idsOf(moved.index, select(moved.index, asked(text)), 'project');

	it('with a line of its own is not carried to the shore of a lake by another place that it names', () => {
		expect(listed('drawn=121.014_31.089+121.019_31.089+121.019_31.096+121.014_31.096')).toEqual([]);
		expect(listed('near=far-lake~10'), 'the place that it names, where that is the one asked about').toEqual(['line-works']);
	});

	it('that names a river stands somewhere on it: the river carries it only where all of the river answers', () => {
		expect(listed('drawn=121.15_31.04+121.21_31.04+121.21_31.06+121.15_31.06')).toEqual([]);
		expect(listed('drawn=121.105_31.04+121.21_31.04+121.21_31.06+121.105_31.06')).toEqual(['lake-clean']);
		expect(listed('inside=east')).toEqual(['line-works']);
	});

	it('that names a lake is told to stand somewhere at it', () => expect(why('project:lake-clean', 'border=west+east')).toEqual(['项目记录点名镜湖；镜湖在西区、东区交界上，项目在其何处来源未说明']));
});

describe('inside an area', () => {
	it('is what lies wholly in it, what the data say belongs to it, and the lines and waters that enter it, told as such', () => {
		expect(places('inside=west')).toEqual(['far-lake', 'fast-line', 'lost-pond', 'mid-station', 'mirror-lake', 'rail-corridor', 'reed-town', 'west']);
		expect(why('place:fast-line', 'inside=west')).toEqual(['快线只有一段在西区内：9.5 km，线位全长 19 km']);
		expect(why('place:mirror-lake', 'inside=west')).toEqual(['镜湖只有一部分在西区内']);
		expect(why('place:lost-pond', 'inside=west')).toEqual(['失塘属于西区']);
		expect(why('place:far-lake', 'inside=delta', 'en')).toEqual(['Far Lake belongs to Delta']);
	});

	it('is not a town of the neighbour, nor a district that the area lies in', () => {
		expect(places('inside=reed-town')).toEqual(['reed-town']);
		expect(places('inside=east')).not.toContain('reed-town');
	});
});

describe('crossing', () => {
	it('is a line that passes through an area, and not one that ends at it', () => {
		expect(places('crosses=west')).toEqual(['fast-line', 'mirror-lake', 'rail-corridor']);
		expect(places('crosses=mirror-lake')).toEqual(['east', 'west']);
		expect(why('place:east', 'crosses=mirror-lake')).toEqual(['东区跨镜湖边界']);
	});

	it('of two lines takes passing from one side to the other', () => {
		const crossed = openRegion({ 'places/lines.geojson': (text) => text.replace('[[121.0,31.07],[121.2,31.07]]', '[[121.15,31.0],[121.15,31.1]]') });
		const crosses = (id: string) => explore(crossed, { ...emptyView, filter: asked(`crosses=${id}`), table: 'places' }, 'zh').table.rows.map(({ key, cells }) => [key, cells.flatMap((cell) => (cell.type === 'reasons' ? (cell.space ?? []) : []))]);
		expect(crosses('long-river')).toEqual([['rail-corridor', ['快线与长河交叉']], ['fast-line', ['快线与长河交叉']]]);
	});
});

describe('the border of districts', () => {
	it('is their common edge', () => {
		expect(places('border=west+east~0')).toEqual(['fast-line', 'mirror-lake', 'rail-corridor']);
		expect(places('border=east+west~200')).toContain('mid-station');
		expect(why('place:mid-station', 'border=west+east')).toEqual(['中站距西区、东区交界 191 m ± 550 m（中站示意绘制），结果取决于示意线位']);
	});
});

describe('nearest', () => {
	it('takes so many of each kind, of equal distance all, and counts them', () => {
		expect(ids('nearest=far-lake+1')).toEqual([['line-works'], ['plan-1', 'plan-2'], ['lake-class']]);
		expect(ids('nearest=far-lake+2')[0]).toEqual(['line-works', 'lake-clean']);
		expect(why('project:lake-clean', 'nearest=far-lake+2')).toEqual(['项目记录点名镜湖；镜湖距远湖 7.6 km ± 70 m，由近及远第 2，项目在其何处来源未说明']);
		expect(places('nearest=far-lake+1')).toEqual(['fast-line', 'rail-corridor']);
	});
});

describe('a polygon drawn', () => {
	it('holds what lies wholly in it and what it cuts, and no town that only its seat lies in', () => {
		expect(places('drawn=121.08_31.03+121.16_31.03+121.16_31.065+121.08_31.065')).toEqual(['long-river', 'mirror-lake']);
		expect(places('drawn=121.14_31.01+121.16_31.01+121.16_31.03+121.14_31.03')).toEqual([]);
		expect(why('place:long-river', 'drawn=121.08_31.03+121.16_31.03+121.16_31.065+121.08_31.065')).toEqual(['长河只有一段在所画范围内：4.8 km，线位全长 8.6 km']);
	});

	it.each(['drawn=121.0_31.0+121.1_31.1+121.1_31.0+121.0_31.1', 'drawn=121.0_31.0+121.1_31.0+121.05_31.0', 'drawn=121.0_31.0+121.0_31.0+121.0_31.0', 'drawn=121.0_31.0+121.1_31.0+121.0_31.0+121.1_31.1'])('that crosses itself or encloses nothing decides nothing and says so: %s', (text) => {
		expect(refusal(text)[0]).toContain('所画范围的边自己相交');
		expect(ids(text)).toEqual(ids('and()'));
	});

	it('of two corners is no polygon', () => expect(decode('?f=drawn=121.0_31.0%2B121.1_31.1').ignored).toEqual([{ key: 'drawn', value: '121.0_31.0+121.1_31.1', reason: 'few-corners' }]));
});

describe('a question without an answer', () => {
	it.each([
		['shore=fast-line', '“在快线岸带 500 m 内”没有参与筛选：快线不是有湖面的湖荡'], ['crosses=mid-station', '中站只有一个点'], ['near=lost-pond', '数据里没有失塘的位置'], ['inside=dream-park', '梦园只有象征范围'],
		['near=outside', '外区在示范区外'], ['border=west+mirror-lake', '镜湖不是区县'], ['inside=fast-line', '快线没有绘出的范围'], ['border=delta+west', '三角洲不是区县']
	])('%s says why and leaves the list as it is', (text, sentence) => {
		expect(refusal(text)[0]).toContain(sentence);
		expect(ids(text)).toEqual(ids('and()'));
		expect(ids(`not(${text})`)).toEqual(ids('and()'));
		expect(explore({ atlas, index }, { ...emptyView, filter: asked(text) }, 'en').ignored[0]!.sentence).toMatch(/was left out of the filter: [\x20-\x7e]+$/);
	});

	it('of several places asks those that have one', () => expect(ids('near=lost-pond+mirror-lake~10')).toEqual(ids('near=mirror-lake~10')));

	it('without the ground says that it could not be asked', () => {
		const model = explore({ atlas, index: { ...index, space: null } }, { ...emptyView, filter: asked('near=mirror-lake') }, 'zh');
		expect(model.ignored).toEqual([{ key: 'near', value: 'mirror-lake', reason: 'no-ground' }]);
		expect(model.counts).toEqual(model.totals);
	});
});

const leaves = ['near=mirror-lake~1200', 'inside=west', 'crosses=west', 'border=west+east', 'kind=rail', 'district=east', 'nearest=far-lake+1', 'drawn=121.08_31.03+121.16_31.03+121.16_31.065+121.08_31.065', 'shore=fast-line'];
const tree = fc.letrec<{ tree: Filter }>((tie) => ({
	tree: fc.oneof({ maxDepth: 3 }, fc.constantFrom(...leaves).map((text) => parseExpression(text)!), fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all): Filter => ({ all })), fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any): Filter => ({ any })), tie('tree').map((not): Filter => ({ not })))
})).tree;

describe('questions about space in a tree', () => {
	/** One record at a time, from the leaves alone; `null` where none speaks of it. */
	const holds = (i: number, filter: Filter): boolean | null => {
		if ('not' in filter) return ((answer) => answer === null ? null : !answer)(holds(i, filter.not));
		if ('is' in filter) {
			if (filter.is === 'kind' && index.items[i]!.kind !== 'project') return null;
			if ('of' in filter && filter.is === 'shore') return null;
			return Array.from(select(index, filter, undefined, true).items).includes(i);
		}
		const answers = ('all' in filter ? filter.all : filter.any).map((part) => holds(i, part)).filter((answer) => answer !== null);
		return answers.length === 0 ? null : 'all' in filter ? answers.every(Boolean) : answers.some(Boolean);
	};
	it('combine with and, or and not like any other condition', () => fc.assert(fc.property(tree, (filter) => {
		expect(Array.from(select(index, filter).items)).toEqual(index.items.map((_, i) => i).filter((i) => holds(i, filter) !== false));
	}), { numRuns: 200 }));

	it('give their reasons, those of the facets beside them too, and none for what is only excluded', () => {
		const filter = asked('or(near=mirror-lake~1200,district=west,not(town=reed-town))');
		expect(whyListed(atlas, 'project:line-works', filter)).toEqual([{ place: 'west', basis: 'named' }]);
		const rows = explore({ atlas, index }, { ...emptyView, filter }, 'zh').table.rows;
		expect(rows.find(({ key }) => key === 'project:line-works')!.cells.find(({ type }) => type === 'reasons')).toMatchObject({ space: [expect.stringContaining('快线距镜湖')], reasons: [{ basis: 'named' }] });
	});

	it('go out with the table', () => {
		const model = shown('near=mirror-lake~1200');
		const csv = tableCsv(translator('zh'), model.table, model.chips);
		expect(csv).toContain('项目就是快线；快线距镜湖 1.1 km ± 150 m');
		expect(csv).toContain('在镜湖 1.2 km 内');
	});
});

describe('a filter in words', () => {
	it.each([
		['and(or(shore=mirror-lake,district=west),not(district=east))', '（在镜湖岸带 500 m 内 或 在西区），且不在东区', '(within 500 m of the shore of Mirror Lake or in West District) and not in East District'],
		['near=mirror-lake+far-lake~2000', '在镜湖或远湖 2 km 内', 'within 2 km of Mirror Lake or Far Lake'],
		['near=fast-line~0', '与快线相接', 'touching Fast Line'],
		['and(crosses=west,kind=rail,status=building)', '穿过西区，且项目类型为轨道交通，且项目状态为在建', 'crossing West District and Kind of project: Rail and Project status: Under construction'],
		['not(kind=rail)', '不是项目类型为轨道交通', 'not Kind of project: Rail'],
		['not(and(crosses=west,along=long-river~300))', '不符合（穿过西区，且沿长河 300 m 内）', 'not (crossing West District and along Long River within 300 m)'],
		['or(nearest=far-lake+3,border=west+east,bank=long-river+left~200)', '离远湖最近的 3 个 或 在西区、东区交界 500 m 内 或 在长河左岸 200 m 内', 'the 3 nearest to Far Lake or within 500 m of the border of West District, East District or on the left bank of Long River within 200 m'],
		['reach=fast-line+2+mid-station', '在快线 2 km 至中站段 1 km 内', 'within 1 km of Fast Line between km 2 and Mid Station'],
		['upstream=long-river~900', '在长河上游（水体 900 m 内）', 'upstream of Long River (within 900 m of the water)'],
		['and(mood=sunny,inside=west)', 'mood=sunny，且在西区内', 'mood=sunny and inside West District']
	])('%s', (text, zh, en) => {
		expect(words(text)).toBe(zh);
		expect(words(text, 'en')).toBe(en);
	});
});

describe('any address', () => {
	it('is answered or refused, and never throws', () => fc.assert(fc.property(fc.constantFrom('near', 'shore', 'inside', 'upstream', 'downstream', 'reach', 'bank', 'crosses', 'nearest', 'border', 'drawn'), fc.array(fc.oneof(fc.constantFrom('mirror-lake', 'fast-line', 'west', 'east', 'delta', 'outside', 'lost-pond', 'dream-park', 'two-waters', 'rail-corridor', 'left', '3', '7.5', '121.1_31.05', '121.2_31.0', '121.0_31.1'), fc.string({ maxLength: 6 })), { minLength: 1, maxLength: 5 }), fc.option(fc.integer({ min: 0, max: 10_000 })), (is, of, withinM) => {
		const { view, ignored } = decode(`?f=${encodeURIComponent(`${is}=${of.join('+')}${withinM === null ? '' : `~${withinM}`}`)}`, { exists: atlas.exists, isLayer: () => true });
		for (const table of ['projects', 'places'] as const) for (const lang of ['zh', 'en'] as const) {
			const model = explore({ atlas, index }, { ...view, table }, lang, ignored);
			expect(JSON.stringify(model)).not.toMatch(/NaN|undefined|space\.(why|no|say)\./);
		}
	}), { numRuns: 300 }));
});
