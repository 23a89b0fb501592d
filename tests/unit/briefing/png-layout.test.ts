import { describe, expect, it } from 'vitest';
import { layPng } from '#lib/briefing/export/png-layout.ts';
import { kindEntry, lineEntry, statusEntry } from '#lib/map/legend.ts';
import { statusValues } from '#lib/domain/vocabulary.ts';

const measure = (text: string, size: number): number => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? size : size * 0.55), 0);
const legend = [kindEntry('eco'), kindEntry('rail'), lineEntry('river', 'water'), ...statusValues.map(statusEntry)];
const words = { title: '太浦河', filter: '沿太浦河 ≤ 2 km', figures: [], foot: ['© OpenStreetMap contributors, ODbL 1.0', '示意图，非法定边界；审图号 GS(2025)1234号'] };
const sheet = (patch: Partial<typeof words> = {}, width = 800) => layPng({ ...words, ...patch }, legend, [], (key) => `图例${key}`, { width, height: 400 }, measure);

describe('the sheet around a map picture', () => {
	it('title and filter stand above the map, legend and sources below it', () => {
		const { map, texts, signs, height } = sheet();
		const yOf = (text: string) => texts.find((one) => one.text.startsWith(text))!.y;
		expect(yOf('太浦河')).toBeLessThan(map.y);
		expect(yOf('沿太浦河')).toBeLessThan(map.y);
		expect(yOf('© OpenStreetMap')).toBeGreaterThan(map.y + map.h);
		expect(yOf('示意图')).toBeLessThan(height);
		expect(signs).toHaveLength(legend.length);
		expect(signs.every(({ y }) => y > map.y + map.h)).toBe(true);
	});
	it('on a narrow map nothing runs over the edge and no two words share a line and a place', () => {
		const { width, texts } = sheet({ title: '一河三湖：太浦河、淀山湖、元荡、汾湖的措施与项目一览', foot: ['很长的来源'.repeat(30)] }, 340);
		for (const { x, text, size } of texts) expect(x + measure(text, size)).toBeLessThanOrEqual(width);
		for (const [i, a] of texts.entries()) for (const b of texts.slice(i + 1)) if (Math.abs(a.y - b.y) < 10) expect(a.x + measure(a.text, a.size) <= b.x || b.x + measure(b.text, b.size) <= a.x, `${a.text} / ${b.text}`).toBe(true);
	});
	it('long words make the sheet longer, never the map smaller', () => {
		const [short, long] = [sheet(), sheet({ foot: ['很长的来源'.repeat(80)] })];
		expect(long.height).toBeGreaterThan(short.height);
		expect(long.map).toEqual(short.map);
	});
});
