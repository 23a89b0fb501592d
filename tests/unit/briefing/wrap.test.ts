import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { breakLines, wrapText } from '#lib/briefing/export/wrap.ts';

const measure = (text: string): number => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 10 : 5), 0);

describe('lines by Chinese rules', () => {
	it('no line begins with closing punctuation or ends with an opening bracket', () => {
		expect(wrapText('一条太浦河，三方共治', 50, measure)).toEqual(['一条太浦', '河，三方共', '治']);
		expect(wrapText('见行动计划《第五条》', 60, measure)).toEqual(['见行动计划', '《第五条》']);
	});
	it('a word or a date is not cut, a space at the end of a line is not printed', () => expect(wrapText('数据至 2026-03-04 为止', 50, measure)).toEqual(['数据至', '2026-03-04', '为止']));
	it('a word wider than the line is cut between letters', () => expect(wrapText('https://example.cn/a', 50, measure)).toEqual(['https://ex', 'ample.cn/a']));
	it('the number of a footnote stays with its word', () => {
		const lines = breakLines([{ text: '岸线贯通', style: 'text' }, { text: '1,3', style: 'raised', isGlued: true }], 45, (text) => measure(text));
		expect(lines.map((line) => line.map(({ text }) => text))).toEqual([['岸线贯'], ['通', '1,3']]);
	});
	it('a break of the author is kept, empty lines too', () => expect(wrapText('甲\n\n乙', 100, measure)).toEqual(['甲', '', '乙']));
	it('nothing is lost and no line is wider than it may be, whatever is written', () => {
		fc.assert(fc.property(fc.array(fc.constantFrom('水', '乡', '，', '（', '》', 'a', 'Zz', ' ', '2026', '-', '\n', '🌊', '“')), fc.integer({ min: 20, max: 200 }), (parts, width) => {
			const text = parts.join('');
			const lines = wrapText(text, width, measure);
			expect(lines.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
			for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width);
		}));
	});
});
