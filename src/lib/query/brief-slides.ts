/** Slides that every drafted briefing has in the same form: where projects stand, targets, gaps, dues, sources. Each says where little is known. */
import '../i18n/rooms/briefme.ts';
import type { Slide } from '../domain/briefing.ts';
import type { Indicator, Ref } from '../domain/dataset.ts';
import { splitRef } from '../domain/dataset.ts';
import type { Key } from '../i18n/index.ts';
import { say } from '../i18n/index.ts';
import { shortPlace, titleOf } from './cards.ts';
import { bookTitle, nameOf, pick } from './cite.ts';
import { bullets, clauseLink, dueWords, gapItemWords, indicatorWords, linkTo, listed, measureWords, projectWords } from './brief-words.ts';
import { knownOf, viewOf } from './brief-subject.ts';
import type { Subject } from './brief-subject.ts';
import { duesOf } from './dues.ts';
import type { Due } from './dues.ts';
import type { Query } from './explore.ts';
import { indicatorRow } from './indicator-rows.ts';
import type { Writer } from './indicator-words.ts';
import { judgementsOf, tally } from './progress-all.ts';
import { isJudged } from './progress-rules.ts';
import { gapMonths, gapsIn } from './slide-gaps.ts';

/** A slide without its id; of too many the one with the highest `drop` goes first, 0 stays. */
export interface Draft extends Pick<Slide, 'kind' | 'show' | 'title' | 'words' | 'notes' | 'view' | 'about' | 'figures'> {
	drop: number;
}
export interface Drafting {
	query: Query;
	writer: Writer;
	subject: Subject;
}

const mostLines = 6;
const blank: Draft = { kind: 'content', show: 'map', title: '', words: '', notes: '', view: '', about: '', figures: [], drop: 0 };
/** The view is the whole subject, selected where it is a place. */
export const draft = ({ subject }: Drafting, patch: Partial<Draft>): Draft => ({ ...blank, view: viewOf(subject, { selection: subject.ref.startsWith('place:') ? subject.ref : null }), ...patch });

export const titleSlide = (drafting: Drafting, unseen: readonly Key[]): Draft => {
	const { writer: { t }, subject } = drafting;
	return draft(drafting, {
		kind: 'title', title: subject.name, words: [t('briefme.title.words'), ...(unseen.length > 0 ? [t('briefme.title.unseen', { list: unseen.map((key) => t(key)).join(t('join.list')) })] : [])].join('\n\n'),
		notes: t('briefme.notes.title', { name: subject.fullName, date: drafting.query.atlas.dataset.dataDate })
	});
};

/** Named first, then clauses behind the projects (our reading), then what covers the whole area. */
export function promiseSlide(drafting: Drafting, fallback: string): Draft {
	const { query: { atlas }, writer, subject } = drafting;
	const { t, lang } = writer;
	const own = subject.measures.slice(0, mostLines).map(({ id, basis }) => `${measureWords(atlas, writer, id)}${basis === 'named' ? '' : t('briefme.line.basis', { basis: say(t, 'basis', basis) })}`);
	const room = Math.max(0, Math.min(3, mostLines - 1 - own.length));
	const told = new Set(subject.measures.map(({ id }) => atlas.measure.get(id)!.clause));
	const behind = fittingClauses(drafting).filter((clause) => !told.has(clause)).slice(0, room).map((clause) => {
		const measure = atlas.measuresOf(clause)[0];
		return t('briefme.line.behind', { title: measure ? nameOf(lang, measure) : pick(lang, atlas.clause.get(clause)!, 'heading'), cite: clauseLink(atlas, lang, clause) });
	});
	const wide = byFittingDomain(drafting).slice(0, room - behind.length).map((id) => t('briefme.line.wide', { text: measureWords(atlas, writer, id) }));
	const leads = subject.measures.some(({ id }) => atlas.measure.get(id)!.leadAgencies.length > 0);
	return draft(drafting, {
		title: t('briefme.slide.promises'), words: bullets([own.length === 0 ? fallback : '', ...own, ...behind, ...wide]),
		notes: [promiseNotes(drafting), behind.length > 0 ? t('briefme.notes.behind') : '', subject.measures.length > 0 && !leads ? t('briefme.notes.nolead') : ''].filter(Boolean).join(lang === 'zh' ? '' : ' ')
	});
}

