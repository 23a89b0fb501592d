/** Cards of a measure, a project, an indicator and a clause: each leads on to the next link of the chain, in both directions. */
import { splitRef } from '../domain/dataset.ts';
import type { Link } from '../domain/dataset.ts';
import type { Basis, Domain, ProjectKind, StatusValue } from '../domain/vocabulary.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Atlas } from './atlas.ts';
import { figuresOf, indicatorLine, measureLine, projectLine, shortPlace, valueText } from './cards.ts';
import type { FigureLine, IndicatorLine, MeasureLine, ProjectLine } from './cards.ts';
import { citeClause, citeSources, nameOf, pick } from './cite.ts';
import type { ClauseCitation, SourceCitation } from './cite.ts';
import { clauseRecords } from './clause-records.ts';
import { isOutside } from './outside.ts';
import { editOf } from './record-edit.ts';
import type { RecordEdit } from './record-edit.ts';

export interface LinkedPlace {
	id: string;
	name: string;
	kind: string;
	basis: Basis;
	note: string;
	projects: number;
	isLocated: boolean;
	/** Of the link that leads here; `null` for a member of a linked place. */
	edit: RecordEdit | null;
}
export interface MeasureCard {
	type: 'measure';
	id: string;
	title: string;
	isOurTitle: boolean;
	domain: Domain;
	kind: string;
	summary: string;
	citation: ClauseCitation | null;
	section: string;
	figures: string[];
	clauseNote: string;
	isGarbled: boolean;
	leads: string[];
	supports: string[];
	places: LinkedPlace[];
	/** Members of named collectives, each "via" it. */
	members: (LinkedPlace & { via: string })[];
	projects: ProjectLine[];
	indicators: IndicatorLine[];
	amounts: FigureLine[];
	position: { at: number; of: number; previous: string | null; next: string | null };
	sources: SourceCitation[];
}
export interface ProjectCard {
	type: 'project';
	id: string;
	title: string;
	otherName: string;
	kind: ProjectKind;
	subkind: string;
	start: string;
	finishPlanned: string;
	finishActual: string;
	districts: { id: string; name: string }[];
	/** Named by a document of a wider region and in no count of the area. */
	isOutside: boolean;
	statuses: { status: StatusValue; date: string; note: string; sources: SourceCitation[]; edit: RecordEdit }[];
	figures: FigureLine[];
	whole: { id: string; title: string; isInferred: boolean } | null;
	parts: ProjectLine[];
	leads: { name: string; isInferred: boolean }[];
	places: LinkedPlace[];
	corridor: { id: string; name: string } | null;
	/** Where it is drawn: on its own geometry, at a place its record names, or nowhere. */
	located: 'own' | 'by-place' | 'nowhere';
	measures: (MeasureLine & { basis: Basis; inferredBy: string; edit: RecordEdit })[];
	clauses: { citation: ClauseCitation; basis: Basis; inferredBy: string; edit: RecordEdit }[];
	milestones: { id: string; date: string; title: string }[];
	conflicts: { id: string; topic: string; values: string[]; used: string; why: string }[];
	note: string;
	confidence: string;
	sources: SourceCitation[];
	edit: RecordEdit;
}
export interface IndicatorCard {
	type: 'indicator';
	id: string;
	title: string;
	otherName: string;
	unit: string;
	theme: string;
	direction: string;
	scope: { id: string; name: string };
	targets: { text: string; comparator: string; year: string; baseline: string; note: string; citation: ClauseCitation | null; sources: SourceCitation[]; edit: RecordEdit }[];
	observations: { id: string; text: string; when: string; basisKind: string; basis: string; note: string; sources: SourceCitation[]; edit: RecordEdit }[];
	measures: (MeasureLine & { basis: Basis; edit: RecordEdit })[];
	conflicts: { id: string; topic: string; values: string[]; used: string; why: string }[];
	note: string;
	confidence: string;
	sources: SourceCitation[];
}
export interface ClauseCard {
	type: 'clause';
	id: string;
	kind: string;
	citation: ClauseCitation;
	summary: string;
	note: string;
	isGarbled: boolean;
	figures: string[];
	agencies: string[];
	measures: MeasureLine[];
	projects: (ProjectLine & { basis: Basis })[];
	indicators: IndicatorLine[];
	sources: SourceCitation[];
}

function linkedPlaces(atlas: Atlas, lang: Lang, links: readonly Link[]): LinkedPlace[] {
	return links.flatMap((link): LinkedPlace[] => {
		const [kind, id] = splitRef(link.to);
		const place = kind === 'place' ? atlas.place.get(id) : undefined;
		if (!place) return [];
		return [{ id, name: place.names[lang], kind: place.kind, basis: link.basis, note: pick(lang, link, 'note'), projects: projectsNaming(atlas, id), isLocated: place.measured !== undefined, edit: editOf(atlas, 'links', link) }];
	});
}

