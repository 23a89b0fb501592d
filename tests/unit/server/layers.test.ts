import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Answer } from '#lib/domain/change-answer.ts';
import { inventoryLimits } from '#lib/domain/inventory.ts';
import { disk } from '#lib/server/disk.ts';
import { isLayerId } from '#lib/server/layer-check.ts';
import { changeLayer, dropLayer, findLayer, layerIdsIn, readShelf, restoreLayer, rowsOf } from '#lib/server/layer-shelf.ts';
import { abortLayer, appendRows, beginLayer, finishLayer } from '#lib/server/layers.ts';
import { faultyDisk } from '../../fixtures/faulty-disk.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'layers-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = '2026-11-22T03:00:00.000Z';
const stated = {
	title: '雨水泵站', file: 'pumps.geojson', sum: 'a'.repeat(64), crs: { datum: 'cgcs2000' }, accuracyM: null, source: '区水务局', date: '2025-05', addedBy: '王工',
	fields: [{ name: '名称', label: '', type: 'text', unit: '' }, { name: 'kW', label: '功率', type: 'number', unit: 'kW' }], roles: { name: '名称' }, style: { colour: 2 }
};
const point = (row: number, lon = 121, properties: Record<string, unknown> = { 名称: `泵站${row}`, kW: row }) => ({ row, geometry: { type: 'Point', coordinates: [lon, 31] }, properties });
const valueOf = <T>(answer: Answer<T>): T => {
	if (!answer.ok) throw new Error(answer.refusal.en);
	return answer.value;
};
const refusalOf = (answer: Answer<unknown>): { status: number; zh: string } => {
	if (answer.ok) throw new Error('it was taken');
	return answer.refusal;
};
const begin = (changed: object = {}): string => valueOf(beginLayer(folder, { ...stated, ...changed }, Date.now(), disk)).draft;
const inLayers = (): string[] => readdirSync(join(folder, 'layers'));
async function plugIn(rows: object[] = [point(1), point(2, 120.5)], changed: object = {}) {
	const draft = begin(changed);
	valueOf(appendRows(folder, draft, { chunk: 0, rows }, disk));
	return valueOf(await finishLayer(folder, draft, { rows: rows.length }, at, disk));
}

describe('an inventory comes into the data folder', () => {
	it('in chunks, and stands only when it is finished', async () => {
		const draft = begin();
		expect(valueOf(appendRows(folder, draft, { chunk: 0, rows: [point(1), point(3, 120.5)] }, disk))).toEqual({ rows: 2 });
		expect(valueOf(appendRows(folder, draft, { chunk: 1, rows: [{ row: 4, geometry: null, properties: {} }] }, disk))).toEqual({ rows: 3 });
		expect(readShelf(folder).layers).toEqual([]);
		const layer = valueOf(await finishLayer(folder, draft, { rows: 3 }, at, disk));
		expect(layer).toMatchObject({ id: 'pumps', count: 3, unplaced: 1, bbox: [120.5, 31, 121, 31], addedAt: at, addedBy: '王工', title: '雨水泵站' });
		expect(layer.fields[0]).toEqual({ name: '名称', label: '名称', type: 'text', unit: '' });
		const { path, tag } = rowsOf(folder, 'pumps');
		const text = readFileSync(path, 'utf8');
		expect(text.trim().split('\n').map((line) => (JSON.parse(line) as { row: number }).row)).toEqual([1, 3, 4]);
		expect(brotliDecompressSync(readFileSync(`${path}.br`)).toString()).toBe(text);
		expect(tag).toMatch(/^[0-9a-f]{20}$/);
		expect(readdirSync(join(folder, 'layers/pumps')).sort()).toEqual(['layer.json', 'rows.ndjson', 'rows.ndjson.br', 'rows.sum']);
		expect(inLayers()).toEqual(['pumps']);
	});

	it('takes a chunk again whose answer was lost, and none out of turn', () => {
		const draft = begin();
		appendRows(folder, draft, { chunk: 0, rows: [point(1)] }, disk);
		expect(valueOf(appendRows(folder, draft, { chunk: 0, rows: [point(1), point(2)] }, disk))).toEqual({ rows: 2 });
		expect(refusalOf(appendRows(folder, draft, { chunk: 2, rows: [point(3)] }, disk)).status).toBe(409);
		expect(refusalOf(appendRows(folder, draft, { chunk: 1, rows: [point(2)] }, disk)).status).toBe(422);
	});

	it('does not stand where rows are missing', async () => {
		const draft = begin();
		appendRows(folder, draft, { chunk: 0, rows: [point(1)] }, disk);
		expect(refusalOf(await finishLayer(folder, draft, { rows: 2 }, at, disk)).status).toBe(409);
		expect(readShelf(folder).layers).toEqual([]);
		expect(valueOf(await finishLayer(folder, draft, { rows: 1 }, at, disk)).count).toBe(1);
	});

	it('gives a second file of the same name an id of its own, and a Chinese name one of its bytes', async () => {
		expect((await plugIn()).id).toBe('pumps');
		expect((await plugIn()).id).toBe('pumps-2');
		expect((await plugIn(undefined, { file: '泵站.shp.zip' })).id).toBe('shp');
		expect((await plugIn(undefined, { file: '泵站.zip' })).id).toBe('layer-aaaaaaaa');
		expect((await plugIn(undefined, { file: '../../etc/passwd.csv' })).id).toBe('etc-passwd');
		expect((await plugIn(undefined, { file: 'drafts.csv' })).id).toBe('drafts-2');
	});
});

