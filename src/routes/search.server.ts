/** The server's search, built for each dataset when it is first asked. */
import type { Readings, SearchAnswer } from '#lib/domain/search.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { createSearch } from '#lib/query/search/search.ts';
import { limitOf } from '#lib/query/search-url.ts';
import type { Asked } from '#lib/query/search-url.ts';
import { perStore } from '#lib/server/store.ts';

const serverSearch = perStore(({ dataset, files }) => createSearch({ data: dataset, readings: JSON.parse(files.get('readings.json')!.text.toString('utf8')) as Readings, passages: [] }));

export const answerHere = (lang: Lang, asked: Asked): SearchAnswer | null => (asked.question.trim() === '' ? null : serverSearch().find(asked.question, { lang, limit: limitOf(asked), only: asked.kind ?? undefined }));