export const promiseNotes = ({ writer: { t }, subject }: Drafting): string => t(subject.kind === 'area' ? 'briefme.notes.promises.wide' : 'briefme.notes.promises', { n: subject.measures.length, wide: subject.areaWide.length });

/** A lake is not told of the land quotas behind a railway that crosses it. */
function fittingClauses({ query: { atlas }, subject }: Drafting): string[] {
	if (subject.kind === 'area') return [];
	const wanted = domainsOf[subject.kind];
	return subject.kind === 'water' ? subject.behind.filter((clause) => atlas.measuresOf(clause).every(({ domain }) => wanted.includes(domain))) : subject.behind;
}

const domainsOf: Record<Subject['kind'], readonly string[]> = { water: ['eco', 'infra'], line: ['infra', 'plan'], area: ['plan', 'eco', 'govern'], document: [], agency: [] };
function byFittingDomain({ query: { atlas }, subject }: Drafting): string[] {
	const wanted = domainsOf[subject.kind];
	return wanted.flatMap((domain) => subject.areaWide.filter((id) => atlas.measure.get(id)!.domain === domain));
}

const perSide = 3;
/** Where projects stand: the chart counts, the words name what was reported last. */
export function statusSlide(drafting: Drafting): Draft | null {
	const { query: { atlas }, writer, subject } = drafting;
	const { t } = writer;
	if (subject.projects.length < 3) return null;
	const dated = subject.projects.filter((id) => atlas.statuses(id)[0]?.date && pick(writer.lang, atlas.statuses(id)[0]!, 'note') === '' && atlas.project.get(id)!.confidence !== 'low');
	const newest = dated.toSorted((a, b) => (atlas.statuses(a)[0]!.date < atlas.statuses(b)[0]!.date ? 1 : -1)).slice(0, perSide);
	return draft(drafting, { show: 'map-chart', about: 'status', title: t('briefme.slide.status'), words: bullets([...newest.map((id) => projectWords(atlas, writer, id)), subject.kind === 'document' ? t('briefme.status.inferred') : '']), notes: sumNotes(drafting), drop: 2 });
}

/** The records themselves: the largest investment first where there are more than the table holds; of a water in the order of the data, where its own works come before the railways across it. */
export function tableSlide(drafting: Drafting): Draft | null {
	const { writer: { t }, subject } = drafting;
	if (subject.projects.length === 0) return null;
	const isLong = subject.projects.length > 7 && subject.kind !== 'water';
	return draft(drafting, {
		show: 'table', title: t('briefme.slide.table'), view: viewOf(subject, { sort: isLong ? { column: 'investment', descending: true } : null }),
		notes: `${sumNotes(drafting)}${isLong ? t('briefme.notes.longtable') : ''}`, drop: subject.projects.length < 3 ? 0 : 3
	});
}

function sumNotes({ query: { atlas }, writer: { t }, subject }: Drafting): string {
	const [length, investment] = [knownOf(atlas, subject.projects, 'length'), knownOf(atlas, subject.projects, 'investment')];
	return t('briefme.notes.sums', { n: subject.projects.length, length: length.known, investment: investment.known, whole: Math.max(length.wholeLine, investment.wholeLine) });
}

