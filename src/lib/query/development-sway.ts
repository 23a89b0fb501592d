/**
 * How far the weights decide. Every weight is drawn 1,000 times within half and one and a half of what was chosen, each on its own; the draws
 * are the same for every row and every visit. Told are the middle nine tenths of the index, the ranks that places take, and what one weight
 * alone does. The values stay as they are: this says nothing of their own doubt.
 */
import { average } from './development-index.ts';
import type { RowScore } from './development-index.ts';

export const draws = 1000;
export const spread = 0.5;

export interface RowSway {
	/** Middle nine tenths of the index over the draws; `null` without an index. */
	lo: number | null;
	hi: number | null;
	/** Among the places of its year that have an index: as chosen, best and worst over the draws; `null` where it stands alone. */
	rank: { chosen: number; best: number; worst: number } | null;
}
export interface Sway {
	/** One for each row, in its order. */
	rows: RowSway[];
	/** By year with two places or more: share of the draws that leave the order as it is. */
	order: { year: number; held: number }[];
}

/** Mulberry32: small, seeded, the same in every engine. */
export function randomFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

export function drawWeights(weights: readonly number[], count = draws, seed = 21): number[][] {
	const random = randomFrom(seed);
	return Array.from({ length: count }, () => weights.map((weight) => weight * (1 - spread + 2 * spread * random())));
}

/** 1 for the highest; equal ones share a rank. */
export const ranksOf = (values: readonly number[]): number[] => values.map((value) => 1 + values.filter((other) => other > value + 1e-9).length);

export function swayOf(rows: readonly RowScore[], weights: readonly number[]): Sway {
	const drawn = drawWeights(weights);
	const spans = rows.map(({ index, parts }) => (index === null ? [] : drawn.map((some) => average(parts.map(({ score }) => score), some, true)!)));
	const swayed = rows.map((_, i): RowSway => ({ ...middle(spans[i]!), rank: null }));
	const order = [...new Set(rows.map(({ year }) => year))].flatMap((year) => {
		const group = rows.flatMap((row, i) => (row.year === year && row.index !== null ? [i] : []));
		if (group.length < 2) return [];
		const chosen = ranksOf(group.map((i) => rows[i]!.index!));
		const ranks = drawn.map((_, d) => ranksOf(group.map((i) => spans[i]![d]!)));
		for (const [g, i] of group.entries()) swayed[i]!.rank = { chosen: chosen[g]!, best: Math.min(...ranks.map((some) => some[g]!)), worst: Math.max(...ranks.map((some) => some[g]!)) };
		return [{ year, held: ranks.filter((some) => some.every((rank, g) => rank === chosen[g])).length / draws }];
	});
	return { rows: swayed, order };
}

function middle(values: readonly number[]): { lo: number | null; hi: number | null } {
	const sorted = values.toSorted((a, b) => a - b);
	return { lo: sorted[Math.floor(sorted.length * 0.05)] ?? null, hi: sorted[Math.ceil(sorted.length * 0.95) - 1] ?? null };
}

/** The index of a row with one weight alone at half and at one and a half of what was chosen. */
export function swingOf(row: RowScore, weights: readonly number[], part: number): { less: number; more: number } | null {
	if (row.index === null) return null;
	const at = (factor: number) => average(row.parts.map(({ score }) => score), weights.map((weight, i) => (i === part ? weight * factor : weight)), true)!;
	return { less: at(1 - spread), more: at(1 + spread) };
}
