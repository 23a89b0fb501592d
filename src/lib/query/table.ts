/** The record table, the map's twin: the rows of one collection under the filter, sorted, with the reason each is listed. */
import type { Filter, TableName, View } from '../domain/view.ts';
import type { Place } from '../domain/place.ts';
import type { ProjectKind, StatusValue } from '../domain/vocabulary.ts';
import { translator } from '../i18n/index.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Atlas } from './atlas.ts';
import { indicatorLine, measureLine, projectLine, reasonOf, shortPlace } from './cards.ts';
import type { Reason } from './cards.ts';
import { citeSources, nameOf } from './cite.ts';
import { gapRecordsOf, placeStays } from './gap-records.ts';
import { isOutside } from './outside.ts';
import type { QueryIndex } from './query-index.ts';
import { groupsOf, idsOf, isLeaf, spaceLeavesOf } from './select.ts';
import type { Selected } from './select.ts';
import { whyGaps, whyListed, whySpace } from './why.ts';
import type { GapWhy } from './why.ts';

export type Cell =
	| { type: 'text'; text: string }
	| { type: 'number'; value: number | null; unit: string; note: string }
	| { type: 'status'; status: StatusValue | 'unknown'; date: string }
	| { type: 'word'; group: string; word: string }
	| { type: 'reasons'; reasons: Reason[]; gaps: GapWhy[]; space?: string[] }
	| { type: 'cite'; text: string };
export interface TableRow {
	/** Unique in its table; rows keep their place in the page while a filter changes. */
	key: string;
	/** Record that the row opens; empty where there is none. */
	ref: string;
	title: string;
	kind?: ProjectKind;
	status?: StatusValue | 'unknown';
	cells: Cell[];
}
export interface TableModel {
	name: TableName;
	columns: { id: string; isNumeric: boolean }[];
	rows: TableRow[];
	total: number;
	tabs: { name: TableName; count: number }[];
}

const text = (value: string): Cell => ({ type: 'text', text: value });

export function tableRows({ atlas, index }: { atlas: Atlas; index: QueryIndex }, lang: Lang, view: View, selected: Selected, limit: number): TableModel {
	const build = builders[view.table];
	const { columns, rows, total = rows.length } = build(atlas, index, lang, view, selected, view.sort ? Infinity : limit);
	const sorted = sortRows(rows, columns.findIndex(({ id }) => id === view.sort?.column), view.sort?.descending ?? false, lang);
	return {
		name: view.table, columns, rows: sorted.slice(0, limit), total,
		tabs: [
			{ name: 'projects', count: selected.counts.project }, { name: 'measures', count: selected.counts.measure }, { name: 'indicators', count: selected.counts.indicator },
			{ name: 'places', count: placesIn(atlas, index, view).length }, { name: 'milestones', count: atlas.dataset.milestones.length }
		]
	};
}

/** `total` where fewer rows were built than there are. */
type Built = { columns: TableModel['columns']; rows: TableRow[]; total?: number };
type Builder = (atlas: Atlas, index: QueryIndex, lang: Lang, view: View, selected: Selected, take: number) => Built;
const column = (id: string, isNumeric = false) => ({ id, isNumeric });

/** Why a record is in the answer. */
export function reasonsCell(atlas: Atlas, index: QueryIndex, lang: Lang, ref: string, view: View): Extract<Cell, { type: 'reasons' }> {
	const space = whySpace(index, ref, view.filter, lang);
	return { type: 'reasons', reasons: whyListed(atlas, ref, view.filter).map((reach) => reasonOf(atlas, lang, reach)!), gaps: whyGaps(atlas, ref, view.filter), ...(space.length > 0 && { space }) };
}
/** Gaps and questions about space alone speak of places. */
const asksOfPlaces = ({ filter }: View): boolean => asksSpace(filter) || groupsOf(filter).some((group) => isLeaf(group) && group.is === 'gap');
const asksSpace = (filter: Filter): boolean => spaceLeavesOf(filter).length > 0;
const placesIn = (atlas: Atlas, index: QueryIndex, { filter }: View): Place[] => {
	const space = asksSpace(filter) ? index.space : null;
	return atlas.dataset.places.filter((place) => !place.context && placeStays(gapRecordsOf(atlas), space, filter, place.id) !== false);
};

function quantityCell(atlas: Atlas, lang: Lang, ref: string, what: string): Cell {
	const quantity = atlas.quantities(ref).find((q) => q.what === what && q.use === 'total');
	if (!quantity) return { type: 'number', value: null, unit: '', note: '' };
	return { type: 'number', value: quantity.valueMin === quantity.valueMax ? quantity.valueMin : null, unit: quantity.unit, note: (lang === 'zh' ? quantity.qualifierZh : quantity.qualifierEn) || (quantity.valueMin === quantity.valueMax ? '' : quantity.valueText) };
}

const sourceCell = (atlas: Atlas, lang: Lang, ids: readonly string[]): Cell => {
	const [first] = citeSources(atlas, lang, ids);
	return { type: 'cite', text: first ? `${first.outlet}${first.date ? ` ${first.date}` : ''}` : '' };
};

