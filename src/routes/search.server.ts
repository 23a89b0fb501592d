/** The server's search, built for each dataset when it is first asked, and the loaded official texts for the search in a browser. */
import type { Readings, SearchAnswer } from '#lib/domain/search.ts';
import type { TextRegister } from '#lib/domain/text-register.ts';
import type { Lang } from '#lib/i18n/lang.ts';
import { createSearch } from '#lib/query/search/search.ts';
import { limitOf } from '#lib/query/search-url.ts';
import type { Asked } from '#lib/query/search-url.ts';
import { passagesOf } from '#lib/server/passages.ts';
import { readHeld } from '#lib/server/proofs.ts';
import { plannerFolder, readPlanner } from '#lib/server/roots.ts';
import { perStore } from '#lib/server/store.ts';
import type { Store } from '#lib/server/store.ts';
import { textsIn } from '#lib/server/texts.ts';

const published = <T>({ files }: Store, name: string) => JSON.parse(files.get(name)!.text.toString('utf8')) as T;
export const serverPassages = perStore((store) => passagesOf(readHeld(textsIn(readPlanner(plannerFolder())), published<TextRegister>(store, 'text.json'))));
const serverSearch = perStore((store) => createSearch({ data: store.dataset, readings: published<Readings>(store, 'readings.json'), passages: serverPassages() }));

export const answerHere = (lang: Lang, asked: Asked): SearchAnswer | null => (asked.question.trim() === '' ? null : serverSearch().find(asked.question, { lang, limit: limitOf(asked), only: asked.kind ?? undefined }));
