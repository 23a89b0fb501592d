import { describe, expect, it } from 'vitest';
import { writeBriefing } from '#lib/catalogue/formats/briefing.ts';
import { emptySlide } from '#lib/domain/briefing.ts';
import type { Briefing } from '#lib/domain/briefing.ts';
import { listBriefings, readBriefingFile } from '#lib/server/briefings.ts';
import { isBriefingFile, readRoot } from '#lib/server/roots.ts';

const briefing: Briefing = { slug: 'taipu', format: 1, lang: 'zh', title: '太浦河', author: '', date: '2026-03-10', dataDate: '2026-03-04', version: 1, theme: 'dark', slides: [{ ...emptySlide('s1'), title: '一' }] };
const root = (files: Record<string, string>) => new Map(Object.entries(files));
const shipped = root({ 'briefings/taipu.md': writeBriefing(briefing), 'briefings/aaa.md': '---\nformat: 9\n---', 'catalogue/links.csv': '' });
const planner = root({ 'briefings/taipu.md': writeBriefing({ ...briefing, title: '太浦河，改', version: 2 }), 'briefings/mine.md': writeBriefing({ ...briefing, title: '我的' }) });

describe('the list of briefings', () => {
	it('gives each once: shipped first, the planner\'s own in front of a shipped one of its name', () => {
		expect(listBriefings([shipped, planner]).map(({ slug, title, version, slides, isShipped }) => [slug, title, version, slides, isShipped])).toEqual([['aaa', 'aaa', 0, 0, true], ['mine', '我的', 1, 1, false], ['taipu', '太浦河，改', 2, 1, false]]);
	});
	it('says in a sentence why a file cannot be opened', () => {
		const [broken, sound] = listBriefings([shipped]);
		expect(broken!.problem).toContain('briefings/aaa.md:1 the briefing has format 9');
		expect(sound!.problem).toBe('');
	});
	it('opens one by its name, and nothing by a name that is none', () => {
		expect(readBriefingFile('taipu', [shipped, planner])).toMatchObject({ isShipped: false, briefing: { title: '太浦河，改' } });
		expect(readBriefingFile('taipu', [shipped])!.isShipped).toBe(true);
		expect(['gone', '../catalogue/links', 'Taipu', ''].map((slug) => readBriefingFile(slug, [shipped]))).toEqual([null, null, null, null]);
	});
});

describe('a folder of text files', () => {
	it('holds the briefings and no other Markdown', () => {
		const files = [...readRoot('geodata').keys()].filter((file) => file.endsWith('.md'));
		expect(files).toHaveLength(6);
		expect(files.every(isBriefingFile)).toBe(true);
	});
});
