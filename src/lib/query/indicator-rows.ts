/** The list of indicators: one row each, by theme; counts of every filter value under the other filters; the same rows as a sheet. */
import type { Indicator } from '../domain/dataset.ts';
import type { ChangeKind } from '../domain/change.ts';
import { writeSheetCsv } from '../domain/csv.ts';
import { say } from '../i18n/index.ts';
import { wordOf } from '../i18n/words.ts';
import type { Atlas } from './atlas.ts';
import { shortPlace } from './cards.ts';
import { citeSources, nameOf, pick } from './cite.ts';
import { listKeys } from './indicator-url.ts';
import type { ListFilter, ListKey, ListKnown } from './indicator-url.ts';
import { targetWords, valueWords, whenWords } from './indicator-words.ts';
import type { Writer } from './indicator-words.ts';
import { changedBy } from './record-edit.ts';
import { newestFirst } from './progress-basis.ts';
import { tally } from './progress-all.ts';
import type { Judgements, Tally } from './progress-all.ts';
import { states } from './progress-rules.ts';
import type { Rule, State } from './progress-rules.ts';
import { seriesOf } from './series.ts';
import type { Series } from './series.ts';

export interface IndicatorRow {
	id: string;
	title: string;
	theme: string;
	scope: { id: string; name: string };
	/** `null`: no value, or one that is not published. */
	latest: { text: string; when: string; basis: string; changed: ChangeKind | '' } | null;
	target: { text: string; year: string; changed: ChangeKind | '' } | null;
	state: State;
	rule: Rule;
	series: Series | null;
	/** Of the latest value, else of the target. */
	source: string;
	isToBeConfirmed: boolean;
}
export interface ListFacet {
	key: ListKey;
	values: { value: string; name: string; count: number; isChosen: boolean }[];
}
export interface IndicatorList {
	groups: { theme: string; name: string; rows: IndicatorRow[] }[];
	facets: ListFacet[];
	/** Of all indicators, and of those the filter leaves. */
	all: Tally;
	shown: Tally;
}

const themeOrder = ['ecology', 'water', 'river-health', 'product-value', 'compensation', 'air', 'land', 'water-supply', 'transport', 'project-progress', 'digital', 'public-service', 'governance', 'development-index', 'innovation', 'economy', 'culture', 'population'];
const lastThemes = ['water-section-baseline', 'province-target'];
const rankOf = (theme: string): number => (lastThemes.includes(theme) ? 100 + lastThemes.indexOf(theme) : themeOrder.includes(theme) ? themeOrder.indexOf(theme) : 50);

export function indicatorRow(atlas: Atlas, writer: Writer, judgements: Judgements, indicator: Indicator): IndicatorRow {
	const judgement = judgements.get(indicator.id)!;
	const isToBeConfirmed = indicator.confidence === 'low';
	const rows = atlas.observations(indicator.id);
	const latest = isToBeConfirmed ? undefined : newestFirst(rows)[0];
	const { target } = judgement;
	const [source] = citeSources(atlas, writer.lang, latest?.sources ?? target?.sources ?? indicator.sources);
	return {
		id: indicator.id, title: nameOf(writer.lang, indicator), theme: indicator.theme, scope: { id: indicator.scope, name: shortPlace(atlas, writer.lang, indicator.scope) },
		latest: latest ? { text: valueWords(writer, indicator, latest), when: whenWords(latest), basis: latest.basisKind, changed: changedBy(atlas, 'observations', latest.id) } : null,
		target: target ? { text: targetWords(writer, indicator, target), year: target.year, changed: changedBy(atlas, 'targets', target.id) } : null,
		state: judgement.state, rule: judgement.rule, series: seriesOf(writer, indicator, target, rows, judgement, atlas.dataset.dataDate), source: source ? `${source.outlet} ${source.date}`.trim() : '', isToBeConfirmed
	};
}

export function indicatorList(atlas: Atlas, writer: Writer, judgements: Judgements, filter: ListFilter): IndicatorList {
	const { indicators } = atlas.dataset;
	const valueOf = (indicator: Indicator, key: ListKey): string => (key === 'state' ? judgements.get(indicator.id)!.state : indicator[key]);
	const matches = (indicator: Indicator, keys: readonly ListKey[]) => keys.every((key) => filter[key] === '' || valueOf(indicator, key) === filter[key]);
	const shown = indicators.filter((indicator) => matches(indicator, listKeys));
	const themes = [...new Set(indicators.map(({ theme }) => theme))].toSorted((a, b) => rankOf(a) - rankOf(b));
	const scopes = [...new Set(indicators.map(({ scope }) => scope))];
	const size = (scope: string) => indicators.filter((indicator) => indicator.scope === scope).length;
	const order: Record<ListKey, readonly string[]> = { theme: themes, scope: scopes.toSorted((a, b) => size(b) - size(a)), state: states };
	const nameBy: Record<ListKey, (value: string) => string> = { theme: (value) => wordOf(writer.lang, value), scope: (value) => shortPlace(atlas, writer.lang, value), state: (value) => say(writer.t, 'state', value) };
	return {
		groups: themes.flatMap((theme) => {
			const rows = shown.filter((indicator) => indicator.theme === theme).map((indicator) => indicatorRow(atlas, writer, judgements, indicator));
			return rows.length === 0 ? [] : [{ theme, name: wordOf(writer.lang, theme), rows }];
		}),
		facets: listKeys.map((key) => {
			const others = indicators.filter((indicator) => matches(indicator, listKeys.filter((other) => other !== key)));
			return { key, values: order[key].map((value) => ({ value, name: nameBy[key](value), count: others.filter((indicator) => valueOf(indicator, key) === value).length, isChosen: filter[key] === value })) };
		}),
		all: tally(judgements.values()), shown: tally(shown.map(({ id }) => judgements.get(id)!))
	};
}

/** For a spreadsheet: value and unit in columns of their own, the rule beside the state, every source with its date. */
export function indicatorSheet(atlas: Atlas, writer: Writer, judgements: Judgements, list: IndicatorList): string {
	const { t, lang } = writer;
	const head = [t('indicators.name'), t('indicators.scope'), t('indicators.theme'), t('indicators.latest'), t('indicators.year'), t('indicators.basis'), t('indicators.target'), t('column.year'), t('indicators.state'), t('method.rule'), t('indicators.definition'), t('indicators.source'), 'id'];
	const rows = list.groups.flatMap(({ name, rows: found }) => found.map((row) => {
		const indicator = atlas.indicator.get(row.id)!;
		const cited = citeSources(atlas, lang, [...new Set([...indicator.sources, ...(judgements.get(row.id)!.target?.sources ?? [])])]).map(({ outlet, date }) => `${outlet} ${date}`.trim());
		const latest = row.isToBeConfirmed ? t('indicators.toconfirm') : (row.latest?.text ?? t('state.no-data'));
		return [row.title, row.scope.name, name, latest, row.latest?.when ?? '', row.latest ? say(t, 'basiskind', row.latest.basis) : '', row.target?.text ?? t('state.no-target'), row.target?.year ?? '', say(t, 'state', row.state), row.rule, pick(lang, indicator, 'note'), cited.join('; '), row.id];
	}));
	return writeSheetCsv([head, ...rows, [t('method.asof', { date: atlas.dataset.dataDate })]]);
}


export const listKnown = ({ dataset: { indicators } }: Atlas): ListKnown => ({ themes: new Set(indicators.map(({ theme }) => theme)), scopes: new Set(indicators.map(({ scope }) => scope)) });
