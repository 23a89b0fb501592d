/** What the explore page shows of the selected record. Apart from `explore.ts`, so that the browser fetches it together with the panel. */
import { splitRef } from '../domain/dataset.ts';
import type { View } from '../domain/view.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Atlas } from './atlas.ts';
import type { Reason } from './cards.ts';
import type { Query } from './explore.ts';
import { gapRecordsOf, placeStays } from './gap-records.ts';
import { placeCard } from './place-card.ts';
import type { PlaceCard } from './place-card.ts';
import { clauseCard, indicatorCard, measureCard, projectCard } from './record-cards.ts';
import type { RecordCard } from './record-cards.ts';
import { groupsOf } from './select.ts';
import type { Selected } from './select.ts';
import { reasonsCell } from './table.ts';
import type { GapWhy } from './why.ts';

export interface SelectedRecord {
	card: PlaceCard | RecordCard | null;
	/** While something is asked that speaks of the record. */
	why: Why | null;
}
/** Whether a record is in the answer, and what put it there. */
export interface Why {
	isListed: boolean;
	reasons: Reason[];
	space: string[];
	gaps: GapWhy[];
}

export const selectedRecord = (query: Query, view: View, lang: Lang, selected: Selected): SelectedRecord => ({
	card: view.selection ? cardOf(query.atlas, lang, view.selection) : null, why: whyOf(query, view, lang, selected)
});

export function cardOf(atlas: Atlas, lang: Lang, ref: string): PlaceCard | RecordCard | null {
	const [kind, id] = splitRef(ref);
	switch (kind) {
		case 'place': return placeCard(atlas, lang, id);
		case 'measure': return measureCard(atlas, lang, id);
		case 'project': return projectCard(atlas, lang, id);
		case 'indicator': return indicatorCard(atlas, lang, id);
		case 'clause': return clauseCard(atlas, lang, id);
		default: return null;
	}
}

function whyOf({ atlas, index }: Query, view: View, lang: Lang, selected: Selected): Why | null {
	if (groupsOf(view.filter).length === 0) return null;
	const ref = view.selection ?? '';
	const item = index.items.findIndex((one) => one.ref === ref);
	const [kind, id] = splitRef(ref);
	/** Few questions speak of places; the others say nothing here. */
	const isListed = item >= 0 ? selected.items.includes(item) : kind === 'place' && !atlas.place.get(id)?.context ? placeStays(gapRecordsOf(atlas), index.space, view.filter, id) : null;
	if (isListed === null) return null;
	const { reasons, space = [], gaps } = reasonsCell(atlas, index, lang, ref, view);
	return { isListed, reasons, space, gaps };
}
