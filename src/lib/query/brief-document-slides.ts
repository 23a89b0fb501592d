/** The slides of a document and of an agency: what it says or has to do, which projects rest on it by our reading, what is missing. */
import '../i18n/rooms/briefme.ts';
import '../i18n/rooms/briefing.ts';
import type { Ref } from '../domain/dataset.ts';
import { say } from '../i18n/index.ts';
import type { Key } from '../i18n/index.ts';
import { bullets, clauseLink, dateWords, linkTo, listed } from './brief-words.ts';
import { viewOf } from './brief-subject.ts';
import { draft, dueSlide, endSlide, gapSlide, promiseSlide, refLinks, statusSlide, tableSlide, targetSlide, titleSlide } from './brief-slides.ts';
import type { Draft, Drafting } from './brief-slides.ts';
import { titleOf } from './cards.ts';
import { bookTitle, pick } from './cite.ts';
import { documentLine } from './document-card.ts';

export function documentSlides(drafting: Drafting): Draft[] {
	const { query: { atlas }, writer: { t }, subject } = drafting;
	const clauses = atlas.clausesOf(subject.id).length;
	const unseen: Key[] = [...(clauses === 0 ? ['briefme.unseen.clauses' as const] : []), ...(clauses > 0 && subject.measures.length === 0 ? ['briefme.unseen.actions' as const] : []), ...(subject.projects.length === 0 ? ['briefme.unseen.projects' as const] : [])];
	const slides = [
		titleSlide(drafting, unseen), documentSlide(drafting), domainSlide(drafting), subject.measures.length > 0 || clauses === 0 ? promiseSlide(drafting, t('briefme.noclauses')) : clauseSlide(drafting), leadSlide(drafting), relationSlide(drafting),
		statusSlide(drafting), tableSlide(drafting), targetSlide(drafting), gapSlide(drafting, subject.projects.length === 0 ? [t('briefme.noprojects', { name: linkTo(subject.name, subject.ref) })] : []), dueSlide(drafting), endSlide(drafting)
	];
	return slides.filter((slide) => slide !== null);
}

export function agencySlides(drafting: Drafting): Draft[] {
	const { query: { atlas }, writer: { t }, subject } = drafting;
	const agency = atlas.agency.get(subject.id)!;
	const unseen: Key[] = [...(subject.measures.length === 0 ? ['briefme.unseen.duties' as const] : []), ...(subject.projects.length === 0 ? ['briefme.unseen.projects' as const] : [])];
	const slides = [
		titleSlide(drafting, unseen),
		draft(drafting, {
			show: figuresOf(drafting).length > 0 ? 'map-facts' : 'map', figures: figuresOf(drafting), title: t('briefme.slide.situation'), notes: t('briefme.notes.agency', { name: subject.fullName }),
			words: bullets([t('briefme.agency.government', { name: linkTo(subject.name, subject.ref), government: say(t, 'government', agency.government) }), agency.nameBasis === 'inferred' ? t('place.namebasis') : ''])
		}),
		promiseSlide(drafting, t('briefme.noduties', { name: linkTo(subject.name, subject.ref) })), statusSlide(drafting), tableSlide(drafting), gapSlide(drafting, subject.projects.length === 0 ? [t('briefme.noprojects', { name: linkTo(subject.name, subject.ref) })] : []), dueSlide(drafting), endSlide(drafting)
	];
	return slides.filter((slide) => slide !== null);
}

const figuresOf = ({ subject }: Drafting): string[] => [...(subject.measures.length > 0 ? ['measures'] : []), ...(subject.projects.length > 0 ? ['projects'] : [])];

function documentSlide(drafting: Drafting): Draft {
	const { query: { atlas }, writer: { t, lang }, subject } = drafting;
	const line = documentLine(atlas, lang, atlas.document.get(subject.id)!);
	const issued = [line.issuers.join(t('join.list')) || t('briefme.doc.noissuer'), line.dateIssued ? dateWords(lang, line.dateIssued) : t('slide.note.undated')].join(t('briefme.join'));
	return draft(drafting, {
		show: figuresOf(drafting).length > 0 ? 'map-facts' : 'map', figures: figuresOf(drafting), title: t('briefme.slide.situation'),
		words: bullets([linkTo(bookTitle(lang, line.title), subject.ref), t('briefme.doc.issued', { text: linkTo(issued, subject.ref) }), t(`document.inforce.${line.inForce}`)]),
		notes: [t('briefme.notes.document', { clauses: line.clauseCount, measures: line.measureCount }), line.copyNote].filter(Boolean).join(lang === 'zh' ? '' : ' ')
	});
}

