/**
 * Value against target: the published method (`docs/method.md`, page `/zh/method`). It claims little: a state is given only for a value that
 * may be compared with its target, and every answer names its rule and the values it used. Pure; `today` is the data date, never the clock.
 */
import type { Conflict, Indicator, Observation, Target } from '../domain/dataset.ts';
import { newestOf, refusalOf, yearOf } from './progress-basis.ts';
import type { Row } from './progress-basis.ts';
import { rules } from './progress-rules.ts';
import type { Caveat, Rule, State } from './progress-rules.ts';
import { halfDigit, isAtLeast, reaches, readExtent, readGoal } from './progress-value.ts';
import type { Extent, Goal } from './progress-value.ts';

/** `scope` of a row is that of its indicator unless the row says another. */
export interface Question {
	indicator: Pick<Indicator, 'id' | 'valueKind' | 'direction' | 'scope' | 'confidence'>;
	target: (Target & { scope?: string }) | null;
	observations: readonly Row[];
	conflicts?: readonly Pick<Conflict, 'field' | 'used'>[];
}

export interface Judgement {
	state: State;
	rule: Rule;
	target: Target | null;
	/** The plan's base, where a source names one. */
	base: Observation | null;
	/** The value that was judged, or the newest one that was not; the rule says which. */
	value: Observation | null;
	/** What the straight line from base to target asks for in the year of the value; in the indicator's unit. */
	required: number | null;
	/** For a value of uncertain year: what each year would give. Told beside the state, never instead of it. */
	ifYear: { year: number; state: State; required: number | null }[];
	caveats: Caveat[];
}

interface Path {
	goal: Goal;
	base: { at: number; year: number } | null;
	targetYear: number | null;
	todayYear: number;
}

export function judge({ indicator, target, observations, conflicts = [] }: Question, today: string): Judgement {
	const baseRow = (target?.baseline && observations.find(({ id }) => id === target.baseline)) || null;
	const answer = (rule: Rule, value: Observation | null = null, more: Partial<Judgement> = {}): Judgement => ({ state: rules[rule], rule, target, base: baseRow, value, required: null, ifYear: [], caveats: [], ...more });
	const isValue = (row: Row) => row !== baseRow && row.basisKind !== 'plan-base';
	const newest = newestOf(observations, isValue);
	if (!target) return answer('no-target', newest);
	if (!newest) return answer(observations.length === 0 ? 'no-observation' : 'only-base');
	if (indicator.confidence === 'low') return answer('low-confidence', newest);
	const disputed = conflicts.filter(({ used }) => used === '').map(({ field }) => field);
	if (disputed.some((field) => field.startsWith('target'))) return answer('sources-disagree', newest);

	if (baseRow && baseRow.indicator !== indicator.id) return answer('other-definition', newest);
	const baseExtent = baseRow && baseRow.basisKind !== 'single-month' ? readExtent(indicator.valueKind, baseRow) : null;
	const goal = readGoal(indicator, target, baseExtent);
	if (typeof goal === 'string') return answer(goal, newest);
	const todayYear = yearOf(today) ?? Infinity;
	const path: Path = { goal, base: baseOf(goal, baseRow, baseExtent), targetYear: yearOf(target.year), todayYear };
	const context = { indicator, goal, scope: target.scope ?? indicator.scope, baseYear: yearOf(baseRow?.year ?? ''), todayYear, disputed };
	// Most often the newest row is fit, and no other needs to be asked.
	const isFit = (row: Row) => refusalOf(row, context) === null;
	const value = isFit(newest) ? newest : newestOf(observations, (row) => isValue(row) && isFit(row));
	if (!value) {
		const rule = refusalOf(newest, context)!;
		return answer(rule, newest, { ifYear: rule === 'uncertain-year' ? ifYears(path, newest, indicator.valueKind) : [] });
	}
	const extent = readExtent(indicator.valueKind, value)!;
	const year = yearOf(value.year)!;
	const required = requiredAt(path, year);
	const rule = ruleFor(path, extent, year);
	return answer(rule, value, { required, caveats: caveatsOf({ path, rule, value, target, extent, year, required, hasNewer: value !== newest }) });
}

