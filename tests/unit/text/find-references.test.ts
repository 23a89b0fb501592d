import { describe, expect, it } from 'vitest';
import { asIs, find } from '../../fixtures/policy-text.ts';

const told = (text: string): string[] => find(asIs(text)).references.map(({ title, id }) => `${title}=${id}`);

describe('documents that are named', () => {
	it('are known by their titles, whatever dash they print', () => {
		expect(told('落实《长江三角洲区域一体化发展规划纲要》,衔接国土空间的《长三角生态绿色一体化发展示范区国土空间总体规划(2021-2035年)》,参照《水法》。')).toEqual([
			'长江三角洲区域一体化发展规划纲要=outline-2019', '长三角生态绿色一体化发展示范区国土空间总体规划(2021-2035年)=spatial-plan', '水法='
		]);
	});
	it('are not a document of nearly the same title', () => expect(told('《关于进一步支持长三角生态绿色一体化发展示范区高质量发展的若干政策措施》《关于更好支持长三角生态绿色一体化发展示范区高质量发展的若干政策措施》')).toEqual([
		'关于进一步支持长三角生态绿色一体化发展示范区高质量发展的若干政策措施=support-17', '关于更好支持长三角生态绿色一体化发展示范区高质量发展的若干政策措施='
	]));
	it('are known by what the text calls them', () => {
		expect(told('《长三角生态绿色一体化发展示范区总体方案》(以下简称《方案》)。依《方案》。')).toEqual(['长三角生态绿色一体化发展示范区总体方案=general-plan', '方案=general-plan', '方案=general-plan']);
		expect(told('《湿地保护规划》(以下简称“总体方案”),《总体方案》')).toEqual(['湿地保护规划=', '总体方案=']);
	});
	it('are known by the end of a title that stood before', () => {
		expect(told('《长江三角洲区域一体化发展规划纲要》印发,依《规划纲要》。')).toEqual(['长江三角洲区域一体化发展规划纲要=outline-2019', '规划纲要=outline-2019']);
		expect(told('依《规划纲要》。')).toEqual(['规划纲要=']);
	});
	it('may bear another title within theirs', () => {
		expect(told('《长江三角洲区域一体化发展规划纲要》江苏实施方案发布')).toEqual(['《长江三角洲区域一体化发展规划纲要》江苏实施方案=jiangsu-plan']);
		expect(told('《关于〈水乡条例〉的说明》与《关于《水乡条例》的说明》')).toEqual(['关于〈水乡条例〉的说明=', '关于《水乡条例》的说明=']);
	});
});
