import { beforeAll, describe, expect, it } from 'vitest';
import ExcelJS from 'exceljs';
import { Cancelled } from '#lib/briefing/export/job.ts';
import { exportPptx } from '#lib/briefing/export/pptx.ts';
import { emptySlide } from '#lib/domain/briefing.ts';
import type { Slide } from '#lib/domain/briefing.ts';
import { jobOf, plainPng } from '../../fixtures/briefing.ts';
import type { JobOptions } from '../../fixtures/briefing.ts';
import { packageProblems, parseXml, partsOf, textOf } from '../../fixtures/package.ts';
import { addLine, openRegion } from '../../fixtures/region.ts';

const region = openRegion();
const slide = (id: string, patch: Partial<Slide>): Slide => ({ ...emptySlide(id), title: '标题', ...patch });
const slides: Slide[] = [
	slide('s1', { kind: 'title', title: '镜湖简报', words: '三地共治' }),
	slide('s2', { show: 'map-facts', title: '镜湖', view: '?along=mirror-lake&select=place:mirror-lake', notes: '第一句\n第二句', words: '- **要点**见[条款](clause:plan#1)\n- *其次*' }),
	slide('s3', { show: 'map-chart', title: '状态', about: 'status' }),
	slide('s4', { show: 'chart', title: '趋势', about: 'indicator:lake-class' }),
	slide('s5', { show: 'table', title: '项目' }),
	slide('s6', { show: 'comparison', title: '比较', about: 'place:west;place:east' }),
	slide('s7', { kind: 'end', title: '完' })
];
const write = async (options: JobOptions = {}, address = '') => partsOf((await exportPptx(jobOf(region, { slides, ...options }), address)).bytes);
const slideText = (parts: ReadonlyMap<string, Uint8Array>, n: number) => textOf(parts, `ppt/slides/slide${n}.xml`);
const words = (xml: string) => [...parseXml(xml).getElementsByTagName('a:t')].map((element) => element.textContent).join('|');

describe('a briefing as PowerPoint', () => {
	let parts: Map<string, Uint8Array>;
	beforeAll(async () => void (parts = await write()));

	it.each(['dark', 'light'] as const)('is a sound package: every part typed, reachable, well-formed (%s)', async (theme) => {
		expect(packageProblems((await exportPptx(jobOf(region, { slides, theme }))).bytes)).toEqual([]);
	});
	it('has a slide for each of the briefing, with title, filter, figures and sources as text', () => {
		expect([...parts.keys()].filter((path) => /^ppt\/slides\/slide\d+\.xml$/.test(path))).toHaveLength(slides.length);
		const { contents } = jobOf(region, { slides });
		const text = words(slideText(parts, 2));
		expect(text).toContain('镜湖');
		for (const { value } of contents[1]!.figures) expect(text).toContain(`${value}|`);
		for (const part of [contents[1]!.filter, contents[1]!.base, ...contents[1]!.figures.map(({ label }) => label), ...contents[1]!.footnotes.map(({ text: note }) => note)]) expect(text).toContain(part);
	});
	it('names titles as titles, so that outline and screen readers find them', () => expect(slideText(parts, 2)).toContain('type="title"'));
	it('keeps strong and bulleted words, one set of properties a paragraph', () => {
		const xml = slideText(parts, 2);
		expect(xml).toMatch(/b="1"[^>]*>(?:(?!<a:t>).)*<a:t>要点/);
		for (const paragraph of parseXml(xml).getElementsByTagName('a:p')) expect(paragraph.getElementsByTagName('a:pPr').length).toBeLessThan(2);
	});
	it('gives every shape of a slide an id of its own', () => {
		for (let n = 1; n <= slides.length; n++) {
			const ids = [...slideText(parts, n).matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => id);
			expect(new Set(ids).size).toBe(ids.length);
		}
	});
	it('puts what the speaker reads into the notes, a paragraph a line', () => {
		const notes = parseXml(textOf(parts, 'ppt/notesSlides/notesSlide2.xml'));
		const lines = [...notes.getElementsByTagName('a:p')].map((element) => element.textContent);
		expect(lines.slice(0, 2)).toEqual(['第一句', '第二句']);
		for (const { n, text } of jobOf(region, { slides }).contents[1]!.footnotes) expect(lines).toContain(`${n} ${text}`);
	});
	it('draws the map finer than a projector shows its place', async () => {
		const asked: number[][] = [];
		const made = await write({ slides: [slides[1]!], picture: (width, height) => (asked.push([width, height]), plainPng(width, height)) });
		const [[width, height]] = asked as [[number, number]];
		expect(width / height).toBeGreaterThan(1.5);
		expect(width, 'px of 1214 on a screen of 1920').toBeGreaterThan(1600);
		expect(made.get('ppt/media/image-1-1.png')).toEqual(plainPng(width, height));
	});
	it('tells plugged-in layers on the map as text that can be edited, whole and printable', async () => {
		const own = { legend: [{ id: 'pumps', title: '泵站\u0007', count: '2 / 4', ink: '#2F19D7', marks: [{ ink: '#C8381F', isHollow: true, text: '南泵站' }], lines: ['来源：水务局'] }], said: ['自有图层“管道”没有取到，图上没有画。'] };
		const bytes = (await exportPptx(jobOf(region, { slides: [slides[1]!], own }))).bytes;
		expect(packageProblems(bytes)).toEqual([]);
		const text = words(slideText(partsOf(bytes), 1));
		for (const part of ['自有图层（规划人员载入）', '● |泵站|2 / 4', '○ |南泵站', '来源：水务局', '没有取到']) expect(text.replaceAll('  ', '')).toContain(part);
		expect(slideText(partsOf(bytes), 1)).toContain('2F19D7');
		expect(words(slideText(await write({ slides: [slides[1]!] }), 1))).not.toContain('自有图层');
	});
	it('says on the slide that no map could be drawn', async () => {
		const made = await write({ picture: () => null });
		expect(words(slideText(made, 2))).toContain('未绘地图');
		expect([...made.keys()].filter((path) => path.endsWith('.png'))).toEqual([]);
	});
	it('sets the theme in master and colours: a dark deck swaps ground and text', async () => {
		expect(textOf(parts, 'ppt/slideMasters/slideMaster1.xml')).toContain('bg1="dk1" tx1="lt1"');
		expect(textOf(await write({ theme: 'light' }), 'ppt/slideMasters/slideMaster1.xml')).toContain('bg1="lt1" tx1="dk1"');
		expect(textOf(parts, 'ppt/theme/theme1.xml')).toMatch(/<a:ea typeface="SimSun"\/>.*<a:ea typeface="Microsoft YaHei"\/>/);
		expect(slideText(parts, 2)).not.toMatch(/<a:ea typeface="\+m[jn]-lt"/);
	});
	it('leaves words to records as words, and links them only where an address is given', async () => {
		expect(slideText(parts, 2)).not.toContain('hlinkClick');
		const linked = await write({}, 'https://atlas.example.cn');
		expect(textOf(linked, 'ppt/slides/_rels/slide2.xml.rels')).toContain('https://atlas.example.cn/zh');
		expect(slideText(linked, 2)).toContain('hlinkClick');
	});
	it('prints the review number where one is set', async () => expect(words(slideText(await write({ review: 'GS(2025)1号' }), 2))).toContain('审图号：GS(2025)1号'));
	it('takes hostile and broken text as text', async () => {
		const title = 'a\u0000b\u000b<script>&"\ud800';
		const file = await exportPptx(jobOf(region, { slides: [slide('s1', { show: 'map', title, words: `${title}\n\n</a:t>`, notes: title })] }));
		expect(packageProblems(file.bytes)).toEqual([]);
		expect(words(slideText(partsOf(file.bytes), 1))).toContain('ab<script>&"');
	});
	it('stops between slides and hands over no file', async () => {
		const stop = new AbortController();
		const job = jobOf(region, { slides, signal: stop.signal });
		const progress = job.progress.bind(job);
		job.progress = (done, total) => {
			progress(done, total);
			if (done === 2) stop.abort();
		};
		await expect(exportPptx(job)).rejects.toBeInstanceOf(Cancelled);
		expect(job.done).toEqual([1, 2]);
	});
});

