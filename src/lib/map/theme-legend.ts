/**
 * Legends of the thematic pictures as finished words and small drawings: what is shown, in which unit, from which source, for which year, by which
 * method, and what is left out. They stand open beside the map, since such a picture without them would be read wrongly.
 */
import '../i18n/rooms/themes.ts';
import { formatInvestment, formatNumber, say, translator, withUnit } from '../i18n/index.ts';
import type { Lang, Translate } from '../i18n/index.ts';
import type { NoValue } from '../query/theme-series.ts';
import { telling } from '../query/year-view.ts';
import type { LegendPart } from './legend.ts';
import type { Ink } from './palette.ts';
import type { Scene } from './scene.ts';
import { stateSigns } from './state-signs.ts';
import { radiusOf, roundFigures } from './theme-scene.ts';
import type { Amounts, Choropleth, Columns } from './theme-scene.ts';

export interface ThemeRow {
	id: string;
	/** In a box of 30 × 14. */
	parts: readonly LegendPart[];
	text: string;
	/** What belongs to the row, each in a line of its own. */
	notes: readonly string[];
}
export interface ThemeLegend {
	id: 'choropleth' | 'amounts' | 'columns' | 'targets';
	title: string;
	/** Source, year, method. */
	lines: readonly string[];
	rows: readonly ThemeRow[];
	/** Nested circles, greatest first; px. */
	circles: readonly { radius: number; text: string }[];
	notes: readonly string[];
}

/** One class stands in the middle of the ramp, two at its ends. */
export const classInks = (classes: number): readonly Ink[] => (classes <= 1 ? ['class2'] : classes === 2 ? ['class1', 'class3'] : ['class1', 'class2', 'class3']);

const box = 'M1 1.5H29V12.5H1Z';
const swatch = (ink: Ink): LegendPart[] => [{ d: box, fill: ink, stroke: 'ink500', width: 0.7 }];
const hatched: LegendPart[] = [{ d: box, fill: 'paper', stroke: 'ink500', width: 0.7 }, { d: 'M3 12L13 2M11 12L21 2M19 12L28 3', stroke: 'ink400', width: 1 }];
/** Money as each language writes it: 200 亿元, CNY 20 bn. */
const figure = (lang: Lang, value: number, unit: string, isMoney: boolean): string => (isMoney && lang === 'en' ? `CNY ${formatInvestment(lang, value)}` : withUnit(formatNumber(value), unit));
const titled = (t: Translate, name: string, unit: string): string => t('themes.titled', { name, unit: unit === '' ? t('themes.unit.count') : unit });

function ofChoropleth(t: Translate, shown: Choropleth, year: number | null, dataDate: string): ThemeLegend {
	const { areas, breaks, least } = shown;
	const valued = areas.filter(({ value }) => value !== null);
	const inks = classInks(breaks.length);
	const words = ({ name, value, when, known, isTarget }: Choropleth['areas'][number]): string => {
		const text = formatNumber(value!);
		if (known) return t('themes.value.known', { name, value: text, ...known });
		return shown.isOwn ? t('themes.value', { name, value: text }) : t(isTarget ? 'themes.value.target' : 'themes.value.when', { name, value: text, when });
	};
	const rows = breaks.map((limit, i): ThemeRow => {
		const from = i === 0 ? least : breaks[i - 1]!;
		return { id: `class-${i}`, parts: swatch(inks[i]!), text: from === limit ? formatNumber(limit) : `${i === 0 ? '' : '> '}${formatNumber(from)} – ${formatNumber(limit)}`, notes: valued.filter((area) => area.class === i).map(words) };
	}).reverse();
	const empty = areas.filter(({ value }) => value === null);
	if (empty.length > 0) rows.push({ id: 'no-data', parts: hatched, text: t('themes.nodata'), notes: empty.map(({ name, why }) => t(`themes.why.${why as NoValue}`, { name })) });
	const isSum = shown.series === 'catalogue-length' || shown.series === 'catalogue-investment';
	const isAhead = year !== null && year > Number(dataDate.slice(0, 4));
	return {
		id: 'choropleth', title: titled(t, shown.name, shown.unit), circles: [], rows,
		lines: [
			shown.isOwn ? (year === null ? t('themes.own', { date: dataDate }) : t('themes.own.year', { year })) : shown.outlets.length > 0 ? t('themes.source', { sources: shown.outlets.join(t('themes.join')) }) : t('themes.asof.year', { year: year ?? dataDate.slice(0, 4) }),
			...(breaks.length > 1 ? [t('themes.classes', { method: say(t, 'themes.method', shown.method), n: breaks.length })] : [])
		],
		notes: [
			...(valued.length < 3 ? [t('themes.few', { n: valued.length })] : []), ...(new Set(valued.map(({ when }) => when.slice(0, 4))).size > 1 ? [t('themes.mixed')] : []),
			...(isSum ? [t('themes.sums')] : shown.series === 'catalogue-projects' ? [t('themes.counts')] : shown.series === 'catalogue-measures' ? [t('themes.measures')] : []),
			...(shown.isFiltered ? [t('themes.filtered')] : []), ...(isAhead ? [t('themes.future')] : [])
		]
	};
}