const projectsNaming = (atlas: Atlas, place: string): number => atlas.linksTo(`place:${place}`).filter((link) => link.from.startsWith('project:')).length;

export function measureCard(atlas: Atlas, lang: Lang, id: string): MeasureCard | null {
	const measure = atlas.measure.get(id);
	const clause = measure && atlas.clause.get(measure.clause);
	if (!measure || !clause) return null;
	const places = linkedPlaces(atlas, lang, atlas.linksFrom(`measure:${id}`));
	const siblings = atlas.dataset.measures.filter((other) => other.document === measure.document);
	const at = siblings.indexOf(measure);
	const names = (ids: readonly string[]) => ids.map((agency) => nameOf(lang, atlas.agency.get(agency)!));
	return {
		type: 'measure', id, title: nameOf(lang, measure), isOurTitle: measure.titleBasis === 'ours', domain: measure.domain, kind: measure.kind, summary: pick(lang, clause, 'summary'),
		citation: citeClause(atlas, lang, clause.id), section: sectionTitle(atlas, lang, measure.section, clause.id), figures: clause.figures, clauseNote: pick(lang, clause, 'note'), isGarbled: clause.garbled === true,
		leads: names(measure.leadAgencies), supports: names(measure.supportingAgencies), places,
		members: places.flatMap((place) => (atlas.place.get(place.id)!.kind === 'collective' && place.basis === 'named' ? membersOf(atlas, lang, place) : [])),
		projects: atlas.linksTo(`measure:${id}`).filter((link) => link.from.startsWith('project:')).map((link) => projectLine(atlas, lang, atlas.project.get(splitRef(link.from)[1])!, { basis: link.basis, via: '' })),
		indicators: atlas.linksTo(`measure:${id}`).filter((link) => link.from.startsWith('indicator:')).map((link) => indicatorLine(atlas, lang, atlas.indicator.get(splitRef(link.from)[1])!)),
		amounts: figuresOf(atlas, lang, `measure:${id}`),
		position: { at: at + 1, of: siblings.length, previous: siblings[at - 1]?.id ?? null, next: siblings[at + 1]?.id ?? null },
		sources: citeSources(atlas, lang, measure.sources)
	};
}

function sectionTitle(atlas: Atlas, lang: Lang, section: string, clause: string): string {
	const record = section === clause ? undefined : atlas.clause.get(section);
	return record ? pick(lang, record, 'heading') : '';
}

const membersOf = (atlas: Atlas, lang: Lang, collective: LinkedPlace): MeasureCard['members'] =>
	(atlas.place.get(collective.id)!.members ?? []).map((id) => {
		const place = atlas.place.get(id)!;
		return { id, name: place.names[lang], kind: place.kind, basis: collective.basis, note: '', projects: projectsNaming(atlas, id), isLocated: place.measured !== undefined, edit: null, via: collective.name };
	});

export function projectCard(atlas: Atlas, lang: Lang, id: string): ProjectCard | null {
	const project = atlas.project.get(id);
	if (!project) return null;
	const ref = `project:${id}`;
	const links = atlas.linksFrom(ref);
	const places = linkedPlaces(atlas, lang, links);
	const whole = atlas.project.get(project.partOf);
	const place = (placeId: string) => ({ id: placeId, name: shortPlace(atlas, lang, placeId) });
	return {
		type: 'project', id, title: project[lang], otherName: project[lang === 'zh' ? 'en' : 'zh'], kind: project.kind, subkind: project.subkind, start: project.start, finishPlanned: project.finishPlanned, finishActual: project.finishActual,
		districts: project.districts.map(place), isOutside: isOutside(atlas, id),
		statuses: atlas.statuses(id).map((s) => ({ status: s.status, date: s.date, note: pick(lang, s, 'note'), sources: citeSources(atlas, lang, s.sources), edit: editOf(atlas, 'statuses', s) })),
		figures: figuresOf(atlas, lang, ref), whole: whole ? { id: whole.id, title: nameOf(lang, whole), isInferred: project.partOfBasis === 'inferred' } : null,
		parts: atlas.partsOf(id).map((part) => projectLine(atlas, lang, part)),
		leads: project.leadAgencies.map((agency) => ({ name: nameOf(lang, atlas.agency.get(agency)!), isInferred: atlas.agency.get(agency)!.nameBasis === 'inferred' })),
		places, corridor: project.corridor ? place(project.corridor) : null,
		located: (project.ownPlace !== '' && atlas.place.get(project.ownPlace)?.measured !== undefined) || project.lon !== null ? 'own' : places.some(({ id: named }) => hasSpot(atlas, named)) ? 'by-place' : 'nowhere',
		measures: links.flatMap((link) => {
			const measure = link.to.startsWith('measure:') ? atlas.measure.get(splitRef(link.to)[1]) : undefined;
			return measure ? [{ ...measureLine(atlas, lang, measure), basis: link.basis, inferredBy: link.inferredBy, edit: editOf(atlas, 'links', link) }] : [];
		}),
		clauses: links.flatMap((link) => {
			const citation = link.to.startsWith('clause:') ? citeClause(atlas, lang, splitRef(link.to)[1]) : null;
			return citation ? [{ citation, basis: link.basis, inferredBy: link.inferredBy, edit: editOf(atlas, 'links', link) }] : [];
		}),
		milestones: atlas.milestones(ref).map((m) => ({ id: m.id, date: m.date, title: nameOf(lang, m) })),
		conflicts: conflictsOf(atlas, lang, ref), note: pick(lang, project, 'note'), confidence: project.confidence, sources: citeSources(atlas, lang, project.sources), edit: editOf(atlas, 'projects', project)
	};
}

