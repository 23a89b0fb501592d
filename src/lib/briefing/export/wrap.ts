/**
 * Lines by Chinese rules, for PDF and PNG alike: a line breaks between Chinese letters and at spaces, none begins with closing punctuation and none
 * ends with an opening bracket. The width of a text is asked of the face that will print it.
 */
export interface Run<Style> {
	text: string;
	style: Style;
	/** Stays with what stands before it, as the number of a footnote does. */
	isGlued?: true;
}

const closing = /^[，。、；：？！）》」』】〕〉”’…—·％%)\]}>,.;:?!°′″]/u;
const opening = /[（《「『【〔〈“‘([{<]$/u;
/** A break, a space, a word of letters and digits, or one Chinese letter. */
const pieces = /\n|[^\S\n]+|[^\s\u2014\u2018\u2019\u201c\u201d\u2026\u2e80-\uffff]+|[\s\S]/gu;
const isWord = (text: string): boolean => /^[^\s\u2014\u2018\u2019\u201c\u201d\u2026\u2e80-\uffff]/u.test(text);
const isSpace = (text: string): boolean => text.trim() === '';

/** Pieces that no line may cut, each with the run it belongs to. */
function clustersOf<Style>(runs: readonly Run<Style>[]): Run<Style>[][] {
	const clusters: Run<Style>[][] = [];
	let before = '';
	for (const { text, style, isGlued } of runs) {
		for (const [i, [piece]] of [...text.matchAll(pieces)].entries()) {
			const sticks = before !== '' && !isSpace(before) && !isSpace(piece) && ((isGlued && i === 0) || closing.test(piece) || opening.test(before) || (i === 0 && isWord(piece) && isWord(before)));
			if (sticks) clusters.at(-1)!.push({ text: piece, style });
			else clusters.push([{ text: piece, style }]);
			before = piece;
		}
	}
	return clusters;
}

/** `width` in the unit that `measure` answers in; a piece wider than a line is cut between letters. Empty text gives no line. */
export function breakLines<Style>(runs: readonly Run<Style>[], width: number, measure: (text: string, style: Style) => number): Run<Style>[][] {
	const lines: Run<Style>[][] = [];
	let line: Run<Style>[] = [];
	let used = 0;
	const add = ({ text, style }: Run<Style>): void => {
		const last = line.at(-1);
		if (last && last.style === style) last.text += text;
		else line.push({ text, style });
		used += measure(text, style);
	};
	const end = (): void => {
		const last = line.at(-1);
		if (last) last.text = last.text.trimEnd();
		lines.push(line.filter(({ text }) => text !== ''));
		line = [];
		used = 0;
	};
	for (const cluster of clustersOf(runs)) {
		if (cluster[0]!.text === '\n') {
			end();
			continue;
		}
		const isBlank = isSpace(cluster[0]!.text);
		if (isBlank && line.length === 0) continue;
		const needed = cluster.reduce((sum, { text, style }) => sum + measure(text.trimEnd(), style), 0);
		if (line.length > 0 && !isBlank && used + needed > width) end();
		if (needed <= width || isBlank) cluster.forEach(add);
		else for (const { text, style } of cluster) for (const letter of text) {
			if (line.length > 0 && used + measure(letter, style) > width) end();
			add({ text: letter, style });
		}
	}
	if (line.length > 0) end();
	return lines;
}

/** Plain text. */
export const wrapText = (text: string, width: number, measure: (text: string) => number): string[] => breakLines([{ text, style: null }], width, measure).map((line) => line.map((run) => run.text).join(''));
