/** Who answers for what, and where: agencies by level of government with the measures they lead or support, the clauses that list them, their projects, places and documents. */
import type { Agency } from '../domain/dataset.ts';
import { splitRef } from '../domain/dataset.ts';
import { emptyView } from '../domain/view.ts';
import type { Basis, Government } from '../domain/vocabulary.ts';
import { governments } from '../domain/vocabulary.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Atlas } from './atlas.ts';
import { measureLine, projectLine, shortPlace } from './cards.ts';
import type { MeasureLine, ProjectLine } from './cards.ts';
import { citeClause, nameOf, pick } from './cite.ts';
import type { ClauseCitation } from './cite.ts';
import { clausePlaces, clauseUnits } from './clause-records.ts';
import { clausesHref } from './library-url.ts';
import { facetOfPlace } from './query-index.ts';
import { documentHref, hrefOf, recordHref } from './url.ts';

export interface AgencyEntry {
	id: string;
	name: string;
	isInferred: boolean;
	note: string;
	leads: MeasureLine[];
	supports: MeasureLine[];
	/** Clauses that list the unit where no measure of theirs does. */
	listed: ClauseCitation[];
	projects: ProjectLine[];
	issued: { id: string; title: string }[];
	documents: { id: string; short: string; clauses: number; href: string }[];
	/** Places that its measures are tied to; the address lists its records there. */
	places: { id: string; name: string; basis: Basis; href: string }[];
	/** Its measures and its projects on the map. */
	href: { measures: string; projects: string };
}
export interface AgencyPage {
	governments: { government: Government; agencies: AgencyEntry[] }[];
	/** Agencies that the register holds and no record of ours names. */
	idle: { id: string; name: string }[];
	/** Documents some of whose measures state no unit. */
	unstated: { id: string; title: string; href: string; of: number; measures: MeasureLine[] }[];
}

export function agenciesPage(atlas: Atlas, lang: Lang): AgencyPage {
	const entries = atlas.dataset.agencies.map((agency) => ({ agency, entry: agencyEntry(atlas, lang, agency) }));
	const isActive = ({ leads, supports, listed, projects, issued }: AgencyEntry): boolean => [leads, supports, listed, projects, issued].some(({ length }) => length > 0);
	const weight = ({ leads, supports, listed, projects }: AgencyEntry): number => (leads.length + supports.length + listed.length) * 1000 + projects.length;
	return {
		governments: governments.map((government) => ({ government, agencies: entries.filter(({ agency, entry }) => agency.government === government && isActive(entry)).map(({ entry }) => entry).toSorted((a, b) => weight(b) - weight(a)) })).filter(({ agencies }) => agencies.length > 0),
		idle: entries.filter(({ entry }) => !isActive(entry)).map(({ entry: { id, name } }) => ({ id, name })),
		unstated: atlas.dataset.documents.flatMap((document) => {
			const all = atlas.dataset.measures.filter((measure) => measure.document === document.id);
			const silent = all.filter((measure) => clauseUnits(atlas, atlas.clause.get(measure.clause)!).length === 0);
			return silent.length === 0 ? [] : [{ id: document.id, title: pick(lang, document, 'title'), href: documentHref(lang, document.id), of: all.length, measures: silent.map((measure) => measureLine(atlas, lang, measure)) }];
		})
	};
}

function agencyEntry(atlas: Atlas, lang: Lang, agency: Agency): AgencyEntry {
	const { measures, projects, documents, clauses } = atlas.dataset;
	const { id } = agency;
	const leads = measures.filter(({ leadAgencies }) => leadAgencies.includes(id));
	const supports = measures.filter(({ leadAgencies, supportingAgencies }) => supportingAgencies.includes(id) && !leadAgencies.includes(id));
	const mine = new Set([...leads, ...supports].map(({ clause }) => clause));
	const naming = clauses.filter((clause) => clauseUnits(atlas, clause).some((unit) => unit.id === id));
	const address = (table: 'measures' | 'projects') => hrefOf(lang, { ...emptyView, filter: { all: [{ is: 'agency', of: [id] }] }, table });
	return {
		id, name: nameOf(lang, agency), isInferred: agency.nameBasis === 'inferred', note: pick(lang, agency, 'note'), leads: leads.map((measure) => measureLine(atlas, lang, measure)), supports: supports.map((measure) => measureLine(atlas, lang, measure)),
		listed: naming.filter((clause) => !mine.has(clause.id)).map((clause) => citeClause(atlas, lang, clause.id)!), projects: projects.filter(({ leadAgencies }) => leadAgencies.includes(id)).map((project) => projectLine(atlas, lang, project)),
		issued: documents.filter(({ issuers }) => issuers.includes(id)).map((document) => ({ id: document.id, title: pick(lang, document, 'title') })),
		documents: documents.map((document) => ({ id: document.id, short: pick(lang, document, 'short'), clauses: naming.filter((clause) => clause.document === document.id).length, href: clausesHref(lang, document.id, `agency:${id}`) })).filter(({ clauses: n }) => n > 0),
		places: placesOf(atlas, lang, id, [...leads, ...supports].map(({ id: measure }) => `measure:${measure}`), naming.map((clause) => clause.id)), href: { measures: address('measures'), projects: address('projects') }
	};
}

/** Where its measures and the clauses that list it are tied to; named places first. A place that no filter knows opens its own record. */
function placesOf(atlas: Atlas, lang: Lang, agency: string, measures: readonly string[], clauses: readonly string[]): AgencyEntry['places'] {
	const found = new Map<string, Basis>();
	const links = measures.flatMap((ref) => atlas.linksFrom(ref)).filter(({ to }) => splitRef(to)[0] === 'place').map(({ to, basis }) => ({ id: splitRef(to)[1], basis: basis as Basis }));
	for (const { id, basis } of [...links, ...clauses.flatMap((clause) => clausePlaces(atlas, clause).filter(({ via, through }) => via === '' && through.length === 0))]) if (atlas.place.has(id) && (!found.has(id) || basis === 'named')) found.set(id, basis);
	return [...found].toSorted(([, a], [, b]) => Number(a === 'area-wide') - Number(b === 'area-wide')).map(([id, basis]) => {
		const key = facetOfPlace(atlas, id);
		const isListed = key !== null && links.some((link) => link.id === id && (key !== 'along' || link.basis !== 'area-wide'));
		const href = isListed ? hrefOf(lang, { ...emptyView, filter: { all: [{ is: 'agency', of: [agency] }, { is: key, of: [id] }] }, table: 'measures' }) : recordHref(lang, `place:${id}`);
		return { id, name: shortPlace(atlas, lang, id), basis, href };
	});
}
