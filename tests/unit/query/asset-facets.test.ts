import { describe, expect, it } from 'vitest';
import type { AssetRow, InventoryLayer } from '#lib/domain/inventory.ts';
import type { AssetLeaf } from '#lib/domain/view.ts';
import { translator } from '#lib/i18n/index.ts';
import { createAssets } from '#lib/map/inventory-assets.ts';
import { assetFacets } from '#lib/query/asset-facets.ts';
import type { AssetFacet } from '#lib/query/asset-facets.ts';
import { valueKey } from '#lib/query/asset-filter.ts';
import { toInventoryFilter } from '#lib/query/inventory-filter.ts';
import { sayValue } from '#lib/query/say-asset.ts';
import { assetFilterWords } from '#lib/query/say-asset-filter.ts';

const long = '=cmd|<img src=x onerror=alert(1)>'.repeat(90);
const layer: InventoryLayer = {
	id: 'pipes', title: '管线', file: 'p.csv', sum: '', crs: { datum: 'wgs84' }, accuracyM: null, source: '', date: '', count: 8, unplaced: 8, bbox: null, addedAt: '', addedBy: '', style: { colour: 0 },
	fields: [['编号', 'text'], ['管径', 'number', 'mm'], ['坡度', 'number'], ['备注', 'category'], ['材质', 'category'], ['建成', 'number']].map(([name, type, unit = '']) => ({ name: name!, label: name!, type: type as 'text', unit })), roles: { kind: '材质', year: '建成' }
};
const rows: AssetRow[] = ([
	['PE', 300, 0.001, null, 2010], ['PE', 400, 0.002, long, 2011], ['钢', 300, null, null, 2011], [null, null, 0.0015, null, null], ['PE', 600, 0.003, null, 2012], ['砖', 600, 0.002, null, 2012], ['钢', 1200, null, null, null], [null, 300, -0.001, null, 2010]
] as const).map(([材质, 管径, 坡度, 备注, 建成], i) => ({ row: i + 1, geometry: null, properties: { 编号: `${i}`, 管径, 坡度, 备注, 材质, 建成 } }));
const assets = createAssets(layer, rows);
const ask = (conditions: Record<string, string[]> = {}) => {
	const assetFilter = Object.entries(conditions).map(([field, of]): AssetLeaf => ({ layer: 'pipes', field, of }));
	const asked = toInventoryFilter({ filter: { all: [] }, assetFilter }, { layer, shapes: null, nameOf: (id) => id, statusWords: {}, values: assets.values });
	const answer = assets.ask({ ...asked, inks: [], count: layer.fields.map(({ name }) => name) });
	return { answer, facets: assetFacets(layer, assets.fields(), answer.facets, assetFilter), passing: () => assets.lines({ field: '', descending: false }, 0, 99).map(({ row }) => row) };
};
const facet = <Is extends AssetFacet['is']>(facets: AssetFacet[], name: string, is: Is) => facets.find((one): one is Extract<AssetFacet, { is: Is }> => one.field.name === name && one.is === is)!;

describe('the facets of a plugged-in layer', () => {
	it('are the kind and what is known first, categories before numbers; text is none', () => expect(ask().facets.map(({ field }) => field.name)).toEqual(['材质', '备注', '建成', '管径', '坡度']));

	it('list values most frequent first, what has none last, with counts under the other conditions', () => {
		const { values } = facet(ask({ 管径: ['300'], 材质: ['钢'] }).facets, '材质', 'category');
		expect(values.map(({ value, now, all, isChosen }) => [value, now, all, isChosen])).toEqual([['PE', 1, 3, false], ['钢', 1, 2, true], ['砖', 0, 1, false], ['', 1, 2, false]]);
	});

	it('show on every value and every bar the number that choosing it leaves', () => {
		const others: Record<string, string[]>[] = [{}, { 材质: ['PE', ''] }];
		for (const other of others) {
			for (const one of ask(other).facets.filter(({ field }) => !(field.name in other))) {
				for (const [key, n] of one.is === 'category' ? one.values.map(({ key, now }) => [key, now] as const) : [...one.bins.map(({ value, others: n }) => [value, n] as const), ['', one.missing.now] as const]) {
					expect(ask({ ...other, [one.field.name]: [key] }).passing(), `${one.field.name}=${key.slice(0, 30)}`).toHaveLength(n);
				}
			}
		}
	});

	it('have bars of whole numbers that add up, and bars of fractions with both their ends; a range that is set shows what it leaves', () => {
		const { facets } = ask({ 管径: ['350..600'] });
		const [size, slope] = [facet(facets, '管径', 'number'), facet(facets, '坡度', 'number')];
		expect(size.bins.reduce((sum, { all }) => sum + all, 0)).toBe(7);
		expect(size.bins.filter(({ all }) => all > 0).map(({ value, all, others, now }) => [value, all, others, now])).toEqual([['300..349', 3, 3, 0], ['400..449', 1, 1, 1], ['600..649', 2, 2, 2], ['1200..1249', 1, 1, 0]]);
		expect([size.known, size.missing]).toEqual([{ now: 3, of: 3 }, { key: '', value: '', now: 1, all: 1, isChosen: false }]);
		expect(slope.isWhole).toBe(false);
		expect(slope.bins.find(({ to }) => to === 0.002)).toMatchObject({ all: 2 });
		expect(slope.bins.find(({ from }) => from === 0.002)).toMatchObject({ all: 2, now: 2 });
	});

	it('name a hostile value of 3,000 letters in a few, and it is found again', () => {
		const { values } = facet(ask().facets, '备注', 'category');
		expect(values[0]).toMatchObject({ value: long, key: valueKey(long), all: 1 });
		expect(ask({ 备注: [values[0]!.key] }).passing()).toEqual([2]);
	});

	it('say which conditions leave nothing', () => {
		const { answer } = ask({ 材质: ['砖'], 管径: ['300'] });
		expect([answer.total, [...answer.without]]).toEqual([0, [3, 1]]);
	});
});

describe('conditions in words', () => {
	it('take the unit, no comma in a year, and no sum of a long value', () => {
		const all: AssetLeaf[] = [['管径', ['1200..', '']], ['坡度', ['-0.001..0.0005']], ['建成', ['..2011']], ['备注', [valueKey(long)]], ['口径', ['a']]].map(([field, of]) => ({ layer: 'pipes', field: field as string, of: of as string[] }));
		expect(assetFilterWords(translator('zh'), layer, all)).toBe('管径：≥ 1,200 mm或未填 · 坡度：-0.001–0.0005 · 建成：≤ 2011 · 备注：=cmd|<img src=x oner… · 口径：a');
	});
});

describe('a figure of a planner\'s layer', () => {
	it('keeps the digits of its file: a gradient of 0.0013 was shown as 0.001', () => expect([sayValue(0.0013, layer.fields[2]!, layer), sayValue(0.1 + 0.2, layer.fields[2]!, layer), sayValue(12345.5, layer.fields[1]!, layer), sayValue(2010, layer.fields[5]!, layer)]).toEqual(['0.0013', '0.3', '12,345.5 mm', '2010']));
});

describe('a filtered layer as GeoJSON', () => {
	it('holds the rows that pass, under their number in the file', () => {
		ask({ 材质: ['钢'] });
		const { features } = JSON.parse(`{"features":[${[...assets.features()].join('')}]}`) as { features: { id: number; geometry: unknown; properties: Record<string, unknown> }[] };
		expect(features.map(({ id }) => id)).toEqual([3, 7]);
		expect(features[0]).toEqual({ type: 'Feature', id: 3, geometry: null, properties: rows[2]!.properties });
	});
});
