/** Words in which columns, closed words and sentences of the report are said. */
import '../../i18n/both-words.ts';
import '../../i18n/rooms/figures.ts';
import type { Filling, RefusalKey } from '../../domain/loaded-table.ts';
import { hasKey, say, translator } from '../../i18n/index.ts';
import type { Key, Lang, Translate } from '../../i18n/index.ts';
import type { Writer } from '../indicator-words.ts';
import type { RowSaying } from '../../domain/figure-report.ts';
import { templates } from './template.ts';

export const columnWords = (t: Translate, column: string): string => say(t, 'template.column', column);

/** A cell as the page shows it: a closed word in its own words, anything else as it stands. */
export function cellWords(t: Translate, collection: keyof typeof templates, column: string, value: string): string {
	const words = templates[collection].find(({ name }) => name === column)?.words;
	return words && words.values.includes(value) ? say(t, words.group, value) : value;
}

/** One sentence: what is wrong, what was expected, what to do. */
export const sayRow = ({ t, lang }: Writer, { key, column, with: filling }: RowSaying): string => t(`row.${key}` as Key, { ...inLanguage(lang, filling), column: column === '' ? '' : columnWords(t, column), words: wordsFor(t, column) });

const inLanguage = (lang: Lang, filling: Filling): Filling => (lang === 'zh' ? filling : { ...filling, ...Object.fromEntries(Object.entries(filling).flatMap(([name, value]) => (name.endsWith('_en') ? [[name.slice(0, -3), value]] : []))) });

function wordsFor(t: Translate, column: string): string {
	const words = Object.values(templates).flat().find(({ name }) => name === column)?.words;
	return words ? words.values.map((word) => say(t, words.group, word)).join(' / ') : '';
}

export const sayRefusal = (t: Translate, key: RefusalKey, filling: Filling): string => {
	const columns: Filling = typeof filling.columns === 'string' ? { columns: filling.columns.split(';').map((name) => columnWords(t, name)).join(t('join.list')) } : {};
	return t(`limit.${key}` as Key, { ...filling, ...columns });
};

const both = [translator('zh'), translator('en')] as const;
/** Both languages' words for a code, and the code itself. */
export const formsOf = (group: string, word: string): string[] => [word, ...both.flatMap((t) => (hasKey(`${group}.${word}`) ? [t(`${group}.${word}` as Key)] : []))];
