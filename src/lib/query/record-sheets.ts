/** The records of a filter as the sheets of one workbook, before it is a file: what was asked first, then one sheet a collection. */
import '../i18n/rooms/briefme.ts';
import '../i18n/rooms/briefing.ts';
import type { View } from '../domain/view.ts';
import { hrefOf } from './url.ts';
import { explore } from './explore.ts';
import type { Query } from './explore.ts';
import { filterWords } from './filter-words.ts';
import type { Writer } from './indicator-words.ts';
import { idsOf } from './select.ts';
import { sheetBuilders } from './sheet-builders.ts';
import type { Chosen } from './sheet-builders.ts';

/** A number stays a number; a date stands as found (`2024`, `2024-05`), as text; `null` is "the source does not say" and stays an empty cell. */
export type SheetCell = string | number | null;
export interface SheetColumn {
	title: string;
	type: 'number' | 'text' | 'date';
	/** Width in characters that fits most cells. */
	width: number;
}
export interface RecordSheet {
	/** Name of the sheet: at most 31 characters, none of []:*?/\ . */
	name: string;
	columns: SheetColumn[];
	rows: SheetCell[][];
}
export interface RecordSheets {
	/** Name of the file without its ending, such as `shuixiang-atlas-2026-03-04`. */
	fileName: string;
	/** First sheet, label and value a row: filter, address, data date, counts, what each sheet holds. Links start with `http` or `/`. */
	about: { name: string; rows: [label: string, value: SheetCell][] };
	sheets: RecordSheet[];
}

/** `origin` such as `https://atlas.example.cn` goes before the address of the view; empty where the app has none (one file). */
export function recordSheets(query: Query, writer: Writer, view: View, origin: string): RecordSheets {
	const { t, lang } = writer;
	const { dataDate } = query.atlas.dataset;
	const { selected, chips } = explore(query, view, lang, [], 0);
	const of = (kind: 'project' | 'measure' | 'indicator') => idsOf(query.index, selected, kind);
	const chosen: Chosen = { query, writer, filter: view.filter, projects: of('project'), measures: of('measure'), indicators: of('indicator'), used: new Set() };
	const sheets = sheetBuilders.map((build) => build(chosen));
	return {
		fileName: `shuixiang-atlas-${dataDate}`,
		about: {
			name: t('briefme.sheet.about'),
			rows: [
				[t('briefme.sheet.filter'), filterWords(t, chips)], [t('briefme.sheet.address'), `${origin}${hrefOf(lang, view)}`], [t('briefme.sheet.date'), dataDate], ...sheets.map(({ name, rows }): [string, SheetCell] => [t('briefme.sheet.count', { name }), rows.length]),
				[t('briefme.sheet.rule'), t('briefme.sheet.rule.text')], ['', t('briefme.sheet.applies')], ['', t('slide.base', { date: dataDate })]
			]
		},
		sheets
	};
}