/** Whether a sign can stand there: at the place, or at one it is made of; a province is no spot, nor one city of several. */
function hasSpot(atlas: Atlas, id: string, depth = 2): boolean {
	const place = atlas.place.get(id);
	if (!place || place.kind === 'province' || (place.kind === 'city' && depth < 2)) return false;
	return place.measured !== undefined || (depth > 0 && [...(place.members ?? []), ...(place.parts ?? [])].some((inner) => hasSpot(atlas, inner, depth - 1)));
}

const conflictsOf = (atlas: Atlas, lang: Lang, ref: string) => atlas.conflicts(ref).map((c) => ({ id: c.id, topic: pick(lang, c, 'topic'), values: c.values, used: c.used, why: pick(lang, c, 'why') }));

export function indicatorCard(atlas: Atlas, lang: Lang, id: string): IndicatorCard | null {
	const indicator = atlas.indicator.get(id);
	if (!indicator) return null;
	const unit = indicator.valueKind === 'class' ? '' : pick(lang, indicator, 'unit');
	const observation = new Map(atlas.observations(id).map((o) => [o.id, o]));
	return {
		type: 'indicator', id, title: indicator[lang], otherName: indicator[lang === 'zh' ? 'en' : 'zh'], unit: pick(lang, indicator, 'unit'), theme: indicator.theme, direction: indicator.direction,
		scope: { id: indicator.scope, name: shortPlace(atlas, lang, indicator.scope) },
		targets: atlas.targets(id).map((t) => ({
			text: valueText(lang, t), comparator: t.comparator, year: t.year, baseline: observation.get(t.baseline)?.valueText ?? '', note: pick(lang, t, 'note'), citation: citeClause(atlas, lang, t.clause), sources: citeSources(atlas, lang, t.sources), edit: editOf(atlas, 'targets', t, unit)
		})),
		observations: atlas.observations(id).map((o) => ({
			id: o.id, text: valueText(lang, o), when: o.year || o.period, basisKind: o.basisKind, basis: pick(lang, o, 'basis'), note: pick(lang, o, 'note'), sources: citeSources(atlas, lang, o.sources), edit: editOf(atlas, 'observations', o, unit)
		})),
		measures: atlas.linksFrom(`indicator:${id}`).flatMap((link) => {
			const measure = link.to.startsWith('measure:') ? atlas.measure.get(splitRef(link.to)[1]) : undefined;
			return measure ? [{ ...measureLine(atlas, lang, measure), basis: link.basis, edit: editOf(atlas, 'links', link) }] : [];
		}),
		conflicts: conflictsOf(atlas, lang, `indicator:${id}`), note: pick(lang, indicator, 'note'), confidence: indicator.confidence, sources: citeSources(atlas, lang, indicator.sources)
	};
}

export function clauseCard(atlas: Atlas, lang: Lang, id: string): ClauseCard | null {
	const clause = atlas.clause.get(id);
	const citation = citeClause(atlas, lang, id);
	if (!clause || !citation) return null;
	const { measures, projects, indicators } = clauseRecords(atlas, id);
	return {
		type: 'clause', id, kind: clause.kind, citation, summary: pick(lang, clause, 'summary'), note: pick(lang, clause, 'note'), isGarbled: clause.garbled === true, figures: clause.figures,
		agencies: clause.agencies.map((agency) => nameOf(lang, atlas.agency.get(agency)!)), measures: measures.map((measure) => measureLine(atlas, lang, measure)),
		projects: projects.map(({ project, basis }) => ({ ...projectLine(atlas, lang, project), basis })),
		indicators: indicators.map((indicator) => indicatorLine(atlas, lang, atlas.indicator.get(indicator)!)), sources: citeSources(atlas, lang, clause.sources)
	};
}

export type RecordCard = MeasureCard | ProjectCard | IndicatorCard | ClauseCard;

