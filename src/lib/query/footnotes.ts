/** Numbered sources of one slide or page: each source stands once, in the order of first use, and every figure carries its numbers. */
import '../i18n/rooms/briefme.ts';
import '../i18n/rooms/briefing.ts';
import { splitRef } from '../domain/dataset.ts';
import type { Ref } from '../domain/dataset.ts';
import type { Atlas } from './atlas.ts';
import { bookTitle, citeClause, citeSources } from './cite.ts';
import type { Writer } from './indicator-words.ts';
import { clauseHref } from './url.ts';

export interface Footnote {
	n: number;
	text: string;
	/** Page of the app that shows the clause; empty for a source that is only outlet and date. */
	href: string;
}

export interface Footnotes {
	clause(id: string): number[];
	sources(ids: readonly string[]): number[];
	/** Words of our own, such as what a count was made from. */
	remark(text: string): number[];
	list(): Footnote[];
}

/** What a link in words is cited by: a clause by itself, a measure by its clause, an indicator or project by its sources. */
export function notesOfRef(atlas: Atlas, footnotes: Footnotes, ref: string): number[] {
	const [kind, id] = splitRef(ref as Ref);
	switch (kind) {
		case 'clause': return footnotes.clause(id);
		case 'measure': return footnotes.clause(atlas.measure.get(id)!.clause);
		case 'indicator': return footnotes.sources(atlas.indicator.get(id)!.sources);
		case 'project': return footnotes.sources(atlas.project.get(id)!.sources);
		default: return [];
	}
}

export function createFootnotes(atlas: Atlas, { lang, t }: Writer): Footnotes {
	const notes = new Map<string, Footnote>();
	const add = (text: string, href = ''): number[] => {
		if (text === '') return [];
		const known = notes.get(text) ?? { n: notes.size + 1, text, href };
		notes.set(text, known);
		return [known.n];
	};
	return {
		clause: (id) => {
			const citation = citeClause(atlas, lang, id);
			if (!citation) return [];
			const title = bookTitle(lang, citation.title);
			return add(t(citation.path.includes('/') ? 'briefme.note.section' : 'slide.note.clause', { title, path: citation.path, date: citation.dateIssued || t('slide.note.undated') }), clauseHref(lang, id));
		},
		sources: (ids) => [...new Set(citeSources(atlas, lang, ids).flatMap(({ outlet, date, isSecondary }) => add([outlet, date, isSecondary && !outlet.includes(t('slide.note.secondary')) ? t('slide.note.secondary') : ''].filter(Boolean).join(lang === 'zh' ? '，' : ', '))))],
		remark: (text) => add(text),
		list: () => [...notes.values()]
	};
}
