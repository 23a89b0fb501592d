import { describe, expect, it } from 'vitest';
import { inventoryColours } from '#lib/domain/inventory.ts';
import { inkOf, inkOfValue, inventoryInk, otherInk } from '#lib/map/inventory-ink.ts';
import { kindInk, palettes } from '#lib/map/palette.ts';
import type { Theme } from '#lib/map/palette.ts';
import { contrast, deutanOf, difference } from '#lib/map/vision.ts';

describe.each<Theme>(['day', 'briefing'])('tones of plugged-in layers (%s)', (theme) => {
	const tones = inventoryInk[theme];
	const pairs = tones.flatMap((a, i) => tones.slice(i + 1).map((b) => [a, b] as const));
	it('are apart from each other, to a deuteranope too', () => {
		expect(tones).toHaveLength(inventoryColours);
		expect(Math.min(...pairs.map(([a, b]) => difference(a, b)))).toBeGreaterThan(20);
		expect(Math.min(...pairs.map(([a, b]) => difference(deutanOf(a), deutanOf(b))))).toBeGreaterThan(14.3);
	});
	it('are seen on land, and are neither vermilion nor water', () => {
		expect(Math.min(...tones.map((tone) => contrast(tone, palettes[theme].land)))).toBeGreaterThan(3);
		for (const ink of ['selected', 'water', 'shore'] as const) expect(Math.min(...tones.map((tone) => difference(tone, palettes[theme][ink]))), ink).toBeGreaterThan(14);
	});
	it('are no kind of project of ours', () => {
		const ours = Object.values(kindInk).map((ink) => palettes[theme][ink]);
		expect(Math.min(...tones.flatMap((tone) => ours.map((own) => difference(tone, own))))).toBeGreaterThan(6);
	});
});

it('a seventh value and what has no data are grey', () => {
	expect([0, 1, 6].map((rank) => inkOfValue({ colour: 5 }, rank))).toEqual([inkOf({ colour: 5 }), inkOf({ colour: 0 }), otherInk.day]);
});
