/**
 * Figures that a view can put on a slide in large type, each with a key that stays the same while the data changes: counts of the filter, sums
 * that say for how many they are known, published figures of the selected place or project, indicators with their state, and gaps.
 */
import '../i18n/rooms/briefme.ts';
import '../i18n/rooms/briefing.ts';
import { splitRef } from '../domain/dataset.ts';
import { statusValues } from '../domain/vocabulary.ts';
import { formatInvestment, formatNumber, say } from '../i18n/index.ts';
import type { Lang } from '../i18n/lang.ts';
import { wordOf } from '../i18n/words.ts';
import { shortPlace } from './cards.ts';
import type { Explore, Query } from './explore.ts';
import type { Footnotes } from './footnotes.ts';
import { nameOf, pick } from './cite.ts';
import { targetWords, valueWords, whenWords } from './indicator-words.ts';
import type { Writer } from './indicator-words.ts';
import { newestFirst } from './progress-basis.ts';
import { judgementsOf } from './progress-all.ts';
import type { State } from './progress-rules.ts';
import { idsOf } from './select.ts';
import type { Selected } from './select.ts';
import { gapMonths, gapsIn, indicatorsOfPlace } from './slide-gaps.ts';
import type { GapScope } from './slide-gaps.ts';

export interface SlideFigure {
	key: string;
	value: string;
	/** Printed small after the value; empty where the value carries it. */
	unit: string;
	label: string;
	state: State | null;
	notes: number[];
}

/** Everything that could be shown, the most telling first; footnotes are taken only by the figures that are chosen. */
export function slideFigures(query: Query, writer: Writer, model: Explore & { selected: Selected }, selection: string | null, footnotes: Footnotes, chosen: readonly string[], most = 3): SlideFigure[] {
	const offers = offersOf(query, writer, model, selection);
	const wanted = chosen.length > 0 ? chosen.flatMap((key) => offers.find((offer) => offer.key === key) ?? []) : offers.slice(0, most);
	return wanted.map(({ note, ...figure }) => ({ ...figure, notes: note(footnotes) }));
}

/** Keys and labels for the editor's choice. */
export const figureChoices = (query: Query, writer: Writer, model: Explore & { selected: Selected }, selection: string | null): Pick<SlideFigure, 'key' | 'value' | 'unit' | 'label'>[] => offersOf(query, writer, model, selection).map(({ key, value, unit, label }) => ({ key, value, unit, label }));

type Offer = Omit<SlideFigure, 'notes'> & { note: (footnotes: Footnotes) => number[] };

function offersOf(query: Query, writer: Writer, model: Explore & { selected: Selected }, selection: string | null): Offer[] {
	const { atlas, index } = query;
	const { t, lang } = writer;
	const { dataDate } = atlas.dataset;
	const counted = (footnotes: Footnotes) => footnotes.remark(t('slide.note.count', { date: dataDate }));
	const plain = { state: null, note: counted };
	const projects = idsOf(index, model.selected, 'project');
	const statusOf = (id: string) => atlas.statuses(id)[0]?.status;
	const [kind, id] = selection ? splitRef(selection) : ['', ''];
	const published = ['place', 'project'].includes(kind) ? publishedFigures(query, writer, selection!) : [];
	const indicators = kind === 'place' ? atlas.dataset.indicators.filter(({ scope }) => scope === id) : kind === 'indicator' ? atlas.dataset.indicators.filter((indicator) => indicator.id === id) : [];
	const [length, investment] = [model.sums.find(({ what }) => what === 'length'), model.sums.find(({ what }) => what === 'investment')];
	return [
		...(kind === 'indicator' ? indicatorOffers(query, writer, indicators) : []),
		{ ...plain, key: 'projects', value: String(model.counts.project), unit: items(lang), label: t('slide.figure.projects', { n: model.counts.project }) },
		...statusValues.map((status): Offer => ({ ...plain, key: `status:${status}`, value: String(projects.filter((project) => statusOf(project) === status).length), unit: items(lang), label: t('slide.figure.status', { status: say(t, 'status', status) }), note: (footnotes) => footnotes.remark(t('slide.note.status', { date: dataDate })) })).filter(({ value }) => value !== '0'),
		...published,
		{ ...plain, key: 'measures', value: String(model.counts.measure), unit: items(lang), label: t('slide.figure.measures', { n: model.counts.measure }) },
		...(length && length.knownFor > 0 ? [{ ...plain, key: 'length', value: formatNumber(length.value), unit: 'km', label: t('slide.figure.length', { known: length.knownFor, of: projects.length }) }] : []),
		...(investment && investment.knownFor > 0 ? [{ ...plain, key: 'investment', ...money(lang, investment.value), label: t('slide.figure.investment', { known: investment.knownFor, of: projects.length }) }] : []),
		...(kind === 'indicator' ? [] : indicatorOffers(query, writer, indicators)),
		...gapOffers(query, writer, { projects, measures: idsOf(index, model.selected, 'measure'), indicators: kind === 'place' ? indicatorsOfPlace(atlas, id) : indicators.map((indicator) => indicator.id) })
	];
}

