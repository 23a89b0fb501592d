import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPlaces } from '#lib/catalogue/formats/geojson.ts';
import { describeProblem } from '#lib/domain/problem.ts';

type Json = Record<string, unknown>;
const properties: Json = { id: 'pond', kind: 'lake', names: { zh: '塘', en: 'Pond' }, accuracy: { class: 'derived', m: 50 }, source: 'drawn', licence: 'CC0', date: '2024' };
const square = [[121, 31], [121.1, 31], [121.1, 31.1], [121, 31.1], [121, 31]];
const polygon = (...rings: unknown[]) => ({ type: 'Polygon', coordinates: rings });
const file = (geometry: unknown, change: Json = {}): string => JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: { ...properties, ...change }, geometry }] });
const read = (text: string) => readPlaces('places/a.geojson', text);
const told = (geometry: unknown, change: Json = {}) => read(file(geometry, change)).problems.map(describeProblem);

describe('a file of places', () => {
	it('gives features with their number in the file', () => {
		const { features, problems } = read(file(polygon(square)));
		expect(problems).toEqual([]);
		expect(features).toMatchObject([{ id: 'pond', file: 'places/a.geojson', row: 1, geometry: { type: 'Polygon' } }]);
	});

	it('may hold a place that nobody could locate', () => expect(told(null, { accuracy: null, note_zh: '无', note_en: 'None' })).toEqual([]));

	it.each<[string, unknown, Json, string]>([
		['an unclosed ring', polygon(square.slice(0, 4)), {}, 'ring 1 of pond is not closed; expected first and last position to be the same. Repeat the first position at the end.'],
		['an unclosed hole', polygon(square, square.slice(0, 4)), {}, 'ring 2 of pond is not closed'],
		['a ring of three positions', polygon([square[0], square[1], square[0]]), {}, 'ring 1 of pond has 3 positions; expected at least 4. Complete or remove the ring.'],
		['an empty ring', polygon(square, []), {}, 'ring 2 of pond has 0 positions'],
		['a line of one position', { type: 'LineString', coordinates: [[121, 31]] }, {}, 'line 1 of pond has 1 positions; expected at least 2'],
		['latitude before longitude', { type: 'Point', coordinates: [31, 121] }, {}, 'position [31, 121] of pond looks swapped; expected longitude first, then latitude. Swap the two numbers.'],
		['a position in the Atlantic', { type: 'Point', coordinates: [-30, 31] }, {}, 'position [-30, 31] of pond is outside China; expected longitude 73–136, latitude 3–54. Check the datum and the digits.'],
		['words for coordinates', { type: 'Point', coordinates: ['121', '31'] }, {}, 'a position of pond is no pair of numbers; expected [longitude, latitude]'],
		['a geometry of another kind', { type: 'GeometryCollection', geometries: [] }, {}, 'geometry of pond is no geometry of a place'],
		['geometry without accuracy', polygon(square), { accuracy: null }, 'pond has geometry and no accuracy; expected a class and metres. Declare both.'],
		['no source', polygon(square), { source: '' }, '"source" is empty; expected a value'],
		['an unknown kind', polygon(square), { kind: 'puddle' }, '"kind" is "puddle"; expected one of zone'],
		['no English name', polygon(square), { names: { zh: '塘' } }, '"names.en" is empty; expected a value'],
		['a note in one language', polygon(square), { note_zh: '注' }, '"note_zh" is filled and "note_en" is empty; expected both languages. Add the translation.'],
		['members that are no list', null, { accuracy: null, members: 'pond-2' }, '"members" is "\\"pond-2\\""; expected a list of words'],
		['an id with capitals', polygon(square), { id: 'Pond 1' }, 'id "Pond 1" is not well formed']
	])('with %s is told of with file, feature and remedy', (_, geometry, change, sentence) => {
		const [first, ...rest] = told(geometry, change);
		expect(first).toContain(`places/a.geojson:1 ${sentence.replaceAll('\\"', '"')}`);
		expect(rest).toEqual([]);
	});

	it('draws nothing of a broken geometry and keeps the record', () => {
		expect(read(file(polygon(square.slice(0, 4)))).features).toMatchObject([{ id: 'pond', geometry: null }]);
	});

	it('that is no JSON, or no collection, is one problem of the whole file', () => {
		expect(read('{"type":').problems).toMatchObject([{ row: 0, key: 'bad-json' }]);
		expect(read('[]').problems).toMatchObject([{ row: 0, key: 'bad-feature' }]);
		expect(read('{"type":"FeatureCollection","features":[null,5]}').problems.map(({ row, key }) => [row, key])).toEqual([[1, 'bad-id'], [2, 'bad-id']]);
	});

	it('never throws, whatever JSON it holds', () => {
		const number = fc.constantFrom(121, 31, 121.1, 0, -1, 1e9);
		const nested: fc.Arbitrary<unknown> = fc.letrec((tie) => ({ any: fc.oneof({ maxDepth: 5 }, number, fc.constant(null), fc.constant('x'), fc.constant({}), fc.array(tie('any'), { maxLength: 4 })) })).any;
		const geometry = fc.oneof(fc.jsonValue(), fc.record({ type: fc.constantFrom('Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon', 'Curve'), coordinates: fc.oneof(nested, fc.jsonValue()) }));
		const feature = fc.oneof(fc.jsonValue(), fc.record({ properties: fc.oneof(fc.jsonValue(), fc.constant(properties), fc.record({ id: fc.constant('pond'), names: fc.jsonValue(), accuracy: fc.jsonValue(), members: fc.jsonValue() })), geometry }));
		fc.assert(
			fc.property(fc.oneof(fc.jsonValue(), fc.record({ type: fc.constant('FeatureCollection'), features: fc.array(feature, { maxLength: 3 }) }), fc.string()), (value) => {
				const { problems } = read(typeof value === 'string' ? value : JSON.stringify(value));
				for (const problem of problems) expect(describeProblem(problem)).not.toContain('undefined;');
			}),
			{ numRuns: 1500 }
		);
	});
});
