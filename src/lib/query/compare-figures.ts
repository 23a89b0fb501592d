/**
 * Headline numbers of two questions beside each other. Counts are subtracted; sums of kilometres and money are only where both sides count the same
 * projects, or know them for every one they count, since the difference of two sums known for different numbers of projects says nothing.
 */
import '../i18n/rooms/versus.ts';
import '../i18n/rooms/themes.ts';
import { statusValues } from '../domain/vocabulary.ts';
import { formatInvestment, formatNumber, say } from '../i18n/index.ts';
import type { Lang } from '../i18n/index.ts';
import { stateOn } from './compare-side.ts';
import type { CompareSide } from './compare-side.ts';
import type { Query } from './explore.ts';
import type { Writer } from './indicator-words.ts';
import { isJudged } from './progress-rules.ts';
import { yearStates } from './status-in-year.ts';
import type { Sum } from './sums.ts';
import { judgementsIn } from './year-view.ts';

export interface Figure {
	/** `null`: not known for any. */
	value: number | null;
	text: string;
	/** For how many it is known, and what was left out; empty for a count. */
	note: string;
}
export interface FigureRow {
	key: string;
	title: string;
	/** One of the states of the row above. */
	isPart: boolean;
	a: Figure;
	b: Figure;
	/** B less A; `null` where the two may not be subtracted, which `why` says. */
	difference: number | null;
	why: string;
}

export function compareFigures(query: Query, writer: Writer, a: CompareSide, b: CompareSide): FigureRow[] {
	const { t } = writer;
	const sides = [a, b] as const;
	const count = (key: string, title: string, numberOf: (side: CompareSide) => number, isPart = false): FigureRow => {
		const [valueA, valueB] = [numberOf(a), numberOf(b)];
		const figure = (value: number): Figure => ({ value, text: formatNumber(value), note: '' });
		return { key, title, isPart, a: figure(valueA), b: figure(valueB), difference: valueB - valueA, why: '' };
	};
	const isByYear = sides.some(({ view }) => view.year !== null);
	const states = isByYear
		? yearStates.map((state) => count(`state:${state}`, t(`themes.state.${state}`), (side) => side.ids.project.filter((id) => stateOn(query, side, id).state === state).length, true))
		: [...statusValues, 'unknown'].map((status) => count(`status:${status}`, say(t, 'status', status), ({ ids }) => ids.project.filter((id) => (query.atlas.statuses(id)[0]?.status ?? 'unknown') === status).length, true));
	const judged = new Map(sides.map((side) => [side.key, judgementsIn(query.atlas, side.view.year)]));
	return [
		count('measures', t('versus.measures'), ({ ids }) => ids.measure.length),
		count('projects', t('versus.projects'), ({ ids }) => ids.project.length),
		...(sides.some(({ outside }) => outside > 0) ? [count('outside', t('versus.outside'), ({ outside }) => outside, true)] : []),
		...states.filter((row) => row.a.value !== 0 || row.b.value !== 0),
		sumRow(writer, 'length', a, b), sumRow(writer, 'investment', a, b),
		count('indicators', t('versus.indicators'), ({ ids }) => ids.indicator.length),
		count('judged', t('versus.judged'), ({ key, ids }) => ids.indicator.filter((id) => isJudged(judged.get(key)!.get(id)?.state ?? 'no-data')).length, true)
	];
}

function sumRow({ t, lang }: Writer, what: Sum['what'], a: CompareSide, b: CompareSide): FigureRow {
	const figure = ({ sums, ids }: CompareSide): Figure => {
		const { value, knownFor, wholeLine } = sums[what];
		const note = [t('versus.known', { n: knownFor, of: ids.project.length }), wholeLine > 0 ? t('versus.wholeline', { n: wholeLine }) : ''].filter(Boolean).join(t('versus.stop'));
		return knownFor === 0 ? { value: null, text: t('progress.nodata'), note } : { value, text: what === 'investment' ? formatInvestment(lang, value) : formatNumber(value), note };
	};
	const isWhole = ({ sums, ids }: CompareSide): boolean => ids.project.length > 0 && sums[what].knownFor === ids.project.length;
	const [left, right] = [figure(a), figure(b)];
	/** The same projects, so the same figures are known. */
	const isSameList = a.ids.project.length === b.ids.project.length && new Set([...a.ids.project, ...b.ids.project]).size === a.ids.project.length;
	const isFair = (isWhole(a) && isWhole(b)) || (isSameList && left.value !== null);
	return {
		key: what, title: t(`versus.${what}`), isPart: false, a: left, b: right, difference: isFair ? Math.round((right.value! - left.value!) * 1000) / 1000 : null,
		why: isFair ? '' : left.value === null || right.value === null ? t('versus.nodifference.none') : t('versus.nodifference', { a: a.sums[what].knownFor, b: b.sums[what].knownFor })
	};
}

/** `+3`, `−1.2`, `0`; empty where the two may not be subtracted. */
export function differenceWords(lang: Lang, { key, difference }: Pick<FigureRow, 'key' | 'difference'>): string {
	if (difference === null) return '';
	const size = key === 'investment' ? formatInvestment(lang, Math.abs(difference)) : formatNumber(Math.abs(difference));
	return difference === 0 ? '0' : `${difference > 0 ? '+' : '−'}${size}`;
}
