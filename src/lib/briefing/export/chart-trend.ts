/**
 * The trend of one indicator as a native XY chart: years keep their distances, a year without a value is an empty cell and a gap in the line.
 * Target and required path are series of their own; values of another kind (a month, a period) stand as lozenges that no line joins.
 */
import '../../i18n/rooms/office.ts';
import '../../i18n/rooms/briefing.ts';
import { scaleLinear } from 'd3';
import { say } from '../../i18n/index.ts';
import type { Writer } from '../../query/indicator-words.ts';
import { classNames } from '../../query/indicator-words.ts';
import type { Point, Series } from '../../query/series.ts';
import type { SlideChart } from '../../query/slide-chart.ts';
import { chartSpace, line, noLine, numbers, richText, seriesName, shape, shown, solid, textStyle } from './chart-parts.ts';
import type { NativeChart } from './chart-parts.ts';
import type { DeckTheme } from './pptx-theme.ts';

type Trend = Extract<SlideChart, { type: 'trend' }>;

/** One series: its rows in the sheet, and how it is drawn. */
interface Plot {
	name: string;
	rows: { x: number; y: number | null; text: string }[];
	style: 'line' | 'single' | 'target' | 'path' | 'scale';
	/** Whether the text of a row stands beside its point. */
	isLabelled: boolean;
}

export function trendChart({ row, unit }: Trend, writer: Writer, theme: DeckTheme): NativeChart {
	const series = row.series!;
	const isClass = series.kind === 'class';
	const range = rangeOf(series);
	// LibreOffice loses the shorter series where a longer one follows; PowerPoint and WPS do not mind the order.
	const plots = plotsOf(series, writer, range.x).sort((a, b) => b.rows.length - a.rows.length);
	let at = 2;
	const parts = plots.map((plot, i) => {
		const from = at;
		at += plot.rows.length;
		return plotXml(plot, i, from, theme);
	});
	const hidden = plots.findIndex(({ style }) => style === 'scale');
	const legend = `<c:legend><c:legendPos val="b"/>${hidden < 0 ? '' : `<c:legendEntry><c:idx val="${hidden}"/><c:delete val="1"/></c:legendEntry>`}<c:overlay val="0"/>${textStyle(theme.quiet, 11)}</c:legend>`;
	const { t } = writer;
	return {
		xml: chartSpace(`<c:scatterChart><c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>${parts.join('')}<c:axId val="111"/><c:axId val="112"/></c:scatterChart>${axes(range, isClass, theme)}`, legend, theme.ink.ink900),
		grid: [[t('office.chart.series'), t('office.chart.year'), unit || t('office.chart.value'), t('office.chart.text')], ...plots.flatMap(({ name, rows }) => rows.map(({ x, y, text }) => [name, x, y, text]))]
	};
}

function plotsOf(series: Series, { t, lang }: Writer, [first, last]: [number, number]): Plot[] {
	const joined = new Set(series.runs.flat().map(({ id }) => id));
	const single = series.points.filter(({ id }) => !joined.has(id));
	const plain = (point: Point) => ({ x: round(point.at), y: point.y, text: point.label });
	const kinds = [...new Set(single.map(({ kind }) => kind))];
	const { goal, path } = series;
	return [
		...series.runs.map((run): Plot => {
			const gaps = series.gaps.filter((year) => year > run[0]!.at && year < run.at(-1)!.at).map((year) => ({ x: year, y: null, text: t('state.no-data') }));
			return { name: say(t, 'basiskind', run[0]!.kind), rows: [...run.map(plain), ...gaps].sort((a, b) => a.x - b.x), style: 'line', isLabelled: true };
		}),
		...kinds.map((kind): Plot => ({ name: say(t, 'basiskind', kind), rows: single.filter((point) => point.kind === kind).map(plain), style: 'single', isLabelled: true })),
		...(goal ? [{ name: t('slide.figure.goal', { target: goal.text, year: goal.year ?? t('slide.note.undated') }), rows: [first, goal.year ?? last].map((x) => ({ x, y: goal.y, text: goal.text })), style: 'target', isLabelled: false } satisfies Plot] : []),
		...(path ? [{ name: t('office.chart.path'), rows: [path.from, path.to].map(([x, y]) => ({ x, y, text: '' })), style: 'path', isLabelled: false } satisfies Plot] : []),
		...(series.kind === 'class' ? [{ name: t('office.chart.scale'), rows: classNames.map((name, i) => ({ x: first, y: i + 1, text: lang === 'zh' ? name : name.replace('劣', '> ') })), style: 'scale', isLabelled: true } satisfies Plot] : [])
	];
}

