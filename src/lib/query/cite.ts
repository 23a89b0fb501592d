/** How a clause or a source is cited: short document name · clause; outlet and date, a title only where one was found. */
import type { Clause, Source } from '../domain/dataset.ts';
import { translator } from '../i18n/index.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Proof } from '../domain/proof.ts';
import type { Atlas } from './atlas.ts';
import { proofOf } from './proofs.ts';

export interface ClauseCitation {
	clause: string;
	document: string;
	/** `行动计划·5` */
	short: string;
	title: string;
	/** `第 5 条` in words of the interface is made from this. */
	path: string;
	heading: string;
	issuers: string[];
	dateIssued: string;
	dateEffective: string;
	inForce: 'yes' | 'no' | 'unknown';
	/** Where the official text of its document is loaded. */
	proof?: Proof;
}

export interface SourceCitation {
	id: string;
	outlet: string;
	date: string;
	/** Empty: the title was not recorded. */
	title: string;
	quality: Source['quality'];
	url: string;
	isSecondary: boolean;
}

export const pick = <K extends string>(lang: Lang, record: Record<`${K}Zh` | `${K}En`, string>, key: K): string => record[`${key}${lang === 'zh' ? 'Zh' : 'En'}` as `${K}Zh` | `${K}En`];
export const nameOf = (lang: Lang, record: { zh: string; en: string }): string => record[lang];
export const pathOf = (clause: Pick<Clause, 'id'>): string => clause.id.slice(clause.id.indexOf('#') + 1);

export function citeClause(atlas: Atlas, lang: Lang, id: string): ClauseCitation | null {
	const clause = atlas.clause.get(id);
	const document = clause && atlas.document.get(clause.document);
	if (!clause || !document) return null;
	const path = pathOf(clause);
	return {
		clause: id, document: document.id, short: `${pick(lang, document, 'short')}·${path}`, title: pick(lang, document, 'title'), path, heading: pick(lang, clause, 'heading'),
		issuers: document.issuers.map((agency) => nameOf(lang, atlas.agency.get(agency)!)), dateIssued: document.dateIssued, dateEffective: document.dateEffective, inForce: document.inForce, proof: proofOf(atlas, id)
	};
}

/** 《》 around a Chinese title; marks inside it become 〈〉. */
export const bookTitle = (lang: Lang, title: string): string => (lang === 'zh' ? `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》` : title);

const secondary = new Set<Source['quality']>(['mirror', 'aggregator', 'social', 'wiki']);

/** A source that a planner typed is marked wherever it is named. */
const outletOf = (lang: Lang, source: Source): string => (source.quality === 'planner' ? translator(lang)('changes.ownsource', { name: pick(lang, source, 'outlet') }) : pick(lang, source, 'outlet'));

export const citeSources = (atlas: Atlas, lang: Lang, ids: readonly string[]): SourceCitation[] =>
	ids.flatMap((id) => {
		const source = atlas.source.get(id);
		return source ? [{ id, outlet: outletOf(lang, source), date: source.date, title: lang === 'zh' ? source.titleZh : '', quality: source.quality, url: source.url, isSecondary: secondary.has(source.quality) }] : [];
	});

/** Whether a figure rests on re-posts, aggregators, social media or encyclopaedias alone. */
export const restsOnSecondary = (atlas: Atlas, ids: readonly string[]): boolean => ids.length > 0 && ids.every((id) => secondary.has(atlas.source.get(id)?.quality ?? 'mirror'));
