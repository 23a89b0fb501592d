/** A filter in one sentence, as chips, slides and exports say it. */
import { formatMetres, say } from '../i18n/index.ts';
import type { Translate } from '../i18n/index.ts';
import type { FilterChip } from './explore.ts';

export function chipWords(t: Translate, chip: FilterChip): string {
	if (chip.key === 'expression') return chip.words || t('filter.expression');
	if (chip.isUnknown) return `${chip.key}=${chip.values.join(',')}`;
	const names = chip.values.map((value, i) => chip.names[i] || say(t, chip.key, value)).join(t('join.or'));
	if (chip.key === 'along') return t('chip.along', { names, within: formatMetres(chip.withinM ?? 0) });
	return t('chip.other', { facet: say(t, 'facet', chip.key), names });
}

/** `沿太浦河 ≤ 2 km · 项目状态：在建`; without a filter the words for everything. On a slide "≤ 0 m" is said in words, and a long row of names is cut with its number. */
export const filterWords = (t: Translate, chips: readonly FilterChip[]): string => chips.map((chip) => (chip.withinM === 0 ? t('briefme.along.at', { names: namesIn(t, chip.names) }) : chipWords(t, chip))).join(' · ') || t('summary.all');

const mostNames = 3;
const namesIn = (t: Translate, names: readonly string[]): string => (names.length > mostNames + 1 ? t('briefme.along.more', { list: names.slice(0, mostNames).join(t('join.list')), n: names.length }) : names.join(t('join.or')));
