/** Charts as vectors on a PDF page, laid out by the same functions as on screen: values stay sharp at any size and their numbers can be searched. */
import '../../i18n/rooms/office.ts';
import { scaleLinear } from 'd3';
import { formatNumber } from '../../i18n/index.ts';
import { layTrend, size, widthOf } from '../../charts/trend-layout.ts';
import { mix } from '../../map/palette.ts';
import { classWords } from '../../query/indicator-words.ts';
import type { Writer } from '../../query/indicator-words.ts';
import type { Point, Series } from '../../query/series.ts';
import type { SlideChart } from '../../query/slide-chart.ts';
import { widthEm } from './fit.ts';
import { raisedNotes } from './pdf-pen.ts';
import type { Pen, PdfBox } from './pdf-pen.ts';

export function drawChart(pen: Pen, chart: SlideChart, box: PdfBox, writer: Writer): void {
	const { ink, quiet } = pen.theme;
	const { t } = writer;
	const head = pen.write([{ text: chart.title, style: { size: 14, colour: ink.ink900, isBold: true } }, ...raisedNotes(chart.notes, 14, ink.shore), { text: chart.unit && chart.type === 'trend' ? ` · ${chart.unit}` : '', style: { size: 12, colour: quiet } }], { x: box.x, y: box.y, w: box.w, most: 40 }).height + 6;
	const gaps = chart.type === 'trend' && chart.row.series!.gaps.length > 0 ? t('office.nodata', { years: chart.row.series!.gaps.join(t('join.list')) }) : '';
	const foot = gaps ? pen.heightOf([{ text: gaps, style: { size: 9, colour: quiet } }], box.w) + 2 : 0;
	if (gaps) pen.write([{ text: gaps, style: { size: 9, colour: quiet } }], { x: box.x, y: box.y + box.h - foot, w: box.w });
	const room: PdfBox = { ...box, y: box.y + head, h: box.h - head - foot };
	const [w, h] = chart.type === 'trend' ? [size.width, size.height] : [barsWidth, chart.bars.length * barRow];
	const scale = Math.min(room.w / w, room.h / h, 1.6);
	pen.doc.save().translate(room.x, room.y).scale(scale);
	if (chart.type === 'trend') drawTrend(pen, chart.row.series!, writer, Math.max(1, 0.86 / scale));
	else drawBars(pen, chart.bars);
	pen.doc.restore();
}

const barsWidth = 560;
const barRow = 40;

/** Built is full, building and ongoing lighter, planned hollow, unknown hollow and dashed; the number stands behind each bar. */
function drawBars({ doc, theme: { ink }, line }: Pen, bars: readonly { key: string; label: string; value: number }[]): void {
	const left = 12 + Math.max(...bars.map(({ label }) => widthEm(label) * 15));
	const x = scaleLinear([0, Math.max(1, ...bars.map(({ value }) => value))], [0, barsWidth - left - 56]);
	bars.forEach(({ key, label, value }, i) => {
		const y = i * barRow;
		line(label, left - 12, y + 25, { size: 15, colour: ink.ink900 }, 'right');
		const fill = key === 'building' ? mix(ink.paper, ink.target, 0.55) : key === 'ongoing' ? mix(ink.paper, ink.target, 0.28) : key === 'planned' || key === 'unknown' ? ink.paper : ink.target;
		if (value > 0) {
			doc.undash().lineWidth(1.5);
			if (key === 'unknown') doc.dash(3, { space: 3 });
			doc.rect(left, y + 8, Math.max(2, x(value)), 22).fillAndStroke(fill, ink.target).undash();
		}
		line(String(value), left + x(value) + 8, y + 25, { size: 16, colour: ink.ink900, isBold: true });
	});
}

