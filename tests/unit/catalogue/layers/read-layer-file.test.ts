import { readFileSync, readdirSync } from 'node:fs';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readLayerFile } from '#lib/catalogue/formats/layers/read-layer-file.ts';
import { toColumns } from '#lib/catalogue/formats/layers/to-columns.ts';
import { readWkb } from '#lib/catalogue/formats/layers/wkb.ts';
import type { LayerFileOptions } from '#lib/domain/layer-file.ts';
import { refusals } from '#lib/domain/loaded-table.ts';
import { hasKey, langs, translator } from '#lib/i18n/index.ts';
import { sayLayerProblem } from '#lib/query/layer-problem.ts';
import { workbook } from '../../../fixtures/workbook.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const read = (name: string, text: string | Uint8Array, options?: LayerFileOptions) => readLayerFile(name, typeof text === 'string' ? bytesOf(text) : text, options);
const only = async (name: string, text: string | Uint8Array, options?: LayerFileOptions) => (await read(name, text, options)).layers[0]!;
const refusal = async (name: string, text: string | Uint8Array) => {
	const { layers, problems } = await read(name, text);
	expect(layers).toEqual([]);
	expect(problems[0]!.level).toBe('refused');
	return problems[0]!.key;
};
const point = (properties: Record<string, unknown>, coordinates: unknown = [120.5, 31]) => ({ type: 'Feature', properties, geometry: { type: 'Point', coordinates } });
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

describe('GeoJSON', () => {
	it('comes as a collection, a feature, a geometry, or a feature a line with and without the mark of a sequence', async () => {
		const one = JSON.stringify(point({ a: 1 }));
		expect((await only('a.geojson', collection(point({ a: 1 })))).rows).toEqual([{ row: 1, geometry: { type: 'Point', coordinates: [120.5, 31] }, properties: { a: 1 } }]);
		expect((await only('a.json', one)).rows).toHaveLength(1);
		expect((await only('a.json', '{"type":"Point","coordinates":[1,2]}')).rows[0]).toMatchObject({ geometry: { coordinates: [1, 2] }, properties: {} });
		expect((await only('a.ndjson', `${one}\n${one}\n\n${one}`)).rows).toHaveLength(3);
		expect((await only('a.geojsonl', `\u001e${one}\n\u001e${one}\n`)).rows).toHaveLength(2);
	});

	it('with a bad feature, a broken line or NaN keeps the others, each with its number', async () => {
		const layer = await only('a.geojson', collection(point({ n: '1' }), point({ n: '2' }, [null, 3]), 'x', { type: 'Feature', properties: null, geometry: null }, point({ n: '5' })));
		expect(layer.rows.map(({ row, geometry }) => [row, geometry !== null])).toEqual([[1, true], [2, false], [3, false], [4, false], [5, true]]);
		expect(layer.problems.map(({ row, key }) => [row, key])).toEqual([[2, 'bad-position'], [3, 'no-feature'], [4, 'no-geometry']]);
		expect((await only('a.ndjson', `${JSON.stringify(point({}))}\n{"type":"Fea\n${JSON.stringify(point({}))}`)).problems).toMatchObject([{ row: 2, key: 'broken-line' }]);
		expect((await only('a.json', '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"v":NaN,"t":"NaN"},"geometry":null}]}')).rows[0]!.properties).toEqual({ v: null, t: 'NaN' });
	});

	it('nested without end sinks neither the file nor the reader', async () => {
		const deep = '['.repeat(50_000) + ']'.repeat(50_000);
		const layer = await only('a.json', `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"a":${deep}},"geometry":{"type":"Point","coordinates":${deep}}},${JSON.stringify(point({ a: 1 }))}]}`);
		expect(layer.rows.map(({ geometry, properties }) => [geometry !== null, properties.a])).toEqual([[false, null], [true, 1]]);
		expect((await only('a.csv', `wkt\n"MULTIPOINT${'('.repeat(3_000)}"\n"MULTIPOINT((1 2),(3 4))"\n`)).rows.map(({ geometry }) => geometry)).toEqual([null, { type: 'MultiPoint', coordinates: [[1, 2], [3, 4]] }]);
	});

	it('that is broken, or something else, is one sentence', async () => {
		expect(await refusal('a.geojson', '{"type":"FeatureCollection","features":[{"type":')).toBe('bad-json');
		expect(await refusal('a.json', '{"a":1}')).toBe('no-geojson');
		expect(await refusal('a.json', '[1,2]')).toBe('no-geojson');
		expect(await refusal('a.json', '{"type":"Topology","objects":{}}')).toBe('topojson');
		expect(await refusal('a.geojson', collection())).toBe('no-features');
		expect(await refusal('a.geojson', '')).toBe('empty');
	});

	it('declares the system of its crs member, and none without one', async () => {
		expect((await only('a.json', JSON.stringify({ ...JSON.parse(collection(point({}))) as object, crs: { type: 'name', properties: { name: 'urn:ogc:def:crs:EPSG::4490' } } }))).declaredCrs).toBe('urn:ogc:def:crs:EPSG::4490');
		expect((await only('a.json', collection(point({})))).declaredCrs).toBeNull();
	});
});

