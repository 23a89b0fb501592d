/** What a step changed, in a few words: `项目状态：在建`, `去掉沿太浦河 ≤ 1 km`, `选中“元荡”`. */
import '../i18n/rooms/brush.ts';
import type { View } from '../domain/view.ts';
import type { Translate } from '../i18n/index.ts';
import type { Lang } from '../i18n/lang.ts';
import { titleOf } from './cards.ts';
import { chipsOf } from './explore.ts';
import type { Query } from './explore.ts';
import { chipWords } from './filter-words.ts';

type Asked = Pick<View, 'filter' | 'selection' | 'layers' | 'assetFilter' | 'theme' | 'method' | 'amount' | 'columns' | 'year'>;

export function changeWords(query: Query, { lang, t }: { lang: Lang; t: Translate }, from: Asked, to: Asked): string {
	const [before, after] = [from, to].map(({ filter }) => chipsOf(query, lang, filter).map((chip) => chipWords(t, chip))) as [string[], string[]];
	const [added, dropped] = [after.filter((words) => !before.includes(words)), before.filter((words) => !after.includes(words))];
	const said = added.length > 0 ? added : dropped.length > 0 ? [t('tools.drop', { what: dropped.join(t('join.list')) })] : [];
	if (from.selection !== to.selection) said.push(to.selection ? t('tools.select', { what: titleOf(query.atlas, lang, to.selection) }) : t('tools.unselect', { what: titleOf(query.atlas, lang, from.selection!) }));
	if (JSON.stringify(from.layers) !== JSON.stringify(to.layers)) said.push(t('tools.layers'));
	const conditions = [from, to].map(({ assetFilter }) => assetFilter.map((leaf) => JSON.stringify(leaf)));
	const fields = [...from.assetFilter, ...to.assetFilter].filter((leaf) => conditions.some((some) => !some.includes(JSON.stringify(leaf)))).map(({ field }) => field);
	if (fields.length > 0) said.push(t('tools.fields', { fields: [...new Set(fields)].join(t('join.list')) }));
	if ((['theme', 'method', 'amount', 'columns'] as const).some((key) => from[key] !== to[key])) said.push(t('tools.theme'));
	if (from.year !== to.year) said.push(to.year === null ? t('tools.noyear') : t('tools.year', { year: to.year }));
	return said.join(t('join.list'));
}
