/** A text on its way to being comparable: every UTF-16 unit carries the range of the original it came from, through any number of edits. */
import type { NormalText, Span } from '../domain/policy-text.ts';

export interface Units {
	text: string;
	starts: Uint32Array;
	ends: Uint32Array;
}

/** Put `words` in the place of `[from, to)`; each of its units then comes from the whole of that range. */
export interface Edit {
	from: number;
	to: number;
	words: string;
}

/** `edits` in reading order and apart from each other. */
export function applyEdits(units: Units, edits: readonly Edit[]): Units {
	if (edits.length === 0) return units;
	const length = edits.reduce((sum, { from, to, words }) => sum + words.length - (to - from), units.text.length);
	const [starts, ends] = [new Uint32Array(length), new Uint32Array(length)];
	const pieces: string[] = [];
	let [read, written] = [0, 0];
	const copyTo = (end: number) => {
		pieces.push(units.text.slice(read, end));
		starts.set(units.starts.subarray(read, end), written);
		ends.set(units.ends.subarray(read, end), written);
		written += end - read;
	};
	for (const { from, to, words } of edits) {
		copyTo(from);
		pieces.push(words);
		const [start, end] = [units.starts[from] ?? 0, units.ends[Math.max(from, to - 1)] ?? 0];
		starts.fill(start, written, written + words.length);
		ends.fill(end, written, written + words.length);
		written += words.length;
		read = to;
	}
	copyTo(units.text.length);
	return { text: pieces.join(''), starts, ends };
}

/** Range of the original from which `[from, to)` of the normal text came; an empty range stays empty. */
export function originalSpan(normal: Pick<NormalText, 'original' | 'starts' | 'ends'>, from: number, to: number): Span {
	const start = normal.starts[from] ?? normal.original.length;
	return to > from ? { start, end: normal.ends[to - 1] ?? normal.original.length } : { start, end: start };
}