const isTold = ({ query: { atlas } }: Drafting, { id, confidence }: Indicator): boolean => confidence !== 'low' && (atlas.targets(id).length > 0 || atlas.observations(id).length > 0);
/** Judged ones first, then those with a target. */
function byWeight(drafting: Drafting, indicators: readonly Indicator[]): Indicator[] {
	const { atlas } = drafting.query;
	const weight = ({ id }: Indicator): number => (isJudged(judgementsOf(atlas).get(id)!.state) ? 0 : atlas.targets(id).length > 0 ? 1 : 2);
	return indicators.filter((indicator) => isTold(drafting, indicator)).toSorted((a, b) => weight(a) - weight(b));
}

/** Its own targets: the trend of one where there is one to draw, else in large figures. `null` without any. */
export function targetSlide(drafting: Drafting): Draft | null {
	const { query: { atlas }, writer, subject } = drafting;
	const { t } = writer;
	const own = byWeight(drafting, subject.indicators);
	if (own.length === 0) return null;
	const trend = own.find((indicator) => (indicatorRow(atlas, writer, judgementsOf(atlas), indicator).series?.points.length ?? 0) > 1);
	const withScope = subject.kind === 'document' || own.some(({ scope }) => scope !== subject.id);
	const isFigures = !trend && subject.ref.startsWith('place:') && own.every(({ scope }) => scope === subject.id);
	const inWords = isFigures ? own.slice(3) : own;
	return draft(drafting, {
		show: trend ? 'map-chart' : isFigures ? 'map-facts' : 'map', about: trend ? `indicator:${trend.id}` : '', figures: isFigures ? own.slice(0, 3).map(({ id }) => `indicator:${id}`) : [], title: t('briefme.slide.targets'),
		words: bullets(inWords.slice(0, trend ? 5 : mostLines).map((indicator) => indicatorWords(atlas, writer, indicator, withScope))), notes: tallyNotes(drafting, subject.indicators)
	});
}

/** Targets of the zone around it, apart and with their scope: they say nothing about the place alone. */
export function aroundSlide(drafting: Drafting): Draft | null {
	const { query: { atlas }, writer, subject } = drafting;
	const { t, lang } = writer;
	if (!subject.around) return null;
	const { scope } = subject.around;
	const indicators = byWeight(drafting, subject.around.indicators);
	const name = shortPlace(atlas, lang, scope);
	return draft(drafting, {
		show: 'map-facts', title: t('briefme.slide.around'), view: viewOf({ ...subject, filter: { all: [{ is: 'zone', of: [scope] }] } }, { selection: `place:${scope}` }), figures: indicators.slice(0, 3).map(({ id }) => `indicator:${id}`),
		words: bullets([t('briefme.around', { scope: linkTo(name, `place:${scope}`), name: linkTo(subject.name, subject.ref) }), subject.indicators.length === 0 ? t('briefme.noindicators', { name: linkTo(subject.name, subject.ref) }) : '', ...indicators.slice(3, 5).map((indicator) => indicatorWords(atlas, writer, indicator))]),
		notes: `${t('briefme.notes.around', { scope: name, name: subject.name })}${tallyNotes(drafting, indicators)}`, drop: 4
	});
}

function tallyNotes({ query: { atlas }, writer: { t } }: Drafting, indicators: readonly Indicator[]): string {
	const { total, judged } = tally(indicators.map(({ id }) => judgementsOf(atlas).get(id)!));
	return t('briefme.notes.tally', { total, judged });
}

const shownGaps = 3;
export function gapSlide(drafting: Drafting, more: readonly string[] = []): Draft {
	const { query: { atlas }, writer, subject } = drafting;
	const { t, lang } = writer;
	const indicators = subject.ref.startsWith('place:') ? subject.indicators.map(({ id }) => id) : [];
	const gaps = gapsIn(atlas, { projects: subject.projects, measures: [...subject.measures.map(({ id }) => id), ...subject.areaWide], indicators }).filter(({ kind, items }) => items.length > 0 && (kind !== 'clause-no-project' || !isPlace(subject))).slice(0, shownGaps);
	const lines = gaps.map(({ kind, items }) => t('briefme.line.of', { name: t(`gap.${kind}`), text: listed(writer, items.map(({ ref }) => gapItemWords(atlas, lang, ref)), 2) }));
	return draft(drafting, {
		show: gaps.length > 0 ? 'map-facts' : 'map', figures: gaps.map(({ kind }) => `gap:${kind}`), title: t('briefme.slide.gaps'),
		words: bullets([...more, ...lines, ...(more.length + lines.length === 0 ? [t('briefme.nogaps')] : [])]), notes: t('briefme.notes.gaps', { months: gapMonths })
	});
}
const isPlace = ({ ref }: Subject): boolean => ref.startsWith('place:');

