/** The page of the timeline as plain data in one language: milestones by kind, projects by their dates, under the same filter as the map. */
import type { Milestone } from '../domain/dataset.ts';
import { splitRef } from '../domain/dataset.ts';
import type { Filter, Ignored, View } from '../domain/view.ts';
import { wordOf } from '../i18n/words.ts';
import type { Atlas } from './atlas.ts';
import { titleOf } from './cards.ts';
import { citeSources, nameOf } from './cite.ts';
import type { SourceCitation } from './cite.ts';
import { explore } from './explore.ts';
import type { FacetModel, FilterChip, Query } from './explore.ts';
import { ganttOf, spanOf } from './gantt.ts';
import type { Gantt, Span } from './gantt.ts';
import type { Writer } from './indicator-words.ts';
import { groupsOf, idsOf, isLeaf } from './select.ts';
import type { Selected } from './select.ts';
import { clauseHref, leafFor, recordHref } from './url.ts';

export interface MilestoneRow {
	id: string;
	span: Span;
	title: string;
	kind: string;
	/** Still ahead on the data date, or a date that a source sets as due: never shown as done. */
	isDue: boolean;
	links: { title: string; href: string }[];
	sources: SourceCitation[];
}
export interface TimelinePage {
	filter: Filter;
	chips: FilterChip[];
	/** Facets that the page offers, with the number of projects. */
	choices: FacetModel[];
	milestones: { kinds: { kind: string; name: string; rows: MilestoneRow[] }[]; n: number; total: number; due: number; coarse: number; years: [number, number] };
	gantt: Gantt;
	projects: number;
	dataDate: string;
	ignored: Ignored[];
}

const offered = ['along', 'district', 'kind', 'status'] as const;

export function timelinePage(query: Query, writer: Writer, view: View, ignored: Ignored[] = []): TimelinePage {
	const { atlas, index } = query;
	const { filter } = view;
	const { selected, chips, facets, ignored: told } = explore(query, { ...view, selection: null, table: 'projects' }, writer.lang, ignored, 0);
	const projects = idsOf(index, selected, 'project').map((id) => atlas.project.get(id)!);
	return {
		filter, chips, choices: offered.map((key) => facets.find((facet) => facet.key === key)!).map((facet) => ({ ...facet, values: facet.values.filter(({ totals, isChosen }) => totals.project > 0 || isChosen) })),
		milestones: milestonesOf(query, writer, filter, selected), gantt: ganttOf(atlas, writer, projects, leafFor(filter, 'along')?.of), projects: projects.length, dataDate: atlas.dataset.dataDate, ignored: told
	};
}

const placeKeys = new Set(['along', 'zone', 'district', 'town']);
/** Under a filter a milestone is shown where a source ties it to a record that the filter leaves, or to the very place asked for. */
function isAsked({ refs }: Milestone, filter: Filter, selected: ReadonlySet<string>): boolean {
	const groups = groupsOf(filter).filter((group) => !('is' in group && group.is === 'unknown'));
	if (groups.length === 0) return true;
	const places = groups.length === 1 && isLeaf(groups[0]!) && placeKeys.has(groups[0].is) ? groups[0].of : [];
	return refs.some((ref) => selected.has(ref) || places.includes(splitRef(ref)[0] === 'place' ? splitRef(ref)[1] : ''));
}

function milestonesOf({ atlas, index }: Query, writer: Writer, filter: Filter, selected: Selected): TimelinePage['milestones'] {
	const all = atlas.dataset.milestones;
	const left = new Set(Array.from(selected.items, (i) => index.items[i]!.ref));
	const rows = all.filter((milestone) => isAsked(milestone, filter, left)).flatMap((milestone) => milestoneRow(atlas, writer, milestone));
	const years = all.flatMap(({ date }) => spanOf(date) ?? []).flatMap(({ from, to }) => [Number(from.slice(0, 4)), Number(to.slice(0, 4))]);
	const kinds = [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, own]) => ({ kind, name: wordOf(writer.lang, kind), rows: own.toSorted((a, b) => (a.span.from < b.span.from ? -1 : 1)) }));
	return {
		kinds: kinds.toSorted((a, b) => Number(a.kind === 'due') - Number(b.kind === 'due') || b.rows.length - a.rows.length), n: rows.length, total: all.length, due: rows.filter(({ isDue }) => isDue).length, coarse: rows.filter(({ span }) => span.from !== span.to).length,
		years: years.length > 0 ? [Math.min(...years), Math.max(...years)] : [0, 0]
	};
}

function milestoneRow(atlas: Atlas, { lang }: Writer, milestone: Milestone): MilestoneRow[] {
	const span = spanOf(milestone.date);
	if (!span) return [];
	const links = milestone.refs.filter((ref) => atlas.exists(ref)).map((ref) => {
		const [kind, id] = splitRef(ref);
		return { title: titleOf(atlas, lang, ref), href: kind === 'clause' ? clauseHref(lang, id) : recordHref(lang, ref) };
	});
	return [{ id: milestone.id, span, title: nameOf(lang, milestone), kind: milestone.kind, isDue: milestone.kind === 'due' || span.from > atlas.dataset.dataDate, links, sources: citeSources(atlas, lang, milestone.sources) }];
}
