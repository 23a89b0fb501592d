/** What a written brief of a place, corridor, document or agency holds, before it is a file: headings, paragraphs, tables, pictures, footnotes. */
import '../i18n/rooms/briefme.ts';
import '../i18n/rooms/briefing.ts';
import { parseInlines } from '../domain/rich-text.ts';
import type { Indicator, Ref } from '../domain/dataset.ts';
import { domains } from '../domain/vocabulary.ts';
import { say } from '../i18n/index.ts';
import type { Lang } from '../i18n/lang.ts';
import { projectTable, responsibleTable, targetTable } from './brief-tables.ts';
import type { BriefTable, Telling } from './brief-tables.ts';
import { dueWords, gapItemWords, indicatorWords, linkTo, listed, measureWords } from './brief-words.ts';
import { duesFor } from './brief-slides.ts';
import { knownOf, subjectOf, viewOf } from './brief-subject.ts';
import { shortPlace, titleOf } from './cards.ts';
import { pick } from './cite.ts';
import { explore } from './explore.ts';
import type { Query } from './explore.ts';
import { createFootnotes, notesOfRef } from './footnotes.ts';
import type { Footnote } from './footnotes.ts';
import type { Writer } from './indicator-words.ts';
import { gapMonths, gapsIn } from './slide-gaps.ts';
import { slideFigures } from './slide-figures.ts';
import { decode } from './url.ts';

export type { BriefCell, BriefTable } from './brief-tables.ts';

/** One page, or everything that is known. */
export type BriefLength = 'short' | 'long';

export interface BriefRun {
	text: string;
	strong?: true;
	/** Numbers of footnotes, printed raised after the text. */
	notes: number[];
}
export type BriefBlock =
	| { type: 'paragraph'; isBullet: boolean; runs: BriefRun[] }
	| ({ type: 'table' } & BriefTable)
	/** A map of this view (saved query string with its "?"); without one the caption stands alone. */
	| { type: 'picture'; view: string; caption: string };
export interface BriefSection {
	heading: string;
	/** Heading 1 or 2. */
	level: 1 | 2;
	blocks: BriefBlock[];
}
export interface BriefDocument {
	about: Ref;
	lang: Lang;
	length: BriefLength;
	title: string;
	subtitle: string;
	/** `YYYY-MM-DD` */
	dataDate: string;
	sections: BriefSection[];
	/** Who is responsible: agency, government, role, number of records, clauses. `null` where no source names anyone. */
	responsibilities: BriefTable | null;
	/** All footnotes of the document, numbered in the order of first use. */
	footnotes: Footnote[];
	/** Attribution, accuracy and data date, for the foot of every page. */
	base: string;
}

/** `null` for a record that cannot be briefed on (see `isBriefable`). */
export function briefDocument(query: Query, writer: Writer, about: Ref, length: BriefLength): BriefDocument | null {
	const subject = subjectOf(query, writer.lang, about);
	if (!subject) return null;
	const { t, lang } = writer;
	const { dataDate } = query.atlas.dataset;
	const footnotes = createFootnotes(query.atlas, writer);
	const telling: Telling = { query, writer, subject, footnotes, isShort: length === 'short' };
	const sections = [situation(telling), ...promises(telling), ...projects(telling), ...targets(telling), ...gaps(telling), ...dues(telling), ...(telling.isShort ? [] : [...conflicts(telling), method(telling)])];
	const responsibilities = responsibleTable(telling);
	return {
		about, lang, length, title: t('briefme.doc.title', { name: subject.fullName }), subtitle: t(telling.isShort ? 'briefme.doc.short' : 'briefme.doc.long', { date: dataDate }), dataDate, sections, responsibilities, footnotes: footnotes.list(), base: t('slide.base', { date: dataDate })
	};
}

/** A line with links as runs that carry the numbers of what it is cited by. */
function paragraph({ query: { atlas }, footnotes }: Telling, line: string, isBullet = true): BriefBlock {
	return { type: 'paragraph', isBullet, runs: parseInlines(line).map(({ text, strong, ref }): BriefRun => ({ text, ...(strong ? { strong } : {}), notes: ref ? notesOfRef(atlas, footnotes, ref) : [] })) };
}
const section = (heading: string, blocks: BriefBlock[], level: 1 | 2 = 1): BriefSection => ({ heading, level, blocks });

