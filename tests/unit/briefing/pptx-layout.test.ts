import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnWidths, linesOf, widthEm } from '#lib/briefing/export/fit.ts';
import { cutWords, layOut, ownBox, slideHeight, slideWidth, wordsHeight } from '#lib/briefing/export/pptx-layout.ts';
import type { Box } from '#lib/briefing/export/pptx-layout.ts';
import { scaleBarOf } from '#lib/briefing/export/pptx-map.ts';
import { layTable } from '#lib/briefing/export/pptx-table.ts';
import { emptySlide, slideShows } from '#lib/domain/briefing.ts';
import { parseWords } from '#lib/domain/rich-text.ts';
import { emptyView } from '#lib/domain/view.ts';
import type { SlideContent } from '#lib/query/slide.ts';

const chinese = (length: number) => '示范区水乡一张图，'.repeat(Math.ceil(length / 9)).slice(0, length);
const content = (show: (typeof slideShows)[number], title: number, words: number, notes: number, figures: number): SlideContent => ({
	slide: { ...emptySlide('s1'), show, title: chinese(title) }, view: emptyView, filter: chinese(20), words: parseWords(chinese(words)), chart: null, table: null, strip: null, base: chinese(50), cited: {}, missing: [], says: {}, visible: { projects: [], measures: [], indicators: [] },
	figures: Array.from({ length: show === 'map-facts' ? figures : 0 }, (_, i) => ({ key: String(i), value: '24', unit: '项', label: chinese(30), state: null, notes: [1] })), footnotes: Array.from({ length: notes }, (_, i) => ({ n: i + 1, text: chinese(40), href: '' }))
});
const overlap = (a: Box, b: Box) => a.x + a.w > b.x + 1e-6 && b.x + b.w > a.x + 1e-6 && a.y + a.h > b.y + 1e-6 && b.y + b.h > a.y + 1e-6;
const any = fc.record({ show: fc.constantFrom(...slideShows), title: fc.integer({ min: 0, max: 120 }), words: fc.integer({ min: 0, max: 3000 }), notes: fc.integer({ min: 0, max: 40 }), figures: fc.integer({ min: 0, max: 6 }) });

