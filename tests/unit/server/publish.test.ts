import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { buildReadings } from '#lib/server/readings.ts';
import { readRoot } from '#lib/server/roots.ts';
import type { Readings } from '#lib/domain/search.ts';
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

describe('the readings', () => {
	const { traditional, simplified, syllables, otherwise } = parse('readings.json') as unknown as Readings;
	it('lead from a traditional character to its simplified form, whichever way it is written', () => {
		for (const [from, to] of ['鏡镜', '澱淀', '臺台', '裡里', '裏里', '後后']) expect(simplified[traditional.indexOf(from!)], from).toBe(to);
		expect([...traditional]).toHaveLength([...simplified].length);
	});
	it('hold the syllable of every character of a name, as the name is read', () => {
		expect(syllables.jing).toContain('镜');
		expect(syllables.chang).toContain('长');
		expect(otherwise).toEqual({});
		expect(buildReadings({ ...publication.dataset, places: [], projects: publication.dataset.projects.map((project, i) => ({ ...project, zh: ['长河', '长江', '市长'][i]! })) }).otherwise).toEqual({ 市长: { 1: 'zhang' } });
	});
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
