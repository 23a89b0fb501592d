/** What a brief is about: a place that a filter knows, a document or an agency, with the records that belong to it and how near each is. */
import type { Indicator, Ref } from '../domain/dataset.ts';
import { splitRef } from '../domain/dataset.ts';
import { emptyView } from '../domain/view.ts';
import type { Filter, View } from '../domain/view.ts';
import type { Basis, PlaceKind } from '../domain/vocabulary.ts';
import { decidesSpace } from '../domain/vocabulary.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Atlas } from './atlas.ts';
import { shortPlace, titleOf } from './cards.ts';
import { nameOf, pick } from './cite.ts';
import type { Query } from './explore.ts';
import { recordsAt } from './place-card.ts';
import { facetOfPlace } from './query-index.ts';
import { indicatorsOfDocument } from './scorecard.ts';
import { idsOf, select } from './select.ts';
import { isWholeLine } from './sums.ts';
import { indicatorsOfPlace } from './slide-gaps.ts';
import { encode } from './url.ts';

export type SubjectKind = 'water' | 'line' | 'area' | 'document' | 'agency';
export interface MeasureOf {
	id: string;
	/** How the measure comes to a place; `named` for what a document or an agency has of its own. */
	basis: Basis;
}
export interface Subject {
	ref: Ref;
	id: string;
	kind: SubjectKind;
	/** Short, for a title. */
	name: string;
	fullName: string;
	filter: Filter;
	projects: string[];
	/** The most telling first; without those that only cover the area around it. */
	measures: MeasureOf[];
	/** Measures whose clause covers a whole area around the place. */
	areaWide: string[];
	/** Clauses behind the projects, by our reading, the one with most projects first. */
	behind: string[];
	/** Its own indicators and those of the members of a collective. */
	indicators: Indicator[];
	/** Indicators with a target of a zone around it, told apart: of the smallest for an area, of the whole area for waters and lines. */
	around: { scope: string; indicators: Indicator[] } | null;
}

const waterKinds = new Set<PlaceKind>(['lake', 'river', 'canal', 'reservoir', 'lake-group', 'collective']);

export function subjectKind(atlas: Atlas, ref: string): SubjectKind | null {
	if (!atlas.exists(ref)) return null;
	const [kind, id] = splitRef(ref as Ref);
	if (kind === 'document' || kind === 'agency') return kind;
	const facet = kind === 'place' ? facetOfPlace(atlas, id) : null;
	return facet === null ? null : facet !== 'along' ? 'area' : waterKinds.has(atlas.place.get(id)!.kind) ? 'water' : 'line';
}

/** Whether `ref` can be briefed on: places that the filter knows, documents, agencies. */
export const isBriefable = (atlas: Atlas, ref: string): boolean => subjectKind(atlas, ref) !== null;

/** A water or corridor is asked within 0 m, as panels and scorecard do: what is linked to it or meets it. */
export function subjectOf(query: Query, lang: Lang, ref: Ref): Subject | null {
	const { atlas, index } = query;
	const kind = subjectKind(atlas, ref);
	if (kind === null) return null;
	const [, id] = splitRef(ref);
	const isPlace = kind !== 'document' && kind !== 'agency';
	const filter: Filter = { all: [isPlace && kind !== 'area' ? { is: 'along', of: [id], withinM: 0 } : { is: isPlace ? facetOfPlace(atlas, id)! : kind as 'document' | 'agency', of: [id] }] };
	const selected = select(index, filter);
	const projects = idsOf(index, selected, 'project');
	const here = isPlace ? recordsAt(atlas, id).measures.map(({ record, reach }) => ({ id: record.id, basis: reach.basis, hasVia: reach.via !== undefined })) : idsOf(index, selected, 'measure').map((measure) => ({ id: measure, basis: 'named' as Basis, hasVia: false }));
	const own = isPlace ? indicatorsOfPlace(atlas, id) : kind === 'document' ? indicatorsOfDocument(atlas, id) : [];
	/** One that waits for its first value and has no target says nothing yet. */
	const indicators = own.map((indicator) => atlas.indicator.get(indicator)!).filter(({ id: one }) => atlas.targets(one).length > 0 || atlas.observations(one).length > 0);
	return {
		ref, id, kind, name: isPlace ? shortPlace(atlas, lang, id) : kind === 'document' ? pick(lang, atlas.document.get(id)!, 'short') : nameOf(lang, atlas.agency.get(id)!), fullName: titleOf(atlas, lang, ref), filter, projects,
		measures: mostTelling(atlas, here.filter(({ basis }) => basis !== 'area-wide'), new Set(projects)), areaWide: here.filter(({ basis }) => basis === 'area-wide').map((measure) => measure.id),
		behind: clausesBehind(atlas, projects, kind === 'document' ? id : ''), indicators, around: isPlace ? aroundOf(atlas, id, kind) : null
	};
}

