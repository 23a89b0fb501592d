import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dataset } from '#lib/domain/dataset.ts';
import type { Place } from '#lib/domain/place.ts';
import type { Shape, Shapes } from '#lib/domain/shape.ts';
import { createAtlas } from '#lib/query/atlas.ts';
import { networkOf } from '#lib/query/network/flows.ts';
import { waterLinesOf } from '#lib/query/network/water-lines.ts';
import { publish } from '#lib/server/publish.ts';
import { readRoot } from '#lib/server/roots.ts';
import { openRegion } from '../../../fixtures/region.ts';

const { dataset, relations, shapes } = publish([readRoot('geodata')]);
const atlas = createAtlas(dataset, relations);
const lines = waterLinesOf(atlas, shapes);
const network = networkOf(atlas, lines);
const told = (id: string, way: 'upstream' | 'downstream') => Object.fromEntries(network[way](id).filter(({ isReading }) => !isReading).map(({ water, via }) => [water, via]));

describe('the direction of a drawn line', () => {
	it('is known where an end lies at a water with a stated flow, and our lines then run downstream', () => {
		expect(Object.fromEntries([...lines.directed].map(([id, { toldBy, isDownstream }]) => [id, [toldBy, isDownstream]]))).toEqual({
			'taipu-river': ['taihu-lake', true], 'lanlu-channel': ['dianshan-lake', true], 'dianpu-river': ['dianshan-lake', true], 'jishui-channel': ['dianshan-lake', true], maohe: ['huangpu-river', true], 'huangpu-river': ['maohe', true]
		});
	});

	it('turns with the statement, not with the way the line was drawn', () => {
		const turned = structuredClone(shapes);
		const { geometry } = turned.river.find(({ id }) => id === 'taipu-river')!;
		if (geometry.type !== 'LineString') throw new Error('the Taipu is one line');
		geometry.coordinates.reverse();
		const other = waterLinesOf(atlas, turned);
		expect(other.directed.get('taipu-river')!.isDownstream).toBe(false);
		expect(other.spanOf('taipu-river', 'fen-lake')!.from).toBeCloseTo(lines.spanOf('taipu-river', 'fen-lake')!.from, 1);
	});

	it('is not known of the Wusong in two parts, of canals without a stated flow, or of a canal that ends 12 km short of the Huangpu', () => {
		for (const id of ['wusong-river', 'grand-canal', 'ditang', 'hongqi-canal']) expect(lines.directed.has(id), id).toBe(false);
	});
});

describe('up- and downstream through the stated flows', () => {
	it('comes through Yuandang to Dianshan and on to the Huangpu', () => {
		expect(told('yuandang-lake', 'downstream')).toEqual({ 'dianshan-lake': [], 'lanlu-channel': ['dianshan-lake'], 'dianpu-river': ['dianshan-lake'], 'huangpu-river': ['dianshan-lake', 'lanlu-channel'] });
		expect(told('dianshan-lake', 'upstream')).toEqual({ 'yuandang-lake': [], 'jishui-channel': [] });
	});

	it('gathers all ten stated flows above the Huangpu', () => {
		const above = told('huangpu-river', 'upstream');
		expect(Object.keys(above).toSorted()).toEqual(['dianpu-river', 'dianshan-lake', 'hongqi-canal', 'jishui-channel', 'lanlu-channel', 'maohe', 'taihu-lake', 'taipu-river', 'wusong-river', 'yuandang-lake']);
		expect(above['yuandang-lake']).toEqual(['dianshan-lake', 'lanlu-channel']);
		expect(network.downstream('huangpu-river')).toEqual([]);
	});

	it('adds no flow for waters that only meet: the Maohe takes in the Taipu on the map, and nothing states it', () => {
		expect(network.upstream('maohe')).toEqual([]);
		expect(network.upstream('grand-canal')).toEqual([]);
		expect(network.downstream('jinze-reservoir')).toEqual([]);
	});

	it('tells no part of the Huangpu as below the Wusong, which comes in beyond our line', () => {
		expect(network.downstream('wusong-river')).toEqual([{ water: 'huangpu-river', via: [], stretch: null, isReading: false }]);
	});
});

describe('a lake on a river of known direction', () => {
	it('has the river above it upstream and the river below it downstream, as a reading', () => {
		expect(network.upstream('fen-lake')).toEqual([{ water: 'taipu-river', via: [], stretch: [0, 30.66], isReading: true }, { water: 'taihu-lake', via: ['taipu-river'], stretch: [0, Infinity], isReading: true }]);
		expect(network.downstream('fen-lake')).toEqual([{ water: 'taipu-river', via: [], stretch: [35.74, Infinity], isReading: true }, { water: 'huangpu-river', via: ['taipu-river'], stretch: null, isReading: true }]);
	});

	it('lies on its river, neither above nor below it', () => {
		expect(network.upstream('taipu-river').map(({ water }) => water)).toEqual(['taihu-lake']);
		expect(network.downstream('taipu-river').map(({ water }) => water)).toEqual(['huangpu-river']);
	});

	it('is below what the river comes from', () => {
		expect(network.downstream('taihu-lake').find(({ water }) => water === 'fen-lake')).toEqual({ water: 'fen-lake', via: ['taipu-river'], stretch: [0, Infinity], isReading: true });
	});
});

