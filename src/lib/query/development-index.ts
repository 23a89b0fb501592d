/**
 * An index that can be argued with: chosen indicators, each scored 0–100 between two stated ends, averaged by the reader's weights. Nothing is
 * filled in and nothing carried forward: a row that lacks a chosen value has no index, unless the reader asks for a partial one, which is then
 * averaged over what is there and says how much of the weight that is. Pure and deterministic.
 */
export const norms = ['minmax', 'target'] as const;
export type Norm = (typeof norms)[number];

/** One year of one place. */
export interface RowKey {
	place: string;
	year: number;
}
export const keyOf = ({ place, year }: RowKey): string => `${place} ${year}`;

/** The values that score 0 and 100, in the indicator's unit. A lower value is better where `full` lies below `zero`. */
export interface Ends {
	zero: number;
	full: number;
}
export const unscoredReasons = ['no-value', 'no-spread', 'no-target', 'no-base', 'no-distance', 'class-no-path'] as const;
export type Unscored = (typeof unscoredReasons)[number];

export interface Part {
	id: string;
	/** Above 0, as chosen; only shares count. */
	weight: number;
	direction: 'higher' | 'lower';
	/** By `keyOf`; a key that is not there has no value. */
	values: ReadonlyMap<string, number>;
	/** From the plan's base (or zero, for a total counted up) to the target, by place; the reason where there is none. */
	targetEnds: ReadonlyMap<string, Ends | Unscored>;
}

/** Min–max: the worst and the best value of the rows shown. Against target: from the base to the target of that place. */
export function endsOf(part: Part, norm: Norm, rows: readonly RowKey[], place: string): Ends | Unscored {
	const values = rows.flatMap((row) => part.values.get(keyOf(row)) ?? []);
	if (values.length === 0) return 'no-value';
	if (norm === 'target') return part.targetEnds.get(place) ?? 'no-target';
	const [lo, hi] = [Math.min(...values), Math.max(...values)];
	if (lo === hi) return 'no-spread';
	return part.direction === 'higher' ? { zero: lo, full: hi } : { zero: hi, full: lo };
}

/** Beyond an end counts as that end. */
export const scoreOf = ({ zero, full }: Ends, value: number): number => Math.min(100, Math.max(0, (100 * (value - zero)) / (full - zero)));

export interface PartScore {
	id: string;
	value: number | null;
	/** 0–100; `null`: no value, or no two ends to score it between. */
	score: number | null;
	/** What it adds to the index; `null` where there is no index. */
	points: number | null;
}
export interface RowScore extends RowKey {
	index: number | null;
	/** Share of the weight that has a score, 0–1. */
	coverage: number;
	parts: PartScore[];
}

export function scoreRows(parts: readonly Part[], rows: readonly RowKey[], norm: Norm, isPartial: boolean): RowScore[] {
	const ends = new Map([...new Set(rows.map(({ place }) => place))].map((place) => [place, parts.map((part) => endsOf(part, norm, rows, place))]));
	return rows.map((row) => {
		const scored = parts.map((part, i) => {
			const value = part.values.get(keyOf(row)) ?? null;
			const between = ends.get(row.place)![i]!;
			return { id: part.id, value, score: value === null || typeof between === 'string' ? null : scoreOf(between, value) };
		});
		const index = average(scored.map(({ score }) => score), parts.map(({ weight }) => weight), isPartial);
		const present = sumOf(parts, (_, i) => scored[i]!.score !== null);
		return { ...row, index, coverage: present === 0 ? 0 : present / sumOf(parts, () => true), parts: scored.map((part, i) => ({ ...part, points: index === null || part.score === null ? null : (part.score * parts[i]!.weight) / present })) };
	});
}

const sumOf = (parts: readonly Part[], counts: (part: Part, i: number) => boolean): number => parts.reduce((sum, part, i) => (counts(part, i) ? sum + part.weight : sum), 0);

/** Weighted mean of the scores that are there; `null` where one is missing and part of the weight is not enough. */
export function average(scores: readonly (number | null)[], weights: readonly number[], isPartial: boolean): number | null {
	let [sum, weight] = [0, 0];
	for (const [i, score] of scores.entries()) {
		if (score !== null) [sum, weight] = [sum + score * weights[i]!, weight + weights[i]!];
		else if (!isPartial) return null;
	}
	return weight > 0 ? sum / weight : null;
}

/** The newest row with a whole index, else with a partial one: what single weights are tried on. */
export const newestWhole = <R extends { index: number | null; coverage: number }>(rows: readonly R[]): R | undefined => {
	const there = rows.filter(({ index }) => index !== null);
	return there.findLast(({ coverage }) => coverage >= Math.max(...there.map((row) => row.coverage))) ?? there.at(-1);
};
