import { describe, expect, it } from 'vitest';
import { asIs, find } from '../../fixtures/policy-text.ts';

/** `words=id` with `!` for the responsible. */
const told = (text: string): string[] => find(asIs(text)).agencies.map(({ text: words, id, role }) => `${words}=${id}${role === 'responsible' ? '!' : ''}`);

describe('a line of responsible units', () => {
	it('gives one unit', () => expect(told('(责任单位:两省一市税务部门)')).toEqual(['两省一市税务部门=tri-taxation!']));
	it('gives each department of a list, by its name in full', () => {
		expect(told('责任单位:两省一市体育、民政部门,示范区执委会')).toEqual(['两省一市体育=tri-sports!', '民政部门=tri-civil-affairs!', '示范区执委会=executive-committee!']);
	});
	it('keeps a list that is one name', () => expect(told('责任单位:两省一市各相关部门、单位。')).toEqual(['两省一市各相关部门、单位=tri-departments-units!']));
	it('keeps units that we do not know, without an id', () => expect(told('责任单位:市园林局、县林业局')).toEqual(['市园林局=!', '县林业局=!']));
	it('tells who leads from who supports', () => {
		expect(told('牵头单位:青浦区水务局;配合单位:吴江区水务局、县航运处')).toEqual(['青浦区水务局=qingpu-water-bureau!', '吴江区水务局=wujiang-water-bureau', '县航运处=']);
		expect(told('(省交通运输厅牵头,省财政厅配合,江苏省水利厅、各县政府按职责分工负责)')).toEqual(['省交通运输厅=!', '省财政厅=', '江苏省水利厅=jiangsu-water-department!', '各县政府=!']);
	});
	it('is also a sentence', () => {
		expect(told('由太湖流域管理局会同县水利局编制。')).toEqual(['太湖流域管理局=taihu-basin-authority!']);
		expect(told('省能源部门负责统筹。')).toEqual(['省能源部门=!']);
	});
	it('is not every sentence with such a verb', () => expect(told('各级干部要敢于负责,企业牵头攻关。')).toEqual([]));
});

describe('an agency that is named', () => {
	it('is known by its names', () => expect(told('长新公司与水乡客厅公司向示范区执委会汇报,国家发改委答复。')).toEqual(['长新公司=changxin-company', '水乡客厅公司=parlour-company', '示范区执委会=executive-committee', '国家发改委=ndrc']));
	it('is not read in a title or across words', () => expect(told('《国务院条例》说,精华为先。')).toEqual([]));
});
