/** Decisions and what hangs on them: an accepted row has all that it needs accepted or in the dataset; what hangs on a row that is no longer accepted is open again. */
import type { Decisions, Review, ReviewRow } from '../../domain/review.ts';

export type Accepting =
	| { ok: true; decisions: Decisions; also: ReviewRow[] }
	/** The row to see to first: itself or one that it needs, to be completed or rejected before. */
	| { ok: false; first: ReviewRow; why: 'missing' | 'rejected' };

/** The row and all that it needs, nearest to the document first. */
function chainOf({ byKey }: Review, key: string): ReviewRow[] {
	const chain = new Map<string, ReviewRow>();
	const visit = (at: string): void => {
		const row = byKey.get(at);
		if (!row || row.isKnown || chain.has(at)) return;
		row.needs.forEach(visit);
		chain.set(at, row);
	};
	visit(key);
	return [...chain.values()];
}

export function acceptRow(review: Review, decisions: Decisions, key: string): Accepting {
	const chain = chainOf(review, key);
	const refused = chain.find((row) => row.key !== key && decisions[row.key] === 'rejected');
	if (refused) return { ok: false, first: refused, why: 'rejected' };
	// The row asked for is named before those it needs.
	const first = chain.toReversed().find(({ missing }) => missing.length > 0);
	if (first) return { ok: false, first, why: 'missing' };
	const also = chain.filter((row) => row.key !== key && decisions[row.key] !== 'accepted');
	return { ok: true, decisions: { ...decisions, ...Object.fromEntries(chain.map((row) => [row.key, 'accepted' as const])) }, also };
}

/** Rows that are accepted and need the given ones, at whatever remove. */
function dependants({ rows }: Review, decisions: Decisions, keys: readonly string[]): string[] {
	const gone = new Set(keys);
	for (let size = -1; size !== gone.size;) {
		size = gone.size;
		for (const { key, needs } of rows) if (decisions[key] === 'accepted' && needs.some((need) => gone.has(need))) gone.add(key);
	}
	return [...gone].filter((key) => !keys.includes(key));
}

const without = (decisions: Decisions, keys: readonly string[]): Decisions => Object.fromEntries(Object.entries(decisions).filter(([key]) => !keys.includes(key)));

/** `opened`: accepted rows that hung on it and are open again. */
export function rejectRow(review: Review, decisions: Decisions, key: string): { decisions: Decisions; opened: string[] } {
	const opened = dependants(review, decisions, [key]);
	return { decisions: { ...without(decisions, opened), [key]: 'rejected' }, opened };
}
export function reopenRow(review: Review, decisions: Decisions, key: string): { decisions: Decisions; opened: string[] } {
	const opened = dependants(review, decisions, [key]);
	return { decisions: without(decisions, [key, ...opened]), opened };
}

/** Accepted rows of the review as it stands now: what a correction has left incomplete, or has made known, is none of them. */
export function settle(review: Review, decisions: Decisions): Decisions {
	const isOut = (key: string): boolean => {
		const row = review.byKey.get(key);
		return !row || row.isKnown || (decisions[key] === 'accepted' && row.missing.length > 0);
	};
	const out = Object.keys(decisions).filter(isOut);
	const open = out.filter((key) => review.byKey.has(key) && !review.byKey.get(key)!.isKnown);
	return without(decisions, [...out, ...dependants(review, decisions, open)]);
}

/** Links that are sure and hang on nothing open: their measure or project is accepted or in the dataset. */
export const sureLinks = (review: Review, decisions: Decisions): ReviewRow[] =>
	review.rows.filter((row) => row.kind === 'link' && row.confidence === 'high' && row.cells.basis === 'named' && decisions[row.key] === undefined && isReady(review, decisions, row));

/** Nothing is to be filled and nothing else is taken along. */
export const isReady = (review: Review, decisions: Decisions, row: ReviewRow): boolean => !row.isKnown && row.missing.length === 0 && chainOf(review, row.key).every(({ key }) => key === row.key || decisions[key] === 'accepted');
