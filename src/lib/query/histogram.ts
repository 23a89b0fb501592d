/**
 * Projects by length, investment and year as bars that can be brushed. A bar counts what choosing it as a filter would leave: a record that lies on an
 * edge or spans several bars stands in each. Edges come from all records, so that no bar moves while a filter changes; what has no figure stands apart.
 */
import type { Filter } from '../domain/view.ts';
import { everything, yearSpan } from '../domain/view.ts';
import type { Lang } from '../i18n/lang.ts';
import type { Atlas } from './atlas.ts';
import { nameOf } from './cite.ts';
import type { Query } from './explore.ts';
import { noFigure, printRange, wholeLine } from './ranges.ts';
import type { QueryIndex } from './query-index.ts';
import { asksDocument, groupsOf, isLeaf, rangeTest, select, withinOf } from './select.ts';
import type { RangeKey, Selected } from './select.ts';
import { undated } from './years.ts';

export interface Bar {
	/** Value of the facet that the bar stands for. */
	value: string;
	/** Projects of the area, or of the document asked for; those that the other filters leave; those that all filters leave. */
	all: number;
	others: number;
	now: number;
}
/** `null` is an open end. */
export interface Bin extends Bar {
	from: number | null;
	to: number | null;
	/** Its edges are as far apart as all others, not 1, 2, 5, 10. */
	isEven?: boolean;
}
export interface Histogram {
	key: RangeKey;
	bins: Bin[];
	/** Records without a figure, and those with a whole line's: no place on the axis. */
	apart: Bar[];
	/** Records with a place on the axis, of all that pass. */
	known: { now: number; of: number };
}

export const histogramKeys = ['length', 'investment', 'period'] as const satisfies readonly RangeKey[];

/** 1, 2, 5, 10 … around two values above zero. */
export function roundEdges(lo: number, hi: number): number[] {
	const edges: number[] = [];
	for (let power = Math.floor(Math.log10(lo)) - 1; power <= Math.ceil(Math.log10(hi)); power++) for (const step of [1, 2, 5]) edges.push(Number(`${step}e${power}`));
	const first = edges.findLastIndex((edge) => edge <= lo);
	const last = edges.findIndex((edge, i) => i > first && edge >= hi);
	return edges.slice(first, last + 1);
}

type Span = Pick<Bin, 'from' | 'to'>;

function spansOf(index: QueryIndex, key: RangeKey): Span[] {
	if (key === 'period') return yearSpans(index);
	const { min, max, whole } = index.figures[key];
	const figures: number[] = [];
	for (let i = 0; i < min.length; i++) if (whole[i] === 0) figures.push(...[min[i]!, max[i]!].filter(Number.isFinite));
	const above = figures.filter((figure) => figure > 0);
	if (above.length === 0) return [];
	const edges = roundEdges(above.reduce((a, b) => Math.min(a, b)), above.reduce((a, b) => Math.max(a, b)));
	const isBelow = figures.length > above.length;
	return edges.slice(1).map((to, i) => ({ from: i === 0 && isBelow ? null : edges[i]!, to }));
}

/** Year by year inside the years that the map can be asked for; what lies before or after is one bar. */
function yearSpans({ years, start, end }: QueryIndex): Span[] {
	const dated = years.slice(start.project, end.project).flatMap((span) => [...span]);
	if (dated.length === 0) return [];
	const [lo, hi] = [dated.reduce((a, b) => Math.min(a, b)), dated.reduce((a, b) => Math.max(a, b))];
	const [first, last] = [Math.max(lo, yearSpan[0]), Math.min(hi, yearSpan[1])];
	const single = Array.from({ length: Math.max(0, last - first + 1) }, (_, i): Span => ({ from: first + i, to: first + i }));
	return [...(lo < first ? [{ from: null, to: first - 1 }] : []), ...single, ...(hi > last ? [{ from: last + 1, to: null }] : [])];
}

const projectsOf = (index: QueryIndex, { items }: Pick<Selected, 'items'>): Int32Array => items.filter((i) => i < index.end.project);

/** `selected` is what the whole filter leaves. */
export function histogramsOf({ index }: Query, filter: Filter, selected: Selected): Histogram[] {
	const [withinM, takesOutside] = [withinOf(filter), asksDocument(filter)];
	const [all, now] = [projectsOf(index, select(index, everything, withinM, takesOutside)), projectsOf(index, selected)];
	return histogramKeys.map((key) => {
		const groups = groupsOf(filter);
		const rest = groups.filter((group) => !(isLeaf(group) && group.is === key));
		const others = rest.length === groups.length ? now : projectsOf(index, select(index, { all: rest }, withinM, takesOutside));
		const barOf = (value: string): Bar => {
			const has = rangeTest(index, key, value);
			const count = (items: Int32Array) => items.reduce((n, i) => n + Number(has(i)), 0);
			return { value, all: count(all), others: count(others), now: count(now) };
		};
		const none = barOf(key === 'period' ? undated : noFigure);
		const lines = key === 'period' ? null : barOf(wholeLine);
		return {
			key, bins: spansOf(index, key).map((span): Bin => ({ ...span, ...barOf(printRange(span.from, span.to)) })), apart: lines !== null && lines.all > 0 ? [none, lines] : [none],
			known: { now: now.length - none.now - (lines?.now ?? 0), of: now.length }
		};
	});
}

/** What has no place on the axis is chosen beside a range, not instead of it. */
const apartValues = new Set<string>([noFigure, wholeLine, undated]);
export const isApart = (value: string): boolean => apartValues.has(value);

/** The values of a facet with its ranges replaced by one, "" for none. */
export const withRange = (of: readonly string[], range: string): string[] => [...(range === '' ? [] : [range]), ...of.filter(isApart)];
export const withApart = (of: readonly string[], value: string): string[] => (of.includes(value) ? of.filter((other) => other !== value) : [...of, value]);

/** What is told above a year's bar: one milestone a line, with its date as found. */
export function milestonesByYear({ dataset }: Atlas, lang: Lang): ReadonlyMap<number, string> {
	const byYear = new Map<number, string>();
	for (const milestone of dataset.milestones) {
		const year = Number(milestone.date.slice(0, 4));
		byYear.set(year, [byYear.get(year), `${milestone.date} ${nameOf(lang, milestone)}`].filter(Boolean).join('\n'));
	}
	return byYear;
}