/** What the path asks for in a year, whether or not there is a value; `null` where there is no path. */
export function requiredIn({ indicator, target, observations }: Question, year: number): number | null {
	const baseRow = (target?.baseline && observations.find(({ id, basisKind }) => id === target.baseline && basisKind !== 'single-month')) || null;
	const extent = baseRow && readExtent(indicator.valueKind, baseRow);
	const goal = target && extent && readGoal(indicator, target, extent);
	return goal && typeof goal !== 'string' ? requiredAt({ goal, base: baseOf(goal, baseRow, extent), targetYear: yearOf(target.year) }, year) : null;
}

/** A report of one year often tells the year before: both, side by side. */
function ifYears(path: Path, row: Observation, kind: Indicator['valueKind']): Judgement['ifYear'] {
	const extent = readExtent(kind, row);
	const year = yearOf(row.year);
	return extent && year !== null ? [year - 1, year].map((possible) => ({ year: possible, state: rules[ruleFor(path, extent, possible)], required: requiredAt(path, possible) })) : [];
}

function baseOf(goal: Goal, row: Observation | null, extent: Extent | null): Path['base'] {
	const year = yearOf(row?.year ?? '');
	return !goal.isClass && goal.sense !== 0 && extent && year !== null && extent.lo === extent.hi ? { at: extent.lo, year } : null;
}

/** The straight line from base to target; the target itself from its year on; `null` where no line can be drawn. */
export function requiredAt({ goal, base, targetYear }: Pick<Path, 'goal' | 'base' | 'targetYear'>, year: number): number | null {
	if (!base || targetYear === null || base.year >= targetYear || year < base.year) return null;
	return base.at + (goal.edge - base.at) * Math.min(1, (year - base.year) / (targetYear - base.year));
}

/** Both ends of what the value may be are judged; a value whose worse end falls short while its better end does not is undecided. */
function ruleFor(path: Path, { lo, hi }: Extent, year: number): Rule {
	const [worse, better] = (path.goal.sense >= 0 ? [lo, hi] : [hi, lo]).map((end) => ruleAt(path, end, year));
	const fallsShort = (rule: Rule) => rules[rule] === 'behind' || rules[rule] === 'not-yet-met';
	return fallsShort(worse!) && !fallsShort(better!) ? 'range-undecided' : worse!;
}

function ruleAt(path: Path, at: number, year: number): Rule {
	const { goal, targetYear, todayYear } = path;
	if (reaches(goal, at)) return goal.isClass ? 'class-reached' : 'target-reached';
	if (targetYear === null) return 'no-target-year';
	const isOver = year >= targetYear;
	const required = requiredAt(path, year);
	if (required !== null && isOver) return 'target-year-missed';
	if (isOver || todayYear > targetYear) return 'target-year-over';
	if (goal.isClass) return 'class-no-path';
	if (required === null) return 'no-base';
	return (goal.sense > 0 ? isAtLeast(at, required) : isAtLeast(required, at)) ? 'on-path' : 'below-path';
}

function caveatsOf({ path, rule, value, target, extent, year, required, hasNewer }: { path: Path; rule: Rule; value: Observation; target: Target; extent: Extent; year: number; required: number | null; hasNewer: boolean }): Caveat[] {
	const gap = (mark: number | null) => (mark === null ? Infinity : Math.min(Math.abs(extent.lo - mark), Math.abs(extent.hi - mark)));
	const nearest = Math.min(gap(path.goal.edge), gap(required));
	const holds: Record<Caveat, boolean> = {
		early: rules[rule] === 'met' && path.targetYear !== null && year < path.targetYear,
		close: !path.goal.isClass && nearest > 1e-9 && nearest <= halfDigit(value.valueText),
		approximate: ['≈', '~', '约'].includes(value.valueText.charAt(0)),
		'about-target': target.comparator === 'about',
		'newer-not-judged': hasNewer,
		'same-source': value.sources.length > 0 && value.sources.every((source) => target.sources.includes(source))
	};
	return (Object.keys(holds) as Caveat[]).filter((caveat) => holds[caveat]);
}
