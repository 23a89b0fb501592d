import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { acceptSlide, addSlide, appendView, deleteSlide, duplicateSlide, freshSlug, moveSlide, newBriefing, patchSlide, redo, startHistory, step, undo, viewFromPaste } from '#lib/briefing/edit.ts';
import { emptySlide, maxSlides } from '#lib/domain/briefing.ts';
import type { Briefing } from '#lib/domain/briefing.ts';

const briefing: Briefing = { ...newBriefing('taipu', 'zh', '太浦河', '2026-03-10', '2026-03-04'), slides: [{ ...emptySlide('s1'), kind: 'title', title: '一' }, { ...emptySlide('s2'), title: '二' }, { ...emptySlide('s3'), kind: 'end', title: '三' }] };
const ids = ({ slides }: Briefing): string[] => slides.map(({ id }) => id);
const many = (n: number): Briefing => ({ ...briefing, slides: Array.from({ length: n }, (_, i) => emptySlide(`s${i + 1}`)) });

describe('the slides of a briefing', () => {
	it('move within the briefing and never out of it', () => {
		expect(ids(moveSlide(briefing, 's3', 0))).toEqual(['s3', 's1', 's2']);
		expect(ids(moveSlide(briefing, 's1', 9))).toEqual(['s2', 's3', 's1']);
		expect(moveSlide(briefing, 's1', -1)).toBe(briefing);
		expect(moveSlide(briefing, 'gone', 1)).toBe(briefing);
	});
	it('a copy stands behind its original, with an id of its own', () => {
		const copied = duplicateSlide(briefing, 's2');
		expect(copied.slides.map(({ title }) => title)).toEqual(['一', '二', '二', '三']);
		expect(new Set(ids(copied)).size).toBe(4);
	});
	it('a view from the map stands before the closing slide', () => {
		const next = appendView(briefing, { title: '太浦河', view: '?along=taipu-river', seen: { projects: '12 项' } });
		expect(next.slides[2]).toMatchObject({ kind: 'content', show: 'map-facts', title: '太浦河', view: '?along=taipu-river', seen: { projects: '12 项' } });
		expect(next.slides[3]!.kind).toBe('end');
		expect(appendView({ ...briefing, slides: [] }, { title: '', view: '', seen: {} }).slides).toHaveLength(1);
	});
	it('a full briefing takes no more and loses none', () => {
		const full = many(maxSlides);
		expect([addSlide(full, { kind: 'content' }), duplicateSlide(full, 's1'), appendView(full, { title: '', view: '', seen: {} })]).toEqual([full, full, full]);
		expect(deleteSlide(full, 's1').slides).toHaveLength(maxSlides - 1);
	});
	it('accepting takes what is said now for what was seen, on that slide alone', () => {
		const accepted = acceptSlide(patchSlide(briefing, 's2', { seen: { projects: '12 项' } }), 's2', { projects: '13 项' });
		expect(accepted.slides.map(({ seen }) => seen)).toEqual([{}, { projects: '13 项' }, {}]);
	});
});

describe('undo', () => {
	it('takes back and brings again; typing on in one field is one step', () => {
		const type = (history: ReturnType<typeof startHistory>, title: string) => step(history, patchSlide(history.now, 's2', { title }), 's2.title');
		const typed = type(type(type(startHistory(briefing), '甲'), '甲乙'), '甲乙丙');
		expect(typed.past).toHaveLength(1);
		expect(undo(typed).now).toBe(briefing);
		expect(redo(undo(typed)).now.slides[1]!.title).toBe('甲乙丙');
		expect(undo(startHistory(briefing)).now).toBe(briefing);
	});
	it('any row of edits is undone to the first briefing and done again to the last', () => {
		const act = fc.constantFrom((b: Briefing) => moveSlide(b, b.slides[0]?.id ?? '', 2), (b: Briefing) => deleteSlide(b, b.slides[1]?.id ?? ''), (b: Briefing) => addSlide(b, { kind: 'section' }), (b: Briefing) => duplicateSlide(b, b.slides.at(-1)?.id ?? ''));
		fc.assert(fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
			let history = acts.reduce((all, one) => step(all, one(all.now)), startHistory(briefing));
			const last = history.now;
			const ids = last.slides.map(({ id }) => id);
			expect(new Set(ids).size).toBe(ids.length);
			while (history.past.length > 0) history = undo(history);
			expect(history.now).toBe(briefing);
			while (history.future.length > 0) history = redo(history);
			expect(history.now).toBe(last);
		}));
	});
});

describe('names and pasted links', () => {
	it('gives a name that no one has and never the name of a page', () => {
		expect(freshSlug('taipu', new Set())).toBe('taipu');
		expect(freshSlug('taipu', new Set(['taipu', 'taipu-2']))).toBe('taipu-3');
		expect([freshSlug('new', new Set()), freshSlug('太浦河', new Set()), freshSlug('', new Set(['briefing']))]).toEqual(['briefing', 'briefing', 'briefing-2']);
	});
	it('takes the view out of a link of the map, and nothing out of what is none', () => {
		expect(viewFromPaste(' https://atlas.example.cn/zh?along=taipu-river&within=2000#x ')).toBe('?along=taipu-river&within=2000');
		expect(['?v=1', 'http://127.0.0.1:3000/zh', '/en/', ''].map(viewFromPaste)).toEqual(['?v=1', '', '', '']);
		expect(['太浦河', 'https://example.cn/other', '?a b'].map(viewFromPaste)).toEqual([null, null, null]);
	});
});
