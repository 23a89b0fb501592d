import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildNameIndex } from '#lib/server/name-index.ts';
import { readRoot } from '#lib/server/roots.ts';
import { describeProblem } from '#lib/domain/problem.ts';
import { publish } from '#lib/server/publish.ts';
import { compress } from '#lib/server/store.ts';
import { openRegion, regionFolder, regionRoot, swap } from '../../fixtures/region.ts';
import type { Changes } from '../../fixtures/region.ts';

const { publication } = openRegion();
const parse = (name: string) => JSON.parse(publication.files.get(name)!) as Record<string, unknown>;

describe('what is published', () => {
	it('holds every record, its hash and the date of the data', () => {
		expect(parse('records.json')).toMatchObject({ schemaVersion: 1, dataDate: '2024-06-30', hash: publication.hash });
		expect(Object.keys(parse('records.json'))).toEqual(expect.arrayContaining(['documents', 'clauses', 'measures', 'projects', 'indicators', 'targets', 'observations', 'statuses', 'agencies', 'milestones', 'conflicts', 'sources', 'links', 'places']));
	});

	it('gets another hash when a row changes, and the same for the same text', () => {
		expect(openRegion().publication.hash).toBe(publication.hash);
		expect(openRegion({ 'catalogue/statuses.csv': swap('2024-05', '2024-06') }).publication.hash).not.toBe(publication.hash);
		expect(openRegion({ 'places/lines.geojson': swap('[121.2,31.07]', '[121.2,31.08]') }).publication.hash).not.toBe(publication.hash);
	});

	it('is valid GeoJSON with attribution, further pictures and places without geometry included', () => {
		const { type, attribution, features } = parse('places.geojson') as { type: string; attribution: string; features: { id: string; geometry: unknown }[] };
		expect([type, attribution.includes('OpenStreetMap'), features.length]).toEqual(['FeatureCollection', true, 16]);
		expect(features.find(({ id }) => id === 'lost-pond')?.geometry).toBeNull();
	});

	it('draws each place in the layer of its kind, with its accuracy', () => {
		const at = (id: string) => Object.entries(publication.shapes).filter(([, shapes]) => shapes.some((shape) => shape.id === id)).map(([layer]) => layer);
		expect(['west', 'reed-town', 'mirror-lake', 'long-river', 'long-river-water', 'fast-line', 'mid-station', 'dream-park', 'lost-pond'].map(at)).toEqual([['district'], ['town'], ['water'], ['river'], ['water'], ['rail'], ['station'], ['site'], []]);
		expect(publication.shapes.site.find(({ id }) => id === 'dream-park')).toMatchObject({ accuracy: 'symbolic', accuracyM: 2000 });
	});

	it('comes back from its compressed form', () => expect(brotliDecompressSync(compress('水乡', 5).brotli).toString()).toBe('水乡'));
});

describe('broken data', () => {
	it.each<[string, Changes]>([
		['a place without names', { 'places/areas.geojson': swap('"names":{"zh":"西区","en":"West District"},', '') }],
		['names that are no words', { 'places/areas.geojson': swap('"names":{"zh":"西区","en":"West District"}', '"names":{"zh":5,"en":"West"}') }],
		['members that are no list', { 'places/waters.geojson': swap('"members":["mirror-lake","long-river"]', '"members":5') }],
		['ground that is no JSON', { 'ground/lakes.geojson': '{' }],
		['ground without shapes', { 'ground/lakes.geojson': '{"type":"FeatureCollection","features":[{"properties":null,"geometry":null}]}' }],
		['ground with an empty ring', { 'ground/lakes.geojson': '{"type":"FeatureCollection","features":[{"properties":{"kind":"lake","source":"x","licence":"x","date":"2024"},"geometry":{"type":"Polygon","coordinates":[[]]}}]}' }],
		['no collection at all', { 'catalogue/links.csv': null, 'catalogue/projects.csv': '', 'dataset.json': '[]' }]
	])('with %s is a list of problems and never a stack trace', (_, changes) => {
		const broken = publish([regionRoot(changes)]);
		expect(broken.problems.map(describeProblem).join('\n')).toMatch(/^(places|ground|catalogue)\//);
		expect(broken.files.size).toBe(0);
	});
});

describe('the name index', () => {
	const find = (text: string) => buildNameIndex(publication.dataset).filter(({ forms }) => forms.some((form) => form.includes(text))).map(({ ref }) => ref);
	it('finds a lake by its simplified, traditional and English name, by pinyin and by its initials', () => {
		for (const text of ['镜湖', '鏡湖', 'mirror lake', 'jinghu', 'jh']) expect(find(text), text).toContain('place:mirror-lake');
	});
	it('finds measures, projects, indicators and documents', () => expect(find('jinghuzhili')).toEqual(['project:lake-clean']));
});

describe('a folder of text files', () => {
	it('is read with its sub-folders, and other files are left alone', () => {
		expect([...readRoot(regionFolder).keys()].toSorted().slice(0, 2)).toEqual(['catalogue/agencies.csv', 'catalogue/clauses.csv']);
		const folder = mkdtempSync(join(tmpdir(), 'atlas-'));
		mkdirSync(join(folder, 'places'));
		writeFileSync(join(folder, 'places', 'a.geojson'), '{}');
		writeFileSync(join(folder, 'notes.docx'), 'x');
		expect([...readRoot(folder)]).toEqual([['places/a.geojson', '{}']]);
		rmSync(folder, { recursive: true });
	});
});
