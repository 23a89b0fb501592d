import { describe, expect, it } from 'vitest';
import type { ColumnFilter } from '#lib/domain/column-question.ts';
import type { AssetRow, InventoryLayer } from '#lib/domain/inventory.ts';
import type { Shape, Shapes } from '#lib/domain/shape.ts';
import { shapeLayers } from '#lib/domain/shape.ts';
import type { AssetLeaf, Filter } from '#lib/domain/view.ts';
import { createAssets } from '#lib/map/inventory-assets.ts';
import { statusWords, toInventoryFilter } from '#lib/query/inventory-filter.ts';

const layer: InventoryLayer = {
	id: 'pumps', title: '泵站', file: 'pumps.geojson', sum: '', crs: { datum: 'wgs84' }, accuracyM: null, source: '', date: '', count: 5, unplaced: 1, bbox: [121, 31, 121.1, 31.1], addedAt: '', addedBy: '',
	fields: [{ name: '名称', label: '名称', type: 'text', unit: '' }, { name: '状态', label: '状态', type: 'category', unit: '' }, { name: '年', label: '年', type: 'number', unit: '' }], roles: { name: '名称', status: '状态', year: '年' }, style: { colour: 0, by: '状态' }
};
const point = (row: number, lon: number, 名称: string | null, 状态: string | null, 年: number | null): AssetRow => ({ row, geometry: { type: 'Point', coordinates: [lon, 31.05] }, properties: { 名称, 状态, 年 } });
const rows: AssetRow[] = [
	point(1, 121, '南闸', '建成', 2012), point(2, 121.001, '<b>北闸</b>', '在建', 2024), { ...point(4, 0, '没有图形的', '建成', null), geometry: null },
	{ row: 5, geometry: { type: 'LineString', coordinates: [[121.05, 31.05], [121.06, 31.05]] }, properties: { 名称: '压力管', 状态: '建成', 年: 2001 } },
	{ row: 9, geometry: { type: 'MultiPolygon', coordinates: [[[[121.02, 31.02], [121.03, 31.02], [121.03, 31.03], [121.02, 31.02]]]] }, properties: { 名称: '调蓄池', 状态: null, 年: 2024 } }
];
const shape = (place: string, geometry: Shape['geometry'], rest: Partial<Shape> = {}): Shape => ({ id: place, place, kind: 'river', accuracy: 'digitised', accuracyM: 30, rank: 0, context: false, at: [121, 31], geometry, ...rest });
const river = shape('taipu-river', { type: 'LineString', coordinates: [[120.99, 31.05], [121.002, 31.05]] });
const shapes = { ...Object.fromEntries(shapeLayers.map((name) => [name, []])), river: [river, shape('symbolic', river.geometry, { accuracy: 'symbolic' })] } as unknown as Shapes;
const filtered = (filter: Filter, values: Record<string, string[]> = { 状态: ['建成', '在建'] }, assetFilter: AssetLeaf[] = []) => toInventoryFilter({ filter, assetFilter }, { layer, shapes, nameOf: (id) => id, statusWords, values });
const pass = (filter: Filter, values?: Record<string, string[]>, assetFilter?: AssetLeaf[]) => {
	const asked = filtered(filter, values, assetFilter);
	const assets = createAssets(layer, rows);
	assets.ask({ ...asked, inks: ['#000000'] });
	return { rows: assets.lines({ field: '', descending: false }, 0, 9).map(({ row }) => row), silent: asked.silent };
};

describe('the filter of the page over a plugged-in layer', () => {
	it('takes what lies along a river, by metres', () => expect(pass({ all: [{ is: 'along', of: ['taipu-river'], withinM: 50 }] })).toEqual({ rows: [1, 2], silent: [] }));
	it('reads years and statuses through the fields that mean them', () => {
		expect(pass({ is: 'period', of: ['2023..2025'] }).rows).toEqual([2, 9]);
		expect(pass({ is: 'period', of: ['undated'] }).rows).toEqual([4]);
		expect(pass({ is: 'status', of: ['building'] }).rows).toEqual([2]);
		expect(pass({ is: 'status', of: ['unknown'] }).rows).toEqual([9]);
	});
	it('lets alone what the layer cannot answer, and says so: a vocabulary of its own, domains, upstream, a symbolic extent', () => {
		expect(pass({ is: 'status', of: ['building'] }, { 状态: ['甲', '乙'] })).toEqual({ rows: [1, 2, 4, 5, 9], silent: ['status'] });
		expect(pass({ all: [{ is: 'domain', of: ['ecology'] }, { is: 'upstream', of: ['taipu-river'] }, { is: 'near', of: ['symbolic'] }, { is: 'period', of: ['..2005'] }] })).toEqual({ rows: [5], silent: ['domain', 'upstream', 'near'] });
		expect(pass({ not: { is: 'domain', of: ['ecology'] } }).rows).toHaveLength(5);
	});
	it('takes what a drawn polygon holds', () => expect(pass({ is: 'drawn', of: ['121.015_31.015', '121.035_31.015', '121.035_31.035', '121.015_31.035'] }).rows).toEqual([9]));
});