function ofAmounts(lang: Lang, t: Translate, { what, greatest, drawn, without, unplaced, byPlace, marks, unit }: Amounts, year: number | null, dataDate: string): ThemeLegend {
	const told = [
		[without['no-figure'], `themes.amounts.no-figure.${what}`], [without['whole-line'], 'themes.amounts.whole-line'], [without.part, 'themes.amounts.part'], [unplaced, 'themes.amounts.unplaced']
	] as const;
	return {
		id: 'amounts', title: t(`themes.amounts.title.${what}`), rows: [], lines: [year === null ? t('themes.asof', { date: dataDate }) : t('themes.asof.year', { year })],
		circles: roundFigures(greatest).map((value) => ({ radius: radiusOf(value, greatest), text: figure(lang, value, unit, what === 'investment') })),
		notes: [t('themes.amounts.drawn', { n: drawn }), ...(byPlace > 0 ? [t('themes.amounts.place', { n: byPlace })] : []), ...(marks.some(({ value, isFilled }) => value !== null && !isFilled) ? [t('themes.amounts.hollow')] : []), ...told.filter(([n]) => n > 0).map(([n, key]) => t(key, { n }))]
	};
}

function ofColumns(lang: Lang, t: Translate, { kind, unit, greatest, marks, isFlat, isFiltered }: Columns, year: number | null, dataDate: string): ThemeLegend {
	const bar = (value: number): LegendPart[] => [{ d: `M11 13.5V${13.5 - (13 * value) / greatest}H19V13.5Z`, fill: 'column', stroke: 'amount', width: 0.6 }];
	const isSum = kind === 'district-length' || kind === 'district-investment';
	return {
		id: 'columns', title: titled(t, t(`themes.columns.${kind}`), unit), circles: [], lines: [year === null ? t('themes.own', { date: dataDate }) : t('themes.own.year', { year })],
		// There is no half project.
		rows: roundFigures(greatest).filter((value) => unit !== '' || Number.isInteger(value)).map((value): ThemeRow => ({ id: String(value), parts: bar(value), text: figure(lang, value, unit === '' ? t('themes.unit.count') : unit, kind === 'district-investment'), notes: [] })),
		notes: [
			...(marks.length === 0 ? [t('themes.nodata')] : [t('themes.columns.scale', { greatest: figure(lang, greatest, unit, kind === 'district-investment') }), ...(isFlat ? [] : [t('themes.columns.sight')])]),
			...(isSum ? marks.flatMap(({ name, value, known }) => (known ? [t('themes.value.known', { name, value: formatNumber(value), ...known })] : [])) : []),
			t(isSum ? 'themes.sums' : 'themes.counts.place'), ...(isFiltered ? [t('themes.filtered')] : [])
		]
	};
}

function ofTargets(t: Translate, { targets, year }: Scene, dataDate: string): ThemeLegend {
	const isAhead = year !== null && year > Number(dataDate.slice(0, 4));
	const rows = telling.flatMap((state): ThemeRow[] => {
		const n = targets.filter((mark) => mark.state === state).length;
		return n === 0 ? [] : [{ id: state, parts: stateSigns[state].map((part) => ({ ...part, at: [15, 7] })), text: t('themes.states.waters', { word: t(`state.${state}`), n }), notes: [] }];
	});
	return {
		id: 'targets', title: t('themes.states'), circles: [], rows, lines: [year === null ? t('themes.asof', { date: dataDate }) : t('themes.asof.year', { year }), ...(year === null ? [] : [t(isAhead ? 'themes.states.future' : 'themes.states.current')])],
		notes: rows.length === 0 ? [t('themes.states.none')] : [t('themes.states.rule')]
	};
}

/** Of what the scene shows; `layers` are the ids of visible layers. */
export function themeLegends(scene: Scene, layers: ReadonlySet<string>): ThemeLegend[] {
	const t = translator(scene.lang);
	const { choropleth, amounts, columns, year, dataDate } = scene;
	return [
		...(choropleth ? [ofChoropleth(t, choropleth, year, dataDate)] : []), ...(amounts ? [ofAmounts(scene.lang, t, amounts, year, dataDate)] : []), ...(columns ? [ofColumns(scene.lang, t, columns, year, dataDate)] : []),
		...(layers.has('targets') ? [ofTargets(t, scene, dataDate)] : [])
	];
}
