/** What a panel tells of a record, as plain data in one language: the same card is rendered on the server and in the browser. */
import type { ChangeKind } from '../domain/change.ts';
import type { Indicator, Measure, Project } from '../domain/dataset.ts';
import { splitRef } from '../domain/dataset.ts';
import type { Basis, Domain, PlaceKind, ProjectKind, StatusValue } from '../domain/vocabulary.ts';
import { domains, statusValues } from '../domain/vocabulary.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Atlas } from './atlas.ts';
import { citeClause, citeSources, nameOf, pick } from './cite.ts';
import type { ClauseCitation, SourceCitation } from './cite.ts';
import { judgementsOf } from './progress-all.ts';
import type { PlaceCard } from './place-card.ts';
import type { State } from './progress-rules.ts';
import type { RecordCard } from './record-cards.ts';
import { changedBy } from './record-edit.ts';
import type { Reach } from './reach.ts';

export interface Reason {
	basis: Basis;
	/** Name of the place through which the record comes here. */
	via: string;
	metres?: number;
}
export interface MeasureLine {
	id: string;
	title: string;
	domain: Domain;
	citation: ClauseCitation | null;
	reason: Reason | null;
}
export interface ProjectLine {
	id: string;
	title: string;
	kind: ProjectKind;
	/** `unknown`: no report is known, or the planner retired the only one. */
	status: StatusValue | 'unknown';
	statusDate: string;
	districts: string[];
	reason: Reason | null;
	isToBeConfirmed: boolean;
}
export interface FigureLine {
	what: string;
	text: string;
	comparator: string;
	unit: string;
	years: string;
	qualifier: string;
	/** Says the whole record, not a part of it. */
	isTotal: boolean;
	value: number | null;
	sources: SourceCitation[];
}
export interface IndicatorLine {
	id: string;
	title: string;
	unit: string;
	scope: string;
	target: { text: string; comparator: string; year: string } | null;
	latest: { text: string; when: string; basisKind: string; changed: ChangeKind | '' } | null;
	hasBaseline: boolean;
	/** Against its target, by the published method. */
	state: State;
	isToBeConfirmed: boolean;
}

export const reasonOf = (atlas: Atlas, lang: Lang, reach: Reach | undefined): Reason | null =>
	reach ? { basis: reach.basis, via: reach.via ? nameOf(lang, atlas.place.get(reach.via)!.names) : '', metres: reach.metres } : null;

export const measureLine = (atlas: Atlas, lang: Lang, measure: Measure, reason: Reason | null = null): MeasureLine => ({
	id: measure.id, title: nameOf(lang, measure), domain: measure.domain, citation: citeClause(atlas, lang, measure.clause), reason
});

export function projectLine(atlas: Atlas, lang: Lang, project: Project, reason: Reason | null = null): ProjectLine {
	const status = atlas.statuses(project.id)[0];
	return {
		id: project.id, title: nameOf(lang, project), kind: project.kind, status: status?.status ?? 'unknown', statusDate: status?.date ?? '',
		districts: project.districts.map((id) => shortPlace(atlas, lang, id)), reason, isToBeConfirmed: project.confidence === 'low'
	};
}

const shortenedKinds = new Set<PlaceKind>(['zone', 'district', 'town', 'corridor', 'rail', 'road', 'waterway', 'park', 'site']);

/** The short form where the kind has one in common use and it is shorter; a water keeps its name. */
export const shortPlace = (atlas: Atlas, lang: Lang, id: string): string => {
	const { names, kind } = atlas.place.get(id)!;
	const short = shortenedKinds.has(kind) ? names.short?.[lang]?.[0] : undefined;
	return short !== undefined && short.length < names[lang].length ? short : names[lang];
};

export const figuresOf = (atlas: Atlas, lang: Lang, ref: string): FigureLine[] =>
	atlas.quantities(ref).map((q) => ({ what: q.what, text: q.valueText, comparator: q.comparator, unit: q.unit, years: q.years, qualifier: pick(lang, q, 'qualifier'), isTotal: q.use === 'total', value: q.valueMin === q.valueMax ? q.valueMin : null, sources: citeSources(atlas, lang, q.sources) }));

/** A value found as Chinese text is said in English by its note. */
export const valueText = (lang: Lang, value: { valueText: string; noteEn: string }): string => (lang === 'en' && value.noteEn !== '' && /\p{Script=Han}/u.test(value.valueText) ? value.noteEn.replace(/\.$/, '') : value.valueText);

export function indicatorLine(atlas: Atlas, lang: Lang, indicator: Indicator): IndicatorLine {
	const target = atlas.targets(indicator.id)[0];
	const latest = atlas.observations(indicator.id)[0];
	return {
		id: indicator.id, title: nameOf(lang, indicator), unit: pick(lang, indicator, 'unit'), scope: shortPlace(atlas, lang, indicator.scope),
		target: target ? { text: valueText(lang, target), comparator: target.comparator, year: target.year } : null,
		latest: latest ? { text: valueText(lang, latest), when: latest.year || latest.period, basisKind: latest.basisKind, changed: changedBy(atlas, 'observations', latest.id) } : null,
		hasBaseline: target?.baseline !== undefined && target.baseline !== '', state: judgementsOf(atlas).get(indicator.id)!.state, isToBeConfirmed: indicator.confidence === 'low'
	};
}

export const byDomain = <T extends { domain: Domain }>(lines: readonly T[]): { domain: Domain; lines: T[] }[] =>
	domains.map((domain) => ({ domain, lines: lines.filter((line) => line.domain === domain) })).filter(({ lines: found }) => found.length > 0);

export const byStatus = <T extends { status: StatusValue | 'unknown' }>(lines: readonly T[]): { status: StatusValue | 'unknown'; lines: T[] }[] =>
	([...statusValues, 'unknown'] as const).map((status) => ({ status, lines: lines.filter((line) => line.status === status) })).filter(({ lines: found }) => found.length > 0);

/** Title of any record in words, for a link to it. */
export function titleOf(atlas: Atlas, lang: Lang, ref: string): string {
	const [kind, id] = splitRef(ref);
	if (kind === 'place') return atlas.place.get(id)?.names[lang] ?? id;
	if (kind === 'measure') return nameOf(lang, atlas.measure.get(id) ?? { zh: id, en: id });
	if (kind === 'project') return nameOf(lang, atlas.project.get(id) ?? { zh: id, en: id });
	if (kind === 'indicator') return nameOf(lang, atlas.indicator.get(id) ?? { zh: id, en: id });
	if (kind === 'agency') return nameOf(lang, atlas.agency.get(id) ?? { zh: id, en: id });
	if (kind === 'document') return atlas.document.has(id) ? pick(lang, atlas.document.get(id)!, 'title') : id;
	return citeClause(atlas, lang, id)?.short ?? id;
}

/** What a page is called while the record is open. */
export const titleOfCard = (card: PlaceCard | RecordCard): string => (card.type === 'place' ? card.name : card.type === 'clause' ? card.citation.short : card.title);
