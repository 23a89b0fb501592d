/**
 * Where governments differ on one place, by rules that `docs/method.md` states. Only governments that the place touches, or that hold a record of
 * it, are held against each other; that one of them has no record is a statement about our data, never about the government.
 */
import '../i18n/rooms/versus.ts';
import type { Indicator } from '../domain/dataset.ts';
import { domains, projectKinds } from '../domain/vocabulary.ts';
import { say } from '../i18n/index.ts';
import type { Atlas } from './atlas.ts';
import { titleOf } from './cards.ts';
import { citeClause, citeSources, nameOf, pick } from './cite.ts';
import type { BoardProject, GovernmentColumn } from './government-board.ts';
import { targetWords } from './indicator-words.ts';
import type { Writer } from './indicator-words.ts';

export const differenceRules = ['domain', 'kind', 'parts', 'targets', 'sources'] as const;
export type DifferenceRule = (typeof differenceRules)[number];
export interface GovernmentDifference {
	rule: DifferenceRule;
	/** What the governments differ on. */
	subject: string;
	/** Record that the subject is; empty where it is a word of a vocabulary. */
	ref: string;
	says: { who: string; text: string; refs: { ref: string; title: string }[] }[];
	/** Governments of which our data hold nothing on it. */
	without: string[];
	/** Why one value is in use, or that none is; empty elsewhere. */
	note: string;
}

type Columns = { governments: readonly GovernmentColumn[]; joint: GovernmentColumn };

export function governmentDifferences(atlas: Atlas, writer: Writer, place: string, { governments, joint }: Columns, indicators: readonly Indicator[]): GovernmentDifference[] {
	const concerned = governments.filter(({ isOnIt, measures, projects }) => isOnIt !== false || measures.length + projects.length > 0);
	return [
		...bySubject(writer, 'domain', domains, concerned, ({ measures }, domain) => measures.filter((line) => line.domain === domain).map(({ id, title }) => ({ ref: `measure:${id}`, title }))),
		...bySubject(writer, 'kind', projectKinds, concerned, ({ projects }, kind) => projects.filter((line) => line.kind === kind).map(({ id, title }) => ({ ref: `project:${id}`, title }))),
		...byParts(atlas, writer, concerned), ...byTargets(atlas, writer, indicators), ...bySources(atlas, writer, [`place:${place}`, ...[...governments, joint].flatMap(({ projects }) => projects.map(({ id }) => `project:${id}`)), ...indicators.map(({ id }) => `indicator:${id}`)])
	];
}

/** One government has records of a subject and another has none. */
function bySubject({ t }: Writer, rule: 'domain' | 'kind', subjects: readonly string[], columns: readonly GovernmentColumn[], recordsOf: (column: GovernmentColumn, subject: string) => { ref: string; title: string }[]): GovernmentDifference[] {
	return subjects.flatMap((subject): GovernmentDifference[] => {
		const found = columns.map((column) => ({ who: column.name, refs: recordsOf(column, subject) }));
		const [holding, without] = [found.filter(({ refs }) => refs.length > 0), found.filter(({ refs }) => refs.length === 0)];
		if (holding.length === 0 || without.length === 0) return [];
		return [{ rule, subject: say(t, rule, subject), ref: '', says: holding.map(({ who, refs }) => ({ who, text: t('versus.rule.records', { n: refs.length }), refs })), without: without.map(({ who }) => who), note: '' }];
	});
}

/** Parts of one project, each in one district: another status, or another planned finish. */
function byParts(atlas: Atlas, writer: Writer, columns: readonly GovernmentColumn[]): GovernmentDifference[] {
	const { t, lang } = writer;
	const parts = columns.flatMap((column) => column.projects.filter(({ partOf }) => partOf !== '').map((project) => ({ who: column.name, project })));
	return [...new Set(parts.map(({ project }) => project.partOf))].flatMap((whole): GovernmentDifference[] => {
		const own = parts.filter(({ project }) => project.partOf === whole);
		const standing = ({ project }: (typeof own)[number]): string => `${project.status} ${project.finishPlanned} ${project.finishActual}`;
		if (new Set(own.map(({ who }) => who)).size < 2 || new Set(own.map(standing)).size < 2) return [];
		return [{ rule: 'parts', subject: titleOf(atlas, lang, `project:${whole}`), ref: `project:${whole}`, says: own.map(({ who, project }) => ({ who, text: partWords(writer, project), refs: [{ ref: `project:${project.id}`, title: project.title }] })), without: [], note: t('versus.rule.parts.note') }];
	});
}
const partWords = ({ t }: Writer, { status, statusDate, finishPlanned, finishActual }: BoardProject): string =>
	[`${say(t, 'status', status)} ${statusDate || t('status.nodate')}`, finishActual ? t('versus.finished', { date: finishActual }) : finishPlanned ? t('versus.finish', { date: finishPlanned }) : t('versus.finish.none')].join(t('versus.stop'));

/** One indicator, several targets of another value or year. */
function byTargets(atlas: Atlas, writer: Writer, indicators: readonly Indicator[]): GovernmentDifference[] {
	const { lang, t } = writer;
	return indicators.flatMap((indicator): GovernmentDifference[] => {
		const targets = atlas.targets(indicator.id);
		if (new Set(targets.map(({ comparator, valueText, year }) => `${comparator} ${valueText} ${year}`)).size < 2) return [];
		const whose = (target: (typeof targets)[number]): string => (target.clause && citeClause(atlas, lang, target.clause)?.short) || citeSources(atlas, lang, target.sources).map(({ outlet, date }) => `${outlet} ${date}`.trim())[0] || t('versus.rule.nosource');
		return [{ rule: 'targets', subject: nameOf(lang, indicator), ref: `indicator:${indicator.id}`, says: targets.map((target) => ({ who: whose(target), text: `${targetWords(writer, indicator, target)} ${target.year}`.trim(), refs: target.clause ? [{ ref: `clause:${target.clause}`, title: whose(target) }] : [] })), without: [], note: '' }];
	});
}

/** Sources give a field of one record differently. */
function bySources(atlas: Atlas, { t, lang }: Writer, refs: readonly string[]): GovernmentDifference[] {
	return [...new Set(refs)].flatMap((ref) => atlas.conflicts(ref).map((conflict): GovernmentDifference => ({
		rule: 'sources', subject: pick(lang, conflict, 'topic'), ref,
		says: conflict.values.map((value) => {
			const at = value.lastIndexOf('@');
			const source = at < 0 ? undefined : citeSources(atlas, lang, [value.slice(at + 1)])[0];
			const text = at < 0 ? value : value.slice(0, at);
			return { who: source ? `${source.outlet} ${source.date}`.trim() : t('versus.rule.nosource'), text: text === conflict.used ? t('versus.rule.used', { value: text }) : text, refs: [] };
		}),
		without: [], note: [conflict.used === '' ? t('versus.rule.undecided') : '', pick(lang, conflict, 'why')].filter(Boolean).join(' ')
	})));
}