const round = (value: number): number => Math.round(value * 1000) / 1000;

interface Range {
	x: [number, number];
	y: [number, number];
	step: { x: number; y: number };
}
function rangeOf(series: Series): Range {
	const x: [number, number] = [Math.floor(series.x[0]) - 1, Math.ceil(series.x[1]) + 1];
	const years = [1, 2, 5, 10].find((step) => (x[1] - x[0]) / step <= 12) ?? 20;
	if (series.kind === 'class') return { x, y: [0.5, 6.5], step: { x: years, y: 1 } };
	const [lo, hi] = series.y;
	const pad = (hi - lo || Math.abs(hi) || 1) * 0.15;
	const y = scaleLinear([lo >= 0 ? Math.max(0, lo - pad) : lo - pad, hi + pad], [0, 1]).nice(5);
	const ticks = y.ticks(5);
	return { x, y: [round(y.domain()[0]!), round(y.domain()[1]!)], step: { x: years, y: round(ticks[1]! - ticks[0]!) } };
}

function plotXml({ name, rows, style, isLabelled }: Plot, i: number, from: number, { ink, quiet }: DeckTheme): string {
	const to = from + rows.length - 1;
	const stroke = { line: line(ink.target, 1.75, 'sysDot'), single: noLine, target: line(ink.ink900, 2.25), path: line(quiet, 1.5, 'lgDash'), scale: noLine }[style];
	const dot = (symbol: string) => `<c:marker><c:symbol val="${symbol}"/><c:size val="10"/>${shape(solid(ink.target) + line(ink.paper, 1))}</c:marker>`;
	const marker = style === 'line' ? dot('circle') : style === 'single' ? dot('diamond') : '<c:marker><c:symbol val="none"/></c:marker>';
	const colour = style === 'scale' ? quiet : ink.target;
	const place = style === 'scale' ? 'l' : 't';
	const labels = rows.map(({ y, text }, at) => (y === null || text === '' || !isLabelled ? `<c:dLbl><c:idx val="${at}"/><c:delete val="1"/></c:dLbl>` : `<c:dLbl><c:idx val="${at}"/>${richText(text, colour, 12)}<c:dLblPos val="${place}"/>${shown(true)}</c:dLbl>`)).join('');
	return `<c:ser><c:idx val="${i}"/><c:order val="${i}"/>${seriesName(`Sheet1!$A$${from}`, name)}${shape(stroke)}${marker}<c:dLbls>${labels}${shape(`<a:noFill/>${noLine}`)}${textStyle(colour, 12, true)}<c:dLblPos val="${place}"/>${shown(false)}</c:dLbls><c:xVal>${numbers(`Sheet1!$B$${from}:$B$${to}`, rows.map(({ x }) => x))}</c:xVal><c:yVal>${numbers(`Sheet1!$C$${from}:$C$${to}`, rows.map(({ y }) => y))}</c:yVal><c:smooth val="0"/></c:ser>`;
}

/** Classes run from I on top to worse than V; their names stand as labels of a series, since an axis knows numbers alone. */
function axes({ x, y, step }: Range, isClass: boolean, { ink, quiet, line: grid }: DeckTheme): string {
	const scaling = ([min, max]: [number, number], orientation: string) => `<c:scaling><c:orientation val="${orientation}"/><c:max val="${max}"/><c:min val="${min}"/></c:scaling>`;
	const years = `<c:valAx><c:axId val="111"/>${scaling(x, 'minMax')}<c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="0" sourceLinked="0"/><c:majorTickMark val="out"/><c:minorTickMark val="none"/><c:tickLblPos val="${isClass ? 'high' : 'low'}"/>${shape(line(quiet, 1))}${textStyle(ink.ink900, 12)}<c:crossAx val="112"/><c:crosses val="${isClass ? 'max' : 'min'}"/><c:crossBetween val="midCat"/><c:majorUnit val="${step.x}"/></c:valAx>`;
	const values = `<c:valAx><c:axId val="112"/>${scaling(y, isClass ? 'maxMin' : 'minMax')}<c:delete val="0"/><c:axPos val="l"/><c:majorGridlines>${shape(line(grid, 0.5))}</c:majorGridlines><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="${isClass ? 'none' : 'low'}"/>${shape(noLine)}${textStyle(ink.ink900, 12)}<c:crossAx val="111"/><c:crosses val="min"/><c:crossBetween val="midCat"/><c:majorUnit val="${step.y}"/></c:valAx>`;
	return years + values;
}
