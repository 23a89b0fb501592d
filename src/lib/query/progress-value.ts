/** Published values and targets as numbers: plain ones, bounds ("over 100"), ranges and water classes (I = 1 … V = 5, worse than V = 6). */
import type { Indicator, Target } from '../domain/dataset.ts';

/** Where the true value lies; an end that the source leaves open is infinite. */
export interface Extent {
	lo: number;
	hi: number;
}
export interface Written {
	valueText: string;
	valueMin: number | null;
	valueMax: number | null;
}

export const worstClass = 6;
const romans = ['I', 'II', 'III', 'IV', 'V'];
const roman = '(I{1,3}|IV|V)';
const forms: readonly [RegExp, (found: number[]) => Extent][] = [
	[/^(?:劣于?|WORSE ?THAN ?|INFERIOR ?(?:TO ?)?|BELOW ?)V$/, () => ({ lo: worstClass, hi: worstClass })],
	[new RegExp(`^${roman}$`), ([at]) => ({ lo: at!, hi: at! })],
	[new RegExp(`^(?:≤|优于或?(?:达到|等于)|达到或优于|不低于)${roman}$`), ([at]) => ({ lo: 1, hi: at! })],
	[new RegExp(`^${roman}(?:或更优|或优于|或以上|及以上|以上| ?OR ?BETTER)$`), ([at]) => ({ lo: 1, hi: at! })],
	[new RegExp(`^${roman}(?:或更差|及以下|或以下| ?OR ?WORSE)$`), ([at]) => ({ lo: at!, hi: worstClass })],
	[new RegExp(`^${roman} ?(?:-|–|—|~|至|到|TO) ?${roman}$`), ([a, b]) => ({ lo: Math.min(a!, b!), hi: Math.max(a!, b!) })]
];

/** `Ⅲ类`, `III或更优`, `II–III`, `劣V`, `worse than V`; `null` when the text is no class. */
export function readClass(text: string): Extent | null {
	const plain = text.normalize('NFKC').toUpperCase().replaceAll('类', '').replace(/\bCLASS\b/g, '').replace(/\s+/g, ' ').trim();
	for (const [form, extent] of forms) {
		const match = form.exec(plain);
		if (match) return extent(match.slice(1).map((part) => romans.indexOf(part) + 1));
	}
	return null;
}

/** `null` where the text carries no number or class. */
export function readExtent(kind: Indicator['valueKind'], row: Written): Extent | null {
	if (kind === 'text') return null;
	const named = kind === 'class' ? readClass(row.valueText) : null;
	if (named) return named;
	if (row.valueMin == null && row.valueMax == null) return null;
	const [lo, hi] = [row.valueMin ?? -Infinity, row.valueMax ?? Infinity];
	if (Number.isNaN(lo) || Number.isNaN(hi) || lo > hi) return null;
	return kind === 'class' && (lo < 1 || hi > worstClass) ? null : { lo, hi };
}

/** What has to be reached: `edge` from the side of `sense` (1: at least, -1: at most, 0: within the extent). */
export interface Goal extends Extent {
	sense: 1 | -1 | 0;
	isStrict: boolean;
	edge: number;
	isClass: boolean;
}

const senses: Partial<Record<Target['comparator'], 1 | -1>> = { ge: 1, gt: 1, le: -1, lt: -1 };
const byDirection = { higher: 1, lower: -1, neutral: 0 } as const;

/** A target range is reached from its easier end. "=" and "about" mean reached: at the value, or better in the indicator's direction. */
export function readGoal(indicator: Pick<Indicator, 'valueKind' | 'direction'>, target: Written & Pick<Target, 'comparator'>, base: Extent | null): Goal | 'text-target' | 'reduce-by-unclear' {
	if (target.comparator === 'reduce-by') return readReduction(target, base);
	const isClass = indicator.valueKind === 'class';
	const extent = readExtent(indicator.valueKind, target);
	const sense = isClass ? -1 : target.comparator === 'keep-class' ? undefined : (senses[target.comparator] ?? byDirection[indicator.direction]);
	if (!extent || sense === undefined) return 'text-target';
	const edge = sense > 0 ? extent.lo : extent.hi;
	if (!Number.isFinite(edge)) return 'text-target';
	return { ...extent, sense, edge, isClass, isStrict: target.comparator === 'gt' || target.comparator === 'lt' };
}

/** "Cut by 15%" needs the plan's base. Per cent of it where the text says %, else an amount in the indicator's unit. */
function readReduction(target: Written, base: Extent | null): Goal | 'reduce-by-unclear' {
	const cut = target.valueMin;
	if (cut === null || cut === undefined || !Number.isFinite(cut) || !base || base.lo !== base.hi || !Number.isFinite(base.lo)) return 'reduce-by-unclear';
	const edge = /%/.test(target.valueText) ? base.lo * (1 - cut / 100) : base.lo - cut;
	return { lo: -Infinity, hi: edge, sense: -1, edge, isClass: false, isStrict: false };
}

/** Binary fractions are no reason to miss a target. */
const slack = (a: number, b: number): number => 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
export const isAtLeast = (a: number, b: number): boolean => a >= b || b - a <= slack(a, b);

export function reaches(goal: Goal, at: number): boolean {
	if (goal.sense === 0) return isAtLeast(at, goal.lo) && isAtLeast(goal.hi, at);
	const [ahead, edge] = goal.sense > 0 ? [at, goal.edge] : [-at, -goal.edge];
	return goal.isStrict ? ahead > edge && ahead - edge > slack(ahead, edge) : isAtLeast(ahead, edge);
}

/** Half of the last digit that a text prints: how far rounding may have moved the value. */
export function halfDigit(text: string): number {
	const fraction = /\d[\d,]*(?:\.(\d+))?/.exec(text)?.[1] ?? '';
	return 0.5 * 10 ** -fraction.length;
}