describe('the conditions of a layer on its own fields', () => {
	const own = (field: string, of: string[], filter: Filter = { all: [] }) => {
		const assetFilter = [{ layer: 'pumps', field, of }, { layer: 'pipes', field: '状态', of: ['不在'] }];
		return { rows: pass(filter, undefined, assetFilter).rows, unused: filtered(filter, undefined, assetFilter).unused };
	};
	it('take values, no data, and ranges with both their ends; those of another layer are none of theirs', () => {
		expect(own('状态', ['在建', '']).rows).toEqual([2, 9]);
		expect(own('年', ['2001..2012']).rows).toEqual([1, 5]);
		expect(own('年', ['..2005', '']).rows).toEqual([4, 5]);
		expect(own('年', ['2024']).rows).toEqual([2, 9]);
	});
	it('stand beside the filter of the page: both hold', () => expect(own('状态', ['建成'], { is: 'period', of: ['2010..2025'] }).rows).toEqual([1]));
	it('that ask for what the layer has not leave all rows and are told', () => {
		const all = [1, 2, 4, 5, 9];
		expect(own('口径', ['1'])).toEqual({ rows: all, unused: [{ name: '口径', label: '口径', value: '', why: 'no-field' }] });
		expect(own('名称', ['南闸'])).toEqual({ rows: all, unused: [{ name: '名称', label: '名称', value: '', why: 'text-field' }] });
		expect(own('年', ['很久'])).toEqual({ rows: all, unused: [{ name: '年', label: '年', value: '很久', why: 'no-range' }] });
		expect(own('状态', ['在建', '__proto__'])).toEqual({ rows: [2], unused: [{ name: '状态', label: '状态', value: '__proto__', why: 'no-value' }] });
	});
	it('are told to legends and files as they were asked', () => expect(filtered({ all: [] }, undefined, [{ layer: 'pumps', field: '状态', of: ['在建', '没有'] }, { layer: 'pumps', field: '口径', of: ['1'] }]).used).toEqual([{ layer: 'pumps', field: '状态', of: ['在建'] }]));
	it('say which member of the "and" is whose, whatever the page cannot ask', () => {
		const { asks, filter } = filtered({ all: [{ is: 'domain', of: ['ecology'] }, { is: 'status', of: ['building'] }, { is: 'along', of: ['taipu-river'] }] }, undefined, [{ layer: 'pumps', field: '年', of: ['2024'] }]);
		expect([asks, filter.all.length]).toEqual([[{ group: 1 }, { group: 2 }, { field: '年' }], 3]);
	});
});

describe('a layer in its worker', () => {
	const all: ColumnFilter = { all: [] };
	const ask = (filter: ColumnFilter = all, inks = ['#112233', '#445566', '#777777']) => {
		const assets = createAssets(layer, rows);
		return { assets, answer: assets.ask({ filter, grounds: [], inks }) };
	};
	it('draws points, lines and areas under their number in the file, the most frequent value first', () => {
		const { answer } = ask();
		expect([answer.drawing.points.rows, answer.drawing.lines.rows, answer.drawing.areas.rows].map((list) => [...list])).toEqual([[1, 2], [5], [9]]);
		expect(answer.tones).toEqual([{ value: '建成', count: 3, now: 3 }, { value: '在建', count: 1, now: 1 }, { value: '', count: 1, now: 1 }]);
		expect([...answer.colours!.points]).toEqual([0x11, 0x22, 0x33, 255, 0x44, 0x55, 0x66, 255]);
		expect([...answer.colours!.areas.slice(0, 4)], 'no data is hollow').toEqual([0x77, 0x77, 0x77, 0]);
	});
	it('counts what each tone of the legend stands for under the filter', () => expect(ask({ is: 'number', column: '年', from: 2020, to: null }).answer.tones.map(({ value, now }) => [value, now])).toEqual([['建成', 0], ['在建', 1], ['', 1]]));
	it('keeps its drawing apart from the one it hands over, question after question', () => {
		const { assets, answer } = ask();
		answer.drawing.points.positions.fill(0);
		expect(assets.ask({ filter: all, grounds: [], inks: [] }).drawing.points.positions[0]).toBe(121);
	});
	it('sorts with no data last either way', () => {
		const { assets } = ask();
		expect([false, true].map((descending) => assets.lines({ field: '年', descending }, 0, 9).map(({ row }) => row))).toEqual([[5, 1, 2, 9, 4], [2, 9, 1, 5, 4]]);
	});
	it('gives reasons with metres', () => {
		const { assets } = ask();
		const { filter, grounds } = filtered({ is: 'near', of: ['taipu-river'], withinM: 10_000 });
		assets.ask({ filter, grounds, inks: [] });
		expect(assets.lines({ field: '', descending: false }, 0, 1)[0]!.reasons).toEqual([{ name: 'taipu-river', metres: 0, accuracyM: 30 }]);
		expect(assets.lines({ field: '', descending: false }, 2, 1)[0]!.reasons[0]!.metres).toBeGreaterThan(4000);
	});
	it('opens one as it came, with what is near; hostile text stays text', () => {
		const card = ask().assets.card(2, shapes)!;
		expect(card).toMatchObject({ row: 2, geometry: { type: 'Point', coordinates: [121.001, 31.05] }, properties: { 名称: '<b>北闸</b>', 状态: '在建', 年: 2024 }, near: { waters: [{ id: 'taipu-river', metres: 0 }], corridors: [] } });
		expect(ask().assets.card(9, shapes)!.geometry?.type).toBe('Polygon');
		expect(ask().assets.card(4, shapes)).toMatchObject({ geometry: null, at: null });
		expect(ask().assets.card(3, shapes)).toBeNull();
		expect(ask().assets.card(2, null)).toMatchObject({ row: 2, near: null });
	});
	it('finds by name, so many and no more', () => {
		expect(ask().assets.find('闸', 20).map(({ row }) => row)).toEqual([1, 2]);
		expect(ask().assets.find('闸', 1)).toHaveLength(1);
		expect(ask().assets.find('  ', 20)).toEqual([]);
	});
});
