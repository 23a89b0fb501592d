/** Paragraphs of a normal text: after the joining of lines, one line each. Half-open ranges of the normal text. */
export interface Range {
	from: number;
	to: number;
}

export function splitLines(text: string, from = 0, to = text.length): Range[] {
	const lines: Range[] = [];
	for (let at = from; at < to; ) {
		const newline = text.indexOf('\n', at);
		const end = newline < 0 || newline > to ? to : newline;
		if (end > at) lines.push({ from: at, to: end });
		at = end + 1;
	}
	return lines;
}

/** Index of the first of `items`, in reading order, that begins at `at` or later. */
export function indexFrom(items: readonly Range[], at: number): number {
	let [low, high] = [0, items.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (items[middle]!.from < at) low = middle + 1;
		else high = middle;
	}
	return low;
}
export const between = <T extends Range>(items: readonly T[], from: number, to: number): T[] => items.slice(indexFrom(items, from), indexFrom(items, to));

export const wordsOf = (text: string, { from, to }: Range): string => text.slice(from, to);
/** No mark of a sentence in it: a heading, a title, a caption. */
export const isUnpunctuated = (line: string): boolean => !/[。;,!?]/.test(line) && !/[:]$/.test(line);
