import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFold } from '#lib/query/search/fold.ts';

const fold = createFold({ traditional: '鏡澱臺著', simplified: '镜淀台着' });

describe('folded text', () => {
	it('is the text itself where nothing is to be folded, so that it costs no memory', () => {
		const text = '太浦河、淀山湖：水质（2025年）。';
		expect(fold(text)).toEqual({ text, from: null });
	});
	it.each([['鏡湖', '镜湖'], ['Ｇ５０', 'g50'], ['Dianshan LAKE', 'dianshan lake'], ['著名', '着名'], ['１２．５％', '12．5％']])('%s is compared as %s', (text, folded) => expect(fold(text).text).toBe(folded));
	it('leads back to the characters of the original where one became several, or was left out', () => {
		expect(fold('约35㎡林')).toEqual({ text: '约35m2林', from: Uint32Array.from([0, 1, 2, 3, 3, 4]) });
		expect(fold('1,237公里')).toEqual({ text: '1237公里', from: Uint32Array.from([0, 2, 3, 4, 5, 6]) });
		expect(fold('2019,2020').text).toBe('2019,2020');
	});
	it('takes a picture for no letter and keeps the place of what follows', () => expect(fold('湖😀水').text).toBe('湖  水'));
	it('stays as it is when it is folded again, and every unit has a place it came from', () => {
		fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'鏡湖Ａ1,.㎡ⅢßİﬁG50 😀𠮷臺'), maxLength: 30 }), (text) => {
			const { text: folded, from } = fold(text);
			expect(fold(folded).text).toBe(folded);
			if (from) expect(from).toHaveLength(folded.length);
			else expect(folded).toHaveLength(text.length);
			for (const [i, at] of (from ?? []).entries()) expect(at >= (from![i - 1] ?? 0) && at < text.length).toBe(true);
		}));
	});
});
