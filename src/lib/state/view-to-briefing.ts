/** A view of the map as a slide of the draft written last, with what became of it in words. Loaded when it is asked for. */
import { emptySlide, maxSlides } from '../domain/briefing.ts';
import type { Lang, Translate } from '../i18n/index.ts';
import { layerIds } from '../map/layer-ids.ts';
import { createDraftStore } from '../ports/drafts.ts';
import { titleOfCard } from '../query/cards.ts';
import type { FilterChip, Query } from '../query/explore.ts';
import { filterWords } from '../query/filter-words.ts';
import { cardOf } from '../query/selected-record.ts';
import { slideContent } from '../query/slide.ts';
import { addView } from './add-view.ts';
import type { AddedView } from './add-view.ts';

export interface Told {
	words: string;
	/** Draft that may be opened; empty for none. */
	slug: string;
}

/** The record that is open, else the filter in words. */
export function titleOfView({ atlas }: Query, { lang, t }: { lang: Lang; t: Translate }, selection: string | null, chips: FilterChip[]): string {
	const card = selection === null ? null : cardOf(atlas, lang, selection);
	return card ? titleOfCard(card) : filterWords(t, chips);
}

/** `view` is a query string. Never rejects. */
export async function viewToBriefing(query: Query, { lang, t }: { lang: Lang; t: Translate }, { title, view }: { title: string; view: string }): Promise<Told> {
	const { says } = slideContent(query, { lang, t }, { ...emptySlide('new'), title, view }, (id) => layerIds.includes(id));
	const today = new Date().toISOString().slice(0, 10);
	const added = await addView(createDraftStore(globalThis.indexedDB), navigator.locks, { title, view, seen: says }, { lang, title: t('briefings.new.title'), dataDate: query.atlas.dataset.dataDate, today });
	return { words: addedWords(t, added), slug: added.slug };
}

export function addedWords(t: Translate, { is, title, n }: AddedView): string {
	switch (is) {
		case 'added': return t('editor.added', { title, n });
		case 'other': return t('editor.added.other', { title });
		case 'full': return t('editor.added.full', { title, n: maxSlides });
		case 'silent': return t('editor.added.silent', { title });
		case 'storage-full': return t('editor.storage.full');
		default: return t('editor.added.failed');
	}
}
