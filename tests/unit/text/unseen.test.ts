/** Documents of other regions and styles, and sentences with traps: the rules must hold on what they were not made from. */
import { describe, expect, it } from 'vitest';
import { readPolicyText } from '#lib/text/read-policy.ts';
import { unseenTexts } from '../../fixtures/unseen-texts.ts';

describe('the clauses of', () => {
	it.each(unseenTexts.map((one) => [one.name, one] as const))('%s', async (_, { text, title, paths, headings = {}, documents = 1 }) => {
		const read = await readPolicyText(text);
		const [document] = read.documents;
		expect(document!.clauses.map(({ path }) => path)).toEqual(paths);
		expect(Object.fromEntries(document!.clauses.filter(({ path }) => path in headings).map(({ path, heading }) => [path, heading]))).toEqual(headings);
		expect(read.documents).toHaveLength(documents);
		if (title !== undefined) expect(document!.title).toBe(title);
	});
});