const ranks: Basis[] = ['named', 'spatial', 'inferred', 'area-wide'];

/** Named before spatial before read into it, itself before its collective; then by how many of its projects rest on the measure; a document's by the places it names. */
function mostTelling(atlas: Atlas, measures: readonly (MeasureOf & { hasVia: boolean })[], projects: ReadonlySet<string>): MeasureOf[] {
	const weight = (id: string) => atlas.linksTo(`measure:${id}`).filter(({ from }) => projects.has(splitRef(from as Ref)[1])).length;
	const places = (id: string) => atlas.linksFrom(`measure:${id}`).filter(({ basis, to }) => basis === 'named' && to.startsWith('place:')).length;
	const ranked = measures.map(({ id, basis, hasVia }) => ({ id, basis, rank: ranks.indexOf(basis) * 2 + (hasVia ? 1 : 0), weight: weight(id) * 2 + Math.min(3, places(id)) }));
	return ranked.toSorted((a, b) => a.rank - b.rank || b.weight - a.weight).map(({ id, basis }) => ({ id, basis }));
}

function clausesBehind(atlas: Atlas, projects: readonly string[], document: string): string[] {
	const counts = new Map<string, number>();
	for (const project of projects) {
		for (const { to } of atlas.linksFrom(`project:${project}`)) {
			const [kind, id] = splitRef(to as Ref);
			const clause = kind === 'clause' ? id : kind === 'measure' ? atlas.measure.get(id)!.clause : '';
			if (clause !== '' && (document === '' || atlas.clause.get(clause)!.document === document)) counts.set(clause, (counts.get(clause) ?? 0) + 1);
		}
	}
	return [...counts].toSorted((a, b) => b[1] - a[1]).map(([clause]) => clause);
}

const themesOf: Partial<Record<SubjectKind, readonly string[]>> = { water: ['water', 'ecology'], line: ['transport'] };

function aroundOf(atlas: Atlas, id: string, kind: SubjectKind): Subject['around'] {
	const areas = new Set([id, ...atlas.ancestors(id).map((place) => place.id), ...[id, ...(atlas.place.get(id)?.members ?? []), ...(atlas.place.get(id)?.parts ?? [])].flatMap((part) => lyingIn(atlas, part))]);
	const zones = [...areas].flatMap((area) => [area, ...atlas.ancestors(area).map((place) => place.id)]).filter((area) => area !== id && atlas.place.get(area)?.kind === 'zone');
	const themes = themesOf[kind];
	const size = (zone: string): number => atlas.place.get(zone)!.measured?.areaKm2 ?? 0;
	for (const scope of [...new Set(zones)].toSorted((a, b) => (themes ? size(b) - size(a) : size(a) - size(b)))) {
		const indicators = atlas.dataset.indicators.filter((indicator) => indicator.scope === scope && indicator.confidence !== 'low' && atlas.targets(indicator.id).length > 0 && (!themes || themes.includes(indicator.theme)));
		if (indicators.length > 0) return { scope, indicators: indicators.toSorted((a, b) => (themes ? themes.indexOf(a.theme) - themes.indexOf(b.theme) : 0)) };
	}
	return null;
}

const lyingIn = (atlas: Atlas, id: string): string[] => (atlas.relations[id] ?? []).filter(([other, , how]) => (how === 'inside' || how === 'crosses') && decidesSpace(atlas.place.get(other)?.accuracy?.class)).map(([other]) => other);

/** Projects for which a source states the whole of a figure, and for how many of them it is that of a whole line far beyond the place. */
export function knownOf(atlas: Atlas, projects: readonly string[], what: 'length' | 'investment'): { known: number; wholeLine: number } {
	const found = projects.flatMap((id) => atlas.quantities(`project:${id}`).find((quantity) => quantity.what === what && quantity.use === 'total') ?? []);
	return { known: found.length, wholeLine: found.filter(isWholeLine).length };
}

/** The saved query string of a view of the subject. */
export const viewOf = (subject: Subject, patch: Partial<View> = {}): string => encode({ ...emptyView, filter: subject.filter, ...patch });
