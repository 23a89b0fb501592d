/** Everything that can be found, as records with the texts they are found by: names first, then headings, then our summaries, then official text. */
import type { Dataset } from '../../domain/dataset.ts';
import type { SearchKind, TextPassage } from '../../domain/search.ts';
import type { Lang } from '../../i18n/lang.ts';

/** Smaller is better. */
export const levels = { name: 0, heading: 1, summary: 2, text: 3 } as const;
export type Level = (typeof levels)[keyof typeof levels];

export interface EntryText {
	level: Level;
	/** `title` is what a result is called by, `cite` how its clause is cited before it; one in each language. */
	role: 'title' | 'cite' | 'alias' | 'line';
	lang: Lang;
	text: string;
}
export interface Entry {
	kind: SearchKind;
	id: string;
	texts: EntryText[];
}

export type Searched = Pick<Dataset, 'places' | 'projects' | 'measures' | 'indicators' | 'documents' | 'agencies' | 'clauses'>;

const both = (level: Level, role: EntryText['role'], zh: string, en: string): EntryText[] => [{ level, role, lang: 'zh', text: zh }, { level, role, lang: 'en', text: en }];
const named = (kind: SearchKind, { id, zh, en, noteZh = '', noteEn = '' }: { id: string; zh: string; en: string; noteZh?: string; noteEn?: string }): Entry => entry(kind, id, [...both(levels.name, 'title', zh, en), ...both(levels.summary, 'line', noteZh, noteEn)]);
const entry = (kind: SearchKind, id: string, texts: EntryText[]): Entry => ({ kind, id, texts: texts.filter(({ text, role }) => text !== '' || role === 'title') });
const after = (id: string): string => id.slice(id.indexOf('#') + 1);

export function* entriesOf(data: Searched, passages: readonly TextPassage[]): Generator<Entry> {
	for (const { id, names } of data.places) {
		const aliases = [names.zh_hant ?? '', ...(names.short?.zh ?? [])].map((text): EntryText => ({ level: levels.name, role: 'alias', lang: 'zh', text }));
		yield entry('place', id, [...both(levels.name, 'title', names.zh, names.en), ...aliases, ...(names.short?.en ?? []).map((text): EntryText => ({ level: levels.name, role: 'alias', lang: 'en', text }))]);
	}
	for (const record of data.projects) yield named('project', record);
	for (const { id, zh, en } of data.measures) yield named('measure', { id, zh, en });
	for (const record of data.indicators) yield named('indicator', record);
	for (const d of data.documents) yield entry('document', d.id, [...both(levels.name, 'title', d.titleZh, d.titleEn), ...both(levels.name, 'alias', d.shortZh, d.shortEn), ...both(levels.summary, 'line', d.copyNoteZh, d.copyNoteEn)]);
	for (const record of data.agencies) yield named('agency', record);

	const shortOf = new Map(data.documents.map((d) => [d.id, { zh: d.shortZh, en: d.shortEn }]));
	const cite = (document: string, path: string, lang: Lang): string => [shortOf.get(document)?.[lang] ?? document, path].filter((part) => part !== '').join('·');
	const headingOf = new Map<string, { zh: string; en: string }>();
	for (const c of data.clauses) {
		headingOf.set(c.id, { zh: c.headingZh, en: c.headingEn });
		const [zh, en] = [cite(c.document, after(c.id), 'zh'), cite(c.document, after(c.id), 'en')];
		yield entry('clause', c.id, [
			...both(levels.name, 'cite', zh, en), ...both(levels.heading, 'title', c.headingZh, c.headingEn),
			...both(levels.summary, 'line', c.summaryZh, c.summaryEn), ...both(levels.summary, 'line', c.figures.join(' · '), ''), ...both(levels.summary, 'line', c.noteZh, c.noteEn)
		]);
	}
	for (const { document, clause, text } of passages) {
		const [zh, en] = [cite(document, clause && after(clause), 'zh'), cite(document, clause && after(clause), 'en')];
		const heading = headingOf.get(clause);
		yield entry('text', clause || document, [...both(levels.name, 'cite', zh, en), ...both(levels.heading, 'title', heading?.zh ?? '', heading?.en ?? ''), { level: levels.text, role: 'line', lang: 'zh', text }]);
	}
}
