/**
 * A figure as planners write it: `50 余 km`, `≥ 20.6%`; text that already carries its unit stays as found. In English a figure found as Chinese
 * text is said by its number, else by its English qualifier.
 */
import { formatNumber, say, withUnit } from '../i18n/index.ts';
import type { Lang, Translate } from '../i18n/index.ts';
import type { FigureLine } from '../query/cards.ts';

const isPlain = (text: string): boolean => /^[\d.,–-]+$/.test(text);
const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

export function figureText(t: Translate, lang: Lang, line: Pick<FigureLine, 'text' | 'unit' | 'comparator' | 'value' | 'qualifier'>): string {
	const translated = lang === 'en' && isChinese(line.text);
	if (translated && line.value === null) return line.qualifier || line.text;
	if (!translated && !isPlain(line.text)) return line.text;
	const number = line.value === null ? line.text : formatNumber(line.value);
	const unit = say(t, 'unit', line.unit);
	if (line.comparator === 'gt') return lang === 'zh' ? withUnit(`${number} 余`, unit) : withUnit(`over ${number}`, unit);
	const sign = line.comparator === '' || line.comparator === 'eq' ? '' : `${say(t, 'comparator', line.comparator)} `;
	return `${sign}${withUnit(number, unit)}`;
}

/** Whether the qualifier already stands as the text. */
export const saysQualifier = (lang: Lang, line: Pick<FigureLine, 'text' | 'value'>): boolean => lang === 'en' && isChinese(line.text) && line.value === null;
