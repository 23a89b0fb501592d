import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanGeometry } from '#lib/geo/clean.ts';
import { findCrossing } from '#lib/geo/crossing.ts';
import { placeRows } from '#lib/geo/place-rows.ts';

const square = [[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]];
const hole = [[0.5, 0.5], [0.5, 1], [1, 1], [1, 0.5], [0.5, 0.5]];
const keysOf = (raw: unknown) => cleanGeometry(raw).notes.map(({ key, level }) => `${key} ${level}`);

describe('a geometry of a planner’s file', () => {
	it('that is sound stays as it is, without a word', () => {
		const raw = { type: 'Polygon', coordinates: [square, hole] };
		expect(cleanGeometry(raw)).toEqual({ geometry: raw, notes: [] });
	});

	it.each([
		['nothing', null, 'no-geometry'], ['no object', 7, 'bad-type'], ['a curve', { type: 'CircularString', coordinates: [] }, 'bad-type'], ['an empty line', { type: 'LineString', coordinates: [] }, 'empty-shape'], ['an empty area', { type: 'MultiPolygon', coordinates: [] }, 'empty-shape'],
		['NaN', { type: 'Point', coordinates: [Number.NaN, 1] }, 'bad-position'], ['null', { type: 'Point', coordinates: [null, 1] }, 'bad-position'], ['text', { type: 'LineString', coordinates: [['120', '31'], ['121', '31']] }, 'bad-position'],
		['no list', { type: 'LineString', coordinates: 'x' }, 'bad-coordinates'], ['a line of one point', { type: 'LineString', coordinates: [[1, 1], [1, 1]] }, 'zero-line'], ['a flat area', { type: 'Polygon', coordinates: [[[0, 0], [1, 1], [2, 2], [0, 0]]] }, 'zero-area'],
		['point and line together', { type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 1] }, { type: 'LineString', coordinates: [[0, 0], [1, 1]] }] }, 'mixed-parts']
	])('that is %s is listed without one', (_, raw, key) => {
		expect(cleanGeometry(raw).geometry).toBeNull();
		expect(keysOf(raw)).toEqual([`${key} skipped`]);
	});

	it('is closed, turned, thinned and flattened by rule, and each is said', () => {
		const { geometry, notes } = cleanGeometry({ type: 'Polygon', coordinates: [[[0, 0, 5], [0, 2, 5], [0, 2, 5], [2, 2, 5], [2, 0, 5]]] });
		expect(geometry).toEqual({ type: 'Polygon', coordinates: [[[0, 0], [2, 0], [2, 2], [0, 2], [0, 0]]] });
		expect(notes.map(({ key }) => key).toSorted()).toEqual(['flat', 'repeated', 'turned', 'unclosed']);
	});

	it('whose edges cross keeps its outline and gives no inside, a bow tie of no area too', () => {
		const bow = [[0, 0], [2, 2], [2, 0], [0, 2], [0, 0]];
		expect(cleanGeometry({ type: 'Polygon', coordinates: [bow] })).toEqual({ geometry: { type: 'LineString', coordinates: bow }, notes: [{ key: 'crossed', with: { at: '1, 1' }, level: 'repaired' }] });
		expect(cleanGeometry({ type: 'Polygon', coordinates: [square, [[1, 1], [3, 1], [3, 1.5], [1, 1]]] }).geometry?.type).toBe('MultiLineString');
	});

	it('loses only the parts that are nothing', () => {
		expect(cleanGeometry({ type: 'MultiPolygon', coordinates: [[square], [[[5, 5], [6, 6], [5, 5]]]] })).toMatchObject({ geometry: { type: 'Polygon' }, notes: [{ key: 'part-dropped', with: { count: 1 } }] });
		expect(cleanGeometry({ type: 'GeometryCollection', geometries: [{ type: 'Point', coordinates: [1, 1] }, { type: 'MultiPoint', coordinates: [[2, 2], [3, 3]] }] }).geometry).toEqual({ type: 'MultiPoint', coordinates: [[1, 1], [2, 2], [3, 3]] });
	});

	it('never throws, whatever JSON it is', () => {
		fc.assert(fc.property(fc.constantFrom('Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'GeometryCollection'), fc.jsonValue({ maxDepth: 5 }), (type, coordinates) => {
			const { geometry, notes } = cleanGeometry({ type, coordinates, geometries: coordinates });
			expect(geometry !== null || notes.length === 1).toBe(true);
		}), { numRuns: 1000 });
	});
});

it('a crossing is found by the sweep exactly where looking at every pair finds one', () => {
	const coordinate = fc.integer({ min: 0, max: 60 });
	fc.assert(fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 4, maxLength: 12 }), (ring) => {
		const few = findCrossing([[...ring, ring[0]!]]);
		const far = Array.from({ length: 40 }, (_, i) => [1000 + i, i % 2]);
		expect(findCrossing([[...ring, ring[0]!], far]) === null).toBe(few === null);
	}), { numRuns: 500 });
});

describe('rows in WGS84', () => {
	const row = (coordinates: number[]) => ({ row: 1, geometry: { type: 'Point' as const, coordinates }, properties: {} });
	it('a point at zero, or with its numbers the wrong way round, is listed without a place and says which', () => {
		expect(placeRows([row([0, 0])], { crs: { datum: 'wgs84' }, isSwapped: false })).toMatchObject({ unplaced: 1, bbox: null, rows: [{ geometry: null }], problems: [{ key: 'outside' }] });
		expect(placeRows([row([31, 121])], { crs: { datum: 'wgs84' }, isSwapped: false }).problems).toMatchObject([{ key: 'swapped', level: 'skipped' }]);
		expect(placeRows([row([31, 121])], { crs: { datum: 'wgs84' }, isSwapped: true })).toMatchObject({ unplaced: 0, bbox: [121, 31, 121, 31] });
	});
	it('an area whose axes are exchanged still runs as RFC 7946 has it', () => {
		const ring = [[31, 121], [31.1, 121], [31.1, 121.1], [31, 121]];
		const { rows } = placeRows([{ row: 1, geometry: { type: 'Polygon', coordinates: [ring] }, properties: {} }], { crs: { datum: 'wgs84' }, isSwapped: true });
		expect(cleanGeometry(rows[0]!.geometry).notes).toEqual([]);
		expect(rows[0]!.geometry).toMatchObject({ coordinates: [[[121, 31], [121.1, 31.1], [121, 31.1], [121, 31]]] });
	});
});
