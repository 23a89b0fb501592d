/** Judgements of a whole dataset: every indicator once, with the target that counts now, and how many are in each state. */
import type { Target } from '../domain/dataset.ts';
import type { Atlas } from './atlas.ts';
import { yearOf } from './progress-basis.ts';
import { isJudged, rules, states } from './progress-rules.ts';
import type { Rule, State } from './progress-rules.ts';
import { judge } from './progress.ts';
import type { Judgement, Question } from './progress.ts';

/** The next target that is due; after the last one, the last. A target without year stands behind dated ones. */
export function currentTarget(targets: readonly Target[], todayYear: number): Target | null {
	const dueIn = (target: Target) => yearOf(target.year) ?? Infinity;
	const byYear = targets.toSorted((a, b) => dueIn(a) - dueIn(b));
	return byYear.find((target) => dueIn(target) >= todayYear && dueIn(target) !== Infinity) ?? byYear.findLast((target) => dueIn(target) !== Infinity) ?? byYear[0] ?? null;
}

export function questionOf(atlas: Atlas, id: string, today: string): Question {
	const indicator = atlas.indicator.get(id)!;
	return { indicator, target: currentTarget(atlas.targets(id), yearOf(today) ?? 0), observations: atlas.observations(id), conflicts: atlas.conflicts(`indicator:${id}`) };
}

export type Judgements = ReadonlyMap<string, Judgement>;
/** `today` is the data date unless a test says otherwise. */
export const judgeAll = (atlas: Atlas, today = atlas.dataset.dataDate): Judgements => new Map(atlas.dataset.indicators.map(({ id }) => [id, judge(questionOf(atlas, id, today), today)]));

const known = new WeakMap<Atlas, Judgements>();
/** The same, kept as long as the dataset stands: lists and panels ask for one indicator at a time. */
export function judgementsOf(atlas: Atlas): Judgements {
	let judgements = known.get(atlas);
	if (!judgements) known.set(atlas, (judgements = judgeAll(atlas)));
	return judgements;
}

export interface Tally {
	total: number;
	judged: number;
	states: Record<State, number>;
	rules: Partial<Record<Rule, number>>;
}

export function tally(judgements: Iterable<Judgement>): Tally {
	const sum: Tally = { total: 0, judged: 0, states: Object.fromEntries(states.map((state) => [state, 0])) as Record<State, number>, rules: {} };
	for (const { state, rule } of judgements) {
		sum.total++;
		if (isJudged(state)) sum.judged++;
		sum.states[state]++;
		sum.rules[rule] = (sum.rules[rule] ?? 0) + 1;
	}
	return sum;
}

export const stateOf = (rule: Rule): State => rules[rule];