describe('what a stranger sends', () => {
	it.each([
		['no geometry we know', { ...point(2), geometry: { type: 'GeometryCollection', geometries: [] } }],
		['a position that is no number', { ...point(2), geometry: { type: 'Point', coordinates: ['121', 31] } }],
		['metres for degrees', { ...point(2), geometry: { type: 'Point', coordinates: [40_500_000, 3_450_000] } }],
		['an open ring', { ...point(2), geometry: { type: 'Polygon', coordinates: [[[121, 31], [121.1, 31], [121.1, 31.1], [121, 31.1]]] } }],
		['a geometry named after a method', { ...point(2), geometry: { type: 'toString', coordinates: [] } }],
		['a field the layer has not', point(2, 121, { secret: 1 })],
		['a name that changes every object', { row: 2, geometry: null, properties: JSON.parse('{"__proto__": {"x": 1}}') as object }],
		['an object for a value', point(2, 121, { 名称: { a: 1 } })],
		['a text without end', point(2, 121, { 名称: 'x'.repeat(inventoryLimits.cellChars + 1) })],
		['a row that comes twice', point(1)],
		['no row', 'row'],
		['a list', [1]]
	])('%s: the chunk is refused whole, with the row named', (_, bad) => {
		const draft = begin();
		const refusal = refusalOf(appendRows(folder, draft, { chunk: 0, rows: [point(1), bad] }, disk));
		expect(refusal.status).toBe(422);
		expect(refusal.zh).toMatch(/第 [12] 行/);
		expect(readdirSync(join(folder, 'layers', `.draft-${draft}`))).toEqual(['stated.json']);
	});

	it('keeps text as text, and of a row nothing but what a row has', async () => {
		const draft = begin();
		const html = '<img src=x onerror=alert(1)>';
		valueOf(appendRows(folder, draft, { chunk: 0, rows: [{ ...point(1, 121, { 名称: html }), evil: 1, geometry: { type: 'Point', coordinates: [121, 31], crs: 'x' } }] }, disk));
		valueOf(await finishLayer(folder, draft, { rows: 1 }, at, disk));
		expect(JSON.parse(readFileSync(rowsOf(folder, 'pumps').path, 'utf8'))).toEqual({ row: 1, geometry: { type: 'Point', coordinates: [121, 31] }, properties: { 名称: html } });
	});

	it.each([
		['no title', { title: ' ' }], ['a title with control characters', { title: 'a\u202eb' }], ['no coordinate system', { crs: { datum: 'mars' } }], ['a meridian between zones', { crs: { datum: 'cgcs2000-gk', meridian: 119 } }],
		['a field twice', { fields: [stated.fields[0], stated.fields[0]] }], ['a field named __proto__', { fields: [{ ...stated.fields[0], name: '__proto__' }] }], ['too many fields', { fields: Array.from({ length: 201 }, (_, i) => ({ ...stated.fields[0], name: `f${i}` })) }],
		['a role of no field', { roles: { name: '没有' } }], ['a role we do not know', { roles: { evil: '名称' } }], ['a colour outside the palette', { style: { colour: 99 } }], ['accuracy below nothing', { accuracyM: -1 }], ['a date of words', { date: '去年' }], ['a sum that is a path', { sum: '../../x' }]
	])('states %s: nothing is begun', (_, changed) => {
		expect(refusalOf(beginLayer(folder, { ...stated, ...changed }, Date.now(), disk)).status).toBe(422);
		expect(existsSync(join(folder, 'layers'))).toBe(false);
	});

	it('names a path for an id: nothing is read, written or removed outside', async () => {
		await plugIn();
		for (const id of ['../layers/pumps', '..', '.', 'pumps/../pumps', 'pumps/layer.json', '.draft-x', 'PUMPS', '', 'pumps%2f..', '泵']) {
			expect(isLayerId(id), id).toBe(false);
			expect(findLayer(folder, id)).toBeNull();
			expect(refusalOf(dropLayer(folder, id, disk)).status).toBe(404);
			expect(refusalOf(changeLayer(folder, id, { title: 'x' }, disk)).status).toBe(404);
			expect(refusalOf(restoreLayer(folder, id, disk)).status).toBe(404);
			expect(refusalOf(appendRows(folder, id, { chunk: 0, rows: [point(1)] }, disk)).status).toBe(404);
			expect(abortLayer(folder, id, disk).ok).toBe(true);
		}
		expect(inLayers()).toEqual(['pumps']);
	});

	it('sends more than a chunk may hold', () => {
		const draft = begin();
		const rows = Array.from({ length: inventoryLimits.chunkRows + 1 }, (_, i) => point(i + 1));
		expect(refusalOf(appendRows(folder, draft, { chunk: 0, rows }, disk)).status).toBe(413);
		const wide = Array.from({ length: 300 }, (_, i) => point(i + 1, 121, { 名称: '字'.repeat(inventoryLimits.cellChars) }));
		expect(refusalOf(appendRows(folder, draft, { chunk: 0, rows: wide }, disk)).status).toBe(413);
		expect(readdirSync(join(folder, 'layers', `.draft-${draft}`))).toEqual(['stated.json']);
	});

	it('begins without end: the ninth upload waits', () => {
		for (let i = 0; i < 8; i++) begin();
		expect(refusalOf(beginLayer(folder, stated, Date.now(), disk)).status).toBe(429);
	});
});

