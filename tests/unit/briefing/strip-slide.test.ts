import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportPptx } from '#lib/briefing/export/pptx.ts';
import { exportPdf } from '#lib/briefing/export/pdf.ts';
import { fitStrip } from '#lib/charts/strip-layout.ts';
import { stripMarks } from '#lib/charts/strip-marks.ts';
import { readBriefing, writeBriefing } from '#lib/catalogue/formats/briefing.ts';
import { emptySlide } from '#lib/domain/briefing.ts';
import { translator } from '#lib/i18n/index.ts';
import { slideContent } from '#lib/query/slide.ts';
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

	it('is kept in the file of the briefing', () => {
		const { briefing } = jobOf(query, { slides: [taipu] });
		expect(readBriefing('briefings/x.md', briefing.slug, writeBriefing(briefing)).briefing!.slides[0]).toMatchObject({ show: 'strip', about: 'place:taipu-river' });
	});

	it('stays inside its box on every railway of the data, and names all that the page names', () => {
		for (const { id } of atlas.dataset.places.filter(({ kind }) => kind === 'rail')) {
			const page = strips(zh, id);
			if (!page) continue;
			const box = { w: 1776, h: 690 };
			const { width, scale } = fitStrip(page.parts, box);
			const drawn = stripMarks(page.parts, zh.t, width);
			expect(drawn.width * scale, id).toBeLessThanOrEqual(box.w + 1);
			expect(drawn.height * scale, id).toBeLessThanOrEqual(box.h + 1);
			const words = drawn.marks.flatMap((mark) => (mark.type === 'text' ? [mark.text] : [])).join('\n');
			for (const { items } of page.parts) for (const { name, chainage } of items) {
				expect(words, id).toContain(name);
				expect(words, id).toContain(chainage);
			}
		}
	});

	it('is shapes and texts in a sound PowerPoint, with the list in its notes', async () => {
		const { bytes } = await exportPptx(jobOf(query, { slides: [taipu] }));
		expect(packageProblems(bytes)).toEqual([]);
		const parts = partsOf(bytes);
		const slide = parseXml(textOf(parts, 'ppt/slides/slide1.xml'));
		const words = [...slide.getElementsByTagName('a:t')].map((element) => element.textContent).join('|');
		for (const { name, chainage } of content.strip!.parts[0]!.items) expect(words).toContain(`${name} ${chainage}`.slice(0, 12));
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
