/** Tables of a written brief: projects, targets, who is responsible. Each row is cited. */
import '../i18n/rooms/briefme.ts';
import '../i18n/rooms/briefing.ts';
import type { Indicator } from '../domain/dataset.ts';
import { formatInvestment, formatNumber, say } from '../i18n/index.ts';
import type { Atlas } from './atlas.ts';
import type { Subject } from './brief-subject.ts';
import { dateWords, listed } from './brief-words.ts';
import { shortPlace, titleOf } from './cards.ts';
import { citeClause, nameOf, pick } from './cite.ts';
import type { Query } from './explore.ts';
import type { Footnotes } from './footnotes.ts';
import { targetWords, valueWords, whenWords } from './indicator-words.ts';
import type { Writer } from './indicator-words.ts';
import { isOutside } from './outside.ts';
import { recordsAt } from './place-card.ts';
import { newestFirst } from './progress-basis.ts';
import { judgementsOf } from './progress-all.ts';

export interface BriefCell {
	text: string;
	notes: number[];
}
export interface BriefTable {
	caption: string;
	columns: { title: string; isNumeric: boolean }[];
	rows: BriefCell[][];
	/** Footnotes of the whole table, after its caption. */
	notes: number[];
}
/** What every part of a brief is told from. */
export interface Telling {
	query: Query;
	writer: Writer;
	subject: Subject;
	footnotes: Footnotes;
	isShort: boolean;
}

const cell = (text: string, notes: number[] = []): BriefCell => ({ text, notes });
const column = (title: string, isNumeric = false) => ({ title, isNumeric });
const shortRows = 3;

/** A figure that speaks of a whole line says so beside it. */
function total(atlas: Atlas, { lang, t }: Writer, project: string, what: 'length' | 'investment'): { text: string; sources: string[] } {
	const found = atlas.quantities(`project:${project}`).find((quantity) => quantity.what === what && quantity.use === 'total');
	if (!found) return { text: '', sources: [] };
	const value = found.valueMin !== null && found.valueMin === found.valueMax ? (what === 'investment' ? formatInvestment(lang, found.valueMin) : formatNumber(found.valueMin)) : found.valueText;
	const qualifier = pick(lang, found, 'qualifier');
	return { text: qualifier ? t('briefme.figure.of', { text: value, note: qualifier }) : value, sources: found.sources };
}

export function projectTable({ query: { atlas }, writer, subject, footnotes, isShort }: Telling): BriefTable {
	const { t, lang } = writer;
	const weight = (id: string): number => atlas.quantities(`project:${id}`).find(({ what, use }) => what === 'investment' && use === 'total')?.valueMin ?? -1;
	/** On one page its own works come before what merely crosses the place. */
	const named = new Set(subject.ref.startsWith('place:') ? recordsAt(atlas, subject.id).projects.filter(({ reach }) => reach.basis === 'named').map(({ record }) => record.id) : subject.projects);
	const shown = isShort ? subject.projects.toSorted((a, b) => Number(named.has(b)) - Number(named.has(a)) || weight(b) - weight(a)).slice(0, shortRows) : subject.projects;
	return {
		caption: shown.length < subject.projects.length ? t('slide.table.more', { total: subject.projects.length, n: shown.length }) : t('slide.table.all', { total: shown.length }),
		columns: [column(t('column.name')), column(t('column.status')), column(t('column.districts')), column(`${t('column.length')} (km)`, true), column(lang === 'zh' ? t('column.investment') : t('briefme.doc.investment'), true)], notes: footnotes.remark(t('slide.note.status', { date: atlas.dataset.dataDate })),
		rows: shown.map((id) => {
			const project = atlas.project.get(id)!;
			const status = atlas.statuses(id)[0];
			const [length, investment] = [total(atlas, writer, id, 'length'), total(atlas, writer, id, 'investment')];
			return [
				cell(nameOf(lang, project), footnotes.sources(project.sources)), cell([say(t, 'status', status?.status ?? 'unknown'), status?.date ? dateWords(lang, status.date) : t('status.nodate')].join(t('briefme.join')), status ? footnotes.sources(status.sources) : []),
				cell(isOutside(atlas, id) ? t('project.outside.short') : project.districts.map((district) => shortPlace(atlas, lang, district)).join(t('join.list'))), cell(length.text, footnotes.sources(length.sources)), cell(investment.text, footnotes.sources(investment.sources))
			];
		})
	};
}

