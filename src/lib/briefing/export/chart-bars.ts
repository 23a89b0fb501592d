/** Counts by status, kind or domain as a native column chart. Status is how much of a column is filled, as on the map's signs, so that it reads in grey. */
import { projectKinds } from '../../domain/vocabulary.ts';
import type { ProjectKind } from '../../domain/vocabulary.ts';
import type { Lang } from '../../i18n/lang.ts';
import { kindInk } from '../../map/palette.ts';
import type { SlideChart } from '../../query/slide-chart.ts';
import { chartSpace, line, noLine, numbers, pattern, seriesName, shape, shown, solid, texts, textStyle } from './chart-parts.ts';
import type { NativeChart } from './chart-parts.ts';
import type { DeckTheme } from './pptx-theme.ts';

type Bars = Extract<SlideChart, { type: 'bars' }>;

const isKind = (key: string): key is ProjectKind => (projectKinds as readonly string[]).includes(key);

/** `byKind`: the bars are kinds of projects; a policy domain may bear the same key. */
function fillOf(key: string, byKind: boolean, { ink, quiet }: DeckTheme): string {
	if (byKind && isKind(key)) return solid(ink[kindInk[key]]) + noLine;
	switch (key) {
		case 'completed': return solid(ink.target) + line(ink.target, 1.25);
		case 'building': return pattern('wdUpDiag', ink.target, ink.paper) + line(ink.target, 1.25);
		case 'ongoing': return pattern('pct25', ink.target, ink.paper) + line(ink.target, 1.25);
		case 'planned': return `<a:noFill/>${line(ink.target, 1.25)}`;
		case 'unknown': return `<a:noFill/>${line(quiet, 1.25, 'sysDash')}`;
		default: return solid(ink.target) + noLine;
	}
}

export function barsChart({ title, unit, bars }: Bars, lang: Lang, theme: DeckTheme): NativeChart {
	const name = unit === '' ? title : lang === 'zh' ? `${title}（${unit}）` : `${title} (${unit})`;
	const { ink, quiet } = theme;
	const last = bars.length + 1;
	const byKind = bars.every(({ key }) => isKind(key) || key === 'unknown');
	const points = bars.map(({ key }, i) => `<c:dPt><c:idx val="${i}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>${shape(fillOf(key, byKind, theme))}</c:dPt>`).join('');
	const series = `<c:ser><c:idx val="0"/><c:order val="0"/>${seriesName('Sheet1!$B$1', name)}${shape(solid(ink.target))}<c:invertIfNegative val="0"/>${points}<c:dLbls>${shape(`<a:noFill/>${noLine}`)}${textStyle(ink.ink900, 16, true)}<c:dLblPos val="outEnd"/>${shown(true)}</c:dLbls><c:cat>${texts(`Sheet1!$A$2:$A$${last}`, bars.map(({ label }) => label))}</c:cat><c:val>${numbers(`Sheet1!$B$2:$B$${last}`, bars.map(({ value }) => value))}</c:val></c:ser>`;
	const categories = `<c:catAx><c:axId val="111"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>${shape(line(quiet, 1))}${textStyle(ink.ink900, 13)}<c:crossAx val="112"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>`;
	const values = `<c:valAx><c:axId val="112"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="111"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>`;
	return {
		xml: chartSpace(`<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series}<c:gapWidth val="70"/><c:axId val="111"/><c:axId val="112"/></c:barChart>${categories}${values}`, '', ink.ink900),
		grid: [['', name], ...bars.map(({ label, value }) => [label, value])]
	};
}
