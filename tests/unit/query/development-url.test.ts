import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeIndex, encodeIndex, indexHref } from '#lib/query/development-url.ts';
import type { IndexChoice, IndexKnown } from '#lib/query/development-url.ts';

const known: IndexKnown = { subjects: new Map([['delta', new Set(['gdp', 'firms'])], ['districts', new Set(['homes'])], ['west', new Set(['roads'])]]) };
const plain: IndexChoice = { of: 'delta', items: null, norm: 'minmax', isPartial: false, years: '' };
const decoded = (search: string) => decodeIndex(search, known);

describe('the address of an index', () => {
	it('holds the choice', () => expect(decoded('?i=gdp:30,firms:20&norm=target&partial=1&years=2019..2022')).toEqual({ choice: { of: 'delta', items: [{ id: 'gdp', weight: 30 }, { id: 'firms', weight: 20 }], norm: 'target', isPartial: true, years: '2019..2022' }, ignored: [], isForm: false }));
	it('tells nothing chosen from nothing said', () => expect([decoded('').choice.items, decoded('?i=').choice.items]).toEqual([null, []]));
	it('is read from the plain form too: an empty field and a weight of 0 choose nothing', () => expect(decoded('?of=delta&w.gdp=40&w.firms=&norm=minmax&partial=')).toEqual({ choice: { ...plain, items: [{ id: 'gdp', weight: 40 }] }, ignored: [], isForm: true }));
	it('refuses an indicator of another place, and says so', () => expect(decoded('?i=roads:10,gdp:10').ignored).toEqual([{ text: 'roads:10', why: 'scope' }]));
	it('tells all that it ignores', () => expect(decoded('?i=gdp:300,firms:x,ponds:5,gdp:10,gdp:20,:&norm=best&partial=yes&years=soon&mood=sunny&of=atlantis').ignored).toEqual([
		{ text: 'gdp:300', why: 'weight' }, { text: 'firms:x', why: 'weight' }, { text: 'ponds:5', why: 'unknown' }, { text: 'gdp:20', why: 'twice' }, { text: ':', why: 'unknown' },
		{ text: 'norm=best', why: 'unknown' }, { text: 'partial=yes', why: 'unknown' }, { text: 'years=soon', why: 'unknown' }, { text: 'mood=sunny', why: 'unknown' }, { text: 'of=atlantis', why: 'unknown' }
	]));
	it('leaves out what is the default', () => {
		expect(indexHref('zh', plain, known)).toBe('/zh/index');
		expect(indexHref('en', { ...plain, of: 'west', items: [{ id: 'roads', weight: 5 }] }, known, 'index.csv')).toBe('/en/index.csv?of=west&i=roads:5');
	});
	it('comes back the same after a round trip', () => {
		const items = (ids: string[]) => fc.option(fc.subarray(ids).chain((some) => fc.tuple(...some.map((id) => fc.record({ id: fc.constant(id), weight: fc.integer({ min: 1, max: 100 }) })))), { nil: null });
		const choice = fc.constantFrom(...known.subjects.keys()).chain((of) => fc.record({ of: fc.constant(of), items: items([...known.subjects.get(of)!]), norm: fc.constantFrom('minmax' as const, 'target' as const), isPartial: fc.boolean(), years: fc.constantFrom('', '2019..2025', '..2022', '2020') }));
		fc.assert(fc.property(choice, (some) => {
			expect(decoded(encodeIndex(some, known))).toEqual({ choice: some, ignored: [], isForm: false });
		}));
	});
	it('never fails on nonsense', () => fc.assert(fc.property(fc.string(), (search) => {
		expect(known.subjects.has(decoded(`?i=${search}&w.${search}`).choice.of)).toBe(true);
	})));
});
