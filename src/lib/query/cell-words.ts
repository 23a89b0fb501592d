/** A cell of a row as a reader sees it: words of closed vocabularies in the reader's language, a value with its unit, the rest as it stands. */
import { say, withUnit } from '../i18n/index.ts';
import type { Translate } from '../i18n/index.ts';

const groups: Record<string, string> = { status: 'status', comparator: 'comparator', basis_kind: 'basiskind', basis: 'basis', quality: 'quality' };

export function cellWords(t: Translate, column: string, cell: string, unit = ''): string {
	if (cell === '') return t('changes.empty');
	if (column === 'value_text') return withUnit(cell, unit);
	return column in groups ? say(t, groups[column]!, cell) : cell;
}
