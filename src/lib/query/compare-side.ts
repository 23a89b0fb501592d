/** One side of a comparison: a saved question decoded as the explore page decodes it, what it finds, and how each record stands in its year. */
import '../i18n/rooms/versus.ts';
import type { Ref } from '../domain/dataset.ts';
import type { Ignored, View } from '../domain/view.ts';
import { explore } from './explore.ts';
import type { Query } from './explore.ts';
import type { SideKey } from './compare-url.ts';
import { filterWords } from './filter-words.ts';
import type { Writer } from './indicator-words.ts';
import type { ItemKind } from './query-index.ts';
import { gapRefs, idsOf } from './select.ts';
import { stateInYear } from './status-in-year.ts';
import type { InYear, YearState } from './status-in-year.ts';
import { sumProjects } from './sums.ts';
import type { Sum } from './sums.ts';
import { isDistrictSeries } from './theme-series.ts';
import { decode } from './url.ts';
import type { Known } from './url.ts';

export interface CompareSide {
	key: SideKey;
	view: View;
	ignored: Ignored[];
	/** The question in words, its year included. */
	words: string;
	/** Something is filtered: the map shows the rest as context. */
	isFiltered: boolean;
	ids: Record<ItemKind, string[]>;
	/** Of the projects, those outside the area. */
	outside: number;
	sums: Record<Sum['what'], Sum>;
	/** Records with a gap, where the map is asked for them. */
	gaps: Ref[];
}

export const compareKnown = ({ atlas }: Query, isLayer: (id: string) => boolean): Known => ({ exists: atlas.exists, isLayer, isTheme: (id) => isDistrictSeries(atlas, id) });

export function compareSide(query: Query, { t, lang }: Writer, key: SideKey, search: string, isLayer: (id: string) => boolean): CompareSide {
	const { view, ignored } = decode(search, compareKnown(query, isLayer));
	const { chips, selected, outside } = explore(query, view, lang, ignored, 0);
	const filter = filterWords(t, chips);
	const of = (kind: ItemKind) => idsOf(query.index, selected, kind);
	const ids = { project: of('project'), measure: of('measure'), indicator: of('indicator') };
	return {
		key, view, ignored, words: view.year === null ? filter : t('versus.inyear', { filter, year: view.year }), isFiltered: chips.some((chip) => !chip.isUnknown), ids, outside,
		sums: { length: sumProjects(query.atlas, ids.project, 'length'), investment: sumProjects(query.atlas, ids.project, 'investment') },
		gaps: view.layers?.some((layer) => layer.id === 'gaps') ? gapRefs(query, selected, view.filter) : []
	};
}

const ofReport = { completed: 'completed', building: 'underway', ongoing: 'underway', planned: 'planned' } as const satisfies Record<string, YearState>;

/** How a project stands on a side of a comparison of years: by dated rows in its year, by the newest report where the side has none. */
export function stateOn({ atlas }: Query, { view }: Pick<CompareSide, 'view'>, id: string): InYear {
	const reports = atlas.statuses(id);
	if (view.year !== null) return stateInYear(atlas.project.get(id)!, reports, view.year, atlas.dataset.dataDate);
	const newest = reports[0];
	return newest ? { state: ofReport[newest.status], asOf: newest.date } : { state: 'unknown', asOf: '' };
}
