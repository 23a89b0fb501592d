/** Ranges as planners write them: `5–20 km`, `≤ 10 亿元`, `≥ 2031`; empty for a value that is no range. */
import type { RangeKey } from './select.ts';
import { formatInvestment, formatNumber } from '../i18n/index.ts';
import type { Lang } from '../i18n/lang.ts';
import { parseRange } from './ranges.ts';
import { parseYears } from './years.ts';

const withUnit = (lang: Lang, key: RangeKey, figures: string): string => (key === 'length' ? `${figures} km` : key === 'period' ? figures : lang === 'zh' ? `${figures} 亿元` : `CNY ${figures}`);

/** One end of a range, without its unit. */
export const figureIn = (lang: Lang, key: RangeKey, value: number): string => (key === 'period' ? String(value) : key === 'length' ? formatNumber(value) : formatInvestment(lang, value));

export function rangeWords(lang: Lang, key: RangeKey, value: string): string {
	const range = key === 'period' ? parseYears(value) : parseRange(value);
	if (!range) return '';
	const [isOpenBelow, isOpenAbove] = [value.startsWith('..'), value.endsWith('..')];
	const [from, to] = range.map((end) => figureIn(lang, key, end)) as [string, string];
	return isOpenBelow ? `≤ ${withUnit(lang, key, to)}` : isOpenAbove ? `≥ ${withUnit(lang, key, from)}` : withUnit(lang, key, range[0] === range[1] ? from : `${from}–${to}`);
}
