/** Where the parts of a trend stand, px in a drawing of 640 × 320 or a smaller one: scales, ticks that fit, labels that do not lie on each other. */
import { scaleLinear } from 'd3';
import type { ScaleLinear } from 'd3';
import type { Point, Series } from '../query/series.ts';

export const size = { width: 640, height: 320, left: 60, right: 84, top: 26, bottom: 40 };
export type Size = typeof size;
/** Beside a map on a slide, enlarged 1.85 times, so that its words of 11 px are 20 px. */
export const besideMap: Size = { width: 408, height: 300, left: 46, right: 76, top: 26, bottom: 40 };

export interface TrendLayout {
	x: ScaleLinear<number, number>;
	y: ScaleLinear<number, number>;
	xTicks: number[];
	yTicks: number[];
	/** Where the text of each point starts: above it, below it where the next one is in the way; none where there is no room. */
	labels: { point: Point; x: number; y: number }[];
}

export function layTrend(series: Series, box: Size = size): TrendLayout {
	const [lo, hi] = series.y;
	const pad = (hi - lo || Math.abs(hi) || 1) * 0.12;
	const y = series.kind === 'class' ? scaleLinear([0.6, 6.4], [box.top, box.height - box.bottom]) : scaleLinear([lo >= 0 ? Math.max(0, lo - pad) : lo - pad, hi + pad], [box.height - box.bottom, box.top]).nice(5);
	const [first, last] = series.x;
	const x = scaleLinear([first - 0.4, Math.max(last, first + 1) + 0.4], [box.left, box.width - box.right]);
	const step = [1, 2, 5, 10].find((years) => (last - first) / years <= (box.width < 500 ? 5 : 9)) ?? 20;
	const xTicks = Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step);
	// The last year is always told; a tick too near to it gives way.
	if (last - xTicks.at(-1)! > 0 && last - xTicks.at(-1)! < step * 0.7) xTicks.pop();
	if (xTicks.at(-1) !== last) xTicks.push(last);
	return { x, y, xTicks, yTicks: series.kind === 'class' ? [1, 2, 3, 4, 5, 6] : y.ticks(5), labels: placeLabels(series.points, x, y, box) };
}

/** About what a text of 12 px takes. */
export const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 12 : 6.6), 0);

function placeLabels(points: readonly Point[], x: TrendLayout['x'], y: TrendLayout['y'], box: Size): TrendLayout['labels'] {
	const taken: { x: number; y: number; width: number }[] = [];
	return points.toReversed().flatMap((point) => {
		const width = widthOf(point.label);
		const [cx, cy] = [x(point.at), y(point.y)];
		const found = [cy - 10, cy + 20].find((at) => at > 12 && at < box.height - box.bottom - 10 && taken.every((other) => Math.abs(other.x - cx) > (other.width + width) / 2 + 4 || Math.abs(other.y - at) > 13));
		if (found === undefined) return [];
		taken.push({ x: cx, y: found, width });
		return [{ point, x: cx, y: found }];
	});
}
