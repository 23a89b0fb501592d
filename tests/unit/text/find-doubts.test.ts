import { describe, expect, it } from 'vitest';
import { asIs, find } from '../../fixtures/policy-text.ts';

const told = (text: string): string[] => find(asIs(text)).doubts.map(({ kind, text: words }) => `${kind} ${words}`);

describe('a passage that cannot be read', () => {
	it.each([
		['资金不少于&""亿元', 'symbols &""'], ['设立$个窗口', 'symbols $'], ['园区#人才引进', 'symbols #'], ['绿化!"*+*+,+-的文字', 'symbols !"*+*+,+-'], ['编码\ue012\ue013错误', 'symbols \ue012\ue013'], ['丢字\ufffd了', 'symbols \ufffd'],
		['锟斤拷', 'symbols 锟斤拷'], ['调控*策要稳', 'masked 调控*策'], ['张××同志', 'masked 张××同'], ['20××年底', 'masked 20××'], ['到年,建成绿廊', 'year-missing 到年'], ['年长三角论坛开幕', 'year-missing 年'], ['自 年 月 日起施行', 'year-missing 年 月 日'],
		['二?三五年远景', 'symbols ?'], ['嘉善项事项上线', 'number-missing 项'], ['滨湖新城项事项上线', 'number-missing 项'], ['长度不少于公里', 'number-missing 不少于']
	])('is told: %s', (text, doubt) => expect(told(text)).toEqual([doubt]));

	it('is one doubt where its pieces lie together', () => expect(told('正文#$%&AB12!"#$正文')).toHaveLength(1));
	it('takes in words that broke near other signs, and only there', () => {
		expect(told('条件#$%&放 宽一次')).toEqual(['symbols #$%&', 'broken-words 放 宽']);
		expect(told('条件可以放 宽一次。')).toEqual([]);
	});
});

describe('sound text', () => {
	it.each(['====================', '目录......................12', '真的?!好!!', '达到年产3万吨', '比年初增长5%,至年底完成', '科创+产业、抵押+项目贷', '3×4米', '“一带一路”“放管服”。', '各项事项、单项事项、一项事项', '年初以来,年均增长', 'https://a.example/b?c=1&d=2', '70%年均', '某项事项'])('gives no doubt: %s', (text) => expect(told(text)).toEqual([]));
});
