/** Values, targets and units of indicators as planners write them: `20.38%`, `≥ 20.6%`, `III 类`, `Class III or better`. */
import type { Indicator, Observation, Target } from '../domain/dataset.ts';
import { formatNumber, say, withUnit } from '../i18n/index.ts';
import type { Lang, Translate } from '../i18n/index.ts';
import { valueText } from './cards.ts';
import { pick } from './cite.ts';
import { readClass, worstClass } from './progress-value.ts';

export interface Writer {
	lang: Lang;
	t: Translate;
}
type Measured = Pick<Indicator, 'valueKind' | 'unitZh' | 'unitEn'>;

export const classNames = ['I', 'II', 'III', 'IV', 'V', '劣V'];
export function classWords(lang: Lang, lo: number, hi: number): string {
	const name = (at: number) => (at >= worstClass ? (lang === 'zh' ? '劣V 类' : 'worse than Class V') : lang === 'zh' ? `${classNames[at - 1]} 类` : `Class ${classNames[at - 1]}`);
	if (lo === hi) return name(lo);
	if (lo === 1) return lang === 'zh' ? `${name(hi)}或更优` : `${name(hi)} or better`;
	return `${name(lo)}–${name(hi)}`;
}

export const withUnitOf = (lang: Lang, indicator: Measured, text: string): string => {
	const unit = indicator.valueKind === 'class' ? '' : pick(lang, indicator, 'unit');
	return unit.startsWith('%') ? `${text}${unit}` : withUnit(text, unit);
};

/** The value alone, for beside a point whose axis names the unit. */
export const pointWords = (indicator: Measured, row: Pick<Observation, 'valueText' | 'valueMin' | 'valueMax'>): string => {
	if (indicator.valueKind === 'class') {
		const extent = readClass(row.valueText);
		return extent && extent.lo === extent.hi && extent.lo < worstClass ? classNames[extent.lo - 1]! : extent && extent.lo === 1 ? `≤ ${classNames[extent.hi - 1]}` : '> V';
	}
	return row.valueMin !== null && row.valueMin === row.valueMax ? formatNumber(row.valueMin) : row.valueText;
};

export function valueWords({ lang }: Writer, indicator: Measured, row: Pick<Observation, 'valueText' | 'valueMin' | 'valueMax' | 'noteEn'>): string {
	if (indicator.valueKind === 'class') {
		const extent = readClass(row.valueText);
		return extent ? classWords(lang, extent.lo, extent.hi) : valueText(lang, row);
	}
	if (indicator.valueKind === 'text') return valueText(lang, row);
	const isPlain = row.valueMin !== null && row.valueMin === row.valueMax && /^[\d.,]+$/.test(row.valueText);
	/** A grade given in words where a number was asked for has no unit. */
	return /\d/.test(row.valueText) ? withUnitOf(lang, indicator, isPlain ? formatNumber(row.valueMin!) : valueText(lang, row)) : valueText(lang, row);
}

/** "=" is read as reached and is not printed; a class keeps its words. */
export function targetWords(writer: Writer, indicator: Measured, target: Target): string {
	const value = valueWords(writer, indicator, target);
	if (target.comparator === 'eq' || indicator.valueKind === 'text') return value;
	return `${say(writer.t, 'comparator', target.comparator)} ${value}`;
}

/** A computed value with one digit more than the plan prints: `20.38%` between 20.3 and 20.6. */
export function computedWords(lang: Lang, indicator: Measured, value: number, printed: readonly string[]): string {
	const digits = Math.min(3, 1 + Math.max(0, ...printed.map((text) => /\.(\d+)/.exec(text)?.[1]!.length ?? 0)));
	return withUnitOf(lang, indicator, formatNumber(Number(value.toFixed(digits))));
}

export const whenWords = (row: Pick<Observation, 'year' | 'period'>): string => row.period.replace('/', '–') || row.year;