describe('names and values of strangers', () => {
	it('a column called __proto__, constructor or nothing is a column with a safe name, and nothing is polluted', async () => {
		const long = 'x'.repeat(10_000);
		const layer = await only('a.json', `{"type":"Feature","geometry":null,"properties":{"__proto__":{"polluted":1},"constructor":"c","":"e","<img src=x onerror=alert(1)>":"<b>x</b>","${long}":1}}`);
		expect(layer.fields.map(({ name }) => name)).toEqual(['__proto__ (1)', 'constructor (1)', 'column 3', '<img src=x onerror=alert(1)>', `${'x'.repeat(100)}…`]);
		expect(layer.rows[0]!.properties).toEqual({ '__proto__ (1)': '{"polluted":1}', 'constructor (1)': 'c', 'column 3': 'e', '<img src=x onerror=alert(1)>': '<b>x</b>', [`${'x'.repeat(100)}…`]: 1 });
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
		expect(layer.problems.filter(({ key }) => key === 'renamed')).toHaveLength(4);
	});

	it('columns of one name stay two; a cell without end is cut and said', async () => {
		const layer = await only('a.csv', `name,name,lon,lat,${'note'}\na,b,120.5,31,${'长'.repeat(5_000)}\n`);
		expect(layer.rows[0]!.properties).toMatchObject({ name: 'a', 'name (2)': 'b' });
		expect(String(layer.rows[0]!.properties.note)).toHaveLength(4_000);
		expect(layer.problems.map(({ key }) => key)).toEqual(['renamed', 'long-cell']);
	});

	it('too many columns are refused before they are kept', async () => {
		expect(await refusal('a.json', collection(point(Object.fromEntries(Array.from({ length: 201 }, (_, i) => [`c${i}`, i])))))).toBe('fields');
	});
});

