/** A document and its clauses in printed order, as plain data in one language. */
import type { PolicyDocument } from '../domain/dataset.ts';
import { formerIds } from '../domain/renamed.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Atlas } from './atlas.ts';
import { measureLine } from './cards.ts';
import type { MeasureLine } from './cards.ts';
import { citeSources, nameOf, pathOf, pick } from './cite.ts';
import type { SourceCitation } from './cite.ts';

export interface DocumentLine {
	id: string;
	title: string;
	short: string;
	kind: string;
	issuers: string[];
	dateIssued: string;
	dateEffective: string;
	inForce: 'yes' | 'no' | 'unknown';
	copyNote: string;
	relations: { relation: string; id: string; title: string }[];
	clauseCount: number;
	measureCount: number;
	sources: SourceCitation[];
}
export interface ClauseLine {
	id: string;
	path: string;
	/** Paths that addresses of before end in. */
	formerPaths: string[];
	kind: string;
	heading: string;
	summary: string;
	depth: number;
	figures: string[];
	agencies: string[];
	note: string;
	isGarbled: boolean;
	measures: MeasureLine[];
}

export function documentLine(atlas: Atlas, lang: Lang, document: PolicyDocument): DocumentLine {
	return {
		id: document.id, title: pick(lang, document, 'title'), short: pick(lang, document, 'short'), kind: document.kind, issuers: document.issuers.map((id) => nameOf(lang, atlas.agency.get(id)!)),
		dateIssued: document.dateIssued, dateEffective: document.dateEffective, inForce: document.inForce, copyNote: pick(lang, document, 'copyNote' as 'title'),
		relations: document.relations.flatMap((text) => {
			const [relation, id] = text.split(':') as [string, string];
			const other = atlas.document.get(id);
			return other ? [{ relation, id, title: pick(lang, other, 'title') }] : [];
		}),
		clauseCount: atlas.clausesOf(document.id).length, measureCount: atlas.dataset.measures.filter((measure) => measure.document === document.id).length, sources: citeSources(atlas, lang, document.sources)
	};
}

export function clauseLines(atlas: Atlas, lang: Lang, document: string): ClauseLine[] {
	const clauses = atlas.clausesOf(document).toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
	const depthOf = (id: string): number => {
		const parent = atlas.clause.get(id)?.parent;
		return parent ? 1 + depthOf(parent) : 0;
	};
	return clauses.map((clause) => ({
		id: clause.id, path: pathOf(clause), formerPaths: formerIds(clause.id).map((id) => pathOf({ id })), kind: clause.kind, heading: pick(lang, clause, 'heading'), summary: pick(lang, clause, 'summary'), depth: Math.min(3, depthOf(clause.id)), figures: clause.figures,
		agencies: clause.agencies.map((id) => nameOf(lang, atlas.agency.get(id)!)), note: pick(lang, clause, 'note'), isGarbled: clause.garbled === true, measures: atlas.measuresOf(clause.id).map((measure) => measureLine(atlas, lang, measure))
	}));
}
