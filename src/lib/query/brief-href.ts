/** The address that begins a briefing on a record; alone, so that a panel's link does not load what writes briefings. */
import type { Ref } from '../domain/dataset.ts';
import type { Lang } from '../i18n/lang.ts';

/** `/zh/briefings/new?about=place:taipu-river` */
export const briefMeHref = (lang: Lang, ref: Ref): string => `/${lang}/briefings/new?about=${encodeURIComponent(ref).replaceAll('%3A', ':')}`;
