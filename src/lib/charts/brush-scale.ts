/**
 * Where a range stands over bars of equal width, counted in bars from the left, and which range two edges make. Between the edges of a bar a typed value
 * stands by its logarithm, as the edges themselves do, or by itself where they are even; a bar of one year is whole or not at all.
 */
import type { Bin } from '../query/histogram.ts';
import { printRange } from '../query/ranges.ts';

type Span = Pick<Bin, 'from' | 'to' | 'isEven'>;

function partOf({ from, to, isEven = false }: Span, value: number): number | null {
	if (from === null || to === null || from === to || (!isEven && from <= 0)) return null;
	return Math.min(1, Math.max(0, isEven ? (value - from) / (to - from) : Math.log(value / from) / Math.log(to / from)));
}

/** Left edge of a range that begins at the value. */
export function startAt(bins: readonly Span[], value: number): number {
	const bin = bins.findIndex(({ to }) => to === null || value <= to);
	return bin < 0 ? bins.length : bin + (partOf(bins[bin]!, value) ?? 0);
}
/** Right edge of a range that ends at the value. */
export function endAt(bins: readonly Span[], value: number): number {
	const bin = bins.findLastIndex(({ from }) => from === null || value >= from);
	return bin < 0 ? 0 : bin + (partOf(bins[bin]!, value) ?? 1);
}
/** The range between two edges; the outermost edges are open ends. "" where nothing is left out. */
export const rangeBetween = (bins: readonly Span[], start: number, end: number, print = printRange): string => print(start <= 0 ? null : bins[start]!.from, end >= bins.length ? null : bins[end - 1]!.to);

export interface Edges {
	start: number;
	end: number;
}
/** An arrow key on a handle moves to the next edge, never across the other handle. */
export function stepEdge({ start, end }: Edges, handle: 'start' | 'end', key: string, n: number): Edges | null {
	const at = handle === 'start' ? start : end;
	const moves: Record<string, number> = { ArrowLeft: Math.ceil(at) - 1, ArrowDown: Math.ceil(at) - 1, ArrowRight: Math.floor(at) + 1, ArrowUp: Math.floor(at) + 1, PageDown: Math.ceil(at) - 3, PageUp: Math.floor(at) + 3, Home: 0, End: n };
	const to = moves[key];
	if (to === undefined) return null;
	return handle === 'start' ? { start: Math.max(0, Math.min(to, Math.ceil(end) - 1)), end } : { start, end: Math.min(n, Math.max(to, Math.floor(start) + 1)) };
}
