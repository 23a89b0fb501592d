/** Addresses of the waters, of the four programmes on their page, and of the template that fills what our sources do not hold. */
import type { Lang } from '../i18n/lang.ts';
import type { ProgrammeKey } from './programme-list.ts';

export const watersHref = (lang: Lang): string => `/${lang}/waters`;
export const watersCsvHref = (lang: Lang): string => `/${lang}/waters.csv`;
export const waterHref = (lang: Lang, id: string): string => `/${lang}/waters/${id}`;
export const programmeHref = (lang: Lang, key: ProgrammeKey): string => `/${lang}/waters#${key}`;
/** The workbook to fill, with these indicators to choose from. */
export const templateHref = (lang: Lang, template: 'observations' | 'targets', indicators: readonly string[]): string => `/${lang}/figures?template=${template}&indicators=${indicators.join(',')}`;