describe('a native chart', () => {
	const gaps = openRegion({ 'catalogue/observations.csv': (text) => [['g1', '10', '2018'], ['g2', '12', '2019'], ['g3', '17', '2023']].reduce((csv, [id, value, year]) => addLine(`${id},fast-trips,${value},${value},${value},${year},,annual,,,,,report`)(csv), text) });
	const chartOf = async (patch: Partial<Slide>) => {
		const file = await exportPptx(jobOf(gaps, { slides: [slide('s1', patch)] }));
		const made = partsOf(file.bytes);
		const path = (pattern: RegExp) => [...made.keys()].find((name) => pattern.test(name))!;
		const book = new ExcelJS.Workbook();
		await book.xlsx.load(made.get(path(/embeddings\/.*xlsx$/))! as never);
		return { xml: textOf(made, path(/charts\/chart\d+\.xml$/)), rows: book.worksheets[0]!.getSheetValues().slice(1).map((row) => (row as unknown[]).slice(1)), sheet: made.get(path(/embeddings\/.*xlsx$/))! };
	};

	it('of status: columns of their own pattern, the counts behind them', async () => {
		const { xml, rows, sheet } = await chartOf({ show: 'chart', about: 'status' });
		const { contents } = jobOf(gaps, { slides: [slide('s1', { show: 'chart', about: 'status' })] });
		const chart = contents[0]!.chart!;
		expect(chart.type === 'bars' && chart.bars.map(({ label, value }) => [label, value])).toEqual(rows.slice(1));
		expect(xml).toContain('pattFill');
		expect(packageProblems(sheet)).toEqual([]);
	});
	it('of a trend: a year without a value is an empty cell and no point, never zero', async () => {
		const { xml, rows } = await chartOf({ show: 'chart', about: 'indicator:fast-trips' });
		const gap = rows.find(([, year]) => year === 2021)!;
		expect(gap[2]).toBeUndefined();
		expect(gap[3]).toBe('无数据');
		expect(rows.filter(([, , value]) => value === 0)).toEqual([]);
		expect(xml).toContain('<c:dispBlanksAs val="gap"/>');
		expect(rows.slice(1).map(([, , value]) => value).filter((value) => value !== undefined)).toEqual(expect.arrayContaining([10, 12, 17]));
	});
	it('of a class: I stands on top, the target is a series of its own', async () => {
		const { xml, rows } = await chartOf({ show: 'chart', about: 'indicator:lake-class' });
		expect(xml).toContain('<c:orientation val="maxMin"/>');
		expect(rows.some(([name]) => String(name).startsWith('目标'))).toBe(true);
	});
});
