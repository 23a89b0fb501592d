import { describe, expect, it } from 'vitest';
import type { ClauseText } from '#lib/domain/policy-text.ts';
import { proposeCandidates } from '#lib/text/candidates.ts';
import { asIs, find, register } from '../../fixtures/policy-text.ts';

/** One clause that is the whole text. */
function propose(text: string, heading = '') {
	const normal = asIs(text);
	const clause: ClauseText = { ...find(normal), path: '1', levels: ['1'], parent: '', kind: 'item', heading, start: 0, end: text.length };
	return proposeCandidates(normal, { clauses: [clause] }, register);
}
const told = (text: string, kind: string, heading = ''): string[] => propose(text, heading).filter((one) => one.kind === kind).map(({ text: words, confidence, rule, places }) => [words, confidence, rule, ...places].join(' '));

describe('candidates', () => {
	it('are a measure where a clause commits to something', () => {
		expect(told('1.加快完善嘉善水网。县里配合。', 'measure')).toEqual(['加快完善嘉善水网 high sentence-commits jiashan']);
		expect(told('二、优化码头布局。码头不够用。', 'measure', '优化码头布局')).toEqual(['优化码头布局 high heading-commits']);
		expect(told('3.码头不够用。进一步增加泊位,推动扩容。建设新码头。', 'measure')).toEqual(['码头不够用 medium later-sentence-commits']);
		expect(told('第二条本省有关活动适用本条例。', 'measure')).toEqual([]);
	});

	it('are projects, one by one in a list', () => {
		expect(told('4.推进沪苏湖铁路、青浦环湖绿道、吴江水厂等项目建设。', 'project')).toEqual(['沪苏湖铁路 high listed-works husuhu-hsr', '青浦环湖绿道 high listed-works qingpu', '吴江水厂 high listed-works wujiang']);
		expect(told('5.建设嘉善水乡博物馆,建设一批口袋公园,打造展示中心。', 'project')).toEqual(['嘉善水乡博物馆 medium placed-works jiashan']);
	});

	it('are targets with their figure', () => {
		const found = propose('6.到2028年,水面率不低于17%,绿道达到40公里,另有培训不少于5次。').filter(({ kind }) => kind === 'target');
		expect(found.map(({ text, rule, figure }) => [text, rule, figure!.value, figure!.year])).toEqual([['水面率', 'goal-with-bound', 17, 2028], ['绿道', 'goal', 40, 2028], ['另有培训', 'goal-with-bound', 5, 2028]]);
	});

	it('are links, and say when the name is only that of an agency', () => {
		expect(told('7.示范区执委会会同嘉善县推进太浦河治理,惠及一河三湖。长三角生态绿色一体化发展示范区受益。', 'link')).toEqual([
			'长三角生态绿色一体化发展示范区 medium zone-named demonstration-area', '嘉善县 high place-named jiashan', '太浦河 high place-named taipu-river', '一河三湖 high place-named one-river-three-lakes', '一河三湖 medium collective-named dianshan-lake',
			'一河三湖 medium collective-named yuandang-lake', '一河三湖 medium collective-named fen-lake'
		]);
		expect(told('8.长三角一体化示范区理事会开会。', 'link')).toEqual(['长三角一体化示范区 low agency-bears-name demonstration-area']);
	});

	it('are not taken from a doubt', () => expect(propose('9.建设嘉善#$%&站。').filter(({ kind }) => kind === 'project')).toEqual([]));

	it('have a reason in both languages and stand in the text', () => {
		const text = '10.到2028年,建设吴江湿地公园不少于3处。';
		for (const { reason, start, end } of propose(text)) {
			expect(reason.zh && reason.en).not.toBe('');
			expect(start < end && end <= text.length).toBe(true);
		}
	});
});
