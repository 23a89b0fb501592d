/** Readers and projections beside GDAL and PROJ: files are written by GDAL from data made up here, and read by both. */
import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { readLayerFile } from '#lib/catalogue/formats/layers/read-layer-file.ts';
import type { FileLayer } from '#lib/domain/layer-file.ts';
import { fromWgs84, toWgs84 } from '#lib/geo/crs.ts';
import type { XY } from '#lib/geo/crs.ts';
import { readCrsText } from '#lib/geo/crs-text.ts';
import { project, readBack, write } from '../../../fixtures/gdal.ts';

const at = (lon: number, lat: number, r = 0.01): Position[] => [[lon, lat], [lon + r, lat], [lon + r, lat + r], [lon, lat + r], [lon, lat]];
const inner = (lon: number, lat: number): Position[] => at(lon, lat, 0.002).toReversed();
const of = (geometry: Geometry | null, properties: Record<string, unknown>): Feature => ({ type: 'Feature', properties, geometry: geometry as Geometry });
const collection = (...features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });

const points = collection(of({ type: 'Point', coordinates: [120.51, 31.02] }, { 名称: '汾湖泵站', 流量: 12.5, 台数: 4, 建成: '2019-06-30' }), of({ type: 'Point', coordinates: [121.03, 30.97] }, { 名称: '元荡闸', 流量: null, 台数: 2, 建成: null }));
const lines = collection(of({ type: 'LineString', coordinates: [[120.5, 31], [120.6, 31.05], [120.7, 31.02]] }, { name: 'one', km: 21.5 }), of({ type: 'MultiLineString', coordinates: [[[120.8, 31], [120.9, 31]], [[120.9, 31.1], [121, 31.1]]] }, { name: 'two', km: 3 }));
const areas = collection(
	of({ type: 'Polygon', coordinates: [at(120.5, 31), inner(120.503, 31.003)] }, { name: 'pond with an islet' }),
	of({ type: 'MultiPolygon', coordinates: [[at(120.7, 31), inner(120.702, 31.002), inner(120.706, 31.006)], [at(120.8, 31.1)]] }, { name: 'two ponds' })
);
const heights = collection(of({ type: 'Point', coordinates: [120.5, 31, 4.2] }, { name: 'a' }), of({ type: 'Point', coordinates: [120.6, 31, 3.9] }, { name: 'b' }));
const heightLines = collection(of({ type: 'LineString', coordinates: [[120.5, 31, 1], [120.6, 31, 2]] }, { name: 'a' }));

const shells = (geometry: Geometry): Position[][][] => (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'LineString' ? [[geometry.coordinates]] : geometry.type === 'MultiLineString' ? geometry.coordinates.map((line) => [line]) : geometry.type === 'Point' ? [[[geometry.coordinates]]] : []);
/** Rings as sets of positions: a reader may begin a ring anywhere and run it either way. */
const comparable = (geometry: Geometry | null) => geometry && shells(geometry).map((rings) => rings.map((ring) => ring.map(([x, y]) => `${x!.toFixed(6)} ${y!.toFixed(6)}`).toSorted()));
const plain = (properties: Record<string, unknown>) => Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, typeof value === 'string' ? value.replaceAll('/', '-') : value]));

function expectSame(layer: FileLayer, gdal: FeatureCollection) {
	expect(layer.rows.map(({ geometry }) => comparable(geometry))).toEqual(gdal.features.map(({ geometry }) => comparable(geometry)));
	expect(layer.rows.map(({ properties }) => plain(properties))).toEqual(gdal.features.map(({ properties }) => plain(properties ?? {})));
}
const zipped = (files: Map<string, Uint8Array>, name: string) => zipSync(Object.fromEntries([...files].map(([ending, bytes]) => [`图层/${name}.${ending}`, bytes])), { level: 1 });

describe('Gauss–Krüger beside PROJ', () => {
	it.each([[117, 'EPSG:4548'], [120, 'EPSG:4549'], [123, 'EPSG:4550']] as const)('within a millimetre both ways at %i°', async (meridian, code) => {
		const grid: XY[] = Array.from({ length: 400 }, (_, i) => [119.5 + (i % 20) * 0.12, 30 + Math.floor(i / 20) * 0.1]);
		const there = await project('EPSG:4326', code, grid);
		const crs = { datum: 'cgcs2000-gk', meridian } as const;
		const worst = Math.max(...grid.map((position, i) => Math.hypot(...fromWgs84(crs, position).map((v, axis) => v - there[i]![axis]!))));
		expect(worst).toBeLessThan(0.001);
		const back = Math.max(...there.map(([x, y], i) => Math.hypot(...toWgs84(crs, [x!, y!]).map((v, axis) => (v - grid[i]![axis]!) * 111_320))));
		expect(back).toBeLessThan(0.001);
	});
});

