/** Ranges of one text: which of them hold a position, and the way back to the original. */
import type { NormalText, Span } from '../domain/policy-text.ts';

export const byPosition = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

/** Sorted, and where two meet or overlap, one. */
export function mergeSpans(spans: readonly Span[], gap = 0): Span[] {
	const merged: Span[] = [];
	for (const { start, end } of [...spans].sort(byPosition)) {
		const last = merged.at(-1);
		if (last && start <= last.end + gap) last.end = Math.max(last.end, end);
		else merged.push({ start, end });
	}
	return merged;
}

/** Asks in logarithmic time whether `[start, end)` touches one of the spans, which must be merged. */
export function touching(spans: readonly Span[]): (start: number, end: number) => boolean {
	return (start, end) => {
		let [low, high] = [0, spans.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			if (spans[middle]!.end <= start) low = middle + 1;
			else high = middle;
		}
		return low < spans.length && spans[low]!.start < end;
	};
}

/** Index of the first of a sorted list that starts at or after `at`, by binary search. */
export function firstFrom(list: readonly Pick<Span, 'start'>[], at: number): number {
	let [low, high] = [0, list.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (list[middle]!.start < at) low = middle + 1;
		else high = middle;
	}
	return low;
}

/** Those of a sorted list that start in `[start, end)`. */
export const within = <T extends Pick<Span, 'start'>>(list: readonly T[], start: number, end: number): T[] => list.slice(firstFrom(list, start), firstFrom(list, end));

/** A range of the normalised text as a range of the original. An empty or impossible range stays empty at its place. */
export function toOriginal<T extends Span>(normal: NormalText, span: T): T {
	const [first, last] = [Math.min(span.start, normal.text.length - 1), Math.min(span.end, normal.text.length) - 1];
	if (last < first || first < 0) return { ...span, start: 0, end: 0 };
	return { ...span, start: normal.starts[first]!, end: normal.ends[last]! };
}

/** A range of the original as a range of the normalised text; what was left out on the way belongs to the unit after it. */
export function fromOriginal({ starts, ends }: NormalText, { start, end }: Span): Span {
	const first = lowest(ends, start + 1);
	return { start: first, end: Math.max(first, lowest(starts, end)) };
}

/** Index of the first number of a rising list that is at least `value`. */
function lowest(list: Uint32Array, value: number): number {
	let [low, high] = [0, list.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (list[middle]! < value) low = middle + 1;
		else high = middle;
	}
	return low;
}
