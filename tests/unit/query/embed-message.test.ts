import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readOrder, toMessage } from '#lib/query/embed-message.ts';
import { openRegion } from '../../fixtures/region.ts';

const { atlas } = openRegion();
const known = { exists: atlas.exists, isLayer: (id: string) => id === 'lakes', isTheme: () => false };
const read = (data: unknown) => readOrder(data, known);
const order = (fields: Record<string, unknown>) => read({ shuixiang: 1, ...fields });
const reasonOf = (data: unknown) => {
	const answer = read(data);
	return answer.is === 'refused' ? answer.reason : answer.is;
};

describe('what a page around the map may order', () => {
	it('a camera', () => expect(order({ type: 'camera', center: [121.1, 31.05], zoom: 11 })).toEqual({ is: 'order', order: { type: 'camera', camera: { center: [121.1, 31.05], zoom: 11 } } }));
	it('a record, and no record', () => {
		expect(order({ type: 'select', ref: 'place:mirror-lake' })).toEqual({ is: 'order', order: { type: 'select', ref: 'place:mirror-lake' } });
		expect(order({ type: 'select', ref: null })).toEqual({ is: 'order', order: { type: 'select', ref: null } });
	});
	it('a whole view, by its query string', () => {
		expect(order({ type: 'view', query: '?along=mirror-lake&within=2000&layers=lakes:0.5&at=121.1,31.05,11' })).toMatchObject({ is: 'order', order: { view: { filter: { all: [{ is: 'along', of: ['mirror-lake'], withinM: 2000 }] }, layers: [{ id: 'lakes', opacity: 0.5 }], camera: { zoom: 11 } } } });
		expect(order({ type: 'view', query: '' })).toMatchObject({ is: 'order', order: { view: { selection: null, camera: null } } });
	});
});

describe('what is refused, with one reason', () => {
	it.each<[string, unknown, string]>([
		['another version', { shuixiang: 2, type: 'select', ref: null }, 'version'],
		['a version in words', { shuixiang: '1', type: 'select', ref: null }, 'version'],
		['no type', { shuixiang: 1 }, 'type'],
		['an unknown type', { shuixiang: 1, type: 'download' }, 'type'],
		['a word that every object knows', { shuixiang: 1, type: 'constructor' }, 'type'],
		['a field too many', { shuixiang: 1, type: 'select', ref: null, then: 'save' }, 'fields'],
		['a field too few', { shuixiang: 1, type: 'camera', zoom: 9 }, 'fields'],
		['numbers as text', { shuixiang: 1, type: 'camera', center: ['121', '31'], zoom: 9 }, 'fields'],
		['three coordinates', { shuixiang: 1, type: 'camera', center: [121, 31, 0], zoom: 9 }, 'fields'],
		['latitude before longitude', { shuixiang: 1, type: 'camera', center: [31, 121], zoom: 9 }, 'range'],
		['no number', { shuixiang: 1, type: 'camera', center: [NaN, 31], zoom: 9 }, 'range'],
		['an endless zoom', { shuixiang: 1, type: 'camera', center: [121, 31], zoom: Infinity }, 'range'],
		['a record that does not exist', { shuixiang: 1, type: 'select', ref: 'place:lost-lake' }, 'unknown-id'],
		['a kind that cannot be selected', { shuixiang: 1, type: 'select', ref: 'source:s-plan' }, 'unknown-id'],
		['no reference', { shuixiang: 1, type: 'select', ref: '' }, 'fields'],
		['a script as a reference', { shuixiang: 1, type: 'select', ref: 'javascript:alert(1)' }, 'unknown-id'],
		['a reference that carries other parameters', { shuixiang: 1, type: 'select', ref: 'place:mirror-lake&along=long-river' }, 'unknown-id'],
		['a query with an unknown word', { shuixiang: 1, type: 'view', query: '?mood=sunny' }, 'query'],
		['a query with an unknown place', { shuixiang: 1, type: 'view', query: '?along=lost-lake' }, 'query'],
		['a query of a newer version', { shuixiang: 1, type: 'view', query: '?v=9' }, 'query'],
		['an address instead of a query', { shuixiang: 1, type: 'view', query: 'https://evil.example/?along=mirror-lake' }, 'fields'],
		['a query without end', { shuixiang: 1, type: 'view', query: `?along=${'a'.repeat(3000)}` }, 'fields']
	])('%s', (_, data, reason) => expect(reasonOf(data)).toBe(reason));

	it('names the order that it refuses, never more than a word of it', () => {
		expect(order({ type: 'select', ref: 'place:lost-lake' })).toEqual({ is: 'refused', reason: 'unknown-id', of: 'select' });
		expect(order({ type: 'x'.repeat(500) })).toEqual({ is: 'refused', reason: 'type', of: 'x'.repeat(20) });
	});
	it('words of other scripts get no answer', () => {
		for (const data of [null, undefined, '', 'shuixiang', 7, [], {}, { type: 'select', ref: 'place:mirror-lake' }, new Map([['shuixiang', 1]])]) expect(read(data)).toEqual({ is: 'foreign' });
	});
	it('whatever is sent, the reader answers and never throws', () => {
		fc.assert(fc.property(fc.record({ shuixiang: fc.constantFrom(1, 2), type: fc.oneof(fc.constantFrom('camera', 'select', 'view'), fc.anything()), center: fc.anything(), zoom: fc.anything(), ref: fc.anything(), query: fc.anything() }, { requiredKeys: ['shuixiang'] }), (data) => {
			expect(['order', 'refused', 'foreign']).toContain(read(data).is);
		}), { numRuns: 500 });
	});
});

it('what the map tells carries the version', () => expect(toMessage({ type: 'select', ref: null, title: '' })).toEqual({ shuixiang: 1, type: 'select', ref: null, title: '' }));
