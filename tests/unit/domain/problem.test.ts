import { describe, expect, it } from 'vitest';
import { describeProblem } from '#lib/domain/problem.ts';
import type { Problem } from '#lib/domain/problem.ts';

const problem = (key: Problem['key'], words: Problem['with'], row = 3): Problem => ({ file: 'catalogue/links.csv', row, key, with: words, level: 'error' });

describe('a problem', () => {
	it('is one line with file, row, what was found, what was expected and what to do', () => {
		expect(describeProblem(problem('unknown-ref', { owner: 'measure action-plan-5', kind: 'place', value: 'taipu', column: 'to' }, 214))).toBe('catalogue/links.csv:214 measure action-plan-5 names unknown place taipu in "to". Correct the id or add the place.');
		expect(describeProblem(problem('bad-value', { column: 'basis', value: 'near', expected: 'one of named, inferred' }))).toBe('catalogue/links.csv:3 "basis" is "near"; expected one of named, inferred. Correct the cell.');
	});

	it('of the whole file names no row', () => expect(describeProblem(problem('unreadable', { reason: 'it does not exist' }, 0))).toMatch(/^catalogue\/links\.csv the file cannot be read/));
});