function situation(telling: Telling): BriefSection {
	const { query, writer, subject, footnotes } = telling;
	const { t, lang } = writer;
	const view = viewOf(subject, { selection: subject.ref.startsWith('place:') ? subject.ref : null });
	const decoded = decode(view).view;
	const model = explore(query, decoded, lang);
	const keys = query.atlas.quantities(subject.ref).filter(({ use }) => use === 'total').map(({ id }) => `quantity:${id}`).slice(0, telling.isShort ? 3 : Infinity);
	const figures = keys.length > 0 ? slideFigures(query, writer, model, decoded.selection, footnotes, keys) : [];
	const lines = figures.map(({ label, value, unit, notes }): BriefBlock => ({ type: 'paragraph', isBullet: true, runs: [{ text: t('briefme.line.of', { name: label, text: unit === '%' ? `${value}%` : `${value} ${unit}`.trim() }), notes }] }));
	const note = subject.kind === 'document' ? pick(lang, query.atlas.document.get(subject.id)!, 'copyNote' as 'title') : '';
	return section(t('briefme.slide.situation'), [
		paragraph(telling, t('briefme.doc.lead', { name: subject.name, projects: subject.projects.length, measures: subject.measures.length, indicators: subject.indicators.length }), false), ...(note && !telling.isShort ? [paragraph(telling, note, false)] : []),
		...lines, ...(figures.length === 0 ? [paragraph(telling, t('briefme.doc.nofigures'))] : []), { type: 'picture', view, caption: t('briefme.doc.caption', { name: subject.name }) }
	]);
}

function promises(telling: Telling): BriefSection[] {
	const { query: { atlas }, writer, subject, isShort } = telling;
	const { t, lang } = writer;
	const own = subject.measures.map(({ id, basis }) => ({ id, line: `${measureWords(atlas, writer, id)}${basis === 'named' ? '' : t('briefme.line.basis', { basis: say(t, 'basis', basis) })}` }));
	const none = own.length === 0 ? [paragraph(telling, subject.kind === 'document' ? t('briefme.doc.noactions') : subject.kind === 'agency' ? t('briefme.noduties', { name: subject.name }) : t('briefme.nomeasures', { name: subject.name }))] : [];
	/** A footnote is taken only by what is printed. */
	const behind = () => subject.behind.filter((clause) => !subject.measures.some(({ id }) => atlas.measure.get(id)!.clause === clause)).slice(0, isShort ? 2 : Infinity).map((clause) => {
		const measure = atlas.measuresOf(clause)[0];
		return paragraph(telling, t('briefme.line.clause', { title: measure ? measure[lang] : pick(lang, atlas.clause.get(clause)!, 'heading'), cite: linkTo(titleOf(atlas, lang, `clause:${clause}`), `clause:${clause}`) }));
	});
	if (isShort) return [section(t('briefme.slide.promises'), [...none, ...own.slice(0, 3).map(({ line }) => paragraph(telling, line)), ...(own.length === 0 ? behind() : [])])];
	const groups = domains.map((domain) => ({ domain, lines: own.filter(({ id }) => atlas.measure.get(id)!.domain === domain) })).filter(({ lines }) => lines.length > 0);
	const byDomain = groups.map(({ domain, lines }) => section(say(t, 'domain', domain), lines.map(({ line }) => paragraph(telling, line)), 2));
	const rest = behind();
	return [
		section(t('briefme.slide.promises'), none), ...byDomain, ...(rest.length > 0 ? [section(t('briefme.doc.behind'), rest, 2)] : []),
		...(subject.areaWide.length > 0 ? [section(t('briefme.doc.wide'), subject.areaWide.map((id) => paragraph(telling, measureWords(atlas, writer, id))), 2)] : [])
	];
}

function projects(telling: Telling): BriefSection[] {
	const { query: { atlas }, writer: { t }, subject, footnotes } = telling;
	if (subject.projects.length === 0) return [section(t('tab.projects'), [paragraph(telling, t('briefme.noprojects', { name: subject.name }), false)])];
	const lead = t('briefme.doc.projects', { n: subject.projects.length, length: knownOf(atlas, subject.projects, 'length').known, investment: knownOf(atlas, subject.projects, 'investment').known });
	return [section(t('tab.projects'), [
		{ type: 'paragraph', isBullet: false, runs: [{ text: lead, notes: footnotes.remark(t('slide.note.count', { date: atlas.dataset.dataDate })) }] }, ...(subject.kind === 'document' ? [paragraph(telling, t('briefme.status.inferred'), false)] : []), { type: 'table', ...projectTable(telling) }
	])];
}

