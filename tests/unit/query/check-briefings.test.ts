import { describe, expect, it } from 'vitest';
import { writeBriefing } from '#lib/catalogue/formats/briefing.ts';
import { emptySlide } from '#lib/domain/briefing.ts';
import type { Slide } from '#lib/domain/briefing.ts';
import { describeProblem } from '#lib/domain/problem.ts';
import { checkBriefings } from '#lib/query/check-briefings.ts';
import { openRegion } from '../../fixtures/region.ts';

const region = openRegion();
const text = (...slides: Partial<Slide>[]) => writeBriefing({ slug: 'lake', format: 1, lang: 'en', title: 'Lake', author: '', date: '2026-03-10', dataDate: '2026-03-04', version: 1, theme: 'dark', slides: slides.map((slide, i) => ({ ...emptySlide(`s${i + 1}`), title: 'x', show: 'map', ...slide })) });
const check = (file: string, path = 'briefings/lake.md') => checkBriefings(region, new Map([[path, file]]), (id) => id === 'lakes').map((problem) => `${problem.level} ${describeProblem(problem)}`);

describe('the check of briefings', () => {
	it('finds nothing in a sound one, and reads no other file', () => {
		expect(check(text({ view: '?v=1&along=mirror-lake&layers=lakes', words: '[1](clause:plan#1)' }))).toEqual([]);
		expect(check('no briefing at all', 'briefings/notes/old.md')).toEqual([]);
	});

	it('names file, line and slide of a filter, layer, record or figure that is gone', () => {
		const found = check(text({}, { show: 'map-facts', view: '?v=1&along=dry-lake&layers=moon', words: 'See [1](clause:plan#9)', figures: ['quantity:gone'] }));
		expect(found).toHaveLength(4);
		expect(found.every((sentence) => /^error briefings\/lake\.md:19 slide s2: /.test(sentence))).toBe(true);
		for (const words of ['along=dry-lake', 'layers=moon', 'clause:plan#9', 'quantity:gone']) expect(found.join()).toContain(words);
	});

	it('warns of what the slide no longer says, with before and after', () => {
		expect(check(text({ show: 'map-facts', figures: ['projects'], seen: { projects: '7' } }))).toEqual(['warning briefings/lake.md:12 slide s1: "projects" said "7" and now says "3"; expected what the slide says now. Correct the briefing.']);
	});

	it('says why a broken file cannot be read', () => expect(check('---\nformat: 9\n---')).toEqual(['error briefings/lake.md:1 the briefing has format 9, from a newer version of the app; expected format 1 or older. Correct the briefing.']));
});
