/** The library: every document with what is known of it, how it relates to the others in both directions, and what our copy lacks. */
import type { PolicyDocument } from '../domain/dataset.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Atlas } from './atlas.ts';
import { shortPlace } from './cards.ts';
import { pick } from './cite.ts';
import { clausePlaces, clauseRecords } from './clause-records.ts';
import { documentLine } from './document-card.ts';
import type { DocumentLine } from './document-card.ts';
import type { LibraryChoice } from './library-url.ts';

export interface Relation {
	relation: string;
	id: string;
	title: string;
}
export interface DocumentFacts extends DocumentLine {
	/** `false`: only other documents or sources speak of it. */
	hasText: boolean;
	covers: { id: string; name: string } | null;
	/** Documents that say of themselves that they implement, continue, replace or cite this one. */
	relatedBy: Relation[];
	/** Places that a clause names or covers itself, and those it comes to only by a project it names. */
	placeCount: number;
	placesByProject: number;
	projectCount: number;
	/** Indicators tied to a clause. */
	indicatorCount: number;
	/** Clauses without a summary of ours, and with passages that cannot be read. */
	unsummarised: number;
	garbled: number;
}
export interface Library {
	held: DocumentFacts[];
	cited: DocumentFacts[];
	/** Before the choice. */
	total: { held: number; cited: number };
	/** Kinds and issuers that occur. */
	kinds: string[];
	issuers: { id: string; name: string }[];
}

const relationsOf = (text: string): [relation: string, id: string] => [text.slice(0, text.indexOf(':')), text.slice(text.indexOf(':') + 1)];

export function documentFacts(atlas: Atlas, lang: Lang, document: PolicyDocument): DocumentFacts {
	const clauses = atlas.clausesOf(document.id);
	const reached = clauses.flatMap(({ id }) => clausePlaces(atlas, id));
	const places = new Set(reached.filter(({ via, through }) => via === '' && through.length === 0).map(({ id }) => id));
	const byProject = new Set(reached.filter(({ id, through }) => through.length > 0 && !places.has(id)).map(({ id }) => id));
	const records = clauses.map(({ id }) => clauseRecords(atlas, id));
	const covered = atlas.place.get(document.covers);
	return {
		...documentLine(atlas, lang, document), hasText: clauses.length > 0, covers: covered ? { id: covered.id, name: shortPlace(atlas, lang, covered.id) } : null,
		relatedBy: atlas.dataset.documents.flatMap((other) => other.relations.map(relationsOf).filter(([, id]) => id === document.id).map(([relation]) => ({ relation, id: other.id, title: pick(lang, other, 'title') }))),
		placeCount: places.size, placesByProject: byProject.size, projectCount: new Set(records.flatMap(({ projects }) => projects.map(({ project }) => project.id))).size, indicatorCount: new Set(records.flatMap(({ indicators }) => indicators)).size,
		unsummarised: clauses.filter((clause) => pick(lang, clause, 'summary') === '').length, garbled: clauses.filter((clause) => clause.garbled === true).length
	};
}

export function libraryPage(atlas: Atlas, lang: Lang, choice: LibraryChoice): Library {
	const { documents } = atlas.dataset;
	const facts = documents.map((document) => ({ document, facts: documentFacts(atlas, lang, document) }));
	const chosen = facts.filter(({ document }) => (choice.kind === '' || document.kind === choice.kind) && (choice.issuer === '' || document.issuers.includes(choice.issuer)) && (choice.inforce === '' || document.inForce === choice.inforce)).map((one) => one.facts);
	const sorted = sortDocuments(chosen, choice.sort, lang);
	const held = facts.filter((one) => one.facts.hasText).length;
	const issuers = new Set(documents.flatMap((document) => document.issuers));
	return {
		held: sorted.filter(({ hasText }) => hasText), cited: sorted.filter(({ hasText }) => !hasText), total: { held, cited: documents.length - held }, kinds: [...new Set(documents.map(({ kind }) => kind))],
		issuers: atlas.dataset.agencies.filter(({ id }) => issuers.has(id)).map((agency) => ({ id: agency.id, name: agency[lang] }))
	};
}

/** Newest first, undated last; numbers downwards; without a choice the order of the catalogue. */
function sortDocuments(documents: DocumentFacts[], sort: LibraryChoice['sort'], lang: Lang): DocumentFacts[] {
	const collator = new Intl.Collator(lang === 'zh' ? 'zh-Hans-CN' : 'en', { numeric: true });
	switch (sort) {
		case 'date': return documents.toSorted((a, b) => (b.dateIssued || b.dateEffective).localeCompare(a.dateIssued || a.dateEffective));
		case 'title': return documents.toSorted((a, b) => collator.compare(a.title, b.title));
		case 'clauses': return documents.toSorted((a, b) => b.clauseCount - a.clauseCount);
		case 'places': return documents.toSorted((a, b) => b.placeCount + b.placesByProject - a.placeCount - a.placesByProject);
		case 'projects': return documents.toSorted((a, b) => b.projectCount - a.projectCount);
		default: return documents;
	}
}