describe('tables', () => {
	it.each([
		['lon,lat', '120.5,31'], ['经度,纬度', '120.5,31'], ['X,Y', '120.5,31'], ['经度(度),纬度(度)', '120°30′0″E,31°0′N'], ['name,WKT', 'a,POINT Z (120.5 31 4)'], ['Longitude_WGS84,Latitude_WGS84', '120.5,31']
	])('%s says where', async (head, row) => {
		expect((await only('a.csv', `${head}\n${row}\n`)).rows[0]!.geometry).toEqual({ type: 'Point', coordinates: [120.5, 31] });
	});

	it('without coordinates is listed and the planner asked; what the planner names is taken', async () => {
		const text = '东向,北向,name\n120.5,31,a\n';
		const asked = await only('a.csv', text);
		expect([asked.coordinates, asked.rows[0]!.geometry, asked.problems.map(({ key }) => key)]).toEqual([null, null, ['no-coordinates']]);
		expect((await only('a.csv', text, { coordinates: { x: '东向', y: '北向' } })).rows[0]!.geometry).toEqual({ type: 'Point', coordinates: [120.5, 31] });
	});

	it('codes with a leading zero stay text, amounts become numbers, a formula stays the text it is', async () => {
		const { rows, fields } = await only('a.csv', `lon,lat,code,km,say\n120.5,31,007,12.50,'=1+1\n120.6,31,012,,=SUM(A1)\n`);
		expect(rows.map(({ properties }) => [properties.code, properties.km, properties.say])).toEqual([['007', 12.5, '=1+1'], ['012', null, '=SUM(A1)']]);
		expect(fields.map(({ name, type, missing, min, max }) => [name, type, missing, min, max])).toEqual([['lon', 'number', 0, 120.5, 120.6], ['lat', 'number', 0, 31, 31], ['code', 'category', 0, null, null], ['km', 'number', 1, 12.5, 12.5], ['say', 'category', 0, null, null]]);
	});

	it('numbers of sections stay text where 3.1 and 3.10 would become one, and are numbers where the planner says so', async () => {
		const { rows, fields } = await only('a.csv', 'lon,lat,节号\n120.5,31,3.1\n120.5,31,3.10\n');
		expect(rows.map(({ properties }) => properties['节号'])).toEqual(['3.1', '3.10']);
		const column = toColumns(rows, [{ ...fields[2]!, type: 'number' }]).attributes[0];
		expect(column).toEqual({ type: 'number', name: '节号', values: Float64Array.of(3.1, 3.1) });
	});

	it('a thousand rows with one fault are two hundred lines and one that says how many more', async () => {
		const { problems } = await only('a.csv', `lon,lat\n${'x,y\n'.repeat(1_000)}`);
		expect(problems).toHaveLength(201);
		expect(problems.at(-1)).toEqual({ row: 0, key: 'more', with: { count: 800, last: 200 }, level: 'skipped' });
	});

	it('of which every row is broken is refused and says that the rows are', async () => {
		const { layers, problems } = await read('a.csv', 'lon,lat\n"x\n"y"z\n');
		expect([layers, problems.map(({ key }) => key)]).toEqual([[], ['no-features', 'broken-rows']]);
	});

	it('in GBK is read and said; a bad coordinate is told with its row', async () => {
		const gbk = new Uint8Array([...bytesOf('lon,lat,'), 0xc3, 0xfb, ...bytesOf('\n120.5,31,'), 0xd5, 0xa2, ...bytesOf('\n120.6,east,x\n')]);
		const { layers, problems } = await read('a.csv', gbk);
		expect(problems.map(({ key }) => key)).toEqual(['gbk']);
		expect(layers[0]!.rows.map(({ properties }) => properties['名'])).toEqual(['闸', 'x']);
		expect(layers[0]!.problems).toMatchObject([{ row: 2, key: 'bad-coordinate', with: { at: '120.6, east' } }]);
	});
});

it('a workbook is read sheet by sheet: formulas are not computed, hidden sheets are named', async () => {
	const bytes = await workbook([['汾湖泵站', 120.5, 31, { formula: 'B2*2', result: 241 }], ['元荡闸', '121°01′48″', 30.97, 3]], (_, book) => {
		book.addWorksheet('旧表', { state: 'hidden' }).addRow(['x']);
	}, ['名称', '经度', '纬度', '流量']);
	const { layers, problems } = await read('设施.xlsx', bytes);
	expect(problems).toMatchObject([{ key: 'hidden-sheets', with: { names: '旧表' } }]);
	expect(layers[0]).toMatchObject({ name: '监测值', coordinates: { x: '经度', y: '纬度' }, problems: [{ key: 'formulas', with: { count: 1, first: 2 } }] });
	expect(layers[0]!.rows.map(({ geometry }) => geometry)).toEqual([{ type: 'Point', coordinates: [120.5, 31] }, { type: 'Point', coordinates: [121.03, 30.97] }]);
	expect(layers[0]!.rows.map(({ properties }) => properties['流量'])).toEqual([null, 3]);
});

