/** Addresses of the strip maps: the list with the table of crossings, one strip, its drawing as a file, one thing on it. */
import type { Lang } from '../i18n/lang.ts';
import type { PlaceCard } from './place-card.ts';

export const stripsHref = (lang: Lang): string => `/${lang}/strip`;
export const stripHref = (lang: Lang, id: string, anchor = ''): string => `/${lang}/strip/${id}${anchor && `#${anchor}`}`;
export const stripSvgHref = (lang: Lang, id: string): string => `/${lang}/strip/${id}/chart.svg`;
export const stripTableHref = (lang: Lang, id: string, format: 'csv' | 'xlsx'): string => `/${lang}/strip/${id}/table.${format}`;
export const crossingsHref = (lang: Lang): string => `/${lang}/strip/crossings.csv`;
/** The row of a thing in the table below the drawing: part, record, and which of its places on the line. */
export const anchorOf = (part: number, row: string, ref: string, nth: number): string => `${row}-${part + 1}-${ref.replace(':', '-')}-${nth + 1}`;

/** Whether a panel offers the strip: a line that was measured, or a corridor that consists of lines; read from the card, so that no geometry is needed. */
export const hasStripOf = ({ kind, measured, members }: Pick<PlaceCard, 'kind' | 'measured'> & { members: readonly unknown[] }): boolean =>
	['river', 'canal', 'waterway', 'corridor', 'rail', 'road'].includes(kind) && (measured?.lengthKm !== undefined || (members.length > 0 && (kind === 'corridor' || kind === 'rail')));
