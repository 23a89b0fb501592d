/** Tables of a slide: the first rows of the record table, or several places side by side. Cells are words, ready to print. */
import '../i18n/rooms/briefing.ts';
import { splitRef } from '../domain/dataset.ts';
import type { Filter, View } from '../domain/view.ts';
import { statusValues } from '../domain/vocabulary.ts';
import { formatNumber, say } from '../i18n/index.ts';
import type { Lang, Translate } from '../i18n/index.ts';
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
	/** `notes`: footnotes of the row's record. */
	rows: { ref: string; cells: string[]; notes: number[] }[];
	notes: number[];
}

/** Columns that a projected table has room for. */
const shownColumns = new Set(['name', 'status', 'districts', 'length', 'investment', 'domain', 'clause', 'agencies', 'scope', 'target', 'year', 'latest', 'asof', 'date']);
/** Columns whose unit stands in the head, since the words of the column do not name it. */
const unitOf: Readonly<Record<string, string>> = { length: 'km', area: 'km²', long: 'km' };

/** A reason takes lines. */
const mostWithReasons = 5;

export function slideTable({ atlas }: Query, { t, lang }: Writer, model: Explore, footnotes: Footnotes, most = 7): SlideTable {
	const { table } = model;
	/** Where a question about space is asked, the strongest reason stands in the row; its words are what the slide is for. */
	const says = (cell: Cell): boolean => cell.type === 'reasons' && cell.space !== undefined;
	const kept = table.columns.map((column, i) => ({ ...column, i })).filter(({ id, i }) => shownColumns.has(id) || table.rows.some((row) => says(row.cells[i]!)));
	const shown = Math.min(most, kept.some(({ id }) => id === 'why') ? mostWithReasons : most);
	const notes = footnotes.remark(t('slide.note.status', { date: atlas.dataset.dataDate }));
	const rows = table.rows.slice(0, shown).map((row) => ({ ref: row.ref, cells: kept.map(({ i }) => cellWords(t, lang, row.cells[i]!)), notes: footnotes.sources(sourcesOf(atlas, row.ref).slice(0, 1)) }));
	const caption = rows.length < table.total ? t('slide.table.more', { total: table.total, n: rows.length }) : t('slide.table.all', { total: table.total });
	return { caption, columns: kept.map(({ id, isNumeric }) => ({ title: `${say(t, 'column', id)}${unitOf[id] && isNumeric ? (lang === 'zh' ? `（${unitOf[id]}）` : ` (${unitOf[id]})`) : ''}`, isNumeric })), rows, notes };
}

/** A number that speaks of more or less than the record says so; a missing one is said to be missing. */
function cellWords(t: Translate, lang: Lang, cell: Cell): string {
	if (cell.type === 'reasons' && cell.space) return cell.space[0]!;
	if (cell.type !== 'number') return textOf(t, cell);
	if (cell.value === null) return cell.note || t('progress.nodata');
	return cell.note ? `${formatNumber(cell.value)}${lang === 'zh' ? `（${cell.note}）` : ` (${cell.note})`}` : formatNumber(cell.value);
}

function sourcesOf(atlas: Query['atlas'], ref: string): readonly string[] {
	const [kind, id] = splitRef(ref);
	const record = kind === 'project' ? atlas.project.get(id) : kind === 'measure' ? atlas.measure.get(id) : kind === 'indicator' ? atlas.indicator.get(id) : undefined;
	return record?.sources ?? [];
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
	const row = (title: string, cellOf: (answer: (typeof answers)[number]) => string | number) => ({ ref: '', notes: [], cells: [title, ...answers.map((answer) => String(cellOf(answer)))] });
	return {
		caption: '', columns: [{ title: '', isNumeric: false }, ...places.map((id) => ({ title: shortPlace(atlas, lang, id), isNumeric: true }))],
		rows: [
			row(t('slide.compare.measures'), ({ measures }) => measures), row(t('slide.figure.projects'), ({ projects }) => projects), ...statusValues.map((status) => row(say(t, 'status', status), ({ byStatus }) => byStatus(status))),
			row(t('slide.compare.judged'), ({ judged }) => judged)
		],
		notes: footnotes.remark(t('slide.note.status', { date: atlas.dataset.dataDate }))
	};
}
