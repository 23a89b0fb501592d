/** The page of the method: today's counts and worked examples, computed by the method itself. */
import type { Atlas } from './atlas.ts';
import { indicatorRow } from './indicator-rows.ts';
import type { IndicatorRow } from './indicator-rows.ts';
import { whyOf } from './indicator-page.ts';
import type { Why } from './indicator-page.ts';
import type { Writer } from './indicator-words.ts';
import { tally } from './progress-all.ts';
import type { Judgements, Tally } from './progress-all.ts';

/** Real indicators that show different rules; one that is gone is left out. */
export const exampleIds = ['deadend-qingpu', 'water-surface-ratio', 'taipu-class', 'forest-coverage', 'key-waters-ahead'];

export interface MethodPage {
	counts: Tally;
	examples: { row: IndicatorRow; why: Why }[];
}

export const methodPage = (atlas: Atlas, writer: Writer, judgements: Judgements): MethodPage => ({
	counts: tally(judgements.values()),
	examples: exampleIds.flatMap((id) => {
		const indicator = atlas.indicator.get(id);
		return indicator ? [{ row: indicatorRow(atlas, writer, judgements, indicator), why: whyOf(atlas, writer, judgements, id) }] : [];
	})
});