function targets(telling: Telling): BriefSection[] {
	const { query: { atlas }, writer, subject, isShort } = telling;
	const { t, lang } = writer;
	const withTarget = (indicators: readonly Indicator[]) => indicators.filter(({ id, confidence }) => confidence !== 'low' && (!isShort || atlas.targets(id).length > 0));
	const own = withTarget(subject.indicators);
	const table = (): BriefBlock[] => (isShort ? own.slice(0, 2).map((indicator) => paragraph(telling, indicatorWords(atlas, writer, indicator))) : [{ type: 'table', ...targetTable(telling, own) }]);
	const blocks: BriefBlock[] = own.length > 0 ? table() : [paragraph(telling, t('briefme.noindicators', { name: subject.name }), false)];
	const { around } = subject;
	return [
		section(t('briefme.slide.targets'), blocks),
		...(around && !isShort ? [section(t('briefme.doc.around', { scope: shortPlace(atlas, lang, around.scope) }), [paragraph(telling, t('briefme.around', { scope: shortPlace(atlas, lang, around.scope), name: subject.name }), false), { type: 'table', ...targetTable(telling, withTarget(around.indicators)) }], 2)] : [])
	];
}

function gaps(telling: Telling): BriefSection[] {
	const { query: { atlas }, writer, subject, isShort } = telling;
	const { t, lang } = writer;
	const isPlace = subject.ref.startsWith('place:');
	const found = gapsIn(atlas, { projects: subject.projects, measures: subject.measures.map(({ id }) => id), indicators: isPlace ? subject.indicators.map(({ id }) => id) : [] }).filter(({ items }) => items.length > 0).slice(0, isShort ? 1 : Infinity);
	const lines = found.map(({ kind, items, of }) => t('briefme.doc.gap', { n: items.length, text: t(`briefme.gap.${kind}`, { of, months: gapMonths }), list: listed(writer, items.map(({ ref }) => gapItemWords(atlas, lang, ref)), isShort ? 1 : 12) }));
	return [section(t('briefme.slide.gaps'), lines.length > 0 ? lines.map((line) => paragraph(telling, line)) : [paragraph(telling, t('briefme.nogaps'), false)])];
}

function dues(telling: Telling): BriefSection[] {
	const { query, writer, subject, isShort } = telling;
	const { next, over } = duesFor({ query, subject });
	const shown = isShort ? [...next, ...over].slice(0, 1) : [...next, ...over];
	return shown.length === 0 ? [] : [section(writer.t('briefme.slide.dues'), shown.map((due) => paragraph(telling, dueWords(query.atlas, writer, due))))];
}

function conflicts(telling: Telling): BriefSection[] {
	const { query: { atlas }, writer: { t, lang }, subject, footnotes } = telling;
	const found = [subject.ref, ...subject.projects.map((id) => `project:${id}`), ...subject.indicators.map(({ id }) => `indicator:${id}`)].flatMap((ref) => atlas.conflicts(ref));
	if (found.length === 0) return [];
	return [section(t('place.conflicts'), found.map((one): BriefBlock => ({
		type: 'paragraph', isBullet: true,
		runs: [{ text: t('briefme.doc.conflict', { topic: pick(lang, one, 'topic'), values: one.values.map((value) => value.split('@')[0]).join(t('join.list')), used: one.used ? t('briefme.doc.used', { used: one.used }) : t('place.undecided') }), notes: footnotes.sources(one.sources) }]
	})))];
}

function method(telling: Telling): BriefSection {
	const { query: { atlas }, writer: { t }, subject } = telling;
	const accuracy = subject.ref.startsWith('place:') ? atlas.place.get(subject.id)!.accuracy : null;
	const lines = [...(accuracy ? [t('briefme.end.accuracy', { text: [subject.name, say(t, 'accuracy', accuracy.class), t('accuracy.metres', { m: accuracy.m })].join(t('briefme.join')) })] : []), t('briefme.end.status'), t('briefme.end.ours'), t('briefme.doc.method')];
	return section(t('briefme.doc.methodtitle'), lines.map((line) => paragraph(telling, line)));
}