const projected = ['-s_srs', 'EPSG:4326', '-t_srs', 'EPSG:4528'];
describe('a Shapefile that GDAL wrote', () => {
	it.each([
		['points with Chinese in GBK', points, ['-lco', 'ENCODING=GBK'], []], ['points in GBK without a .cpg', points, ['-lco', 'ENCODING=GBK'], ['cpg']], ['lines, Chinese in UTF-8', lines, ['-lco', 'ENCODING=UTF-8'], []], ['no .shx', areas, [], ['shx']],
		['points with heights', heights, ['-lco', 'SHPT=POINTZ'], []], ['points with measures', heights, ['-lco', 'SHPT=POINTM'], []], ['lines with measures', heightLines, ['-lco', 'SHPT=ARCM'], []], ['areas with holes and heights', areas, ['-lco', 'SHPT=POLYGONZ'], []]
	] as const)('%s: what was written', async (_, data, options, without) => {
		const files = await write(data, 'shp', ['-f', 'ESRI Shapefile', ...options]);
		for (const ending of without) files.delete(ending);
		const { layers, problems } = await readLayerFile('设施.zip', zipped(files, '设施'));
		expect(problems).toEqual([]);
		expect(layers.map(({ name }) => name)).toEqual(['设施']);
		expectSame(layers[0]!, data);
		expect(readCrsText(layers[0]!.declaredCrs!)).toEqual({ datum: 'wgs84' });
		expect(layers[0]!.problems.map(({ key }) => key)).toEqual(/heights|measures/.test(_) ? ['flat'] : []);
	});

	it.each([['points', points], ['areas with holes', areas]] as const)('%s in metres: what GDAL itself reads', async (_, data) => {
		const files = await write(data, 'shp', ['-f', 'ESRI Shapefile', '-lco', 'ENCODING=UTF-8', ...projected]);
		const { layers } = await readLayerFile('设施.zip', zipped(files, '设施'));
		expectSame(layers[0]!, await readBack(files, 'shp'));
		expect(readCrsText(layers[0]!.declaredCrs!)).toEqual({ datum: 'cgcs2000-gk', meridian: 120, isZoned: true });
	});

	it('several in one zip are several layers, and what is missing is said', async () => {
		const one = await write(points, 'shp', ['-f', 'ESRI Shapefile', '-lco', 'ENCODING=UTF-8']);
		const two = await write(lines, 'shp', ['-f', 'ESRI Shapefile']);
		const { layers } = await readLayerFile('all.zip', zipSync({ 'a/点.shp': one.get('shp')!, 'a/点.dbf': one.get('dbf')!, 'b/线.SHP': two.get('shp')!, 'b/线.prj': two.get('prj')! }));
		expect(layers.map(({ name, rows }) => [name, rows.length])).toEqual([['点', 2], ['线', 2]]);
		expect(layers.map(({ problems }) => problems.map(({ key }) => key))).toEqual([['no-prj'], ['no-dbf']]);
	});
});

describe('a GeoPackage that GDAL wrote', () => {
	const loadSql = () => Promise.resolve(new Uint8Array(readFileSync('node_modules/sql.js/dist/sql-wasm-browser.wasm')));
	const read = async (files: Map<string, Uint8Array>) => readLayerFile('x.gpkg', files.get('gpkg')!, { loadSql });

	it('areas in metres: what GDAL itself reads, whatever the table is called', async () => {
		const files = await write(areas, 'gpkg', ['-f', 'GPKG', '-nln', '资产 "a"', ...projected]);
		const { layers, problems } = await read(files);
		expect(problems).toEqual([]);
		expect(layers[0]).toMatchObject({ name: '资产 "a"', declaredCrs: 'EPSG:4528' });
		expectSame(layers[0]!, await readBack(files, 'gpkg'));
	});

	it('heights are left out, an empty shape is told, the rest is read', async () => {
		const { layers } = await read(await write(collection(...heights.features, of({ type: 'GeometryCollection', geometries: [] }, { name: '空' })), 'gpkg', ['-f', 'GPKG']));
		expectSame(layers[0]!, { ...heights, features: [...heights.features, of(null, { name: '空' })] });
		expect(layers[0]!.problems).toMatchObject([{ row: 0, key: 'flat', with: { count: 2 } }, { row: 3, key: 'empty-shape', level: 'skipped' }]);
	});

	it('broken and cut ones are one sentence', async () => {
		const files = await write(points, 'gpkg', ['-f', 'GPKG']);
		const bytes = files.get('gpkg')!;
		for (const [cut, wound] of [[5_000, 0], [40_000, 0], [bytes.length, 40_000], [bytes.length, 70_000]] as const) {
			const hurt = bytes.slice(0, cut);
			if (wound > 0) hurt.fill(0x5a, wound, wound + 8_000);
			const { layers, problems } = await readLayerFile('x.gpkg', hurt, { loadSql });
			expect(layers.length > 0 || problems[0]?.key === 'bad-gpkg').toBe(true);
		}
	});
});

it('KML as GDAL writes it has the same names, shapes and holes', async () => {
	const files = await write(areas, 'kml', ['-f', 'KML']);
	const { layers } = await readLayerFile('ponds.kml', files.get('kml')!);
	expect(layers[0]!.rows.map(({ geometry }) => comparable(geometry))).toEqual(areas.features.map(({ geometry }) => comparable(geometry)));
	expect(layers[0]!.rows.map(({ properties }) => properties.name)).toEqual(['pond with an islet', 'two ponds']);
});

it('CSV of GDAL with WKT is read as it was written', async () => {
	const files = await write(areas, 'csv', ['-f', 'CSV', '-lco', 'GEOMETRY=AS_WKT']);
	const { layers } = await readLayerFile('ponds.csv', files.get('csv')!);
	expect(layers[0]!.coordinates).toEqual({ wkt: 'WKT' });
	expect(layers[0]!.rows.map(({ geometry }) => comparable(geometry))).toEqual(areas.features.map(({ geometry }) => comparable(geometry)));
});
