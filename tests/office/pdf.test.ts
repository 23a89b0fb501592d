/** Our PDF read by poppler: what a planner searches for is found, the face is in the file, charts are drawn where they stand. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Cancelled } from '#lib/briefing/export/job.ts';
import { exportPdf } from '#lib/briefing/export/pdf.ts';
import type { PdfKind } from '#lib/briefing/export/pdf.ts';
import { layOut, slideHeight, slideWidth } from '#lib/briefing/export/pptx-layout.ts';
import { plainText } from '#lib/domain/rich-text.ts';
import { palettes } from '#lib/map/palette.ts';
import { jobOf, openShipped, tenSlides } from '../fixtures/briefing.ts';
import { drawPage, hasPoppler, pagesOf, shareOf, squeeze } from './support/office.ts';

const font = (): Promise<Uint8Array> => Promise.resolve(new Uint8Array(readFileSync('node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf')));
const query = openShipped();
const job = jobOf(query, { review: 'GS(2025)1234号' });
async function print(kind: PdfKind, given = job): Promise<string> {
	const { bytes } = await exportPdf(given, { kind, paper: 'A4', font });
	const path = join(mkdtempSync(join(tmpdir(), 'pdf-')), `${kind}.pdf`);
	writeFileSync(path, bytes);
	return path;
}

describe.skipIf(!hasPoppler)('a PDF that poppler reads', () => {
	let slides: string;
	let handout: string;
	let words: string[];
	beforeAll(async () => {
		[slides, handout] = [await print('slides'), await print('handout')];
		words = pagesOf(slides);
	}, 60_000);

	it('each slide is a page on which title, words, figures, cells, sources and review number are found', () => {
		expect(words).toHaveLength(job.contents.length);
		for (const [i, content] of job.contents.entries()) {
			const page = words[i]!;
			expect(page).toContain(squeeze(content.slide.title));
			for (const { value, label } of content.figures) for (const part of [value, label]) expect(page).toContain(squeeze(part));
			for (const { cells } of content.table?.rows ?? []) for (const cell of cells) expect(page).toContain(squeeze(cell));
			for (const { text } of content.footnotes.slice(0, content.slide.kind === 'content' ? layOut(content, content.base).sources : 4)) expect(page).toContain(squeeze(text));
			expect(page).toContain('审图号：GS(2025)1234号');
		}
		const third = words[2]!.replace(/[\d•]/g, '');
		for (const line of plainText(job.contents[2]!.words).split('\n')) expect(third).toContain(squeeze(line).replace(/\d/g, ''));
	});
	it('charts are vectors that stand where they should, with their values as text', () => {
		const charts = job.contents.map((content, i) => ({ content, page: i + 1 })).filter(({ content }) => content.chart);
		expect(charts).toHaveLength(3);
		for (const { content, page } of charts) {
			const { x, y, w, h } = layOut(content, content.base).chart!;
			const box = { x: x / slideWidth, y: (y + 0.4) / slideHeight, w: w / slideWidth, h: (h - 0.8) / slideHeight };
			expect(shareOf(drawPage(slides, page), box, palettes.briefing.target), content.slide.title).toBeGreaterThan(0.0002);
			expect(shareOf(drawPage(slides, job.contents.length), box, palettes.briefing.target), 'the end slide has nothing there').toBe(0);
			const values = content.chart!.type === 'bars' ? content.chart!.bars.map(({ value }) => String(value)) : [content.chart!.title];
			for (const value of values) expect(words[page - 1]).toContain(squeeze(value));
		}
		const images = execFileSync('pdfimages', ['-list', slides], { encoding: 'utf8' }).split('\n').slice(2).filter((line) => line.trim() !== '');
		const maps = job.contents.flatMap((content, i) => (content.slide.kind === 'content' && layOut(content, content.base).map ? [String(i + 1)] : []));
		expect([...new Set(images.map((line) => line.trim().split(/\s+/)[0]))], 'pictures stand on map slides alone').toEqual(maps);
	});
	it('the face is embedded as a subset, and no other one is asked for', () => {
		for (const path of [slides, handout]) {
			const fonts = execFileSync('pdffonts', [path], { encoding: 'utf8' }).split('\n').slice(2).filter(Boolean);
			expect(fonts).toHaveLength(1);
			expect(fonts[0]).toMatch(/^[A-Z]{6}\+NotoSansSC\S* +CID TrueType +Identity-H +yes yes yes/);
		}
	});
	it('it has a title, a language and a bookmark for each slide', () => {
		expect(execFileSync('pdfinfo', [slides], { encoding: 'utf8' })).toMatch(/Title: +一河三湖\n/);
		const raw = readFileSync(slides, 'latin1');
		expect(raw).toContain('/Lang (zh-CN)');
		const outline = /\/Type \/Outlines/.test(raw) || raw.includes('/Outlines');
		expect(outline).toBe(true);
		expect(raw.match(/\/Parent \d+ 0 R\n\/Dest|\/Dest \[/g)).toHaveLength(job.contents.length);
	});
	it('a handout prints notes and every source below the slide, on white paper', () => {
		const pages = pagesOf(handout);
		const all = pages.join('');
		for (const { slide, footnotes } of job.contents) {
			for (const line of slide.notes.split('\n')) expect(all).toContain(squeeze(line));
			for (const { n, text } of footnotes) expect(all).toContain(squeeze(`${n} ${text}`));
		}
		expect(shareOf(drawPage(handout, 1), { x: 0.1, y: 0.7, w: 0.8, h: 0.2 }, '#FFFFFF')).toBeGreaterThan(0.99);
	});
	it('twenty slides take less than twenty seconds', async () => {
		const twenty = [...tenSlides, ...tenSlides.map((slide) => ({ ...slide, id: `${slide.id}b` }))];
		const started = performance.now();
		expect(pagesOf(await print('slides', jobOf(query, { slides: twenty })))).toHaveLength(20);
		expect(performance.now() - started).toBeLessThan(20_000);
	}, 30_000);
	it('plugged-in layers are told on the map of a slide, and of a handout', async () => {
		const own = { legend: [{ id: 'pumps', title: '泵站', count: '2 / 4', ink: '#2F19D7', marks: [{ ink: '#C8381F', isHollow: true, text: '南泵站' }], lines: ['来源：水务局；精度：± 5 m'] }], said: ['自有图层“管道”没有取到，图上没有画。'] };
		for (const kind of ['slides', 'handout'] as const) {
			const text = squeeze(pagesOf(await print(kind, jobOf(query, { own, slides: [tenSlides.find(({ kind, show }) => kind === 'content' && show === 'map-facts')!] })))[0]!);
			for (const words of ['自有图层（规划人员载入）', '泵站2/4', '南泵站', '来源：水务局；精度：±5m', '没有取到，图上没有画']) expect(text).toContain(squeeze(words));
		}
	});
	it('without a map a slide says so; a stopped export leaves nothing', async () => {
		expect(pagesOf(await print('slides', jobOf(query, { picture: () => null })))[1]).toContain('此处未绘地图');
		const stop = new AbortController();
		const stopped = jobOf(query, { signal: stop.signal });
		stopped.progress = (done) => done === 3 && stop.abort();
		await expect(exportPdf(stopped, { kind: 'slides', paper: 'A4', font })).rejects.toThrow(Cancelled);
	});
});
