/**
 * The scorecard: for the area, its districts, the joint waters, the corridors and the documents (and, in `scorecard-agencies`, the agencies), how many projects stand where, measures,
 * indicators by state, kilometres and money. Every number carries the address of its records. A place counts what the map's filter gives for
 * it (a water or corridor: what is linked to it or meets it, since a railway a kilometre off is not the lake's investment); an indicator counts for the place it is about and no other, so that scopes never mix.
 */
import { splitRef } from '../domain/dataset.ts';
import { emptyView } from '../domain/view.ts';
import type { FacetKey, Filter, Leaf, TableName } from '../domain/view.ts';
import { statusValues } from '../domain/vocabulary.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Atlas } from './atlas.ts';
import { shortPlace } from './cards.ts';
import { pick } from './cite.ts';
import { listHref, noFilter } from './indicator-url.ts';
import { tally } from './progress-all.ts';
import type { Judgements } from './progress-all.ts';
import { states } from './progress-rules.ts';
import type { State } from './progress-rules.ts';
import type { QueryIndex } from './query-index.ts';
import { idsOf, select } from './select.ts';
import { sumProjects } from './sums.ts';
import type { Sum } from './sums.ts';
import { documentHref, hrefOf, placeHref } from './url.ts';

export const scoreStatuses = [...statusValues, 'unknown'] as const;
export type ScoreStatus = (typeof scoreStatuses)[number];
export const scoreGroups = ['area', 'district', 'water', 'corridor', 'document', 'government', 'agency'] as const;
export type ScoreGroup = (typeof scoreGroups)[number];

/** A number and the address of the records it counts; empty where no page lists just these. */
export interface Linked {
	n: number;
	href: string;
}
export interface ScoreSum extends Sum {
	/** Projects that the sum was asked of. */
	of: number;
	href: string;
}
export interface ScoreRow {
	group: ScoreGroup;
	id: string;
	name: string;
	href: string;
	projects: Linked;
	byStatus: Record<ScoreStatus, Linked>;
	/** Oldest and newest date of a newest report, as found, and how many have none. */
	statusDates: { from: string; to: string; undated: number };
	measures: Linked;
	/** Of an agency: measures it leads; the others it supports. */
	leads?: number;
	/** `named`: the indicators themselves, where no page lists just these. */
	indicators: Linked & { named?: { title: string; href: string; state: State }[]; judged: number; byState: { state: State; n: number; href: string }[] };
	/** Kilometres of completed projects. */
	completedKm: ScoreSum;
	investment: ScoreSum;
}

const areaId = 'demonstration-area';
const jointWatersId = 'one-river-three-lakes';

interface Subject {
	group: ScoreGroup;
	id: string;
	key: FacetKey;
}

/** The area and its members, the waters that the documents protect jointly, the corridors with a line of their own, the documents with measures. */
export function scoreSubjects(atlas: Atlas, area = areaId, waters = jointWatersId): Subject[] {
	const { places, documents, measures } = atlas.dataset;
	const subjects = (group: ScoreGroup, key: FacetKey, ids: readonly string[]) => ids.filter((id) => group === 'document' || atlas.place.has(id)).map((id): Subject => ({ group, key, id }));
	return [
		...subjects('area', 'zone', [area]),
		...subjects('district', 'district', places.filter(({ id, kind }) => kind === 'district' && atlas.place.get(area)?.members?.includes(id)).map(({ id }) => id)),
		...subjects('water', 'along', atlas.place.get(waters)?.members ?? []),
		...subjects('corridor', 'along', places.filter(({ kind, parts }) => kind === 'corridor' && (parts ?? []).length > 0).map(({ id }) => id)),
		...subjects('document', 'document', documents.map(({ id }) => id).filter((id) => measures.some(({ document }) => document === id)))
	];
}

export const scorecard = (atlas: Atlas, index: QueryIndex, judgements: Judgements, lang: Lang, subjects = scoreSubjects(atlas)): ScoreRow[] => subjects.map(({ group, id, key }) => {
	const isDocument = group === 'document';
	const document = atlas.document.get(id);
	const indicators = isDocument ? indicatorsOfDocument(atlas, id) : atlas.dataset.indicators.filter(({ scope }) => scope === id).map((indicator) => indicator.id);
	return scoreRow(atlas, index, judgements, lang, {
		group, id, leaf: key === 'along' ? { is: key, of: [id], withinM: 0 } : { is: key, of: [id] }, name: isDocument && document ? pick(lang, document, 'short') : shortPlace(atlas, lang, id), href: isDocument ? documentHref(lang, id) : placeHref(lang, id),
		indicators, listOf: (state) => (isDocument || indicators.length === 0 ? '' : listHref(lang, { ...noFilter, scope: id, state }))
	});
});

/** What a row is counted for: the records that the leaf lists, and indicators with the page that lists just these, if there is one. */
export interface Asked extends Pick<ScoreRow, 'group' | 'id' | 'name' | 'href'> {
	leaf: Leaf;
	indicators: readonly string[];
	listOf(state: State | ''): string;
}

export function scoreRow(atlas: Atlas, index: QueryIndex, judgements: Judgements, lang: Lang, { group, id, name, href, leaf, indicators, listOf }: Asked): ScoreRow {
	const address = (table: TableName, ...more: Filter[]) => hrefOf(lang, { ...emptyView, filter: { all: [leaf, ...more] }, table });
	const withStatus = (status: ScoreStatus): Filter => ({ is: 'status', of: [status] });
	const selected = select(index, { all: [leaf] });
	const projects = idsOf(index, selected, 'project');
	const statusOf = (project: string): ScoreStatus => atlas.statuses(project)[0]?.status ?? 'unknown';
	const completed = projects.filter((project) => statusOf(project) === 'completed');
	const dates = projects.map((project) => atlas.statuses(project)[0]?.date ?? '').filter((date) => date !== '').toSorted();
	const { states: counts, judged } = tally(indicators.map((indicator) => judgements.get(indicator)!));
	return {
		group, id, name, href,
		projects: { n: projects.length, href: address('projects') },
		byStatus: Object.fromEntries(scoreStatuses.map((status) => [status, { n: projects.filter((project) => statusOf(project) === status).length, href: address('projects', withStatus(status)) }])) as ScoreRow['byStatus'],
		statusDates: { from: dates[0] ?? '', to: dates.at(-1) ?? '', undated: projects.length - dates.length },
		measures: { n: selected.counts.measure, href: address('measures') },
		indicators: { n: indicators.length, href: listOf(''), judged, byState: states.filter((state) => counts[state] > 0).map((state) => ({ state, n: counts[state], href: listOf(state) })) },
		completedKm: { ...sumProjects(atlas, completed, 'length'), of: completed.length, href: address('projects', withStatus('completed')) },
		investment: { ...sumProjects(atlas, projects, 'investment'), of: projects.length, href: address('projects') }
	};
}

/** Indicators whose target a clause of the document sets, or that a source ties to one of its clauses or measures. */
export function indicatorsOfDocument(atlas: Atlas, id: string): string[] {
	const documentOf = (ref: string): string | undefined => {
		const [kind, of] = splitRef(ref);
		return kind === 'clause' ? atlas.clause.get(of)?.document : kind === 'measure' ? atlas.measure.get(of)?.document : undefined;
	};
	return atlas.dataset.indicators.map((indicator) => indicator.id).filter((indicator) =>
		atlas.targets(indicator).some(({ clause }) => clause !== '' && documentOf(`clause:${clause}`) === id) || atlas.linksFrom(`indicator:${indicator}`).some(({ to, basis }) => basis === 'named' && documentOf(to) === id));
}
