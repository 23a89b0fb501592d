/** Addresses of the timeline and its files: the same filter as the map's, so that one question can be asked of both. Selection, layers and camera stay with the map. */
import { emptyView } from '../domain/view.ts';
import type { Filter } from '../domain/view.ts';
import type { Lang } from '../i18n/lang.ts';
import { encode } from './url.ts';

export type TimelineFile = 'chart.svg' | 'milestones.svg' | 'projects.csv' | 'milestones.csv';

export const timelineHref = (lang: Lang, filter: Filter, file?: TimelineFile): string => `/${lang}/timeline${file ? `/${file}` : ''}${encode({ ...emptyView, filter })}`;
