import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Filter } from '#lib/domain/view.ts';
import { parseExpression, printExpression } from '#lib/query/expression.ts';
import { arbitraryTree } from '../../fixtures/arbitrary-view.ts';

const values = { along: ['a', 'b-1'], zone: ['z'], district: ['d'], town: ['t'], domain: ['eco'], kind: ['rail', 'road'], status: ['planned'], agency: ['g'], document: ['p'], period: ['..2019', '2023'], length: ['5..20', '0.5..'], investment: ['..10', 'unknown'], gap: ['status-old', 'project-no-clause'] };

describe('a filter tree as text', () => {
	it('reads "or", "not", several values and metres', () => {
		expect(parseExpression('or(kind=rail,not(district=qingpu+wujiang),along=taipu-river~500)')).toEqual({ any: [{ is: 'kind', of: ['rail'] }, { not: { is: 'district', of: ['qingpu', 'wujiang'] } }, { is: 'along', of: ['taipu-river'], withinM: 500 }] });
	});

	it('reads the spaces that an address makes of "+"', () => expect(parseExpression('kind=rail road')).toEqual({ is: 'kind', of: ['rail', 'road'] }));

	it('comes back as it was printed', () => {
		fc.assert(
			fc.property(arbitraryTree(values), (tree) => {
				expect(parseExpression(printExpression(tree))).toEqual(tree);
			}),
			{ numRuns: 1000 }
		);
	});

	it('keeps what it does not know as it stands', () => {
		expect(parseExpression('budget=2030+2031~50')).toEqual({ is: 'unknown', key: 'budget', of: ['2030', '2031~50'] });
		expect(printExpression(parseExpression('and(budget=2030~50,kind=rail)')!)).toBe('and(budget=2030~50,kind=rail)');
	});

	it.each(['', 'kind', 'kind=', '=rail', 'or(', 'or)', 'or(kind=rail', 'or(kind=rail))', 'or(kind=rail,)', 'not()', 'not(kind=rail,kind=road)', 'kind=rail~500', 'along=a~99999', 'xor(kind=rail)', 'kind=rail)x', 'and(kind=rail kind=road', '('.repeat(50)])('takes "%s" for none', (text) => expect(parseExpression(text)).toBeNull());

	it('stops at a tree that nobody would build by hand', () => {
		const nested = (depth: number): Filter => (depth === 0 ? { is: 'kind', of: ['rail'] } : { not: nested(depth - 1) });
		expect(parseExpression(printExpression(nested(12)))).toEqual(nested(12));
		expect(parseExpression(printExpression(nested(13)))).toBeNull();
		expect(parseExpression('not('.repeat(20_000))).toBeNull();
	});

	it('never throws', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom('and(', 'or(', 'not(', ')', ',', '=', '~', '+', 'kind', 'along', '5', ' ', '水'), maxLength: 30 }), (text) => {
				const tree = parseExpression(text);
				if (tree) expect(parseExpression(printExpression(tree))).toEqual(tree);
			}),
			{ numRuns: 2000 }
		);
	});
});
