import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportPptx } from '#lib/briefing/export/pptx.ts';
import { exportPdf } from '#lib/briefing/export/pdf.ts';
import { fitStrip, leftOutWords } from '#lib/charts/strip-fit.ts';
import { stripMarks } from '#lib/charts/strip-marks.ts';
import { readBriefing, writeBriefing } from '#lib/catalogue/formats/briefing.ts';
import { emptySlide } from '#lib/domain/briefing.ts';
import { translator } from '#lib/i18n/index.ts';
import { slideChanges, slideContent } from '#lib/query/slide.ts';
import { createStrips } from '#lib/query/strips.ts';
import { readRoot } from '#lib/server/roots.ts';
import { jobOf } from '../../fixtures/briefing.ts';
import { packageProblems, parseXml, partsOf, textOf } from '../../fixtures/package.ts';
import { open } from '../../fixtures/region.ts';

const { publication, atlas, index } = open(readRoot('geodata'));
const strips = createStrips(atlas, publication.shapes);
const query = { atlas, index, strips };
const zh = { lang: 'zh' as const, t: translator('zh') };
const taipu = { ...emptySlide('s1'), show: 'strip' as const, about: 'place:taipu-river', title: '太浦河从西到东' };

describe('a slide that shows a strip', () => {
	const content = slideContent(query, zh, taipu, () => true);

	it('has the things on the line, its sources and the data date, and the numbers of the sources behind its records', () => {
		expect(content.missing).toEqual([]);
		const items = content.strip!.parts[0]!.items;
		expect(items.find(({ ref }) => ref === 'place:g50')?.chainage).toBe('8.8 km');
		const project = items.find(({ ref }) => ref === 'project:jinze-reservoir')!;
		const [from, to] = /\[(\d+)–(\d+)\]$/.exec(project.name)!.slice(1).map(Number) as [number, number];
		expect(content.footnotes.filter(({ n }) => n >= from && n <= to)).toHaveLength(atlas.project.get('jinze-reservoir')!.sources.length);
		expect(content.footnotes.some(({ text }) => text.includes('OpenStreetMap'))).toBe(true);
		expect(content.base).toContain(atlas.dataset.dataDate);
	});

	it('says which line is missing, and nothing while the geometry is on its way', () => {
		expect(slideContent(query, zh, { ...taipu, about: 'place:dianshan-lake' }, () => true).missing).toEqual(['没有可画的条带图：place:dianshan-lake']);
		expect(slideContent(query, zh, { ...taipu, about: '' }, () => true).missing).toHaveLength(1);
		expect(slideContent({ atlas, index }, zh, taipu, () => true)).toMatchObject({ strip: null, missing: [] });
		expect(slideContent({ atlas, index }, zh, { ...taipu, about: 'place:nowhere' }, () => true).missing).toHaveLength(1);
	});

	it('remembers what stands on the line: a station that moved or a project that was completed is marked, and nothing while the geometry is on its way', () => {
		const seen = { ...content.says };
		const [key, said] = Object.entries(seen).find(([, words]) => words.startsWith('方厅水院') && words.includes('已建成'))!;
		expect(key).toMatch(/^strip:/);
		expect(slideChanges({ slide: { ...taipu, seen }, says: content.says })).toEqual([]);
		expect(slideChanges({ slide: { ...taipu, seen: { ...seen, [key]: said.replace('已建成', '在建') } }, says: content.says })).toEqual([{ key, before: said.replace('已建成', '在建'), after: said }]);
		expect(slideChanges({ slide: { ...taipu, seen }, says: slideContent({ atlas, index }, zh, taipu, () => true).says })).toEqual([]);
		const { briefing } = jobOf(query, { slides: [{ ...taipu, seen }] });
		expect(readBriefing('briefings/x.md', briefing.slug, writeBriefing(briefing)).briefing!.slides[0]!.seen).toEqual(seen);
	});

	it('is kept in the file of the briefing', () => {
		const { briefing } = jobOf(query, { slides: [taipu] });
		expect(readBriefing('briefings/x.md', briefing.slug, writeBriefing(briefing)).briefing!.slides[0]).toMatchObject({ show: 'strip', about: 'place:taipu-river' });
	});

	it('stays inside its box on every line of the data, names all that the page names or says how many it leaves out, and is never smaller than 28 px where one part is shown', () => {
		for (const place of atlas.dataset.places) {
			const page = strips(zh, place.id);
			if (!page) continue;
			const box = { w: 1776, h: 690 };
			const { parts, width, scale, left } = fitStrip(page.parts, box);
			const drawn = stripMarks(parts, zh.t, width);
			expect(drawn.width * scale, place.id).toBeLessThanOrEqual(box.w + 1);
			expect(drawn.height * scale, place.id).toBeLessThanOrEqual(box.h + 1);
			expect(scale * 12, place.id).toBeGreaterThanOrEqual(28);
			const words = drawn.marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : [])).join('\n');
			const items = parts.flatMap((part) => part.items);
			for (const { name, chainage } of items) expect([words.includes(name), words.includes(chainage)], `${place.id} ${name}`).toEqual([true, true]);
			const hidden = left.reduce((sum, { what, n }) => sum + (what === 'towns' || what === 'parts' ? 0 : n), 0);
			if (!left.some(({ what }) => what === 'parts')) expect(items.length + hidden, place.id).toBe(page.parts.reduce((sum, part) => sum + part.items.length, 0));
			expect(leftOutWords(zh.t, left) === '', place.id).toBe(left.length === 0);
		}
	});

	it('says what it leaves out, in the words of a planner', () => {
		expect(leftOutWords(zh.t, [{ what: 'parts', n: 2 }, { what: 'crossing', n: 16 }, { what: 'towns', n: 7 }])).toBe('未画：2 段线、交叉 16、镇街；全部见条带图页');
		expect(leftOutWords(translator('en'), [{ what: 'crossing', n: 1 }, { what: 'site', n: 3 }])).toBe('Not drawn: 1 crossing, 3 nearby places; the page of the strip has all');
	});

	it('is shapes and texts in a sound PowerPoint, with the list in its notes', async () => {
		const { bytes } = await exportPptx(jobOf(query, { slides: [taipu] }));
		expect(packageProblems(bytes)).toEqual([]);
		const parts = partsOf(bytes);
		const slide = parseXml(textOf(parts, 'ppt/slides/slide1.xml'));
		const words = [...slide.getElementsByTagName('a:t')].map((element) => element.textContent).join('|');
		const items = content.strip!.parts[0]!.items;
		for (const { name, chainage } of items.filter(({ row }) => row === 'project')) expect(words).toContain(`${name} ${chainage}`.slice(0, 12));
		expect(words, 'what is left out is said').toContain(`交叉 ${items.filter(({ row }) => row === 'crossing').length}`);
		expect(words).toContain(atlas.dataset.dataDate);
		expect(textOf(parts, 'ppt/notesSlides/notesSlide1.xml')).toContain('8.8 km | G50');
	});

	it('is vectors in a PDF, drawn without an error', async () => {
		const font = (): Promise<Uint8Array> => Promise.resolve(new Uint8Array(readFileSync('node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')));
		const { bytes } = await exportPdf(jobOf(query, { slides: [taipu] }), { kind: 'slides', paper: 'A4', font });
		const text = new TextDecoder('latin1').decode(bytes);
		expect(text.startsWith('%PDF-')).toBe(true);
		expect(text).not.toContain('/Subtype /Image');
	});
});