export function targetTable({ query: { atlas }, writer, footnotes }: Telling, indicators: readonly Indicator[]): BriefTable {
	const { t, lang } = writer;
	return {
		caption: t('slide.table.all', { total: indicators.length }), columns: ['indicators.name', 'indicators.latest', 'indicators.year', 'indicators.target', 'column.year', 'indicators.state'].map((key) => column(t(key as 'indicators.name'))), notes: [],
		rows: indicators.map((indicator) => {
			const latest = newestFirst(atlas.observations(indicator.id))[0];
			const { state, target } = judgementsOf(atlas).get(indicator.id)!;
			const when = latest ? [whenWords(latest) || t('indicators.noyear'), latest.basisKind === 'annual' ? '' : say(t, 'basiskind', latest.basisKind)].filter(Boolean).join(t('briefme.join')) : '';
			return [
				cell([nameOf(lang, indicator), shortPlace(atlas, lang, indicator.scope)].join(t('briefme.join'))), latest ? cell(valueWords(writer, indicator, latest), footnotes.sources(latest.sources)) : cell(t('state.no-data')), cell(when),
				target ? cell(targetWords(writer, indicator, target), target.clause ? footnotes.clause(target.clause) : footnotes.sources(target.sources)) : cell(t('state.no-target')), cell(target ? target.year || t('indicators.noyear') : ''), cell(say(t, 'state', state))
			];
		})
	};
}

/** Lead and support as clauses state them, lead of projects as sources state it. `null` where no one is named. */
export function responsibleTable({ query: { atlas }, writer, subject, footnotes, isShort }: Telling): BriefTable | null {
	const { t, lang } = writer;
	const roles = { lead: new Map<string, string[]>(), support: new Map<string, string[]>(), project: new Map<string, string[]>() };
	const put = (role: keyof typeof roles, agencies: readonly string[], id: string) => agencies.forEach((agency) => roles[role].set(agency, [...(roles[role].get(agency) ?? []), id]));
	for (const { id } of subject.measures) {
		const { leadAgencies, supportingAgencies, clause } = atlas.measure.get(id)!;
		put('lead', leadAgencies, clause);
		put('support', supportingAgencies, clause);
	}
	for (const id of subject.projects) put('project', atlas.project.get(id)!.leadAgencies, id);
	const duties = (['lead', 'support', 'project'] as const).flatMap((role) => [...roles[role]].filter(([agency]) => subject.kind !== 'agency' || agency === subject.id).toSorted((a, b) => b[1].length - a[1].length).map(([agency, ids]) => ({ role, agency, ids })));
	const rows = duties.slice(0, isShort ? shortRows : Infinity).map(({ role, agency, ids }): BriefCell[] => {
		const record = atlas.agency.get(agency)!;
		const names = ids.map((id) => (role === 'project' ? titleOf(atlas, lang, `project:${id}`) : citeClause(atlas, lang, id)!.short));
		const notes = role === 'project' ? ids.slice(0, 3).flatMap((id) => footnotes.sources(atlas.project.get(id)!.sources)) : ids.slice(0, 3).flatMap((id) => footnotes.clause(id));
		return [cell(record.nameBasis === 'inferred' ? t('briefme.figure.of', { text: nameOf(lang, record), note: t('place.namebasis') }) : nameOf(lang, record)), cell(say(t, 'government', record.government)), cell(t(`briefme.role.${role}`)), cell(String(ids.length)), cell(listed(writer, names, 3), [...new Set(notes)])];
	});
	if (rows.length === 0) return null;
	return { caption: t('briefme.doc.responsible'), columns: [column(t('briefme.doc.agency')), column(t('briefme.doc.government')), column(t('briefme.doc.role')), column(t('briefme.doc.records'), true), column(t('briefme.doc.which'))], rows, notes: [] };
}
