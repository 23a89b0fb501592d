/** Documents of other regions and styles, and sentences with traps: the rules must hold on what they were not made from. */
import { describe, expect, it } from 'vitest';
import type { Findings } from '#lib/domain/policy-text.ts';
import { normalise } from '#lib/text/normalise.ts';
import { readPolicyText } from '#lib/text/read-policy.ts';
import { find } from '../../fixtures/policy-text.ts';
import { agencySentences, doubtSentences, figureSentences, measuredSentences, placeSentences } from '../../fixtures/unseen-sentences.ts';
import { unseenTexts } from '../../fixtures/unseen-texts.ts';

describe('the clauses of', () => {
	it.each(unseenTexts.map((one) => [one.name, one] as const))('%s', async (_, { text, title, imprint, paths, headings = {}, documents = 1 }) => {
		const read = await readPolicyText(text);
		const [document] = read.documents;
		expect(document!.clauses.map(({ path }) => path)).toEqual(paths);
		expect(Object.fromEntries(document!.clauses.filter(({ path }) => path in headings).map(({ path, heading }) => [path, heading]))).toEqual(headings);
		expect(read.documents).toHaveLength(documents);
		if (title !== undefined) expect(document!.title).toBe(title);
		if (imprint) expect([document!.issuer, document!.issued]).toEqual(imprint);
	});
});

const findIn = (sentence: string): Findings => find(normalise(sentence));

describe('in a sentence', () => {
	it.each(placeSentences)('places: %s', (sentence, ids) => expect(findIn(sentence).places.map(({ id, via }) => (via ? `${id}<${via}` : id))).toEqual(ids));

	it.each(figureSentences)('figures: %s', (sentence, figures) => {
		const told = findIn(sentence).figures.map(({ value, valueMin, valueMax, unit, comparator, year, baseYear }) => `${value ?? `${valueMin}~${valueMax}`} ${unit} ${comparator} ${year ?? '-'}${baseYear === null ? '' : `<${baseYear}`}`);
		expect(told).toEqual(figures);
	});

	it.each(measuredSentences)('what figures measure: %s', (sentence, words) => expect(findIn(sentence).figures.map(({ what }) => what)).toEqual(words));

	it.each(doubtSentences)('doubts: %s', (sentence, kinds, figures) => {
		const found = findIn(sentence);
		expect(found.doubts.map(({ kind }) => kind)).toEqual(kinds);
		if (figures !== undefined) expect(found.figures).toHaveLength(figures);
	});

	it.each(agencySentences)('who answers: %s', (sentence, words) => expect(findIn(sentence).agencies.filter(({ role }) => role === 'responsible').map(({ text }) => text)).toEqual(words));
});
