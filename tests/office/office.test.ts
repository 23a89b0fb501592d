/** Our Office files opened by LibreOffice: words, figures and charts stand on the page. PowerPoint, Word and WPS are not at hand: not run. */
import { beforeAll, describe, expect, it } from 'vitest';
import { exportDocx } from '#lib/briefing/export/docx.ts';
import { layOut, slideHeight, slideWidth } from '#lib/briefing/export/pptx-layout.ts';
import type { Box } from '#lib/briefing/export/pptx-layout.ts';
import { exportPptx } from '#lib/briefing/export/pptx.ts';
import type { Ref } from '#lib/domain/dataset.ts';
import { translator } from '#lib/i18n/index.ts';
import { palettes } from '#lib/map/palette.ts';
import { briefDocument as shippedBrief } from '#lib/query/brief-document.ts';
import type { BriefDocument } from '#lib/query/brief-document.ts';
import type { Query } from '#lib/query/explore.ts';
import { briefDocument } from '../fixtures/brief.ts';
import { jobOf, openShipped, plainPng } from '../fixtures/briefing.ts';
import { packageProblems } from '../fixtures/package.ts';
import { drawPage, hasOffice, pagesOf, shareOf, squeeze, toPdf } from './support/office.ts';

const job = jobOf(openShipped(), { review: 'GS(2025)1234号' });
const inShares = ({ x, y, w, h }: Box): Box => ({ x: x / slideWidth, y: y / slideHeight, w: w / slideWidth, h: h / slideHeight });
const briefJob = { picture: () => Promise.resolve({ png: plainPng(960, 480), width: 960, height: 480, metresPerPixel: 20 }), progress: () => {}, signal: new AbortController().signal, review: '', address: '' };

/** The records with most to say of each kind, so that the test stays hard while the data grow. */
function fullest(query: Query): Ref[] {
	const size = (about: string): number => JSON.stringify(shippedBrief(query, { lang: 'zh', t: translator('zh') }, about as Ref, 'short') ?? '').length;
	const { places, documents, agencies } = query.atlas.dataset;
	const groups = [places.filter(({ kind }) => ['zone', 'district', 'town'].includes(kind)), places.filter(({ kind }) => ['river', 'lake', 'lake-group', 'collective'].includes(kind)), places.filter(({ kind }) => ['corridor', 'rail', 'road'].includes(kind))].map((group) => group.map(({ id }) => `place:${id}`));
	return [...groups, documents.map(({ id }) => `document:${id}`), agencies.map(({ id }) => `agency:${id}`)].flatMap((refs) => refs.toSorted((a, b) => size(b) - size(a)).slice(0, 2)) as Ref[];
}

describe.skipIf(!hasOffice)('files that LibreOffice opens', () => {
	let pdfs: Record<string, string>;
	let slides: string[];
	beforeAll(async () => {
		const [deck, long, short] = await Promise.all([exportPptx(job), exportDocx(briefDocument(), briefJob), exportDocx(briefDocument({ length: 'short', sections: briefDocument().sections.slice(0, 1) }), briefJob)]);
		for (const { bytes } of [deck, long, short]) expect(packageProblems(bytes)).toEqual([]);
		pdfs = toPdf({ 'deck.pptx': deck.bytes, 'long.docx': long.bytes, 'short.docx': short.bytes });
		slides = pagesOf(pdfs['deck.pptx']!);
	}, 150_000);

	it('a deck has a page for each slide, each with its title', () => {
		expect(slides).toHaveLength(job.contents.length);
		job.contents.forEach(({ slide }, i) => expect(slides[i]).toContain(squeeze(slide.title)));
	});
	it('figures, filters, table cells, sources and review number are on their pages', () => {
		for (const [i, content] of job.contents.entries()) {
			const page = slides[i]!;
			for (const { value, unit, label } of content.figures) for (const part of [`${value}${unit}`, label]) expect(page).toContain(squeeze(part));
			for (const { cells } of content.table?.rows ?? []) expect(page).toContain(squeeze(cells[0]!));
			for (const { text } of content.footnotes.slice(0, content.slide.kind === 'content' ? layOut(content, content.base).sources : 4)) expect(page).toContain(squeeze(text));
			expect(page).toContain('审图号：GS(2025)1234号');
			if (content.slide.kind === 'content') expect(page).toContain(squeeze(content.filter));
		}
	});
	it('charts are drawn where they stand, with their values', () => {
		const charts = job.contents.map((content, i) => ({ content, page: i + 1 })).filter(({ content }) => content.chart);
		expect(charts.map(({ content }) => content.chart!.type)).toEqual(['trend', 'bars', 'trend']);
		for (const { content, page } of charts) {
			const { x, y, w, h } = layOut(content, content.base).chart!;
			const drawn = (on: number) => shareOf(drawPage(pdfs['deck.pptx']!, on), inShares({ x, y: y + 0.4, w, h: h - 0.8 }), palettes.briefing.target);
			expect(drawn(page), content.slide.title).toBeGreaterThan(0.0004);
			expect(drawn(slides.length), 'the end slide has nothing there').toBe(0);
			const values = content.chart!.type === 'bars' ? content.chart!.bars.map(({ value }) => String(value)) : content.chart!.row.series!.points.map(({ label }) => label);
			for (const value of values) expect(slides[page - 1]).toContain(squeeze(value));
		}
	});
	it('maps fill their places', () => {
		for (const [i, content] of job.contents.entries()) {
			const box = content.slide.kind === 'content' ? layOut(content, content.base).map : null;
			if (box) expect(shareOf(drawPage(pdfs['deck.pptx']!, i + 1), inShares(box), '#2A6F78')).toBeGreaterThan(0.85);
		}
	});
	it('a long brief has its headings, its footnotes and the head of its table on every page', () => {
		const pages = pagesOf(pdfs['long.docx']!);
		const brief = briefDocument();
		const all = pages.join('');
		for (const text of [brief.title, ...brief.sections.map(({ heading }) => heading), ...brief.footnotes.map(({ text: note }) => note), '示范区执委会']) expect(all).toContain(squeeze(text));
		expect(pages.length).toBeGreaterThan(1);
		expect(pages.filter((page) => page.includes('投资（亿元）')).length).toBeGreaterThan(1);
		pages.forEach((page, i) => expect(page).toContain(`—${i + 1}—`));
	});
	it('a short brief is one page', () => expect(pagesOf(pdfs['short.docx']!)).toHaveLength(1));
	it('the fullest place, corridor, document and agency of each language are one page too, with their last line', () => {
		const query = openShipped();
		const files = (['zh', 'en'] as const).flatMap((lang) => fullest(query).map((about): [string, BriefDocument] => [`${lang}-${about.replace(':', '-')}.docx`, shippedBrief(query, { lang, t: translator(lang) }, about, 'short')!]));
		return Promise.all(files.map(async ([name, brief]): Promise<[string, Uint8Array]> => [name, (await exportDocx(brief, { ...briefJob, review: 'GS(2025)1234号' })).bytes])).then((made) => {
			const printed = toPdf(Object.fromEntries(made));
			for (const [name, { lang, responsibilities }] of files) {
				const pages = pagesOf(printed[name]!);
				expect(pages, name).toHaveLength(1);
				if (responsibilities) expect(pages[0], name).toContain(squeeze(responsibilities.rows.at(-1)![0]!.text));
				expect(pages[0], name).toContain(squeeze(translator(lang)('office.short')));
			}
		});
	}, 120_000);
});
