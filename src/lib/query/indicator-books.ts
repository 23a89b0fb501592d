/** The list of indicators and the values of one as workbooks: numbers as numbers, beside the words of the source; unit and year in cells of their own. */
import '../i18n/rooms/figures.ts';
import type { BookCell, BookSheet } from '../domain/book.ts';
import type { Indicator, Observation, Target } from '../domain/dataset.ts';
import { say } from '../i18n/index.ts';
import { wordOf } from '../i18n/words.ts';
import type { Atlas } from './atlas.ts';
import { shortPlace } from './cards.ts';
import { citeSources, pick } from './cite.ts';
import type { SourceCitation } from './cite.ts';
import type { IndicatorPage } from './indicator-page.ts';
import type { IndicatorList } from './indicator-rows.ts';
import { listKeys } from './indicator-url.ts';
import type { ListFilter } from './indicator-url.ts';
import { whenWords } from './indicator-words.ts';
import type { Writer } from './indicator-words.ts';
import { newestFirst } from './progress-basis.ts';
import type { Judgements } from './progress-all.ts';

/** A plain year is a number; a period or a month stays as it stands. */
const yearCell = (when: string): BookCell => (/^\d{4}$/.test(when) ? Number(when) : when || null);
const unitWords = (writer: Writer, indicator: Indicator): string => (indicator.valueKind === 'number' ? pick(writer.lang, indicator, 'unit') : '');
const valueCells = (row: Pick<Observation | Target, 'valueText' | 'valueMin' | 'valueMax'> | null | undefined): BookCell[] => (row ? [row.valueText, row.valueMin, row.valueMax] : [null, null, null]);
const cite = (sources: readonly SourceCitation[]): string => sources.map(({ outlet, date }) => `${outlet} ${date}`.trim()).join('; ');
const widths = (...chars: number[]) => chars.map((width) => ({ width }));

/** The filter as a sentence, so that the sheet says what it leaves out. */
export function filterWords(atlas: Atlas, { t, lang }: Writer, filter: ListFilter): string {
	const words: Record<(typeof listKeys)[number], string> = { theme: wordOf(lang, filter.theme), scope: filter.scope && shortPlace(atlas, lang, filter.scope), state: filter.state && say(t, 'state', filter.state) };
	const parts = listKeys.filter((key) => filter[key] !== '').map((key) => `${t(`indicators.${key}`)} ${words[key]}`);
	return parts.length === 0 ? t('figures.xlsx.all') : t('figures.xlsx.filter', { filter: parts.join(t('join.list')) });
}

export function indicatorBook(atlas: Atlas, writer: Writer, judgements: Judgements, list: IndicatorList, filter: ListFilter): BookSheet[] {
	const { t, lang } = writer;
	const numbers = [t('figures.xlsx.low'), t('figures.xlsx.high')];
	const head = [t('indicators.name'), t('indicators.scope'), t('indicators.theme'), t('indicators.latest'), ...numbers, t('figures.xlsx.unit'), t('indicators.year'), t('indicators.basis'), t('indicators.target'), ...numbers, t('column.year'), t('indicators.state'), t('method.rule'), t('indicators.definition'), t('indicators.source'), 'id'];
	const rows = list.groups.flatMap(({ name, rows: found }) => found.map((row): BookCell[] => {
		const indicator = atlas.indicator.get(row.id)!;
		const { target } = judgements.get(row.id)!;
		const latest = row.isToBeConfirmed ? undefined : newestFirst(atlas.observations(row.id))[0];
		const sources = citeSources(atlas, lang, [...new Set([...indicator.sources, ...(latest?.sources ?? []), ...(target?.sources ?? [])])]);
		return [
			row.title, row.scope.name, name, ...(latest ? valueCells(latest) : [row.isToBeConfirmed ? t('indicators.toconfirm') : t('state.no-data'), null, null]), unitWords(writer, indicator), latest ? yearCell(whenWords(latest)) : null, latest ? say(t, 'basiskind', latest.basisKind) : null,
			...(target ? [`${say(t, 'comparator', target.comparator)} ${target.valueText}`, target.valueMin, target.valueMax, yearCell(target.year)] : [t('state.no-target'), null, null, null]), say(t, 'state', row.state), row.rule, pick(lang, indicator, 'note'), cite(sources), row.id
		];
	}));
	const foot = [[], [filterWords(atlas, writer, filter)], [t('figures.xlsx.asof', { date: atlas.dataset.dataDate })]];
	return [{ name: t('indicators.title'), headRows: 1, columns: widths(34, 14, 12, 16, 10, 10, 14, 12, 12, 18, 10, 10, 8, 12, 18, 40, 40, 30), rows: [head, ...rows, ...foot] }];
}

export function valueBook(atlas: Atlas, writer: Writer, page: IndicatorPage): BookSheet[] {
	const { t, lang } = writer;
	const indicator = atlas.indicator.get(page.id)!;
	const unit = unitWords(writer, indicator);
	const line = (kind: string, row: Observation | Target, when: string, basis: string): BookCell[] => [kind, yearCell(when), ...valueCells(row), unit, basis, pick(lang, row, 'note'), cite(citeSources(atlas, lang, row.sources)), row.id];
	const head = [t('indicators.kind'), t('indicators.year'), t('indicators.value'), t('figures.xlsx.low'), t('figures.xlsx.high'), t('figures.xlsx.unit'), t('indicators.basis'), t('indicators.note'), t('indicators.source'), 'id'];
	const values = page.isToBeConfirmed ? [] : newestFirst(atlas.observations(page.id));
	const rows = [
		...atlas.targets(page.id).map((row) => line(`${t('indicators.target')} ${say(t, 'comparator', row.comparator)}`, row, row.year, '')),
		...values.map((row) => line(say(t, 'basiskind', row.basisKind), row, whenWords(row), pick(lang, row, 'basis')))
	];
	const foot = [[], [`${page.title} · ${page.scope.name} · ${say(t, 'state', page.state)} (${page.rule})`], ...(page.isToBeConfirmed ? [[t('indicators.withheld')]] : []), [t('figures.xlsx.asof', { date: atlas.dataset.dataDate })]];
	return [{ name: t('indicators.table'), headRows: 1, columns: widths(16, 12, 16, 10, 10, 14, 24, 40, 40, 30), rows: [head, ...rows, ...foot] }];
}