describe('the layout of a slide', () => {
	it('tells plugged-in layers on a map that has nothing else there, or below words that leave them room', () => {
		fc.assert(fc.property(any, fc.integer({ min: 2, max: 14 }), ({ show, title, words, notes, figures }, lines) => {
			const given = content(show, title, words, notes, figures);
			const at = layOut(given, chinese(50));
			const own = ownBox(at, given, (_, size) => (lines * size * 1.35) / 72 + 0.17);
			expect(own === null).toBe(at.map === null);
			if (!own || !at.map) return;
			for (const box of [at.kicker, at.title, at.chart, at.legend, at.foot, ...at.figures].filter((one) => one !== null)) expect(overlap(own, box)).toBe(false);
			const written = at.words && { ...at.words, h: Math.min(at.words.h, wordsHeight(given.words, at.words.size, at.words.w)) };
			if (written) expect(overlap(own, written)).toBe(false);
			const ground = own.x >= at.map.x - 1e-6 ? at.map : at.words!;
			expect(own.y).toBeGreaterThanOrEqual(ground.y - 1e-6);
			expect(own.x + own.w).toBeLessThanOrEqual(slideWidth);
		}));
		expect(ownBox(layOut(content('map', 9, 40, 2, 0), ''), content('map', 9, 40, 2, 0), () => 1)).toMatchObject({ x: 0.5, w: 4.1, size: 10 });
	});
	it('overlaps nowhere and stays on the slide, whatever the length of title, words and sources', () => {
		fc.assert(fc.property(any, ({ show, title, words, notes, figures }) => {
			const at = layOut(content(show, title, words, notes, figures), chinese(50));
			const boxes = [at.kicker, at.title, at.words, at.map, at.chart, at.table, at.strip, at.legend, at.foot, ...at.figures].filter((box) => box !== null);
			for (const box of boxes) {
				expect(Math.min(box.x, box.y, box.w, box.h)).toBeGreaterThanOrEqual(0);
				expect(box.x + box.w).toBeLessThanOrEqual(slideWidth + 1e-6);
				expect(box.y + box.h).toBeLessThanOrEqual(slideHeight);
			}
			boxes.forEach((a, i) => boxes.slice(i + 1).forEach((b) => expect(overlap(a, b)).toBe(false)));
			for (const box of [at.map, at.chart, at.table]) if (box) expect(box.h).toBeGreaterThan(1);
		}), { numRuns: 400 });
	});
	it('shows the words that fit and cuts the rest with an ellipsis', () => {
		fc.assert(fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 5 }), (length, blocks) => {
			const words = parseWords(Array.from({ length: blocks }, () => chinese(length)).join('\n\n'));
			const box = { x: 0, y: 0, w: 4, h: 2, size: 8 };
			const kept = cutWords(words, box);
			expect(wordsHeight(kept, 8, 4)).toBeLessThanOrEqual(2);
			if (wordsHeight(words, 8, 4) > 2) expect(kept.at(-1)!.inlines.at(-1)!.text.endsWith('…')).toBe(true);
			else expect(kept).toEqual(words);
		}), { numRuns: 100 });
	});
	it('keeps a long title in two lines', () => {
		const { title } = layOut(content('map', 60, 0, 0, 0), '');
		expect(linesOf(chinese(60), title.size, title.w)).toBeLessThanOrEqual(2);
	});
	it('keeps as many sources as the foot has room for', () => {
		expect(layOut(content('table', 10, 0, 3, 0), chinese(50)).sources).toBe(3);
		expect(layOut(content('table', 10, 0, 40, 0), chinese(50)).sources).toBeLessThan(40);
	});
});

describe('a table on a slide', () => {
	const table = (rows: number, letters: number) => ({ caption: '', notes: [], columns: ['名称', '状态', '长度'].map((title, i) => ({ title, isNumeric: i === 2 })), rows: Array.from({ length: rows }, () => ({ ref: '', notes: [], cells: [chinese(letters), '在建 2025-01', '16'] })) });
	it('has room for eight rows of the longest names', () => {
		const { heights, size } = layTable(table(8, 60), { x: 0, y: 0, w: 12.3, h: 4.2 });
		expect(heights).toHaveLength(9);
		expect(heights.reduce((sum, height) => sum + height, 0)).toBeLessThan(4.21);
		expect(size).toBeGreaterThanOrEqual(10);
	});
	it('leaves out rows that no type is small enough for', () => {
		const { heights } = layTable(table(60, 60), { x: 0, y: 0, w: 12.3, h: 4.2 });
		expect(heights.length).toBeLessThan(61);
		expect(heights.reduce((sum, height) => sum + height, 0)).toBeLessThan(4.21);
	});
	it('keeps short columns in one line', () => {
		const [name, status] = columnWidths(table(1, 60).columns, table(3, 60).rows.map(({ cells }) => cells), 12) as [number, number, number];
		expect(name).toBeGreaterThan(status);
		expect(linesOf('在建 2025-01', 14, status)).toBe(1);
	});
});

describe('measures', () => {
	it('counts a Chinese letter as one em, a Latin one as less', () => {
		expect(widthEm('水乡')).toBe(2);
		expect(widthEm('ab')).toBeLessThan(1.3);
	});
	it('draws a round length at the scale of the picture', () => {
		expect(scaleBarOf({ metresPerPixel: 10, width: 2000 }, 10)).toEqual([2000, 1]);
		const [metres, inches] = scaleBarOf({ metresPerPixel: 18, width: 3840 }, 13.333);
		expect(metres / inches).toBeCloseTo((18 * 3840) / 13.333);
	});
});