/** Only gaps that are open: "0 of 7" is no figure for a slide. */
const gapOffers = ({ atlas }: Query, { lang, t }: Writer, scope: GapScope): Offer[] =>
	gapsIn(atlas, scope).filter(({ items: open }) => open.length > 0).map(({ kind, items: open, of }) => ({
		key: `gap:${kind}`, value: String(open.length), unit: items(lang), label: t(`briefme.gap.${kind}`, { of, months: gapMonths }), state: null, note: (footnotes) => footnotes.remark(t('briefme.note.gap', { date: atlas.dataset.dataDate }))
	}));

const items = (lang: Lang): string => (lang === 'zh' ? '项' : '');
/** `44.85` 亿元, or `CNY 4.485 bn`. */
const money = (lang: Lang, hundredMillion: number) => (lang === 'zh' ? { value: formatInvestment(lang, hundredMillion), unit: '亿元' } : { value: `CNY ${formatInvestment(lang, hundredMillion)}`, unit: '' });

function publishedFigures({ atlas }: Query, { lang, t }: Writer, ref: string): Offer[] {
	const name = ref.startsWith('place:') ? shortPlace(atlas, lang, splitRef(ref)[1]) : '';
	return atlas.quantities(ref).filter(({ use, valueMin, valueMax }) => use === 'total' && valueMin !== null && valueMin === valueMax).map((q): Offer => {
		const { value, unit } = q.unit === '100m-yuan' ? money(lang, q.valueMin!) : { value: formatNumber(q.valueMin!), unit: say(t, 'unit', q.unit) };
		const sign = q.comparator === '' || q.comparator === 'eq' ? '' : q.comparator === 'gt' ? t('slide.over') : `${say(t, 'comparator', q.comparator)} `;
		const qualifier = pick(lang, q, 'qualifier');
		return { key: `quantity:${q.id}`, value: `${sign}${value}`, unit, label: [name !== '' && lang === 'en' ? `${name}: ${wordOf(lang, q.what)}` : `${name}${wordOf(lang, q.what)}`, q.years, qualifier].filter(Boolean).join(lang === 'zh' ? '，' : ', '), state: null, note: (footnotes) => footnotes.sources(q.sources) };
	});
}

function indicatorOffers({ atlas }: Query, writer: Writer, indicators: readonly { id: string }[]): Offer[] {
	const { lang, t } = writer;
	const judgements = judgementsOf(atlas);
	return indicators.flatMap(({ id }): Offer[] => {
		const indicator = atlas.indicator.get(id)!;
		if (indicator.confidence === 'low' || indicator.theme === 'water-section-baseline') return [];
		const { state, target } = judgements.get(id)!;
		const latest = newestFirst(atlas.observations(id))[0];
		if (!latest && !target) return [];
		/** One month's sample is no state of a lake: beside a target it is told small, never in large type. */
		const isSample = latest?.basisKind === 'single-month' && target !== null;
		const value = latest && !isSample ? valueWords(writer, indicator, latest) : targetWords(writer, indicator, target!);
		const when = latest && !isSample ? whenWords(latest) : target!.year ? t('slide.figure.target', { year: target!.year }) : t('briefme.figure.undated');
		const goal = isSample ? t('briefme.figure.sample', { value: valueWords(writer, indicator, latest), when: whenWords(latest) }) : latest && target ? t('slide.figure.goal', { target: targetWords(writer, indicator, target), year: target.year || t('slide.note.undated') }) : latest ? '' : t('slide.figure.novalue');
		return [{ key: `indicator:${id}`, value, unit: '', label: [nameOf(lang, indicator), when, goal].filter(Boolean).join(lang === 'zh' ? '，' : ', '), state, note: (footnotes) => [...new Set([...footnotes.sources(latest?.sources ?? []), ...(target ? footnotes.sources(target.sources) : [])])] }];
	});
}
