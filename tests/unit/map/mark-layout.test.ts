import { expect, it } from 'vitest';
import { chooseSides, offsetsOfCards, offsetsOfSigns } from '../../../src/lib/map/mark-layout.ts';
import { toPixels } from '../../../src/lib/map/pixels.ts';
import { bandAround } from '../../../src/lib/map/band-around.ts';
import { arcBetween } from '../../../src/lib/map/arc.ts';
import { toOutline } from '../../../src/lib/map/outline.ts';
import { shapes } from './fixture.ts';

it('a single sign stands on its own line, several above it', () => {
	expect(offsetsOfSigns(1, true)).toEqual([[0, 0]]);
	expect(offsetsOfSigns(2, true).every(([, y]) => y < 0)).toBe(true);
	expect(new Set(offsetsOfSigns(11, false).map(String)).size).toBe(11);
});

it('two groups on nearly one spot take different sides', () => {
	const near = [0, 0.001].map((shift) => ({ position: [120.7 + shift, 31] as [number, number], count: 3, onShape: false }));
	expect(chooseSides(near, 10)).toEqual(['above', 'below']);
	expect(chooseSides([near[0]!, { ...near[1]!, position: [120.9, 31] }], 10)).toEqual(['above', 'above']);
});

it('cards of neighbouring places do not cover each other', () => {
	const cards = [0, 0.01, 0.02].map((shift) => ({ position: [120.7 + shift, 31] as [number, number], label: '水乡客厅 11 项', count: 11, compact: false }));
	const middles = offsetsOfCards(cards, [], 10).map((offset, index) => {
		const [x, y] = toPixels(cards[index]!.position, 10);
		return [x + offset[0], y + offset[1]];
	});
	for (const [i, a] of middles.entries()) for (const b of middles.slice(i + 1)) expect(Math.abs(a[0]! - b[0]!) > 90 || Math.abs(a[1]! - b[1]!) > 50).toBe(true);
});

it('pixels follow the Mercator plane of 512 px tiles', () => {
	expect(toPixels([0, 0], 0)).toEqual([256, 256]);
	expect(toPixels([180, 0], 1)[0]).toBe(1024);
});

it('the scope of a river is a strip as wide as asked, and nothing for a place without geometry', () => {
	const [polygon] = bandAround(shapes.river.filter(({ place }) => place === 'river').map(({ geometry }) => geometry), 2000);
	const lats = polygon![0]!.filter(([lon]) => Math.abs(lon - 120.7) < 0.004).map(([, lat]) => lat);
	expect((Math.max(...lats) - 31.01) * 111195).toBeGreaterThan(1850);
	expect((Math.max(...lats) - 31.01) * 111195).toBeLessThan(2150);
	expect(bandAround([], 2000)).toEqual([]);
});

it('an arc begins and ends where it should and bulges north', () => {
	const arc = arcBetween([120, 31], [121, 31]);
	expect(arc[0]).toEqual([120, 31]);
	expect(arc.at(-1)).toEqual([121, 31]);
	expect(arc[14]![1]).toBeGreaterThan(31);
});

it('the outline before the map holds districts and large lakes only', () => {
	const outline = toOutline(shapes, [120.4, 30.8, 121, 31.3]);
	expect(outline.districts).toHaveLength(1);
	expect(outline.waters).toHaveLength(1);
	expect(outline.districts[0]).toMatch(/^M[\d.]+ [\d.]+L.*Z$/);
});
