import { describe, expect, it } from 'vitest';
import { extraFoot, figureSize, shownFootnotes, widthInEm } from '#lib/briefing/slide-fit.ts';

const notes = (count: number, letters: number) => Array.from({ length: count }, (_, i) => ({ n: i + 1, text: '来'.repeat(letters), href: '' }));

describe('room on a slide', () => {
	it('counts a Chinese character as one em and a Latin one as half', () => expect([widthInEm('太浦河'), widthInEm('km²')]).toEqual([3, 1.6500000000000001]));
	it('the foot grows with its footnotes, a line at a time', () => {
		expect([notes(0, 1), notes(3, 20), notes(6, 20), notes(9, 30)].map(extraFoot)).toEqual([0, 0, 0, 56]);
		const heights = Array.from({ length: 16 }, (_, n) => extraFoot(notes(n, 24)));
		expect(heights).toEqual(heights.toSorted((a, b) => a - b));
	});
	it('shows every source of an end slide that it can', () => expect([shownFootnotes(notes(50, 2), true).length, shownFootnotes(notes(50, 2), false).length]).toEqual([40, 16]));
	it('long values are set smaller', () => expect(['24', '351', '23.89 公里', '保持或优于 III 类'].map(figureSize)).toEqual(['large', 'large', 'middle', 'small']));
});
