import { describe, expect, it } from 'vitest';
import { conditionOn, parseSpan, printSpan, setCondition, toggleValue, valueKey, valuesNamed } from '#lib/query/asset-filter.ts';

describe('a value in an address', () => {
	const long = '<img src=x onerror=alert(1)>'.repeat(200);
	it('is itself; a long one is its beginning and a sum of the whole', () => {
		expect(['PE', '=cmd', '__proto__', ''].map(valueKey)).toEqual(['PE', '=cmd', '__proto__', '']);
		expect(valueKey(long)).toHaveLength(valueKey(`${long}x`).length);
		expect(valueKey(long)).not.toBe(valueKey(`${long}x`));
		expect(valueKey(long).length).toBeLessThan(40);
	});
	it('that is cut inside a character, or holds half of one, can still be written', () => {
		for (const text of ['\ud800', `${'a'.repeat(19)}${'😀'.repeat(30)}`]) expect(() => encodeURIComponent(valueKey(text))).not.toThrow();
	});
	it('finds the values of the layer again, and tells which the layer has not', () => {
		const values = ['PE', long, `${long}x`, '\ud800', 'toString'];
		expect(valuesNamed([valueKey(long), '', '钢', 'toString', valueKey('\ud800'), 'constructor'], values)).toEqual({ found: [long, '', 'toString', '\ud800'], unknown: ['钢', 'constructor'] });
	});
});

describe('a range of any figure', () => {
	it.each([['-0.5..20', [-0.5, 20]], ['..-3', [-Infinity, -3]], ['1e-7..1e+21', [1e-7, 1e21]], ['5', [5, 5]], ['5..', [5, Infinity]], ['-5..-2', [-5, -2]]] as const)('%s', (text, span) => {
		expect(parseSpan(text)).toEqual(span);
		expect(printSpan(...(span.map((end) => (Number.isFinite(end) ? end : null)) as [number | null, number | null]))).toBe(text);
	});
	it.each(['', '..', '5...7', '7..5', 'a..b', '1,2', '0x10', '--5', '5..6..7', ' 5', 'Infinity'])('%s is none', (text) => expect(parseSpan(text)).toBeNull());
});

describe('the list of conditions', () => {
	const all = [{ layer: 'pipes', field: '材质', of: ['PE'] }, { layer: 'pumps', field: '材质', of: ['钢'] }];
	it('changes one field of one layer and leaves the rest', () => {
		expect(setCondition(all, { layer: 'pipes', field: '材质', of: toggleValue(conditionOn(all, 'pipes', '材质'), '') })).toEqual([{ ...all[0], of: ['PE', ''] }, all[1]]);
		expect(setCondition(all, { layer: 'pipes', field: '材质', of: toggleValue(['PE'], 'PE') })).toEqual([all[1]]);
		expect(setCondition(all, { layer: 'pipes', field: '管径', of: ['..300'] })).toEqual([...all, { layer: 'pipes', field: '管径', of: ['..300'] }]);
	});
});
