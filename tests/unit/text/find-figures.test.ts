import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asIs, find } from '../../fixtures/policy-text.ts';

const figures = (text: string) => find(asIs(text)).figures;
/** `text comparator year what`. */
const told = (text: string): string[] => figures(text).map(({ text: printed, comparator, year, what }) => `${printed} ${comparator} ${year ?? '-'} ${what}`);
const printed = (text: string): string[] => figures(text).map((figure) => figure.text);

describe('a figure of a policy text', () => {
	it('has value, unit, comparator, year and the thing measured', () => {
		expect(figures('到2025年,城镇绿道长度不少于1,250.5公里。')).toMatchObject([{ text: '1,250.5公里', value: 1250.5, valueMin: 1250.5, valueMax: 1250.5, unit: '公里', comparator: 'ge', year: 2025, baseYear: null, what: '城镇绿道长度' }]);
	});

	it.each([
		['森林覆盖率不低于18%', 'ge'], ['森林覆盖率达到18%以上', 'ge'], ['用水量不超过3亿立方米', 'le'], ['用水量控制在3亿立方米以内', 'le'], ['游客超过500万人次', 'gt'], ['游客逾500万人次', 'gt'], ['损耗低于5%', 'lt'],
		['面积约20平方公里', 'about'], ['面积20平方公里左右', 'about'], ['占比提高到70%', 'increase-to'], ['占比提升至70%', 'increase-to'], ['能耗降至0.3吨标准煤', 'reduce-to'], ['产值年均增长8%', 'increase-by'], ['能耗下降14%', 'reduce-by'],
		['能耗下降不低于14%', 'reduce-by'], ['产值增长8%以上', 'increase-by'], ['占比提高到70%以上', 'ge'], ['比重提高5个百分点', 'increase-by'], ['岸线长30余公里', 'gt'], ['岸线长30公里', 'eq'], ['新建至少3座水闸', 'ge']
	])('is meant as its words say: %s', (text, comparator) => expect(figures(`${text}。`).map((figure) => figure.comparator)).toEqual([comparator]));

	it('may be a range, and has then no single value', () => {
		expect(figures('单位能耗较2017年下降10—11%,投资20万至30万元,改造1-2个片区。')).toMatchObject([
			{ text: '10—11%', value: null, valueMin: 10, valueMax: 11, unit: '%', comparator: 'reduce-by', baseYear: 2017, year: null }, { text: '20万至30万元', valueMin: 20, valueMax: 30 }, { text: '1-2个', valueMin: 1, valueMax: 2, unit: '个' }
		]);
	});

	it('may be written in Chinese', () => {
		expect(figures('完成十二个水闸改造,占百分之七十以上,三分之二的村庄受益,工期二十五个月。')).toMatchObject([
			{ text: '十二个', value: 12, unit: '个' }, { text: '百分之七十', value: 70, unit: '%', comparator: 'ge' }, { text: '三分之二', value: 2 / 3, unit: '' }, { text: '二十五个月', value: 25, unit: '个月' }
		]);
	});

	it('may be a class of water, not the name of a share', () => {
		expect(figures('干流水质稳定达到Ⅲ类'.normalize('NFKC')).map(({ text, value, unit }) => [text, value, unit])).toEqual([['III类', null, '类']]);
		expect(printed('III类水体比例达到80%')).toEqual(['80%']);
	});

	it('shares its thing with the figure beside it', () => {
		expect(told('水环境资金(3年累计不少于6亿元)。')).toEqual(['3年 eq - 水环境资金', '6亿元 ge - 水环境资金']);
		expect(told('甲区12项、乙区30项。')).toEqual(['12项 eq - 甲区', '30项 eq - 乙区']);
	});

	it('may be a ratio to one, not a time of day', () => {
		expect(figures('城乡收入差距缩小到1.5∶1以内,人员配比2:1,8:10开会。').map(({ text, value, comparator }) => [text, value, comparator])).toEqual([['1.5∶1', 1.5, 'le'], ['2:1', 2, 'eq']]);
	});

	it('counts what stands after its word of counting', () => expect(told('已有48家企业入驻。')).toEqual(['48家 eq - 企业入驻']));
});