function domainSlide(drafting: Drafting): Draft | null {
	const { writer: { t }, subject } = drafting;
	if (subject.measures.length < 4) return null;
	return draft(drafting, { show: 'chart', about: 'domain', title: t('briefme.chart.domain'), view: viewOf(subject, { table: 'measures' }), words: t('briefme.domain.document'), notes: t('briefme.notes.document', { clauses: drafting.query.atlas.clausesOf(subject.id).length, measures: subject.measures.length }), drop: 3 });
}

/** A document whose clauses commit no one by name: its sections, those with projects first. */
function clauseSlide(drafting: Drafting): Draft {
	const { query: { atlas }, writer: { t, lang }, subject } = drafting;
	const sections = atlas.clausesOf(subject.id).filter(({ kind, headingZh, summaryZh }) => kind !== 'part' && (headingZh !== '' || summaryZh !== '')).map(({ id }) => id);
	const order = [...new Set([...subject.behind, ...sections])].slice(0, 6);
	return draft(drafting, {
		title: t('briefme.slide.promises'), notes: t('briefme.notes.clauses', { n: sections.length }),
		words: bullets(order.map((id) => t('briefme.line.clause', { title: pick(lang, atlas.clause.get(id)!, 'heading') || pick(lang, atlas.clause.get(id)!, 'summary'), cite: clauseLink(atlas, lang, id) })))
	});
}

/** Who leads, with the clauses that say so. `null` where no clause names anyone. */
function leadSlide(drafting: Drafting): Draft | null {
	const { query: { atlas }, writer, subject } = drafting;
	const { t, lang } = writer;
	const led = new Map<string, string[]>();
	for (const { id } of subject.measures) for (const agency of atlas.measure.get(id)!.leadAgencies) led.set(agency, [...(led.get(agency) ?? []), atlas.measure.get(id)!.clause]);
	if (led.size === 0) return null;
	const named = subject.measures.filter(({ id }) => atlas.measure.get(id)!.leadAgencies.length > 0).length;
	const lines = [...led].toSorted((a, b) => b[1].length - a[1].length).slice(0, 6).map(([agency, clauses]) => t('briefme.line.of', { name: linkTo(titleOf(atlas, lang, `agency:${agency}`), `agency:${agency}`), text: listed(writer, clauses.map((clause) => clauseLink(atlas, lang, clause)), 3) }));
	return draft(drafting, { title: t('briefme.slide.leads'), words: bullets(lines), notes: t('briefme.notes.leads', { n: named, of: subject.measures.length, agencies: led.size }), drop: 1 });
}

/** The documents it follows, and those that follow it; of a document known by name alone also that none is told. */
function relationSlide(drafting: Drafting): Draft | null {
	const { query: { atlas }, writer: { t, lang }, subject } = drafting;
	const to = documentLine(atlas, lang, atlas.document.get(subject.id)!).relations.map(({ relation, id }) => t('briefme.doc.to', { relation: say(t, 'relation', relation), list: refLinks(drafting, [`document:${id}`]) }));
	const from = new Map<string, Ref[]>();
	for (const { id, relations } of atlas.dataset.documents) for (const text of relations) if (text.endsWith(`:${subject.id}`)) from.set(text.slice(0, text.indexOf(':')), [...(from.get(text.slice(0, text.indexOf(':'))) ?? []), `document:${id}`]);
	const lines = [...to, ...[...from].map(([relation, refs]) => t('briefme.doc.from', { relation: say(t, 'relation', relation), list: refLinks(drafting, refs) }))];
	if (lines.length === 0 && atlas.clausesOf(subject.id).length > 0) return null;
	return draft(drafting, { title: t('briefme.slide.relations'), words: lines.length > 0 ? bullets(lines) : t('briefme.doc.norelations', { name: linkTo(subject.name, subject.ref) }), notes: t('briefme.notes.relations'), drop: 6 });
}
