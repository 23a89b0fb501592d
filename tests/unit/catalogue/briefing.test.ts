import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readBriefing, writeBriefing } from '#lib/catalogue/formats/briefing.ts';
import { emptySlide, freshSlideId, slideKinds, slideShows } from '#lib/domain/briefing.ts';
import type { Briefing, Slide } from '#lib/domain/briefing.ts';
import { describeProblem } from '#lib/domain/problem.ts';

const briefing: Briefing = {
	slug: 'taipu', format: 1, lang: 'zh', title: '一条太浦河', author: '王工', date: '2026-11-22', dataDate: '2026-03-31', version: 3, theme: 'dark',
	slides: [
		{ ...emptySlide('s1'), kind: 'title', show: 'map', title: '一条太浦河，三方共治' },
		{ ...emptySlide('s2'), title: '承诺：补偿', words: '- 第一点\n---\n# 不是标题\n\\--- 已转义', notes: '慢些讲\n???\n再说', view: '?v=1&along=taipu-river', about: 'indicator:taipu-class', figures: ['projects', 'status:building'], seen: { projects: '24 项' } }
	]
};

const read = (text: string) => readBriefing('briefings/taipu.md', 'taipu', text);
const sentences = (text: string) => read(text).problems.map(describeProblem);

describe('a briefing as one Markdown file', () => {
	it('reads back as it was written, also where words look like marks of the format', () => expect(read(writeBriefing(briefing))).toEqual({ briefing, rows: [12, 19], problems: [] }));

	it('keeps what a slide said under keys that hold colons', () => {
		const seen = { 'row:project:demo-line': '上海示范区线 | 在建 |', 'quantity:lake-area': '62 km²', 'bar:planned': '' };
		expect(read(writeBriefing({ ...briefing, slides: [{ ...emptySlide('s1'), seen }] })).briefing!.slides[0]!.seen).toEqual(seen);
	});

	it('reads back whatever the words are', () => {
		const line = fc.string({ unit: fc.constantFrom('-', '?', '#', ' ', '\\', '太', '浦', 'a', ':', '\n', '<', '>') }).map((text) => text.trim());
		const slide = fc.record({ kind: fc.constantFrom(...slideKinds), show: fc.constantFrom(...slideShows), words: line, notes: line, title: line.map((text) => text.replace(/\s+/g, ' ')) });
		fc.assert(fc.property(fc.array(slide, { maxLength: 5 }), (parts) => {
			const slides = parts.map((part, i): Slide => ({ ...emptySlide(`s${i + 1}`), ...part }));
			expect(read(writeBriefing({ ...briefing, slides })).briefing?.slides).toEqual(slides);
		}));
	});

	it('reads files with Windows line ends and a mark of order', () => expect(read(`\ufeff${writeBriefing(briefing).replaceAll('\n', '\r\n')}`).briefing).toEqual(briefing));

	it('keeps text without a title as words', () => expect(read('---\nformat: 1\ntitle: x\n---\n---\nid: s1\n---\n只有文字').briefing!.slides[0]).toMatchObject({ title: '', words: '只有文字' }));

	it.each([
		['', 'does not begin with a head'], ['一段文字', 'does not begin with a head'], ['---\nformat: 1', 'a head is never closed'], ['---\nformat: 9\n---', 'format 9, from a newer version'], ['---\ntitle: x\n---', '"format" is ""']
	])('refuses %j in one sentence', (text, words) => {
		expect(read(text).briefing).toBeNull();
		expect(sentences(text).join()).toContain(words);
	});

	it('refuses more slides than it may hold', () => expect(sentences(writeBriefing({ ...briefing, slides: Array.from({ length: 501 }, (_, i) => emptySlide(`s${i}`)) }))).toEqual([expect.stringContaining('the briefing has 501 slides; expected 500 at most')]));

	it('gives a slide whose id stands twice a new one and says so', () => {
		const text = writeBriefing({ ...briefing, slides: [emptySlide('s1'), emptySlide('s1')] });
		expect(read(text).briefing!.slides.map(({ id }) => id)).toEqual(['s1', 's2']);
		expect(sentences(text)).toEqual([expect.stringContaining('"s1" stands twice')]);
	});

	it('takes an unknown word for the usual one and says so', () => {
		const text = writeBriefing(briefing).replace('show: map\n', 'show: hologram\n');
		expect(read(text).briefing!.slides[0]!.show).toBe('map-facts');
		expect(sentences(text)).toEqual(['briefings/taipu.md:12 "show" is "hologram"; expected one of map, map-facts, map-chart, table, comparison, chart, strip. Correct the briefing.']);
	});
});

describe('a new slide', () => {
	it('has an id that no other has', () => expect([freshSlideId([]), freshSlideId([{ id: 's1' }]), freshSlideId([{ id: 's2' }])]).toEqual(['s1', 's2', 's3']));
});