describe('the year of a figure', () => {
	it('holds in the sentences after a goal at the head of its paragraph, and no further', () => {
		expect(told('到2027年,目标基本实现。绿道达到30公里。湿地保护率达到60%。\n另建码头5座。').map((one) => one.split(' ')[2])).toEqual(['2027', '2027', '-']);
	});

	it('of a report ends with its sentence', () => expect(told('于2019年建成泵站6座。另建码头5座。').map((one) => one.split(' ')[2])).toEqual(['2019', '-']));
	it('of a goal within a sentence ends with it', () => expect(told('推进造林,到2027年造林300亩。另有5个苗圃。').map((one) => one.split(' ')[2])).toEqual(['2027', '-']));
	it('goes on in a list below', () => expect(told('到2030年,主要目标如下:\n——绿道达到90公里;\n——湖泊达到4个。\n建码头5座。').map((one) => one.split(' ')[2])).toEqual(['2030', '2030', '-']));
	it('is shared out where the text pairs them', () => expect(told('绿化率到2025年、2030年分别达到30%和40%。').map((one) => one.split(' ')[2])).toEqual(['2025', '2030']));
	it('is unknown where they cannot be paired', () => expect(told('绿化率到2025年、2030年分别达到30%、40%和50%。').map((one) => one.split(' ')[2])).toEqual(['-', '-', '-']));
	it('is not guessed from this year or from a span of years', () => expect(told('今年建成6个泵站。2021—2025年累计投资30亿元。').map((one) => one.split(' ')[2])).toEqual(['-', '-']));
	it('is none for a length of time beside a year that is only told', () => expect(told('2019年启动,历时3年。').map((one) => one.split(' ')[2])).toEqual(['-']));
	it('changes with the next year', () => expect(told('到2025年,造林300亩;到2030年,造林900亩。').map((one) => one.split(' ')[2])).toEqual(['2025', '2030']));
});

describe('no figure', () => {
	it.each([
		['numbering', '1.项目推进。\n(2)个人信用。\n3、条例修订。'], ['dates', '2025年7月1日起,2021—2035年,7月底前'], ['ordinals', '第三条、第2项、第十二个五年、第二轮'], ['names', 'G50、5G、IPv6、1+8、8+1、G60、PM2.5、PM_2.5、318国道、17号线、T1航站楼'],
		['slogans', '“四个意识”“两个维护”“十四五”一带一路、三省一市、“金融十六条”'], ['titles', '《三年行动计划(2022-2025年)》《22条措施》'], ['turns of speech', '一个主体、一批项目、两个关键、一二三产业、三年行动计划、二次污染、几十个、数百家'], ['a telephone number', '电话:025-8565 1234']
	])('is %s', (_, text) => expect(printed(text)).toEqual([]));

	it('is taken from within a doubt', () => {
		expect(printed('资金每年不少于&""亿元,给予!年许可,另有5亿元。')).toEqual(['5亿元']);
	});
});

describe('whatever text it is given', () => {
	const part = fc.constantFrom('到2025年', '2030年', '较2017年', '12', '3.5', '1,200', '十二', '百分之', '分之', '%', '亿元', '公里', '个', '年', '不低于', '以上', '左右', '分别', '、', ',', '。', ':', '-', '—', '至', '《', '》', '\n', '——', '(', ')', '万');
	it('never throws, and value and range agree', () => {
		fc.assert(fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
			const text = parts.join('');
			for (const figure of figures(text)) {
				expect(figure.text).toBe(text.slice(figure.start, figure.end));
				expect(figure.value === null || (figure.value === figure.valueMin && figure.value === figure.valueMax)).toBe(true);
				expect((figure.valueMin ?? 0) <= (figure.valueMax ?? 0)).toBe(true);
			}
		}), { numRuns: 500 });
	});
});
