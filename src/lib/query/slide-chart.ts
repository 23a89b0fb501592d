/** The chart of a slide as data, for a page, a PDF, a native Office chart alike: the trend of one indicator, projects by status or kind, or measures by domain. */
import '../i18n/rooms/briefme.ts';
import '../i18n/rooms/briefing.ts';
import { domains, projectKinds, statusValues } from '../domain/vocabulary.ts';
import { say } from '../i18n/index.ts';
import type { Query } from './explore.ts';
import type { Footnotes } from './footnotes.ts';
import { indicatorRow } from './indicator-rows.ts';
import type { IndicatorRow } from './indicator-rows.ts';
import type { Writer } from './indicator-words.ts';
import { judgementsOf } from './progress-all.ts';
import { idsOf } from './select.ts';
import type { Selected } from './select.ts';

export type SlideChart = {
	title: string;
	/** What the vertical axis counts. */
	unit: string;
	/** The chart in words, for a reader who does not see it. */
	summary: string;
	notes: number[];
} & ({ type: 'trend'; row: IndicatorRow } | { type: 'bars'; bars: { key: string; label: string; value: number }[] });

/** `null` where there is nothing to draw. */
export function slideChart(query: Query, writer: Writer, selected: Selected, about: string, footnotes: Footnotes): SlideChart | null {
	if (about.startsWith('indicator:')) return trendOf(query, writer, about.slice('indicator:'.length), footnotes);
	return barsOf(query, writer, selected, about === 'kind' || about === 'domain' ? about : 'status', footnotes);
}

function trendOf({ atlas }: Query, writer: Writer, id: string, footnotes: Footnotes): SlideChart | null {
	const indicator = atlas.indicator.get(id);
	if (!indicator) return null;
	const row = indicatorRow(atlas, writer, judgementsOf(atlas), indicator);
	if (!row.series) return null;
	const title = `${row.title} · ${row.scope.name}`;
	const points = row.series.points.map(({ when, text }) => `${when} ${text}`);
	const sources = [...atlas.observations(id).flatMap((row) => row.sources), ...atlas.targets(id).flatMap((row) => row.sources)];
	const summary = writer.t('slide.chart.summary', { title, bars: [...points, ...(row.target ? [writer.t('slide.figure.goal', { target: row.target.text, year: row.target.year })] : [])].join(writer.t('join.list')) });
	return { type: 'trend', row, title, unit: writer.lang === 'zh' ? indicator.unitZh : indicator.unitEn, summary, notes: footnotes.sources(sources) };
}

function barsOf({ atlas, index }: Query, { t }: Writer, selected: Selected, by: 'status' | 'kind' | 'domain', footnotes: Footnotes): SlideChart | null {
	const records = idsOf(index, selected, by === 'domain' ? 'measure' : 'project');
	if (records.length === 0) return null;
	const keyOf = (id: string): string => (by === 'domain' ? atlas.measure.get(id)!.domain : by === 'kind' ? atlas.project.get(id)!.kind : (atlas.statuses(id)[0]?.status ?? 'unknown'));
	const keys: readonly string[] = by === 'domain' ? domains : by === 'kind' ? projectKinds : [...statusValues, 'unknown'];
	const bars = keys.map((key) => ({ key, label: say(t, by, key), value: records.filter((id) => keyOf(id) === key).length })).filter(({ key, value }) => value > 0 || key !== 'unknown');
	const title = t(by === 'domain' ? 'briefme.chart.domain' : `slide.chart.${by}`);
	const summary = t('slide.chart.summary', { title, bars: bars.map(({ label, value }) => `${label} ${value}`).join(t('join.list')) });
	return { type: 'bars', title, unit: t(by === 'domain' ? 'briefme.chart.domain.unit' : 'slide.chart.unit'), bars, summary, notes: footnotes.remark(t(by === 'status' ? 'slide.note.status' : 'slide.note.count', { date: atlas.dataset.dataDate })) };
}
