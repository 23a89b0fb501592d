/** A programme as its section shows it: what the clause asks, what our sources hold, what stands close and is not it, and the charts of loaded rows. */
import type { Indicator, Observation } from '../domain/dataset.ts';
import { splitRef } from '../domain/dataset.ts';
import type { Atlas } from './atlas.ts';
import { byStatus, projectLine, shortPlace } from './cards.ts';
import type { ProjectLine } from './cards.ts';
import { citeClause, citeSources, nameOf, pick } from './cite.ts';
import type { ClauseCitation, SourceCitation } from './cite.ts';
import { indicatorPage } from './indicator-page.ts';
import type { IndicatorPage } from './indicator-page.ts';
import { indicatorRow } from './indicator-rows.ts';
import type { IndicatorRow } from './indicator-rows.ts';
import type { Writer } from './indicator-words.ts';
import { programmes } from './programme-list.ts';
import type { Programme, ProgrammeKey } from './programme-list.ts';
import { currentTarget } from './progress-all.ts';
import type { Judgements } from './progress-all.ts';
import { yearOf } from './progress-basis.ts';
import { seriesOf } from './series.ts';
import type { Series } from './series.ts';
import { areaId } from './water-answers.ts';

export interface Chart {
	id: string;
	indicator: string;
	/** Place of the indicator, or who pays whom. */
	name: string;
	series: Series;
	unit: string;
}
export interface ProgrammeCard {
	key: ProgrammeKey;
	measure: string;
	asks: { citation: ClauseCitation; summary: string }[];
	also: { citation: ClauseCitation; summary: string }[];
	fields: Programme['fields'];
	/** Indicators of the programme; the values of those that have some follow as `filled`. */
	slots: { id: string; title: string; scope: { id: string; name: string }; n: number }[];
	filled: Pick<IndicatorPage, 'id' | 'title' | 'values' | 'summary'>[];
	charts: Chart[];
	projects: ReturnType<typeof byStatus<ProjectLine>>;
	projectCount: number;
	beside: { milestones: { id: string; date: string; title: string; sources: SourceCitation[] }[]; rows: IndicatorRow[] };
}

export const indicatorsOf = (atlas: Atlas, programme: Programme): Indicator[] => atlas.dataset.indicators.filter(({ theme }) => theme === programme.theme);

export const programmeCards = (atlas: Atlas, writer: Writer, judgements: Judgements, all = programmes): ProgrammeCard[] => all.map((programme) => programmeCard(atlas, writer, judgements, programme));

export function programmeCard(atlas: Atlas, writer: Writer, judgements: Judgements, programme: Programme): ProgrammeCard {
	const { lang } = writer;
	const cite = (id: string) => {
		const citation = citeClause(atlas, lang, id);
		return citation ? [{ citation, summary: pick(lang, atlas.clause.get(id)!, 'summary') }] : [];
	};
	const slots = indicatorsOf(atlas, programme);
	const filled = slots.filter(({ id }) => atlas.observations(id).length > 0);
	const projects = atlas.linksTo(`measure:${programme.measure}`).flatMap(({ from, basis }) => {
		const [kind, id] = splitRef(from);
		const project = kind === 'project' ? atlas.project.get(id) : undefined;
		return project ? [projectLine(atlas, lang, project, { basis, via: '' })] : [];
	});
	return {
		key: programme.key, measure: programme.measure, asks: cite(atlas.measure.get(programme.measure)?.clause ?? ''), also: programme.also.flatMap(cite), fields: programme.fields,
		slots: slots.map((slot) => ({ id: slot.id, title: nameOf(lang, slot), scope: { id: slot.scope, name: shortPlace(atlas, lang, slot.scope) }, n: atlas.observations(slot.id).length })),
		filled: filled.map((slot) => {
			const { id, title, values, summary } = indicatorPage(atlas, writer, judgements, slot.id)!;
			return { id, title, values, summary };
		}),
		charts: alike(filled.flatMap((slot) => chartsOf(atlas, writer, judgements, slot, programme.key))), projects: byStatus(projects), projectCount: projects.length,
		beside: {
			milestones: atlas.dataset.milestones.filter(({ id }) => programme.milestonesBeside.includes(id)).map((milestone) => ({ id: milestone.id, date: milestone.date, title: nameOf(lang, milestone), sources: citeSources(atlas, lang, milestone.sources) })),
			rows: programme.key === 'health' ? healthCheckRows(atlas).map((indicator) => indicatorRow(atlas, writer, judgements, indicator)) : []
		}
	};
}

/** Figures on water that the health check of the spatial plan published, whose year is uncertain. */
const healthCheckRows = (atlas: Atlas): Indicator[] => atlas.dataset.indicators.filter(({ id, theme, scope }) => scope === areaId && ['ecology', 'water'].includes(theme) && atlas.observations(id).some(({ basisKind }) => basisKind === 'uncertain-year'));

/** One chart an indicator; a compensation has one for each pair of payer and receiver, since sums of different pairs make no line. */
function chartsOf(atlas: Atlas, writer: Writer, judgements: Judgements, indicator: Indicator, key: ProgrammeKey): Chart[] {
	const rows = atlas.observations(indicator.id);
	const target = currentTarget(atlas.targets(indicator.id), yearOf(atlas.dataset.dataDate) ?? 0);
	const draw = (id: string, name: string, own: readonly Observation[]): Chart[] => {
		const series = seriesOf(writer, indicator, target, own, judgements.get(indicator.id)!, atlas.dataset.dataDate);
		return series && series.points.length > 0 ? [{ id, indicator: indicator.id, name, series, unit: pick(writer.lang, indicator, 'unit') }] : [];
	};
	const place = shortPlace(atlas, writer.lang, indicator.scope);
	if (key !== 'compensation') return draw(indicator.id, place, rows);
	const pairs = [...new Set(rows.map((row) => pick(writer.lang, row, 'basis')))];
	return pairs.flatMap((pair) => draw(`${indicator.id} ${pair}`, pair || place, rows.filter((row) => pick(writer.lang, row, 'basis') === pair)));
}

/** Charts side by side are read against each other: one scale for all. */
function alike(charts: Chart[]): Chart[] {
	const x: Series['x'] = [Math.min(...charts.map(({ series }) => series.x[0])), Math.max(...charts.map(({ series }) => series.x[1]))];
	const y: Series['y'] = [Math.min(...charts.map(({ series }) => series.y[0])), Math.max(...charts.map(({ series }) => series.y[1]))];
	return charts.map((chart) => ({ ...chart, series: { ...chart.series, x, y } }));
}
