/** A cell of a row as a reader sees it: words of closed vocabularies in the reader's language, the rest as it stands. */
import { say } from '../i18n/index.ts';
import type { Translate } from '../i18n/index.ts';

const groups: Record<string, string> = { status: 'status', comparator: 'comparator', basis_kind: 'basiskind', basis: 'basis', quality: 'quality' };

export const cellWords = (t: Translate, column: string, cell: string): string => (cell === '' ? t('changes.empty') : column in groups ? say(t, groups[column]!, cell) : cell);