/** What falls due for the subject, the next first; then what is past its date, with what was last reported. */
export function duesFor({ query: { atlas }, subject }: Pick<Drafting, 'query' | 'subject'>): { next: Due[]; over: Due[] } {
	const projects = new Set(subject.projects);
	const indicators = new Set(subject.indicators.map(({ id }) => id));
	const concerns = (due: Due): boolean => {
		const [kind, id] = splitRef(due.ref);
		if (kind === 'project') return projects.has(id);
		if (kind === 'indicator') return indicators.has(id);
		return due.projects.some((project) => projects.has(project)) || (atlas.dataset.milestones.find((milestone) => milestone.id === id)?.refs ?? []).includes(subject.ref);
	};
	const items = duesOf(atlas).items.filter((due) => concerns(due) && !due.isToBeConfirmed);
	return { next: items.filter(({ period }) => period !== 'overdue'), over: items.filter(({ period }) => period === 'overdue').toReversed() };
}

export function dueSlide(drafting: Drafting): Draft | null {
	const { query: { atlas }, writer } = drafting;
	const { t } = writer;
	const { next, over } = duesFor(drafting);
	if (next.length + over.length === 0) return null;
	const shown = [...next.slice(0, Math.max(perSide, 5 - over.length)), ...over.slice(0, Math.max(2, 5 - next.length))];
	return draft(drafting, { title: t('briefme.slide.dues'), words: bullets(shown.map((due) => dueWords(atlas, writer, due))), notes: t('briefme.notes.dues', { next: next.length, over: over.length, date: atlas.dataset.dataDate }), drop: 1 });
}

/** Documents it rests on, how exactly the place is drawn, and what our words are. */
export function endSlide(drafting: Drafting): Draft {
	const { query: { atlas }, writer, subject } = drafting;
	const { t, lang } = writer;
	const cited = [...(subject.kind === 'document' ? [subject.id] : []), ...[...subject.measures.map(({ id }) => id), ...subject.areaWide].map((id) => atlas.measure.get(id)!.document), ...subject.behind.map((clause) => atlas.clause.get(clause)!.document)];
	const documents = [...new Set(cited)].map((id) => linkTo(bookTitle(lang, titleOf(atlas, lang, `document:${id}`)), `document:${id}`));
	const place = isPlace(subject) ? atlas.place.get(subject.id)! : undefined;
	const accuracy = place?.accuracy ? t('briefme.end.accuracy', { text: linkTo([subject.name, say(t, 'accuracy', place.accuracy.class), t('accuracy.metres', { m: place.accuracy.m })].join(t('briefme.join')), subject.ref) }) : place ? t('briefme.end.noshape') : '';
	return draft(drafting, {
		kind: 'end', title: t('briefme.slide.end'),
		words: bullets([documents.length > 0 ? t('briefme.end.documents', { list: listed(writer, documents, 3) }) : '', accuracy, t('briefme.end.status'), t('briefme.end.ours')]), notes: t('briefme.notes.end', { date: atlas.dataset.dataDate })
	});
}

export const refLinks = ({ query: { atlas }, writer }: Drafting, refs: readonly Ref[], most = 4): string => listed(writer, refs.map((ref) => linkTo(ref.startsWith('place:') ? shortPlace(atlas, writer.lang, splitRef(ref)[1]) : titleOf(atlas, writer.lang, ref), ref)), most);
