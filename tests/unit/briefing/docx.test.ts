import { beforeAll, describe, expect, it } from 'vitest';
import { exportDocx } from '#lib/briefing/export/docx.ts';
import type { BriefJob } from '#lib/briefing/export/docx.ts';
import { Cancelled } from '#lib/briefing/export/job.ts';
import { briefDocument } from '../../fixtures/brief.ts';
import { plainPng } from '../../fixtures/briefing.ts';
import { packageProblems, parseXml, partsOf, textOf } from '../../fixtures/package.ts';

const job = (patch: Partial<BriefJob> = {}): BriefJob => ({ picture: () => Promise.resolve({ png: plainPng(96, 48), width: 96, height: 48, metresPerPixel: 20 }), progress: () => {}, signal: new AbortController().signal, review: '', address: '', ...patch });
const styleOf = (paragraph: Element) => paragraph.getElementsByTagName('w:pStyle')[0]?.getAttribute('w:val') ?? '';

describe('a brief as a Word document', () => {
	let parts: Map<string, Uint8Array>;
	let body: Document;
	let bytes: Uint8Array;
	beforeAll(async () => {
		({ bytes } = await exportDocx(briefDocument(), job()));
		parts = partsOf(bytes);
		body = parseXml(textOf(parts, 'word/document.xml'));
	});
	const paragraphs = () => [...body.getElementsByTagName('w:p')].map((element) => [styleOf(element), element.textContent] as const);

	it('is a sound package: every part typed, reachable, well-formed', () => expect(packageProblems(bytes)).toEqual([]));
	it('has real headings', () => {
		expect(paragraphs().filter(([style]) => /^(Title|Heading)/.test(style))).toEqual([['Title', '太浦河简报'], ['Heading1', '一、基本情况'], ['Heading2', '（一）项目按状态'], ['Heading1', '责任单位']]);
	});
	it('cites with real footnotes, each source once; further marks refer to it', () => {
		const notes = parseXml(textOf(parts, 'word/footnotes.xml'));
		const texts = [...notes.getElementsByTagName('w:footnote')].map((element) => element.textContent!.trim()).filter(Boolean);
		expect(texts).toEqual(briefDocument().footnotes.map(({ text }) => text));
		expect(body.getElementsByTagName('w:footnoteReference')).toHaveLength(4);
		const again = [...body.getElementsByTagName('w:fldSimple')];
		expect(again.length).toBe(3);
		for (const field of again) expect(field.getElementsByTagName('w:vertAlign')[0]?.getAttribute('w:val')).toBe('superscript');
		const marks = [...body.getElementsByTagName('w:bookmarkStart')].map((element) => element.getAttribute('w:name'));
		expect(marks).toEqual(['_Note1', '_Note2', '_Note3', '_Note4']);
	});
	it('numbers its footnotes as they stand on the page, a caption before its table', () => {
		const ids = [...body.getElementsByTagName('w:footnoteReference')].map((element) => Number(element.getAttribute('w:id')));
		expect(ids).toEqual([1, 2, 3, 4]);
	});
	it('repeats the head of a table on every page and tears no row', () => {
		const tables = [...body.getElementsByTagName('w:tbl')];
		expect(tables).toHaveLength(2);
		for (const table of tables) expect(table.getElementsByTagName('w:tblHeader')).toHaveLength(1);
		expect(tables[0]!.getElementsByTagName('w:tr')).toHaveLength(41);
		expect(tables[0]!.getElementsByTagName('w:cantSplit')).toHaveLength(41);
	});
	it('leaves a cell empty where the source does not say', () => {
		const cells = [...body.getElementsByTagName('w:tbl')[0]!.getElementsByTagName('w:tr')[2]!.getElementsByTagName('w:tc')].map((element) => element.textContent);
		expect(cells[2]).toBe('');
	});
	it('names the faces of official documents, and what stands in for them', () => {
		const styles = textOf(parts, 'word/styles.xml');
		for (const face of ['方正小标宋简体', '仿宋_GB2312', '黑体', '楷体_GB2312']) expect(styles).toContain(`w:eastAsia="${face}"`);
		expect(textOf(parts, 'word/fontTable.xml')).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋"/>');
	});
	it('has the margins of GB/T 9704: 37, 26, 35 and 28 mm', () => {
		const margins = body.getElementsByTagName('w:pgMar')[0]!;
		expect(['top', 'right', 'bottom', 'left'].map((side) => Math.round((Number(margins.getAttribute(`w:${side}`)) / 1440) * 25.4))).toEqual([37, 26, 35, 28]);
	});
	it('of one page cites the first source of each statement, and says so', async () => {
		const text = textOf(partsOf((await exportDocx(briefDocument({ length: 'short' }), job())).bytes), 'word/document.xml');
		expect(text.match(/w:footnoteReference /g)).toHaveLength(4);
		expect(text.match(/NOTEREF/g)).toHaveLength(2);
		expect(text).toContain('只注第一个来源');
	});
	it('says under a map how much a centimetre is', () => expect(body.documentElement.textContent).toContain('图上 1 厘米约'));
	it('numbers its pages, and names base map and review number at the foot', async () => {
		const { bytes: reviewed } = await exportDocx(briefDocument(), job({ review: 'GS(2025)1号' }));
		const foot = textOf(partsOf(reviewed), 'word/footer1.xml');
		expect(foot).toContain('PAGE');
		expect(foot).toContain('OpenStreetMap');
		expect(foot).toContain('审图号：GS(2025)1号');
	});
	it('draws the map, or says under its caption that none could be drawn', async () => {
		expect(body.getElementsByTagName('w:drawing')).toHaveLength(1);
		const { bytes: without } = await exportDocx(briefDocument(), job({ picture: () => Promise.resolve(null) }));
		const text = textOf(partsOf(without), 'word/document.xml');
		expect(text).not.toContain('w:drawing');
		expect(text).toContain('未绘地图');
		expect(packageProblems(without)).toEqual([]);
	});
	it('links sources only where an address is given', async () => {
		expect(textOf(parts, 'word/_rels/footnotes.xml.rels')).not.toContain('http://atlas');
		const { bytes: linked } = await exportDocx(briefDocument(), job({ address: 'http://atlas.example.cn' }));
		expect(textOf(partsOf(linked), 'word/_rels/footnotes.xml.rels')).toContain('Target="http://atlas.example.cn/zh/documents/overall-plan"');
		expect(textOf(partsOf(linked), 'word/footnotes.xml')).toContain('w:anchor="5"');
		expect(packageProblems(linked)).toEqual([]);
	});
	it('takes broken text as text, and stops without a file', async () => {
		expect(packageProblems((await exportDocx(briefDocument({ title: '甲\u0000<乙>&' }), job())).bytes)).toEqual([]);
		const stop = new AbortController();
		stop.abort();
		await expect(exportDocx(briefDocument(), job({ signal: stop.signal }))).rejects.toBeInstanceOf(Cancelled);
	});
});
