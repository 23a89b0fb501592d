/** Lines of a briefing in words: each record is a link, so that what it says is cited, and a date stands as precise as it is known. */
import '../i18n/rooms/briefme.ts';
import '../i18n/rooms/briefing.ts';
import type { Indicator, Ref } from '../domain/dataset.ts';
import { splitRef } from '../domain/dataset.ts';
import { say } from '../i18n/index.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Atlas } from './atlas.ts';
import { shortPlace, titleOf } from './cards.ts';
import { citeClause, nameOf } from './cite.ts';
import type { Due } from './dues.ts';
import { targetWords, valueWords, whenWords } from './indicator-words.ts';
import type { Writer } from './indicator-words.ts';
import { newestFirst } from './progress-basis.ts';
import { judgementsOf } from './progress-all.ts';

/** Words that lead to a record; brackets inside would end them early. */
export const linkTo = (words: string, ref: string): string => `[${words.replaceAll('[', '（').replaceAll(']', '）')}](${ref})`;
export const bullets = (lines: readonly string[]): string => lines.filter((line) => line !== '').map((line) => `- ${line}`).join('\n');
/** Names in a row, cut short in words and never in silence. */
export function listed({ t }: Writer, names: readonly string[], most: number): string {
	const list = names.slice(0, most).join(t('join.list'));
	return names.length > most ? t('briefme.andmore', { list }) : list;
}

/** `2028-06` → `2028 年 6 月`; in English as found. */
export function dateWords(lang: Lang, date: string): string {
	if (lang === 'en') return date;
	const [year, month, day] = date.split('-').map(Number);
	return `${year} 年${month === undefined ? '' : ` ${month} 月`}${day === undefined ? '' : ` ${day} 日`}`;
}

export const clauseLink = (atlas: Atlas, lang: Lang, clause: string): string => linkTo(citeClause(atlas, lang, clause)!.short, `clause:${clause}`);

/** `生态环境：太浦河多元化生态补偿机制 行动计划·5` */
export function measureWords(atlas: Atlas, { lang, t }: Writer, id: string): string {
	const measure = atlas.measure.get(id)!;
	return t('briefme.line.measure', { domain: say(t, 'domain', measure.domain), title: nameOf(lang, measure), cite: clauseLink(atlas, lang, measure.clause) });
}

/** `沪苏湖高铁：已建成，2024 年 12 月 26 日`, as last reported. */
export function projectWords(atlas: Atlas, { lang, t }: Writer, id: string): string {
	const status = atlas.statuses(id)[0];
	const name = linkTo(titleOf(atlas, lang, `project:${id}`), `project:${id}`);
	return t('briefme.line.project', { name, status: say(t, 'status', status?.status ?? 'unknown'), date: status?.date ? dateWords(lang, status.date) : t('status.nodate') });
}

/** Newest value, target, state, each where it is known; a value to be confirmed is not told. */
export function indicatorWords(atlas: Atlas, writer: Writer, indicator: Indicator, withScope = false): string {
	const { lang, t } = writer;
	const { state, target } = judgementsOf(atlas).get(indicator.id)!;
	const isToBeConfirmed = indicator.confidence === 'low';
	const latest = isToBeConfirmed ? undefined : newestFirst(atlas.observations(indicator.id))[0];
	const parts = [
		isToBeConfirmed ? t('indicators.toconfirm') : latest ? t(latest.basisKind === 'single-month' ? 'briefme.line.sample' : 'briefme.line.value', { value: valueWords(writer, indicator, latest), when: whenWords(latest) || t('indicators.noyear') }) : t('slide.figure.novalue'),
		target ? t('slide.figure.goal', { target: targetWords(writer, indicator, target), year: target.year || t('indicators.noyear') }) : '', target && latest ? say(t, 'state', state) : ''
	];
	const name = linkTo(nameOf(lang, indicator), `indicator:${indicator.id}`);
	const of = withScope ? t('briefme.line.scope', { scope: shortPlace(atlas, lang, indicator.scope) }) : '';
	return t('briefme.line.of', { name: `${name}${of}`, text: parts.filter(Boolean).join(t('briefme.join')) });
}

/** A planned finish stays planned: beside a date that has passed stands what was last reported. */
export function dueWords(atlas: Atlas, writer: Writer, due: Due): string {
	const { lang, t } = writer;
	const [kind, id] = splitRef(due.ref);
	const date = t(due.period === 'overdue' ? 'briefme.due.over' : 'briefme.due.on', { date: dateWords(lang, due.date) });
	if (kind === 'milestone') {
		const milestone = atlas.dataset.milestones.find((one) => one.id === id)!;
		const ref = milestone.refs.find((one) => atlas.exists(one));
		return t('briefme.line.of', { name: date, text: ref ? linkTo(nameOf(lang, milestone), ref) : nameOf(lang, milestone) });
	}
	const name = linkTo(titleOf(atlas, lang, due.ref), due.ref);
	if (kind === 'indicator') {
		const target = atlas.targets(id).find((one) => one.id === due.target)!;
		return t('briefme.line.of', { name: date, text: t('briefme.due.target', { name, target: targetWords(writer, atlas.indicator.get(id)!, target), state: say(t, 'state', due.state ?? 'no-data') }) });
	}
	const now = due.status ? t('briefme.due.now', { status: say(t, 'status', due.status.status), date: due.status.date ? dateWords(lang, due.status.date) : t('status.nodate') }) : t('gap.status-old.no-status');
	return t('briefme.line.of', { name: date, text: t('briefme.due.finish', { name, now }) });
}

/** The record of a gap, as a link: a clause by its measure's name. */
export function gapItemWords(atlas: Atlas, lang: Lang, ref: Ref): string {
	const [kind, id] = splitRef(ref);
	const measure = kind === 'clause' ? atlas.measuresOf(id)[0] : undefined;
	return linkTo(measure ? nameOf(lang, measure) : titleOf(atlas, lang, ref), ref);
}
