/** The page of one indicator: why it is in its state, every value with basis and source, what set the target and what is to move it. */
import { say } from '../i18n/index.ts';
import type { Basis } from '../domain/vocabulary.ts';
import { splitRef } from '../domain/dataset.ts';
import { writeSheetCsv } from '../domain/csv.ts';
import type { Atlas } from './atlas.ts';
import { measureLine, projectLine } from './cards.ts';
import type { MeasureLine, ProjectLine } from './cards.ts';
import { citeClause, citeSources, nameOf, pick } from './cite.ts';
import type { ClauseCitation, SourceCitation } from './cite.ts';
import { comparisonOf } from './district-compare.ts';
import type { Comparison } from './district-compare.ts';
import { indicatorRow } from './indicator-rows.ts';
import type { IndicatorRow } from './indicator-rows.ts';
import { computedWords, targetWords, valueWords, whenWords } from './indicator-words.ts';
import type { Writer } from './indicator-words.ts';
import { editOf } from './record-edit.ts';
import type { RecordEdit } from './record-edit.ts';
import { newestFirst, yearOf } from './progress-basis.ts';
import { questionOf } from './progress-all.ts';
import type { Judgements } from './progress-all.ts';
import type { Caveat, State } from './progress-rules.ts';
import { requiredIn } from './progress.ts';

export interface ValueLine {
	id: string;
	text: string;
	when: string;
	kind: string;
	basis: string;
	note: string;
	sources: SourceCitation[];
	isUsed: boolean;
	edit: RecordEdit;
}
export interface TargetLine {
	id: string;
	text: string;
	year: string;
	note: string;
	citation: ClauseCitation | null;
	sources: SourceCitation[];
	edit: RecordEdit;
}
export interface ConflictLine {
	id: string;
	topic: string;
	values: { text: string; source: SourceCitation | null; isUsed: boolean }[];
	isDecided: boolean;
	why: string;
}
export interface Why {
	/** Values the rule used, as written; empty where there is none. */
	target: string;
	targetYear: string;
	base: string;
	baseYear: string;
	value: string;
	valueWhen: string;
	required: string;
	/** Where no value is judged: what the path asked for in the last full year. */
	requiredNow: { year: number; text: string } | null;
	ifYear: { year: number; state: State; required: string }[];
	caveats: Caveat[];
}
export interface IndicatorPage extends IndicatorRow {
	otherName: string;
	unit: string;
	note: string;
	why: Why;
	targets: TargetLine[];
	values: ValueLine[];
	conflicts: ConflictLine[];
	clauses: ClauseCitation[];
	measures: (MeasureLine & { basis: Basis })[];
	projects: (ProjectLine & { basis: Basis })[];
	sources: SourceCitation[];
	/** The same in the other districts, where a family declares it; `null` for most. */
	comparison: Comparison | null;
	/** The chart in sentences. */
	summary: string;
}

export function whyOf(atlas: Atlas, writer: Writer, judgements: Judgements, id: string): Why {
	const indicator = atlas.indicator.get(id)!;
	const { target, base, value, required, ifYear, caveats } = judgements.get(id)!;
	const number = (at: number | null) => (at === null ? '' : computedWords(writer.lang, indicator, at, [target?.valueText ?? '', base?.valueText ?? '']));
	const isShown = indicator.confidence !== 'low';
	const lastYear = (yearOf(atlas.dataset.dataDate) ?? 0) - 1;
	const now = required === null && ifYear.length === 0 ? requiredIn(questionOf(atlas, id, atlas.dataset.dataDate), lastYear) : null;
	return {
		target: target ? targetWords(writer, indicator, target) : '', targetYear: target?.year ?? '', base: base ? valueWords(writer, indicator, base) : '', baseYear: base?.year ?? '',
		value: value && isShown ? valueWords(writer, indicator, value) : '', valueWhen: value && isShown ? whenWords(value) : '', required: number(required), requiredNow: now === null ? null : { year: lastYear, text: number(now) },
		ifYear: ifYear.map((possible) => ({ ...possible, required: number(possible.required) })), caveats
	};
}