it('every reason that the code gives has its sentence', () => {
	const sources = ['src/lib/catalogue/formats/layers', 'src/lib/geo'].flatMap((folder) => readdirSync(folder).filter((file) => folder.endsWith('layers') || /^(clean|place-rows)\.ts$/.test(file)).map((file) => readFileSync(`${folder}/${file}`, 'utf8')));
	const keys = new Set(sources.flatMap((text) => [...text.matchAll(/(?:Refusal|Unusable|Unreadable|mend|tell|broken)\('([a-z-]+)'|key: (?:\w+ \? )?'([a-z-]+)'(?: : '([a-z-]+)')?/g)].flatMap((found) => found.slice(1).filter(Boolean))));
	expect(keys.size).toBeGreaterThan(50);
	const unsaid = ['no-head', 'missing-columns', 'body', 'failed'];
	expect([...keys, ...refusals.filter((key) => !unsaid.includes(key)).map((key) => `table-${key}`)].filter((key) => !hasKey(`layerfile.${key}`))).toEqual([]);
});

const kml = (body: string) => `<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>${body}</Document></kml>`;
describe('KML', () => {
	it('gives folders, extended data, islands and collections of one kind; links are not followed', async () => {
		const ring = (from: number) => `<LinearRing><coordinates>${from},31,0 ${from + 1},31,0 ${from + 1},32,0 ${from},31,0</coordinates></LinearRing>`;
		const layer = await only('a.kml', kml(`<NetworkLink><Link><href>http://x/</href></Link></NetworkLink><Folder><name>水闸</name><Placemark><name>一号 &amp; 二号</name><description><![CDATA[<b>旧</b>]]></description><ExtendedData><Data name="孔数"><value>3</value></Data></ExtendedData>
			<Polygon><outerBoundaryIs>${ring(120)}</outerBoundaryIs></Polygon></Placemark></Folder><Placemark><MultiGeometry><Point><coordinates>120, 31</coordinates></Point><Point><coordinates>121,31</coordinates></Point></MultiGeometry></Placemark>`));
		expect(layer.rows.map(({ properties }) => properties)).toEqual([{ name: '一号 & 二号', description: '<b>旧</b>', 孔数: 3, Folder: '水闸' }, { name: null, description: null, 孔数: null, Folder: null }]);
		expect(layer.rows.map(({ geometry }) => geometry?.type)).toEqual(['Polygon', 'MultiPoint']);
		expect(layer.problems.map(({ key }) => key)).toEqual(['not-read', 'flat']);
		expect(layer.declaredCrs).toBe('EPSG:4326');
	});

	it('never expands an entity of its own, and says where it is cut', async () => {
		const bomb = `<?xml version="1.0"?><!DOCTYPE kml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>${kml('<Placemark><name>&b;</name></Placemark>').slice(38)}`;
		expect((await only('a.kml', bomb)).rows[0]!.properties.name).toBe('&b;');
		expect((await only('a.kml', kml('<Placemark><name>a</name></Placemark><Placemark><name>b').slice(0, -18))).problems.map(({ key }) => key)).toContain('cut');
		expect(await refusal('a.kml', kml('<Placemark></Folder>'))).toBe('bad-xml');
		expect(await refusal('a.kml', '<gml></gml>')).toBe('no-kml');
	});

	it('in a zip is KMZ', async () => {
		const layer = await only('站点.kmz', zipSync({ 'doc.kml': bytesOf(kml('<Placemark><name>a</name><Point><coordinates>120,31</coordinates></Point></Placemark>')), 'files/x.png': new Uint8Array(9) }));
		expect([layer.name, layer.rows.length]).toEqual(['站点', 1]);
	});
});

describe('a zip', () => {
	it('with a bomb, a zip inside, or nothing to read is refused before it is unpacked', async () => {
		const bomb = zipSync({ 'a.shp': new Uint8Array(12_000_000) }, { level: 9 });
		expect(await refusal('a.zip', bomb)).toBe('table-ratio');
		const lying = bomb.slice();
		const view = new DataView(lying.buffer);
		const directory = view.getUint32(lying.length - 6, true);
		view.setUint32(directory + 24, 5_000, true);
		expect(await refusal('a.zip', lying)).toBe('table-lies');
		expect(await refusal('a.zip', zipSync({ 'in.zip': zipSync({ 'a.shp': new Uint8Array(200) }) }))).toBe('nested-zip');
		expect(await refusal('a.zip', zipSync({ 'a.txt': bytesOf('x') }))).toBe('no-layer-in-zip');
		expect(await refusal('a.shp', new Uint8Array(200))).toBe('lone-part');
		expect(await refusal('a.dwg', new Uint8Array(200))).toBe('type');
	});

	it('names are data, never a path', async () => {
		const layer = await only('a.zip', zipSync({ '../../etc/x.kml': bytesOf(kml('<Placemark/>')), 'C:\\y.kml': bytesOf(kml('<Placemark/>')) }));
		expect(layer.name).toBe('x');
	});
});

it('WKB with Z, M and both, and of curves, is read or told', () => {
	const wkb = (type: number, ...numbers: number[]) => {
		const view = new DataView(new ArrayBuffer(5 + numbers.length * 8));
		view.setUint8(0, 1);
		view.setUint32(1, type, true);
		numbers.forEach((n, i) => view.setFloat64(5 + i * 8, n, true));
		return new Uint8Array(view.buffer);
	};
	expect(readWkb(wkb(1, 1, 2)).geometry).toEqual({ type: 'Point', coordinates: [1, 2] });
	for (const type of [1001, 2001, 0x80000001, 0x40000001]) expect(readWkb(wkb(type, 1, 2, 3)).geometry).toEqual({ type: 'Point', coordinates: [1, 2, 3] });
	expect(readWkb(wkb(3001, 1, 2, 3, 4)).geometry).toEqual({ type: 'Point', coordinates: [1, 2, 3, 4] });
	expect(readWkb(wkb(1, Number.NaN, Number.NaN)).geometry).toEqual({ type: 'Point', coordinates: [] });
	expect(readWkb(wkb(8, 1)).broken).toEqual({ key: 'bad-type', with: { type: 'CircularString' } });
	expect(readWkb(wkb(2, 1e300)).broken?.key).toBe('bad-record');
});

describe('files that were cut or whose bits were turned', () => {
	const shapefile = () => {
		const shp = new Uint8Array(100 + 28 * 3);
		const view = new DataView(shp.buffer);
		view.setInt32(0, 9994);
		view.setInt32(32, 1, true);
		for (let i = 0; i < 3; i++) {
			view.setInt32(100 + i * 28, i + 1);
			view.setInt32(104 + i * 28, 10);
			view.setInt32(108 + i * 28, 1, true);
			view.setFloat64(112 + i * 28, 120 + i, true);
			view.setFloat64(120 + i * 28, 31, true);
		}
		const dbf = new Uint8Array(65 + 3 * 5);
		const table = new DataView(dbf.buffer);
		table.setUint32(4, 3, true);
		table.setUint16(8, 65, true);
		table.setUint16(10, 5, true);
		dbf.set(bytesOf('name'), 32);
		dbf[43] = 0x43;
		dbf[48] = 4;
		dbf[64] = 0x0d;
		dbf.set(bytesOf(' aaaa bbbb*cccc'), 65);
		return { shp, dbf };
	};
	const good: Record<string, Uint8Array> = {
		'a.geojson': bytesOf(collection(point({ a: 1, b: '水闸' }), point({ a: 2 }))), 'a.kml': bytesOf(kml('<Placemark><name>a</name><Point><coordinates>120,31</coordinates></Point></Placemark>')), 'a.csv': bytesOf('lon,lat,"a"\n120,31,"x"\n121,31,y\n'),
		'a.zip': zipSync({ 'a.shp': shapefile().shp, 'a.dbf': shapefile().dbf }, { level: 0 })
	};

	it('a row marked as deleted is left out of a Shapefile', async () => {
		const layer = await only('a.zip', good['a.zip']!);
		expect(layer.rows.map(({ properties }) => properties.name)).toEqual(['aaaa', 'bbbb']);
		expect(layer.problems.map(({ key }) => key)).toEqual(['no-prj', 'deleted']);
	});

	it('a Shapefile that breaks off gives what stands before the break, and says so', async () => {
		const { shp, dbf } = shapefile();
		const layer = await only('a.zip', zipSync({ 'a.shp': shp.slice(0, 160), 'a.dbf': dbf }));
		expect(layer.rows).toHaveLength(2);
		expect(layer.problems.map(({ key }) => key)).toContain('cut');
	});

	it.each(Object.keys(good))('%s: always rows or a sentence, in both languages', async (name) => {
		await fc.assert(fc.asyncProperty(fc.nat(), fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 7 })), { maxLength: 12 }), fc.boolean(), async (length, turns, isCut) => {
			const bytes = isCut ? good[name]!.slice(0, length % good[name]!.length) : good[name]!.slice();
			if (bytes.length === 0) return;
			for (const [at, bit] of turns) bytes[at % bytes.length]! ^= 1 << bit;
			const { layers, problems } = await read(name, bytes);
			expect(layers.length > 0 || problems[0]?.level === 'refused').toBe(true);
			for (const problem of [...problems, ...layers.flatMap((layer) => layer.problems)]) {
				expect(problem.key).not.toBe('failed');
				expect(hasKey(`layerfile.${problem.key}`), problem.key).toBe(true);
				for (const lang of langs) expect(sayLayerProblem(translator(lang), problem)).not.toMatch(/\{\w+\}|undefined/);
			}
		}), { numRuns: 250 });
	});
});
