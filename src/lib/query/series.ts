/** What a chart of one indicator shows, in years and in the indicator's unit (classes: I = 1 … worse than V = 6); the drawing is the chart's. */
import type { Indicator, Observation, Target } from '../domain/dataset.ts';
import { pointWords, targetWords, valueWords, whenWords } from './indicator-words.ts';
import type { Writer } from './indicator-words.ts';
import { newestFirst, yearOf } from './progress-basis.ts';
import { readExtent, readGoal } from './progress-value.ts';
import { requiredAt } from './progress.ts';
import type { Judgement } from './progress.ts';

export interface Point {
	id: string;
	/** Decimal year; for a period its end. */
	at: number;
	/** First and last year that the value may speak of. */
	from: number;
	to: number;
	y: number;
	/** Ends of a range; equal to `y` for a plain value. */
	lo: number;
	hi: number;
	kind: Observation['basisKind'];
	text: string;
	/** The value without its unit. */
	label: string;
	when: string;
	isJudged: boolean;
	isBase: boolean;
}
export interface Series {
	kind: 'number' | 'class';
	points: Point[];
	/** Points that a fine line may join: same kind of value, one after the other. */
	runs: Point[][];
	goal: { y: number; year: number | null; text: string } | null;
	/** The straight line from base to target. */
	path: { from: [x: number, y: number]; to: [x: number, y: number] } | null;
	/** Whole years between the first value and today that no value speaks of. */
	gaps: number[];
	x: [number, number];
	y: [number, number];
}

const runOf: Partial<Record<Observation['basisKind'], string>> = { annual: 'annual', 'plan-base': 'annual', 'uncertain-year': 'annual', count: 'count', cumulative: 'cumulative' };

function spanOf(row: Observation): [from: number, to: number] | null {
	const ends = (row.period || row.year).split('/').map((end) => (row.basisKind === 'single-month' || row.period.includes('/') ? decimalYear(end) : yearOf(row.year || end)));
	const [from, to] = [ends[0] ?? null, ends.at(-1) ?? null];
	if (from === null || to === null) return null;
	return row.basisKind === 'uncertain-year' ? [from - 1, to] : [from, to];
}
const decimalYear = (date: string): number | null => {
	const year = yearOf(date);
	return year === null || date.length < 7 ? year : year + (Number(date.slice(5, 7)) - 0.5) / 12;
};

export function seriesOf(writer: Writer, indicator: Indicator, target: Target | null, observations: readonly Observation[], judgement: Judgement, today: string): Series | null {
	if (indicator.valueKind === 'text' || indicator.confidence === 'low') return null;
	const points = newestFirst(observations).reverse().flatMap((row): Point[] => {
		const extent = readExtent(indicator.valueKind, row);
		const span = spanOf(row);
		if (!extent || !span) return [];
		const [lo, hi] = [Number.isFinite(extent.lo) ? extent.lo : extent.hi, Number.isFinite(extent.hi) ? extent.hi : extent.lo];
		const y = indicator.valueKind === 'class' ? hi : (lo + hi) / 2;
		return [{ id: row.id, at: span[1], from: span[0], to: span[1], y, lo, hi, kind: row.basisKind, text: valueWords(writer, indicator, row), label: pointWords(indicator, row), when: whenWords(row), isJudged: row.id === judgement.value?.id && judgement.state !== 'not-comparable' && target !== null, isBase: row.id === judgement.base?.id }];
	});
	const base = judgement.base && readExtent(indicator.valueKind, judgement.base);
	const read = target && readGoal(indicator, target, base);
	const goal = read && typeof read !== 'string' ? read : null;
	const targetYear = yearOf(target?.year);
	if (points.length === 0 && !goal) return null;
	const baseYear = yearOf(judgement.base?.year);
	const hasPath = goal !== null && base && baseYear !== null && targetYear !== null && !goal.isClass && requiredAt({ goal, base: { at: base.lo, year: baseYear }, targetYear }, targetYear) !== null;
	const thisYear = yearOf(today) ?? 2019;
	const first = Math.floor(Math.min(...points.map(({ from }) => from), thisYear - 3));
	const last = Math.ceil(Math.max(...points.map(({ to }) => to), targetYear ?? 0, thisYear - 1));
	const years = Array.from({ length: Math.max(0, thisYear - first) }, (_, i) => first + i);
	const isSpoken = (year: number) => points.some(({ from, to, kind }) => (kind === 'single-month' ? Math.floor(from) === year : from <= year && year <= to));
	const ys = [...points.flatMap(({ lo, hi }) => [lo, hi]), ...(goal ? [goal.edge] : [])];
	return {
		kind: indicator.valueKind, points, runs: runsOf(points), goal: goal && target && { y: goal.edge, year: targetYear, text: targetWords(writer, indicator, target) },
		path: hasPath ? { from: [baseYear, base.lo], to: [targetYear, goal.edge] } : null, gaps: years.filter((year) => !isSpoken(year)).slice(-30), x: [first, last], y: indicator.valueKind === 'class' ? [1, 6] : [Math.min(...ys), Math.max(...ys)]
	};
}

function runsOf(points: readonly Point[]): Point[][] {
	const runs = new Map<string, Point[]>();
	for (const point of points) {
		const run = runOf[point.kind];
		if (run) runs.set(run, [...(runs.get(run) ?? []), point]);
	}
	return [...runs.values()].filter((run) => run.length > 1);
}