it('the mirror lake of the fixture flows into the long river', () => {
	const { atlas: small, publication } = openRegion();
	const flows = networkOf(small, waterLinesOf(small, publication.shapes));
	expect(flows.downstream('mirror-lake').map(({ water }) => water)).toEqual(['long-river']);
	expect(flows.upstream('long-river').map(({ water }) => water)).toEqual(['mirror-lake']);
	expect(flows.upstream('far-lake')).toEqual([]);
});

/** Waters `w0`, `w1`, … with any flows, circles and loops among them. */
const arbitraryWaters = fc.integer({ min: 1, max: 8 }).chain((n) => fc.array(fc.tuple(fc.nat(n - 1), fc.nat(n - 1), fc.constantFrom('lake', 'river')), { maxLength: 16 }).map((edges) => Array.from({ length: n }, (_, i) => ({ id: `w${i}`, kind: edges.find(([from]) => from === i)?.[2] ?? 'lake', flows_to: [...new Set(edges.filter(([from]) => from === i).map(([, to]) => `w${to}`))] }) as Place)));
const atlasOf = (places: Place[]) => createAtlas({ ...dataset, places } as Dataset, {});

describe('any network', () => {
	it('is told the same from both ends, stops at a circle, and follows stated flows alone', () => {
		fc.assert(fc.property(arbitraryWaters, (places) => {
			const flows = networkOf(atlasOf(places), null);
			for (const { id, flows_to } of places) {
				const below = flows.downstream(id);
				for (const { water, via } of below) {
					expect(flows.upstream(water).map((one) => one.water)).toContain(id);
					[id, ...via].forEach((from, i, way) => expect(places.find((place) => place.id === from)!.flows_to).toContain(way[i + 1] ?? water));
				}
				for (const { water } of flows.upstream(id)) expect(flows.downstream(water).map((one) => one.water)).toContain(id);
				for (const to of flows_to!) if (to !== id) expect(below.map(({ water }) => water)).toContain(to);
				expect(below.map(({ water }) => water)).not.toContain(id);
			}
		}), { seed: 6, numRuns: 150 });
	});

	it('is told the same from both ends with lakes and inflows along a river, but for the lakes that lie on the water asked about', () => {
		const square = (lon: number): Shape['geometry'] => ({ type: 'Polygon', coordinates: [[[lon - 0.01, 31.04], [lon + 0.01, 31.04], [lon + 0.01, 31.06], [lon - 0.01, 31.06], [lon - 0.01, 31.04]]] });
		const stream = (lon: number): Shape['geometry'] => ({ type: 'LineString', coordinates: [[lon, 31.15], [lon, 31.0501]] });
		fc.assert(fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 18 }), { minLength: 1, maxLength: 7 }), fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), (spots, isLake) => {
			const shape = (id: string, kind: 'lake' | 'river', geometry: Shape['geometry']): Shape => ({ id, place: id, kind, geometry, accuracy: 'derived', accuracyM: 20, rank: 1, context: false, at: [121, 31] });
			const some = spots.map((spot, i) => ({ id: `w${spot}`, isLake: isLake[i]!, shape: shape(`w${spot}`, isLake[i] ? 'lake' : 'river', (isLake[i] ? square : stream)(121 + spot * 0.03)) }));
			const places = [{ id: 'main', kind: 'river', flows_to: ['sea'] }, { id: 'spring', kind: 'lake', flows_to: ['main'] }, { id: 'sea', kind: 'lake' }, ...some.map((one) => (one.isLake ? { id: one.id, kind: 'lake' } : { id: one.id, kind: 'river', flows_to: ['main'] }))] as Place[];
			const drawn = { ...shapes, district: [], town: [], rail: [], road: [], waterway: [], station: [], site: [], water: [shape('spring', 'lake', square(120.99)), ...some.filter((one) => one.isLake).map((one) => one.shape)], river: [shape('main', 'river', { type: 'LineString', coordinates: [[121, 31.05], [121.6, 31.05]] }), ...some.filter((one) => !one.isLake).map((one) => one.shape)] } as Shapes;
			const one = atlasOf(places);
			const flows = networkOf(one, waterLinesOf(one, drawn));
			const besideMain = ['spring', 'sea', ...some.map(({ id }) => id)];
			for (const a of besideMain) for (const b of besideMain.filter((id) => id !== a)) expect(flows.upstream(a).some(({ water }) => water === b), `${b} above ${a}`).toBe(flows.downstream(b).some(({ water }) => water === a));
			for (const lake of some.filter((each) => each.isLake)) {
				const [at, above] = [Number(lake.id.slice(1)), flows.upstream(lake.id).map(({ water }) => water)];
				expect(above.toSorted()).toEqual(['main', 'spring', ...some.filter(({ id }) => Number(id.slice(1)) < at).map(({ id }) => id)].toSorted());
			}
		}), { seed: 6, numRuns: 40 });
	});
});
