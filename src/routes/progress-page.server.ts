/** The page of progress and its files from one address. */
import type { Lang } from '#lib/i18n/lang.ts';
import { progressPage } from '#lib/query/progress-page.ts';
import type { ProgressPage } from '#lib/query/progress-page.ts';
import { decodeProgress } from '#lib/query/progress-url.ts';
import type { Writer } from '#lib/query/indicator-words.ts';
import { serverProgress, writerOf } from './progress.server.ts';
import { serverQuery } from './query.server.ts';

export function openProgress(lang: Lang, search: string): { page: ProgressPage; writer: Writer; ignored: string[]; dataDate: string } {
	const { atlas, judgements } = serverProgress();
	const { dataDate } = atlas.dataset;
	const { choice, ignored } = decodeProgress(search, dataDate);
	const writer = writerOf(lang);
	return { page: progressPage(atlas, serverQuery().index, judgements, writer, choice), writer, ignored, dataDate };
}
