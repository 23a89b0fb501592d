import { describe, expect, it } from 'vitest';
import { buffersOf, rowShapes } from '#lib/domain/columns.ts';
import { inventoryLimits } from '#lib/domain/inventory.ts';
import { fromWgs84 } from '#lib/geo/crs.ts';
import { createLayerSession } from '#lib/query/layer-session.ts';

const area = [120.2, 30.7, 121.4, 31.4] as const;
const gcj = { datum: 'gcj02' } as const;
const at = (lon: number, lat: number) => fromWgs84(gcj, [lon, lat]);
const square = (lon: number, lat: number, r = 0.01) => [at(lon, lat), at(lon + r, lat), at(lon + r, lat + r), at(lon, lat + r), at(lon, lat)];
const feature = (geometry: unknown, properties: Record<string, unknown>) => ({ type: 'Feature', geometry, properties });
const file = new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features: [
	feature({ type: 'Point', coordinates: at(120.5, 31) }, { 名称: '一号泵站', 类别: '泵站', 流量: 12.5 }),
	feature({ type: 'MultiLineString', coordinates: [[at(120.6, 31), at(120.7, 31)], [at(120.8, 31), at(120.9, 31), at(121, 31)]] }, { 名称: '管线', 类别: '管道' }),
	feature(null, { 名称: '未定位', 类别: '泵站', 流量: null }),
	feature({ type: 'Polygon', coordinates: [square(120.5, 31.1), square(120.503, 31.103, 0.002).toReversed()] }, { 名称: '地块', 类别: '', 流量: 3 })
] }));

describe('a dropped file, question by question', () => {
	it('is looked at, shown in each system, placed in the one accepted, and sent in rows', async () => {
		const session = createLayerSession();
		const look = await session.read('资产.geojson', file, area);
		expect(look.problems).toEqual([]);
		expect(look.layers[0]).toMatchObject({ name: '资产', count: 4, shapes: { point: 1, line: 1, area: 1, none: 1 }, found: { crs: null, basis: 'range', doubt: '' }, problems: [{ row: 3, key: 'no-geometry' }] });
		expect(look.layers[0]!.fields.map(({ name, type, missing }) => [name, type, missing])).toEqual([['名称', 'category', 0], ['类别', 'category', 1], ['流量', 'number', 2]]);

		const boundary = { type: 'Polygon' as const, coordinates: [[[120.4999, 30.9999], [120.7, 30.9999], [120.7, 31.2], [120.4999, 31.2], [120.4999, 30.9999]]] };
		const shifts = session.shifts(0, { datum: 'wgs84' }, false, boundary);
		expect(shifts.find(({ crs }) => crs.datum === 'gcj02')!.share).toBe(1);
		expect(shifts.find(({ crs }) => crs.datum === 'wgs84')!.share).toBeLessThan(1);

		const fields = look.layers[0]!.fields.map((field) => ({ ...field, type: field.name === '名称' ? 'text' as const : field.type }));
		const { columns, unplaced, bbox, count } = session.place({ layer: 0, crs: gcj, isSwapped: false, fields });
		expect([count, unplaced]).toEqual([4, 1]);
		expect(bbox!.map((v) => Number(v.toFixed(6)))).toEqual([120.5, 31, 121, 31.11]);
		const { geometry, attributes } = columns;
		expect([...geometry.shape].map((shape) => rowShapes[shape])).toEqual(['point', 'line', 'none', 'area']);
		expect([...geometry.rowStart]).toEqual([0, 1, 3, 3, 4]);
		expect([...geometry.partStart]).toEqual([0, 1, 2, 3, 5]);
		expect([...geometry.ringStart]).toEqual([0, 1, 3, 6, 11, 16]);
		expect([...geometry.positions.slice(0, 4)].map((v) => Number(v.toFixed(6)))).toEqual([120.5, 31, 120.6, 31]);
		expect([...geometry.bounds.slice(8, 12)]).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
		expect([...geometry.bounds.slice(12)].map((v) => Number(v.toFixed(6)))).toEqual([120.5, 31.1, 120.51, 31.11]);
		const [name, kind, flow] = attributes;
		expect(name).toMatchObject({ type: 'text' });
		if (name?.type === 'text') expect(new TextDecoder().decode(name.bytes.subarray(name.starts[1], name.starts[2]))).toBe('管线');
		expect(kind).toEqual({ type: 'category', name: '类别', values: ['', '泵站', '管道'], codes: Uint16Array.of(1, 2, 1, 0) });
		expect(flow).toEqual({ type: 'number', name: '流量', values: Float64Array.of(12.5, Number.NaN, Number.NaN, 3) });
		expect(buffersOf(columns)).toHaveLength(10);

		const chunk = session.rows(0);
		expect(chunk.next).toBeNull();
		expect(chunk.rows.map(({ row }) => row)).toEqual([1, 2, 3, 4]);
		expect(chunk.rows[0]).toEqual({ row: 1, geometry: { type: 'Point', coordinates: [120.5, 31] }, properties: { 名称: '一号泵站', 类别: '泵站', 流量: 12.5 } });
	});

	it('rows leave in pieces within both limits, none twice and none lost', async () => {
		const session = createLayerSession();
		const text = 'lon,lat,note\n' + Array.from({ length: 5_000 }, (_, i) => `120.5,31,${i % 7 === 0 ? '长'.repeat(900) : i}`).join('\n');
		const look = await session.read('a.csv', new TextEncoder().encode(text), area);
		session.place({ layer: 0, crs: { datum: 'wgs84' }, isSwapped: false, fields: look.layers[0]!.fields });
		const seen: number[] = [];
		for (let from: number | null = 0; from !== null; ) {
			const chunk = session.rows(from);
			expect(chunk.rows.length).toBeLessThanOrEqual(inventoryLimits.chunkRows);
			expect(new TextEncoder().encode(chunk.rows.map((row) => JSON.stringify(row)).join('\n')).length).toBeLessThanOrEqual(inventoryLimits.chunkBytes);
			seen.push(...chunk.rows.map(({ row }) => row));
			from = chunk.next;
		}
		expect(seen).toEqual(Array.from({ length: 5_000 }, (_, i) => i + 1));
	});
});
