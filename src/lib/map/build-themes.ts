/** From the thematic part of an address to what the map draws of it. */
import '../i18n/rooms/themes.ts';
import type { AmountKind, ClassMethod, ColumnKind } from '../domain/view.ts';
import type { Lang } from '../i18n/lang.ts';
import { say, translator } from '../i18n/index.ts';
import type { Atlas } from '../query/atlas.ts';
import { shortPlace } from '../query/cards.ts';
import { citeSources, pick } from '../query/cite.ts';
import { breaksOf, classOf } from '../query/class-breaks.ts';
import { columnValues } from '../query/column-values.ts';
import { projectsOfArea } from '../query/outside.ts';
import { indicatorSeries, isOwnSeries, valuesOf } from '../query/theme-series.ts';
import type { SeriesQuestion } from '../query/theme-series.ts';
import { amountReasons, amountsOf, amountUnit, greatestAmount } from '../query/project-amounts.ts';
import type { AmountReason } from '../query/project-amounts.ts';
import type { Amounts, Choropleth, Columns } from './theme-scene.ts';
import type { PlaceFinder } from './whereabouts.ts';

const ownUnits = { 'catalogue-projects': '', 'catalogue-measures': '', 'catalogue-length': 'km', 'catalogue-investment': '100m-yuan' } as const;

export function buildChoropleth(atlas: Atlas, lang: Lang, id: string, method: ClassMethod, question: SeriesQuestion): Choropleth | null {
	const t = translator(lang);
	const values = valuesOf(atlas, id, question);
	const series = indicatorSeries(atlas).find((one) => one.id === id);
	if (values.length === 0) return null;
	const numbers = values.flatMap(({ value }) => (value === null ? [] : [value]));
	const breaks = breaksOf(numbers, method);
	const [first] = series?.members.values() ?? [];
	return {
		series: id, method, breaks, least: numbers.length > 0 ? Math.min(...numbers) : 0, isOwn: isOwnSeries(id), isFiltered: isOwnSeries(id) && (id === 'catalogue-measures' ? question.measures : question.projects) !== null,
		name: isOwnSeries(id) ? say(t, 'themes.series', id) : series!.names[lang], unit: isOwnSeries(id) ? (ownUnits[id] === '' ? '' : say(t, 'unit', ownUnits[id])) : first ? pick(lang, first, 'unit') : '',
		areas: values.map((value) => ({ ...value, name: shortPlace(atlas, lang, value.district), class: value.value === null ? null : classOf(value.value, breaks) })),
		outlets: [...new Set(citeSources(atlas, lang, [...new Set(values.flatMap(({ sources }) => sources))]).map(({ outlet, date }) => (date === '' ? outlet : `${outlet} ${date}`)))]
	};
}

export function buildAmounts(atlas: Atlas, finder: PlaceFinder, lang: Lang, what: AmountKind, { projects, states }: SeriesQuestion): Amounts {
	const inside = projects ? atlas.dataset.projects.filter(({ id }) => projects.has(id)) : projectsOfArea(atlas);
	const amounts = amountsOf(atlas, inside.map(({ id }) => id), what);
	const isFilled = (id: string): boolean => {
		const state = states ? states.get(id)?.state : atlas.statuses(id)[0]?.status;
		return state !== undefined && state !== 'planned' && state !== 'unknown';
	};
	const placed = amounts.flatMap(({ id, value }) => {
		const project = atlas.project.get(id)!;
		const where = finder.findProject(project);
		return where ? [{ id, name: project[lang], position: where.position, located: where.located, value, isFilled: isFilled(id) }] : [];
	});
	const known = amounts.filter(({ value }) => value !== null).length;
	const drawn = placed.filter(({ value }) => value !== null).length;
	return {
		what, unit: say(translator(lang), 'unit', amountUnit(what)), greatest: greatestAmount(atlas, what), drawn, unplaced: known - drawn, byPlace: placed.filter(({ value, located }) => value !== null && located === 'by-place').length,
		without: Object.fromEntries(amountReasons.map((reason) => [reason, amounts.filter(({ why }) => why === reason).length])) as Record<AmountReason, number>,
		// Small circles over large ones, and dots below both.
		marks: placed.toSorted((a, b) => (b.value ?? Infinity) - (a.value ?? Infinity))
	};
}

const columnUnits: Partial<Record<ColumnKind, string>> = { 'district-length': 'km', 'district-investment': '100m-yuan' };

export function buildColumns(atlas: Atlas, finder: PlaceFinder, lang: Lang, kind: ColumnKind, question: SeriesQuestion, isFlat: boolean): Columns {
	const unit = columnUnits[kind];
	const marks = columnValues(atlas, kind, question).flatMap(({ place, value, known }) => {
		const position = finder.positionOf(place);
		return position ? [{ place, name: shortPlace(atlas, lang, place), position, value, known }] : [];
	});
	return {
		kind, unit: unit ? say(translator(lang), 'unit', unit) : '', isFlat, isFiltered: question.projects !== null, greatest: Math.max(0, ...marks.map(({ value }) => value)),
		marks: marks.toSorted((a, b) => b.position[1] - a.position[1])
	};
}
