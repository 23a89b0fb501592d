import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInlines, parseWords, plainText, refsIn } from '#lib/domain/rich-text.ts';

describe('the words of a slide', () => {
	it('are paragraphs and lists; lines of one paragraph join as Chinese and English do', () => {
		expect(parseWords('第一行，\n第二行\none\ntwo\n\n- 点\n* 另一点\n1. 数\n2、再数')).toEqual([
			{ type: 'paragraph', inlines: [{ text: '第一行，第二行one two' }] }, { type: 'bullet', inlines: [{ text: '点' }] }, { type: 'bullet', inlines: [{ text: '另一点' }] },
			{ type: 'number', inlines: [{ text: '数' }] }, { type: 'number', inlines: [{ text: '再数' }] }
		]);
	});
	it('hold strong words, emphasis and links to records only', () => {
		expect(parseInlines('由**三地**共治*太浦河*，见[第5条](clause:action-plan#5)和[网页](https://example.org)')).toEqual([
			{ text: '由' }, { text: '三地', strong: true }, { text: '共治' }, { text: '太浦河', emphasis: true }, { text: '，见' }, { text: '第5条', ref: 'clause:action-plan#5' }, { text: '和[网页](https://example.org)' }
		]);
	});
	it('lead to a clause that is printed with brackets of its own', () => expect(parseInlines('见[江苏方案·三/(二)](clause:jiangsu-plan#三/(二))。')).toEqual([{ text: '见' }, { text: '江苏方案·三/(二)', ref: 'clause:jiangsu-plan#三/(二)' }, { text: '。' }]));
	it('keep hostile text as text', () => {
		const words = '<img src=x onerror=alert(1)> [点](javascript:alert(1)) <script>1</script>';
		expect(parseWords(words)).toEqual([{ type: 'paragraph', inlines: [{ text: words }] }]);
	});
	it('name the records they lead to, once each', () => expect(refsIn(parseWords('[a](place:x)\n- [b](place:x) [c](project:y)'))).toEqual(['place:x', 'project:y']));
	it('never lose a character that is not a mark', () => {
		fc.assert(fc.property(fc.string({ unit: fc.constantFrom('太', 'a', '*', '[', ']', '(', ')', ':', '<', '\n', '-', ' ') }), (words) => {
			const kept = (text: string) => text.replace(/[*[\]()\s:-]|\d+[.、]/g, '');
			expect(kept(plainText(parseWords(words)))).toBe(kept(words));
		}));
	});
});
