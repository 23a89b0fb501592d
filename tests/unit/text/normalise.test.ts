import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalise, normaliseText } from '#lib/text/normalise.ts';
import { originalSpan } from '#lib/text/units.ts';

const of = (text: string): string => normalise(text).text;

describe('a text made comparable', () => {
	it('folds radicals, full width and odd blanks', () => {
		expect(of('⻓三⾓⼀体化，１．５亿元（试行）')).toBe('长三角一体化,1.5亿元(试行)');
		expect(of('淀山\u00a0湖\u200b、元 荡\u3000')).toBe('淀山湖、元荡');
		expect(of('①编制；②组织……')).toBe('①编制;②组织……');
		expect(of('总　则')).toBe('总则');
		expect(of('第一条　为了')).toBe('第一条 为了');
		expect(of('部署 Smart City 平台')).toBe('部署 Smart City 平台');
	});

	it('drops readings in brackets and nothing else that stands in brackets', () => {
		expect(of('一(yī)體(tǐ)化，大（dà）運河，开(kāi)放(fàng)，绿(lǜ)色的(de)水')).toBe('一體化,大運河,开放,绿色的水');
		expect(of('证书(CA)互认，部署(IPv6)，选项(a)，导向(EOD)，方案(de)')).toBe('证书(CA)互认,部署(IPv6),选项(a),导向(EOD),方案(de)');
		expect(of('长三角(cháng sān jiǎo)区域')).toBe('长三角区域');
	});

	it('joins lines that a hard wrap broke, and no others', () => {
		expect(of('统筹推进防洪、排涝、供水，完善城乡供水管网，保障供\n水安全。\n二、下一项')).toBe('统筹推进防洪、排涝、供水,完善城乡供水管网,保障供水安全。\n二、下一项');
		expect(of('一、总体要求\n坚持生态优先。\n\n二、目标')).toBe('一、总体要求\n坚持生态优先。\n二、目标');
		expect(of('到2025年，用水总量控制在三亿立方米以内，下降百分之十。完成\n2.任务')).toBe('到2025年,用水总量控制在三亿立方米以内,下降百分之十。完成\n2.任务');
	});

	it('makes traditional text simple by phrase, also where both are mixed', async () => {
		expect((await normaliseText('着名的乾坤樓與乾淨的裡弄，确立發展樣闆，滬甯産業，澱山湖')).text).toBe('着名的乾坤楼与干净的里弄,确立发展样板,沪宁产业,淀山湖');
		expect((await normaliseText('隨著發展，著名景點')).text).toMatch(/发展,著名景点$/);
		expect((await normaliseText('名著与乾隆')).text).toBe('名著与乾隆');
		expect(normalise('區域發展').normaliser).not.toBe((await normaliseText('區域發展')).normaliser);
	});

	it('leads back to the original', () => {
		const original = '开头：⻓三角一(yī)体(tǐ)化。';
		const normal = normalise(original);
		const at = normal.text.indexOf('一体化');
		const span = originalSpan(normal, at, at + 3);
		expect(original.slice(span.start, span.end)).toBe('一(yī)体(tǐ)化');
		expect(originalSpan(normal, 2, 2)).toEqual({ start: 2, end: 2 });
		expect(originalSpan(normal, normal.text.length, normal.text.length)).toEqual({ start: original.length, end: original.length });
	});

	const piece = fc.oneof(fc.constantFrom('一、总则', '\n', '\r\n', '　', '(yī)', '（tǐ）', '⾓', '⻓', '①', '…', '\u200b', '𠮷', '㈠', 'é', 'e\u0301', '½', '，', '発展', '區域', ' ', '\u00a0', 'ﷺ'), fc.string({ unit: 'binary', maxLength: 6 }), fc.string({ maxLength: 6 }));
	it('maps every unit inside the original, in order, whatever the text', async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
				const original = pieces.join('');
				const { text, starts, ends } = await normaliseText(original);
				expect([starts.length, ends.length]).toEqual([text.length, text.length]);
				for (let at = 0; at < text.length; at++) {
					expect(starts[at]!).toBeLessThanOrEqual(ends[at]!);
					expect(ends[at]!).toBeLessThanOrEqual(original.length);
					if (at > 0) expect(starts[at]!).toBeGreaterThanOrEqual(starts[at - 1]!);
				}
			}),
			{ numRuns: 200 }
		);
	});

	it('leaves plain text as it is, unit for unit', () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom('推进', '建设。', '12.5', '公里', '《方案》', '(试行)', '、', 'G60'), { minLength: 1, maxLength: 40 }), (pieces) => {
				const original = pieces.join('');
				const { text, starts } = normalise(original);
				expect(text).toBe(original);
				expect([...starts]).toEqual([...original].map((_, at) => at));
			})
		);
	});
});