describe('a layer that stands', () => {
	it('is renamed and restyled, and keeps its rows', async () => {
		await plugIn();
		const { tag } = rowsOf(folder, 'pumps');
		const next = valueOf(changeLayer(folder, 'pumps', { title: '泵站（2025）', accuracyM: 5, fields: [{ name: 'kW', label: '装机', unit: 'kW' }], roles: { name: '名称', length: '' }, style: { colour: 1, radiusPx: 6 }, count: 9, id: 'other' }, disk));
		expect(next).toMatchObject({ id: 'pumps', title: '泵站（2025）', accuracyM: 5, count: 2, roles: { name: '名称' }, style: { colour: 1, radiusPx: 6 } });
		expect(next.fields.map(({ label }) => label)).toEqual(['名称', '装机']);
		expect(findLayer(folder, 'pumps')).toEqual(next);
		expect(rowsOf(folder, 'pumps').tag).toBe(tag);
		expect(refusalOf(changeLayer(folder, 'pumps', { roles: { name: 'nothing' } }, disk)).status).toBe(422);
		expect(findLayer(folder, 'pumps')).toEqual(next);
	});

	it('is taken out and put back', async () => {
		const layer = await plugIn();
		valueOf(dropLayer(folder, 'pumps', disk));
		expect(layerIdsIn(folder)).toEqual([]);
		expect(valueOf(restoreLayer(folder, 'pumps', disk))).toEqual(layer);
		expect(layerIdsIn(folder)).toEqual(['pumps']);
		expect(refusalOf(restoreLayer(folder, 'pumps', disk)).status).toBe(404);
	});

	it('is told of where a hand has broken it, and hides no other', async () => {
		await plugIn();
		await plugIn();
		disk.remove(join(folder, 'layers/pumps/layer.json'));
		disk.write(join(folder, 'layers/pumps/layer.json'), '{');
		expect(readShelf(folder)).toMatchObject({ broken: ['pumps'], layers: [{ id: 'pumps-2' }] });
	});

	it('outlives what others left behind: an upload after an hour, a layer taken out after a day', async () => {
		const abandoned = begin();
		await plugIn(undefined, { file: 'old.csv' });
		valueOf(dropLayer(folder, 'old', disk));
		const [hours, layers] = [(n: number) => new Date(Date.now() - n * 3_600_000), join(folder, 'layers')];
		utimesSync(join(layers, `.draft-${abandoned}`), hours(2), hours(2));
		utimesSync(join(layers, '.removed-old'), hours(23), hours(23));
		const draft = begin();
		expect(inLayers().sort()).toEqual([`.draft-${draft}`, '.removed-old']);
		utimesSync(join(layers, '.removed-old'), hours(25), hours(25));
		abortLayer(folder, draft, disk);
		const next = begin();
		expect(inLayers()).toEqual([`.draft-${next}`]);
	});
});

describe('a disk that fails at any step', () => {
	it('leaves no layer, and an upload that can go on or be begun again', async () => {
		let finished = 0;
		for (let fail = 1; finished === 0 && fail < 60; fail++) {
			rmSync(join(folder, 'layers'), { recursive: true, force: true });
			const draft = begin();
			appendRows(folder, draft, { chunk: 0, rows: [point(1)] }, disk);
			const faulty = faultyDisk((step) => {
				if (step === fail) throw Object.assign(new Error('full'), { code: 'ENOSPC' });
			});
			const appended = appendRows(folder, draft, { chunk: 1, rows: [point(2)] }, faulty.disk);
			if (!appended.ok) {
				expect(appended.refusal.status).toBe(507);
				expect(valueOf(appendRows(folder, draft, { chunk: 1, rows: [point(2)] }, disk))).toEqual({ rows: 2 });
				continue;
			}
			const answer = await finishLayer(folder, draft, { rows: 2 }, at, faulty.disk);
			if (answer.ok) finished = fail;
			else expect(layerIdsIn(folder)).toEqual([]);
		}
		expect(finished).toBeGreaterThan(10);
		expect(layerIdsIn(folder)).toEqual(['pumps']);
	});
});
