/** The page of the index and its files from one address. */
import type { Lang } from '#lib/i18n/lang.ts';
import { indexKnown, subjectsOf } from '#lib/query/development-data.ts';
import { indexPage } from '#lib/query/development-page.ts';
import type { IndexPage } from '#lib/query/development-page.ts';
import { decodeIndex } from '#lib/query/development-url.ts';
import type { IgnoredPart, IndexChoice, IndexKnown } from '#lib/query/development-url.ts';
import type { Writer } from '#lib/query/indicator-words.ts';
import { serverProgress, writerOf } from './progress.server.ts';

export interface OpenedIndex {
	page: IndexPage;
	choice: IndexChoice;
	known: IndexKnown;
	ignored: IgnoredPart[];
	/** The address was written by the plain form and can be told shorter. */
	isForm: boolean;
	writer: Writer;
	dataDate: string;
}

export function openIndex(lang: Lang, search: string): OpenedIndex {
	const { atlas } = serverProgress();
	const writer = writerOf(lang);
	const subjects = subjectsOf(atlas, writer);
	const known = indexKnown(subjects);
	const { choice, ignored, isForm } = decodeIndex(search, known);
	return { page: indexPage(atlas, writer, subjects, choice), choice, known, ignored, isForm, writer, dataDate: atlas.dataset.dataDate };
}
