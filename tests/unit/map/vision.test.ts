import { describe, expect, it } from 'vitest';
import { ciede2000, contrast, deutanOf, difference, greyOf, lightness, luminance } from '#lib/map/vision.ts';
import type { Triple } from '#lib/map/vision.ts';
import { kindInk, palettes, ramps } from '#lib/map/palette.ts';

describe('the distance of two tones', () => {
	it.each<[Triple, Triple, number]>([
		[[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425], [[50, -1, 2], [50, 0, 0], 2.3669], [[50, 2.5, 0], [73, 25, -18], 27.1492], [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082], [[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441]
	])('is that of the published test pairs', (a, b, distance) => expect(ciede2000(a, b)).toBeCloseTo(distance, 4));
	it('is the same both ways, and none to itself', () => expect([difference('#377A54', '#124455') - difference('#124455', '#377A54'), difference('#377A54', '#377A54')]).toEqual([0, 0]));
});

describe('other eyes', () => {
	it('leave black, white and greys as they are', () => expect(['#000000', '#FFFFFF', '#808080'].map((tone) => [greyOf(tone), deutanOf(tone)])).toEqual([['#000000', '#000000'], ['#FFFFFF', '#FFFFFF'], ['#808080', '#808080']]));
	it('see red and green of one lightness nearly alike, and blue apart', () => {
		expect(difference(deutanOf('#C0504D'), deutanOf('#7A8C2E'))).toBeLessThan(difference('#C0504D', '#7A8C2E') / 3);
		expect(difference(deutanOf('#2A7480'), deutanOf('#C8381F'))).toBeGreaterThan(30);
	});
	it('agree with the figures of the token sheet: the six kinds are at least 16.0 apart, 14.3 to a deuteranope', () => {
		const tones = Object.values(kindInk).map((tone) => palettes.day[tone]);
		const pairs = tones.flatMap((a, i) => tones.slice(i + 1).map((b) => [a, b] as const));
		expect(Math.min(...pairs.map(([a, b]) => difference(a, b)))).toBeCloseTo(16, 0);
		expect(Math.min(...pairs.map(([a, b]) => difference(deutanOf(a), deutanOf(b))))).toBeCloseTo(14.3, 0);
		expect(ramps.sequential.map((tone) => Math.round(lightness(tone)))).toEqual([95, 84, 72, 60, 45, 29]);
	});
});

it('contrast runs from 1 to 21', () => expect([contrast('#000000', '#FFFFFF'), contrast('#777777', '#777777'), luminance('#FFFFFF')]).toEqual([21, 1, 1]));
