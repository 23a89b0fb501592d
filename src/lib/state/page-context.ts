/** What every card needs of the page it stands on: language, words, and where a record's link leads. */
import { createContext } from 'svelte';
import type { Lang, Translate } from '../i18n/index.ts';

export interface PageContext {
	readonly lang: Lang;
	readonly t: Translate;
	/** Address that shows a record (`kind:id`). */
	hrefTo(ref: string): string;
	/** Marks a record as pointed at, on map and in lists alike. */
	hover(ref: string | null): void;
}

export const [getPage, setPage] = createContext<PageContext>();