const builders: Record<TableName, Builder> = {
	projects: (atlas, index, lang, view, selected, take) => ({
		columns: [column('name'), column('status'), column('districts'), column('length', true), column('investment', true), column('why'), column('source')],
		total: selected.counts.project,
		rows: idsOf(index, selected, 'project').slice(0, take).map((id) => {
			const project = atlas.project.get(id)!;
			const line = projectLine(atlas, lang, project);
			const ref = `project:${id}`;
			return {
				key: ref, ref, title: line.title, kind: line.kind, status: line.status,
				cells: [
					text(line.title), { type: 'status', status: line.status, date: line.statusDate }, text(isOutside(atlas, id) ? translator(lang)('project.outside.short') : line.districts.join(lang === 'zh' ? '、' : ', ')), quantityCell(atlas, lang, ref, 'length'),
					quantityCell(atlas, lang, ref, 'investment'), reasonsCell(atlas, index, lang, ref, view), sourceCell(atlas, lang, project.sources)
				]
			};
		})
	}),
	measures: (atlas, index, lang, view, selected, take) => ({
		columns: [column('name'), column('domain'), column('clause'), column('agencies'), column('why'), column('source')],
		total: selected.counts.measure,
		rows: idsOf(index, selected, 'measure').slice(0, take).map((id) => {
			const measure = atlas.measure.get(id)!;
			const line = measureLine(atlas, lang, measure);
			const ref = `measure:${id}`;
			return {
				key: ref, ref, title: line.title,
				cells: [
					text(line.title), { type: 'word', group: 'domain', word: line.domain }, text(line.citation?.short ?? ''), text(measure.leadAgencies.map((agency) => nameOf(lang, atlas.agency.get(agency)!)).join(lang === 'zh' ? '、' : ', ')),
					reasonsCell(atlas, index, lang, ref, view), sourceCell(atlas, lang, measure.sources)
				]
			};
		})
	}),
	indicators: (atlas, index, lang, view, selected, take) => ({
		columns: [column('name'), column('scope'), column('target'), column('year', true), column('latest'), column('asof'), column('why'), column('source')],
		total: selected.counts.indicator,
		rows: idsOf(index, selected, 'indicator').slice(0, take).map((id) => {
			const indicator = atlas.indicator.get(id)!;
			const line = indicatorLine(atlas, lang, indicator);
			const withUnit = (value: string) => (line.unit && value ? `${value} ${line.unit}` : value);
			return {
				key: id, ref: `indicator:${id}`, title: line.title,
				cells: [
					text(line.title), text(line.scope), { type: 'word', group: `target.${line.target?.comparator ?? 'none'}`, word: line.target ? withUnit(line.target.text) : '' }, text(line.target?.year ?? ''), text(line.latest ? withUnit(line.latest.text) : ''),
					text(line.latest?.when ?? ''), reasonsCell(atlas, index, lang, `indicator:${id}`, view), sourceCell(atlas, lang, indicator.sources)
				]
			};
		})
	}),
	places: (atlas, index, lang, view) => ({
		columns: [column('name'), column('placekind'), column('parent'), column('area', true), column('long', true), column('accuracy'), ...(asksOfPlaces(view) ? [column('why')] : [])],
		rows: placesIn(atlas, index, view).map((place) => ({
			key: place.id, ref: `place:${place.id}`, title: place.names[lang],
			cells: [
				text(place.names[lang]), { type: 'word', group: 'placekind', word: place.kind }, text(place.parent ? shortPlace(atlas, lang, place.parent) : ''),
				{ type: 'number', value: place.measured?.areaKm2 ?? null, unit: 'km2', note: '' }, { type: 'number', value: place.measured?.lengthKm ?? null, unit: 'km', note: '' },
				{ type: 'word', group: 'accuracy', word: place.accuracy?.class ?? 'none' }, ...(asksOfPlaces(view) ? [reasonsCell(atlas, index, lang, `place:${place.id}`, view)] : [])
			]
		}))
	}),
	milestones: (atlas, _index, lang) => ({
		columns: [column('date'), column('name'), column('source')],
		rows: atlas.dataset.milestones.map((m) => ({ key: m.id, ref: m.refs[0] ?? '', title: nameOf(lang, m), cells: [text(m.date), text(nameOf(lang, m)), sourceCell(atlas, lang, m.sources)] }))
	})
};

const keyOf = (cell: Cell): string | number | null => {
	switch (cell.type) {
		case 'number': return cell.value;
		case 'status': return `${cell.status} ${cell.date}`;
		case 'word': return cell.word;
		case 'reasons': return cell.reasons[0]?.basis ?? cell.space?.[0] ?? cell.gaps[0]?.reason ?? '';
		default: return cell.text;
	}
};

/** Rows without a value stay last whichever way the column is sorted. */
function sortRows(rows: TableRow[], at: number, descending: boolean, lang: Lang): TableRow[] {
	if (at < 0) return rows;
	const collator = new Intl.Collator(lang === 'zh' ? 'zh-Hans-CN' : 'en', { numeric: true });
	return rows.toSorted((a, b) => {
		const [x, y] = [keyOf(a.cells[at]!), keyOf(b.cells[at]!)];
		if (x === null || x === '') return y === null || y === '' ? 0 : 1;
		if (y === null || y === '') return -1;
		const order = typeof x === 'number' && typeof y === 'number' ? x - y : collator.compare(String(x), String(y));
		return descending ? -order : order;
	});
}
