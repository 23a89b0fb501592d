/** Tables of a slide: the first rows of the record table, or several places side by side. Cells are words, ready to print. */
import { splitRef } from '../domain/dataset.ts';
import type { Filter, View } from '../domain/view.ts';
import { statusValues } from '../domain/vocabulary.ts';
import { formatNumber, say, withUnit } from '../i18n/index.ts';
import type { Translate } from '../i18n/index.ts';
import { shortPlace } from './cards.ts';
import type { Explore, Query } from './explore.ts';
import type { Footnotes } from './footnotes.ts';
import type { Writer } from './indicator-words.ts';
import { judgementsOf, tally } from './progress-all.ts';
import { groupsOf, idsOf, isLeaf, select } from './select.ts';
import type { Cell } from './table.ts';
import { textOf } from './table-csv.ts';

export interface SlideTable {
	caption: string;
	columns: { title: string; isNumeric: boolean }[];
	rows: { ref: string; cells: string[] }[];
	notes: number[];
}

/** Columns that a projected table has room for. */
const shownColumns = new Set(['name', 'status', 'districts', 'length', 'investment', 'domain', 'clause', 'agencies', 'scope', 'target', 'year', 'latest', 'asof', 'date', 'source']);

/** With the unit where the column has none, and with what the figure is of (`940（全线）`): a whole line is not the part in the area. */
function numberWords(t: Translate, { value, unit, note }: Extract<Cell, { type: 'number' }>): string {
	if (value === null) return note;
	const text = unit === '100m-yuan' ? formatNumber(value) : withUnit(formatNumber(value), unit === '' ? '' : say(t, 'unit', unit));
	return note === '' ? text : t('briefme.figure.of', { text, note });
}

export function slideTable({ atlas }: Query, { t }: Writer, model: Explore, footnotes: Footnotes, most = 8): SlideTable {
	const { table } = model;
	const kept = table.columns.map((column, i) => ({ ...column, i })).filter(({ id }) => shownColumns.has(id));
	const rows = table.rows.slice(0, most).map((row) => ({
		ref: row.ref,
		cells: kept.map(({ i }) => {
			const cell = row.cells[i]!;
			return cell.type === 'number' ? numberWords(t, cell) : textOf(t, cell);
		})
	}));
	const caption = rows.length < table.total ? t('slide.table.more', { total: table.total, n: rows.length }) : t('slide.table.all', { total: table.total });
	return { caption, columns: kept.map(({ id, isNumeric }) => ({ title: say(t, 'column', id), isNumeric })), rows, notes: footnotes.remark(t('slide.note.status', { date: atlas.dataset.dataDate })) };
}

/** Places named in `about`, or the values of the filter's first place facet that names more than one; else the districts of the area. */
export function comparedPlaces({ atlas }: Query, about: string, filter: Filter): string[] {
	const named = about.split(';').filter((ref) => ref.startsWith('place:')).map((ref) => splitRef(ref)[1]).filter((id) => atlas.place.has(id));
	if (named.length > 1) return named;
	const several = groupsOf(filter).filter(isLeaf).find(({ is, of }) => ['along', 'district', 'town', 'zone'].includes(is) && of.length > 1);
	return several ? several.of : atlas.dataset.places.filter(({ kind, context, parent }) => kind === 'district' && !context && parent !== undefined).map(({ id }) => id);
}

/** Measures, projects by status and indicators that can be judged, a column a place. The rest of the filter stays; only the place changes. */
export function comparisonTable(query: Query, writer: Writer, view: View, about: string, footnotes: Footnotes): SlideTable {
	const { atlas, index } = query;
	const { lang, t } = writer;
	const places = comparedPlaces(query, about, view.filter);
	const others = groupsOf(view.filter).filter((group) => !(isLeaf(group) && ['along', 'district', 'town', 'zone'].includes(group.is)));
	const keyOf = (id: string): 'district' | 'town' | 'along' | 'zone' => {
		const kind = atlas.place.get(id)!.kind;
		return kind === 'district' ? 'district' : kind === 'town' ? 'town' : ['lake', 'river', 'canal', 'reservoir', 'collective', 'corridor', 'rail', 'road', 'waterway', 'lake-group'].includes(kind) ? 'along' : 'zone';
	};
	const answers = places.map((id) => {
		const key = keyOf(id);
		const selected = select(index, { all: [...others, key === 'along' ? { is: key, of: [id], withinM: 0 } : { is: key, of: [id] }] });
		const projects = idsOf(index, selected, 'project');
		const { judged, total } = tally(atlas.dataset.indicators.filter(({ scope }) => scope === id).map((indicator) => judgementsOf(atlas).get(indicator.id)!));
		return { measures: selected.counts.measure, projects: projects.length, byStatus: (status: string) => projects.filter((project) => atlas.statuses(project)[0]?.status === status).length, judged: t('slide.compare.of', { n: judged, of: total }) };
	});
	const row = (title: string, cellOf: (answer: (typeof answers)[number]) => string | number) => ({ ref: '', cells: [title, ...answers.map((answer) => String(cellOf(answer)))] });
	return {
		caption: '', columns: [{ title: '', isNumeric: false }, ...places.map((id) => ({ title: shortPlace(atlas, lang, id), isNumeric: true }))],
		rows: [
			row(t('slide.compare.measures'), ({ measures }) => measures), row(t('slide.figure.projects'), ({ projects }) => projects), ...statusValues.map((status) => row(say(t, 'status', status), ({ byStatus }) => byStatus(status))),
			row(t('slide.compare.judged'), ({ judged }) => judged)
		],
		notes: footnotes.remark(t('slide.note.status', { date: atlas.dataset.dataDate }))
	};
}
