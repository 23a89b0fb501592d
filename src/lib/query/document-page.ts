/** One document with its clauses as the page shows them beside the map: what each names, who answers, what rests on it, and what it can be asked for. */
import type { Lang } from '../i18n/lang.ts';
import type { Basis, PlaceKind } from '../domain/vocabulary.ts';
import type { Atlas } from './atlas.ts';
import { indicatorLine, projectLine, shortPlace, titleOf } from './cards.ts';
import type { IndicatorLine, ProjectLine } from './cards.ts';
import { nameOf } from './cite.ts';
import { clausePlaces, clauseRecords, clauseUnits, madeOf } from './clause-records.ts';
import type { UnitRole } from './clause-records.ts';
import { clauseLines } from './document-card.ts';
import type { ClauseLine } from './document-card.ts';
import { documentFacts } from './library.ts';
import type { DocumentFacts } from './library.ts';
import type { About } from './library-url.ts';

export interface PlaceTag {
	id: string;
	name: string;
	basis: Basis;
	/** Names of the projects by which the clause comes here; empty where it names or covers the place itself. */
	through: string[];
	/** Members of a collective or lines of a corridor that are meant with it. */
	meant: { id: string; name: string }[];
}
export interface DocumentClause extends ClauseLine {
	/** Id of the clause it stands in, empty at the top. */
	parent: string;
	places: PlaceTag[];
	units: { id: string; name: string; role: UnitRole }[];
	projects: (ProjectLine & { isInferred: boolean })[];
	indicators: IndicatorLine[];
	/** Places, projects and agencies by which the clause is found. */
	about: About[];
}
export interface PlaceEntry {
	id: string;
	name: string;
	kind: PlaceKind;
	/** Clauses that come to it, and those of them that only name a collective or a corridor it belongs to, or a project there. */
	clauses: number;
	byCollective: number;
	byProject: number;
	isAreaWide: boolean;
	/** What a collective or a corridor is made of. */
	holds: string[];
	/** It, or something it is made of, is on the map. */
	isLocated: boolean;
	isContext: boolean;
}
export interface DocumentPage {
	document: DocumentFacts;
	clauses: DocumentClause[];
	/** Most clauses first; a whole area that clauses merely cover comes last. */
	places: PlaceEntry[];
}

export function documentPage(atlas: Atlas, lang: Lang, id: string): DocumentPage | null {
	const document = atlas.document.get(id);
	if (!document) return null;
	const clauses = clauseLines(atlas, lang, id).map((line) => documentClause(atlas, lang, line));
	return { document: documentFacts(atlas, lang, document), clauses, places: placeEntries(atlas, lang, clauses) };
}

function documentClause(atlas: Atlas, lang: Lang, line: ClauseLine): DocumentClause {
	const clause = atlas.clause.get(line.id)!;
	const places = clausePlaces(atlas, line.id);
	const { projects, indicators } = clauseRecords(atlas, line.id);
	const units = clauseUnits(atlas, clause);
	const name = (place: string) => shortPlace(atlas, lang, place);
	return {
		...line, parent: clause.parent, places: places.filter(({ via }) => via === '').map(({ id, basis, through }) => ({ id, name: name(id), basis, through: through.map((project) => atlas.project.get(project)![lang]), meant: places.filter(({ via }) => via === id).map((inner) => ({ id: inner.id, name: name(inner.id) })) })),
		units: units.map(({ id, role }) => ({ id, role, name: titleOf(atlas, lang, `agency:${id}`) })), projects: projects.map(({ project, basis }) => ({ ...projectLine(atlas, lang, project), isInferred: basis === 'inferred' })),
		indicators: indicators.map((id) => indicatorLine(atlas, lang, atlas.indicator.get(id)!)),
		about: [...places.map(({ id }): About => `place:${id}`), ...projects.map(({ project }): About => `project:${project.id}`), ...units.map(({ id }): About => `agency:${id}`)]
	};
}

function placeEntries(atlas: Atlas, lang: Lang, clauses: readonly DocumentClause[]): PlaceEntry[] {
	const found = new Map<string, Pick<PlaceEntry, 'clauses' | 'byCollective' | 'byProject'> & { named: number }>();
	for (const { id } of clauses) {
		for (const { id: place, basis, via, through } of clausePlaces(atlas, id)) {
			const counted = found.get(place) ?? { clauses: 0, byCollective: 0, byProject: 0, named: 0 };
			const isByProject = through.length > 0;
			found.set(place, { clauses: counted.clauses + 1, byCollective: counted.byCollective + Number(via !== '' && !isByProject), byProject: counted.byProject + Number(isByProject), named: counted.named + Number(basis !== 'area-wide') });
		}
	}
	return [...found].map(([id, { clauses: n, byCollective, byProject, named }]): PlaceEntry => {
		const place = atlas.place.get(id)!;
		const holds = madeOf(atlas, id);
		return { id, name: nameOf(lang, place.names), kind: place.kind, clauses: n, byCollective, byProject, isAreaWide: named === 0, holds, isLocated: [id, ...holds].some((one) => atlas.place.get(one)?.measured !== undefined), isContext: place.context === true };
	}).toSorted((a, b) => Number(a.isAreaWide) - Number(b.isAreaWide) || b.clauses - a.clauses);
}

/** Clauses that are found by `about`, and the headings they stand under; `null` for all. */
export function clausesAbout(clauses: readonly DocumentClause[], about: About | null): { found: DocumentClause[]; shown: DocumentClause[] } {
	if (about === null) return { found: [...clauses], shown: [...clauses] };
	const found = clauses.filter((clause) => clause.about.includes(about));
	const byId = new Map(clauses.map((clause) => [clause.id, clause]));
	const wanted = new Set(found.map(({ id }) => id));
	for (const { parent } of found) for (let above = byId.get(parent); above && !wanted.has(above.id); above = byId.get(above.parent)) wanted.add(above.id);
	return { found, shown: clauses.filter(({ id }) => wanted.has(id)) };
}