/** `grown`: how much larger the type is set, so that a small chart can still be read. */
function drawTrend(pen: Pen, series: Series, { lang }: Writer, grown: number): void {
	const { doc, theme, line, rule } = pen;
	const { ink, quiet } = theme;
	const { x, y, xTicks, yTicks, labels } = layTrend(series);
	const floor = size.height - size.bottom;
	const right = size.width - size.right;
	const tick = (at: number): string => (series.kind === 'class' ? classWords(lang, at, at).replace('worse than Class V', '> V').replace('Class ', '').replace(' 类', '') : formatNumber(at));
	for (const at of yTicks) {
		rule(size.left, y(at), right, y(at), theme.line, 0.6);
		line(tick(at), size.left - 8, y(at) + 4, { size: 11 * grown, colour: quiet }, 'right');
	}
	rule(size.left, floor, right, floor, quiet, 0.8);
	for (const at of xTicks) {
		rule(x(at), floor, x(at), floor + 4, quiet, 0.8);
		line(String(at), x(at), floor + 9 + 11 * grown, { size: 11 * grown, colour: quiet }, 'center');
	}
	for (const year of series.gaps) doc.lineWidth(0.9).dash(1.6, { space: 1.4 }).circle(x(year), floor, 3.2).fillAndStroke(ink.paper, quiet).undash();
	const { goal, path } = series;
	if (goal) {
		const to = x(goal.year ?? series.x[1]);
		const isLong = to + 8 + widthOf(goal.text) > size.width;
		rule(size.left, y(goal.y), to, y(goal.y), ink.ink900, 1.5);
		if (goal.year !== null) rule(to, y(goal.y) - 6, to, y(goal.y) + 6, ink.ink900, 2);
		const room = pen.width(goal.text, { size: 12 * grown, colour: '' });
		// Over its line a long target would lie on what stands there; then it goes below.
		const isTaken = series.points.some((point) => x(point.at) > to - room - 12 && Math.min(y(point.lo), y(point.hi)) < y(goal.y) + 2 && Math.max(y(point.lo), y(point.hi)) > y(goal.y) - 30);
		const style = { size: 12 * grown, colour: ink.ink900, isBold: true };
		if (isLong) line(goal.text, to - 4, y(goal.y) + (isTaken ? 17 * grown : -7), style, 'right');
		else line(goal.text, Math.max(size.left + 4, to + 9), y(goal.y) + 4, style);
	}
	if (path) rule(x(path.from[0]), y(path.from[1]), x(path.to[0]), y(path.to[1]), quiet, 1.2, [7, 4]);
	for (const run of series.runs) run.slice(1).forEach((point, i) => rule(x(run[i]!.at), y(run[i]!.y), x(point.at), y(point.y), ink.target, 1.6, [1.5, 3.5]));
	for (const point of series.points) drawPoint(pen, point, x, y);
	for (const { point, x: at, y: top } of labels) line(point.label, at, top, { size: 11 * grown, colour: ink.target, isBold: true }, 'center');
}

function drawPoint({ doc, theme: { ink }, rule }: Pen, point: Point, x: (at: number) => number, y: (at: number) => number): void {
	const [cx, cy] = [x(point.at), y(point.y)];
	const doubt = mix(ink.paper, ink.target, 0.35);
	if (point.lo !== point.hi) rule(cx, y(point.lo), cx, y(point.hi), doubt, 6);
	if (point.kind === 'period') rule(x(point.from), cy, x(point.to), cy, ink.target, 3);
	if (point.kind === 'uncertain-year') doc.rect(x(point.from), cy - 4, x(point.to) - x(point.from), 8).fill(doubt);
	doc.lineWidth(1.6).undash();
	if (point.isBase) doc.circle(cx, cy, 4.2).fillAndStroke(ink.paper, ink.target);
	else if (point.kind === 'single-month' || point.kind === 'other') doc.polygon([cx, cy - 5.2], [cx + 5.2, cy], [cx, cy + 5.2], [cx - 5.2, cy]).fillAndStroke(ink.paper, ink.target);
	else if (point.kind !== 'period') doc.circle(cx, cy, 4.6).fill(ink.target);
}
