/** A map book read by poppler: contents, one page a place, each statement with its source. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { Cancelled } from '#lib/briefing/export/job.ts';
import { exportMapBook } from '#lib/briefing/export/map-book.ts';
import type { MapBookJob } from '#lib/briefing/export/map-book.ts';
import { translator } from '#lib/i18n/index.ts';
import { bookPage, mapBook } from '#lib/query/map-book.ts';
import { decode } from '#lib/query/url.ts';
import { openShipped, plainPng } from '../fixtures/briefing.ts';
import { hasPoppler, pagesOf, squeeze } from './support/office.ts';

const query = openShipped();
const writer = { lang: 'zh' as const, t: translator('zh') };
const whole = mapBook(query, writer, decode('?zone=water-parlour').view);
const book = { ...whole, places: whole.places.slice(0, 6) };
const asked: string[] = [];
const job = (patch: Partial<MapBookJob> = {}): MapBookJob => ({
	book, writer, review: 'GS(2025)1234号', date: '2026-03-04', progress: () => {}, signal: new AbortController().signal, pageOf: (id) => bookPage(query, writer, id),
	picture: (view, width, height) => {
		asked.push(view);
		return Promise.resolve({ png: plainPng(width, height), width, height, metresPerPixel: 18 });
	},
	font: () => Promise.resolve(new Uint8Array(readFileSync('node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf'))), ...patch
});

describe.skipIf(!hasPoppler)('a map book', () => {
	let path: string;
	let pages: string[];
	beforeAll(async () => {
		path = join(mkdtempSync(join(tmpdir(), 'book-')), 'book.pdf');
		writeFileSync(path, (await exportMapBook(job())).bytes);
		pages = pagesOf(path);
	}, 60_000);

	it('has a page of contents and one page for each place, in the order of the contents', () => {
		expect(pages).toHaveLength(book.places.length + 1);
		book.places.forEach(({ id, name }, i) => {
			expect(pages[0]).toContain(squeeze(name));
			expect(pages[i + 1]).toContain(squeeze(bookPage(query, writer, id).title));
		});
		expect(pages[0], 'what was left out is said').toContain(`筛选涉及${whole.total}个地点，本册收记录最多的${book.places.length}个`);
	});
	it('a page says counts by status, promises, targets, gaps, every source, accuracy and review number, and bears scale and north', () => {
		book.places.forEach(({ id }, i) => {
			const page = pages[i + 1]!;
			const { sections, footnotes, subtitle } = bookPage(query, writer, id);
			for (const text of [subtitle, ...sections.map(({ heading }) => heading), ...footnotes.map(({ text }) => text)]) expect(page).toContain(squeeze(text));
			for (const { lines } of sections) for (const { runs } of lines) for (const { text } of runs) expect(page.replace(/[\d,.]/g, '')).toContain(squeeze(text).replace(/[\d,.]/g, ''));
			for (const text of ['示意图，非法定边界', '审图号：GS(2025)1234号', 'km', '北']) expect(page).toContain(text);
		});
		expect(pages.some((page) => page.includes('按状态：'))).toBe(true);
	});
	it('counts by status add up to the projects of the place', () => {
		for (const { id, projects } of whole.places.filter((place) => place.projects > 0)) {
			const counted = bookPage(query, writer, id).sections.flatMap(({ lines }) => lines.flatMap(({ runs }) => runs)).find(({ text }) => text.startsWith('按状态'))!;
			expect([...counted.text.matchAll(/ (\d+) 项/g)].reduce((sum, [, n]) => sum + Number(n), 0), id).toBe(projects);
			expect(counted.notes.length).toBeGreaterThan(0);
		}
	});
	it('has a bookmark for the contents and each place, and links from the contents', () => {
		const raw = readFileSync(path, 'latin1');
		expect(raw.match(/\/Parent \d+ 0 R\n\/Dest|\/Dest \[/g)).toHaveLength(book.places.length + 1);
		expect(raw.match(/\/S \/GoTo/g)).toHaveLength(book.places.length);
	});
	it('each place has a map of its own', () => {
		expect(asked).toHaveLength(book.places.length);
		for (const [i, { id }] of book.places.entries()) expect(asked[i]).toContain(id);
		const images = execFileSync('pdfimages', ['-list', path], { encoding: 'utf8' }).split('\n').slice(2).filter((line) => line.trim() !== '');
		expect(images).toHaveLength(book.places.length);
	});
	it('a filter decides the places, and the one it names stands first', () => {
		expect(whole.places[0]!.id).toBe('water-parlour');
		expect(mapBook(query, writer, decode('').view).places).toHaveLength(60);
		expect(whole.total).toBeLessThan(mapBook(query, writer, decode('').view).total);
	});
	it('a stopped export leaves nothing', async () => {
		const stop = new AbortController();
		await expect(exportMapBook(job({ signal: stop.signal, progress: (done) => done === 2 && stop.abort() }))).rejects.toThrow(Cancelled);
	});
});