export function indicatorPage(atlas: Atlas, writer: Writer, judgements: Judgements, id: string): IndicatorPage | null {
	const indicator = atlas.indicator.get(id);
	if (!indicator) return null;
	const { lang } = writer;
	const judgement = judgements.get(id)!;
	const unit = indicator.valueKind === 'class' ? '' : pick(lang, indicator, 'unit');
	const row = indicatorRow(atlas, writer, judgements, indicator);
	const links = [...atlas.linksFrom(`indicator:${id}`).map(({ to, basis }) => ({ ref: to, basis })), ...atlas.linksTo(`indicator:${id}`).map(({ from, basis }) => ({ ref: from, basis }))];
	const targets = atlas.targets(id).map((target): TargetLine => ({ id: target.id, text: targetWords(writer, indicator, target), year: target.year, note: pick(lang, target, 'note'), citation: citeClause(atlas, lang, target.clause), sources: citeSources(atlas, lang, target.sources), edit: editOf(atlas, 'targets', target, unit) }));
	const clauseIds = [...new Set([...atlas.targets(id).map(({ clause }) => clause), ...links.filter(({ ref }) => ref.startsWith('clause:')).map(({ ref }) => splitRef(ref)[1])])];
	const page = {
		...row, otherName: nameOf(lang === 'zh' ? 'en' : 'zh', indicator), unit, note: pick(lang, indicator, 'note'), why: whyOf(atlas, writer, judgements, id), targets,
		values: newestFirst(atlas.observations(id)).map((o): ValueLine => ({ id: o.id, text: valueWords(writer, indicator, o), when: whenWords(o), kind: o.basisKind, basis: pick(lang, o, 'basis'), note: pick(lang, o, 'note'), sources: citeSources(atlas, lang, o.sources), isUsed: o.id === judgement.value?.id && row.target !== null && judgement.state !== 'not-comparable', edit: editOf(atlas, 'observations', o, unit) })),
		conflicts: atlas.conflicts(`indicator:${id}`).map((conflict): ConflictLine => ({
			id: conflict.id, topic: pick(lang, conflict, 'topic'), isDecided: conflict.used !== '', why: pick(lang, conflict, 'why'),
			values: conflict.values.map((value) => {
				const at = value.lastIndexOf('@');
				const text = at < 0 ? value : value.slice(0, at);
				return { text, source: citeSources(atlas, lang, at < 0 ? [] : [value.slice(at + 1)])[0] ?? null, isUsed: text === conflict.used };
			})
		})),
		comparison: comparisonOf(atlas, writer, indicator),
		clauses: clauseIds.flatMap((clause) => citeClause(atlas, lang, clause) ?? []),
		measures: links.flatMap(({ ref, basis }) => {
			const measure = ref.startsWith('measure:') ? atlas.measure.get(splitRef(ref)[1]) : undefined;
			return measure ? [{ ...measureLine(atlas, lang, measure), basis }] : [];
		}),
		projects: links.flatMap(({ ref, basis }) => {
			const project = ref.startsWith('project:') ? atlas.project.get(splitRef(ref)[1]) : undefined;
			return project ? [{ ...projectLine(atlas, lang, project), basis }] : [];
		}),
		sources: citeSources(atlas, lang, [...new Set([...indicator.sources, ...atlas.targets(id).flatMap(({ sources }) => sources), ...atlas.observations(id).flatMap(({ sources }) => sources)])])
	};
	return { ...page, summary: summarise(writer, page) };
}

function summarise({ t, lang }: Writer, page: Omit<IndicatorPage, 'summary'>): string {
	const points = page.series?.points ?? [];
	const [first, last] = [points[0], points.at(-1)];
	const areMonths = points.length > 1 && points.every(({ kind }) => kind === 'single-month');
	const run = page.series?.runs[0];
	return [
		!first || !last ? t('indicators.summary.none') : points.length === 1 ? t('indicators.summary.one', { text: first.text, when: first.when }) : t('indicators.summary.values', { n: points.length, from: first.when, to: last.when }),
		areMonths ? t('indicators.summary.months') : run ? t('indicators.summary.ends', { first: run[0]!.text, from: run[0]!.when, last: run.at(-1)!.text, to: run.at(-1)!.when }) : '',
		points.length > 0 && points.length < page.values.length ? t('indicators.summary.undrawn', { n: page.values.length - points.length }) : '',
		page.target ? t('indicators.summary.target', { text: page.target.text, year: page.target.year || t('indicators.noyear') }) : t('indicators.summary.notarget'),
		t('indicators.summary.state', { state: say(t, 'state', page.state) })
	].filter(Boolean).join(lang === 'zh' ? '' : ' ');
}

export function valueSheet({ t }: Writer, page: IndicatorPage): string {
	const cite = (sources: readonly SourceCitation[]) => sources.map(({ outlet, date }) => `${outlet} ${date}`.trim()).join('; ');
	const values = page.isToBeConfirmed ? [] : page.values;
	return writeSheetCsv([
		[t('indicators.kind'), t('indicators.year'), t('indicators.value'), t('indicators.basis'), t('indicators.note'), t('indicators.source'), 'id'],
		...page.targets.map((target) => [t('indicators.target'), target.year, target.text, '', target.note, cite(target.sources), target.id]),
		...values.map((value) => [say(t, 'basiskind', value.kind), value.when, value.text, value.basis, value.note, cite(value.sources), value.id]),
		[`${page.title} · ${page.scope.name} · ${say(t, 'state', page.state)} (${page.rule})`]
	]);
}
