/** The five comparisons as lines for a terminal, against the goals of the text pipeline. */
import type { Miss, Score, SeedScores } from './compare.ts';

export type Scores = ReadonlyMap<string, SeedScores>;

interface Line {
	label: string;
	of: (scores: SeedScores) => Score;
	/** Per cent; without one the line is told and not judged. */
	goal?: number;
}
const lines: readonly Line[] = [
	{ label: 'numbered clauses, path and start', of: ({ numbered }) => numbered, goal: 99 },
	{ label: 'titled paragraphs, path and start', of: ({ titled }) => titled },
	{ label: 'clause ends, of those found', of: ({ ends }) => ends },
	{ label: 'place mentions, recall', of: ({ recall }) => recall, goal: 98 },
	{ label: 'place mentions, precision', of: ({ precision }) => precision, goal: 98 },
	{ label: 'responsible units, lines', of: ({ responsible }) => responsible, goal: 100 },
	{ label: 'figures, value, unit and year', of: ({ figures }) => figures, goal: 95 },
	{ label: 'comparator and base year, of those', of: ({ comparators }) => comparators },
	{ label: 'garbled passages flagged', of: ({ doubts }) => doubts }
];

const sum = (scores: Scores, of: (one: SeedScores) => number): number => [...scores.values()].reduce((total, one) => total + of(one), 0);
const percentOf = ({ right, of }: { right: number; of: number }): number | null => (of === 0 ? null : (right / of) * 100);
const add = (scores: Scores, of: Line['of']): { right: number; of: number } => ({ right: sum(scores, (one) => of(one).right), of: sum(scores, (one) => of(one).of) });
const rounded = (percent: number | null): string => (percent === null ? '–' : `${(Math.floor(percent * 10) / 10).toFixed(1)} %`);

/** Whether every goal is reached; a goal that nothing was measured for is not. */
export function reachesGoals(scores: Scores): boolean {
	return lines.every(({ of, goal }) => goal === undefined || (percentOf(add(scores, of)) ?? 0) >= goal) && sum(scores, ({ guessed }) => guessed.length) === 0;
}

export function formatReport(scores: Scores): string[] {
	const seeds = [...scores.keys()];
	const guessed = sum(scores, (one) => one.guessed.length);
	const row = (label: string, right: string, percent: string, goal: string, each: readonly string[]): string => [label.padEnd(36), right.padStart(10), percent.padStart(9), goal.padStart(8), ...each.map((cell) => cell.padStart(9))].join(' ');
	return [
		row('', 'right/of', '', 'goal', seeds),
		...lines.map(({ label, of, goal }) => {
			const total = add(scores, of);
			return row(label, `${total.right}/${total.of}`, rounded(percentOf(total)), goal === undefined ? '' : `≥ ${goal}`, seeds.map((seed) => `${of(scores.get(seed)!).right}/${of(scores.get(seed)!).of}`));
		}),
		row('guessed garbled figures', `${guessed}`, '', '0', seeds.map((seed) => `${scores.get(seed)!.guessed.length}`)),
		`In no table: ${sum(scores, (one) => one.inventedClauses.length)} numbered clauses, ${sum(scores, (one) => one.otherFigures.length)} figures.`,
		`Places not judged: ${sum(scores, (one) => one.notJudged.doubtful)} rows we doubt, ${sum(scores, (one) => one.notJudged.waiting)} rows of places that the register does not hold, ${sum(scores, (one) => one.notJudged.younger)} mentions of places younger than the tables.`
	];
}

/** One line a miss: seed, offset, up to six characters either side, expected, got. */
export function formatMisses(scores: Scores, textOf: (seed: string) => string): string[] {
	return [...scores].flatMap(([seed, one]) => {
		const misses: Miss[] = [...lines.flatMap(({ of }) => of(one).misses), ...one.guessed, ...one.inventedClauses, ...one.otherFigures];
		const text = textOf(seed);
		return misses.toSorted((a, b) => a.at - b.at).map(({ what, at, expected, got }) => `${seed} ${`${at}`.padStart(6)}  …${text.slice(Math.max(0, at - 6), at + 6).replace(/\s/g, ' ')}…  ${what}: expected ${expected}, got ${got}`);
	});
}
