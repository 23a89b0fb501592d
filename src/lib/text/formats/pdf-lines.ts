/** Lines of PDF pages as paragraphs, by geometry alone: what repeats at the edge of pages goes, and a line that fills its column runs on in the next. */

export interface PdfLine {
	text: string;
	/** In points from the left and the bottom of the page. */
	left: number;
	right: number;
	y: number;
	size: number;
}

export interface PdfPiece {
	text: string;
	x: number;
	y: number;
	width: number;
	size: number;
}

const isLatin = (character: string | undefined): boolean => character !== undefined && /[A-Za-z\d]/.test(character);

/** Pieces in the order of the page's own stream: a new line where the height changes, a blank where a gap is wider than a third of the size. */
export function linesOf(pieces: readonly PdfPiece[]): PdfLine[] {
	const lines: PdfLine[] = [];
	for (const { text, x, y, width, size } of pieces) {
		if (text.trim() === '') continue;
		const last = lines.at(-1);
		if (last && Math.abs(last.y - y) < Math.max(last.size, size) * 0.45 && x > last.left) {
			const gap = x - last.right;
			last.text += (gap > size * 1.5 ? '  ' : gap > size * 0.3 && (isLatin(last.text.at(-1)) || isLatin(text[0])) ? ' ' : '') + text;
			last.right = Math.max(last.right, x + width);
			last.size = Math.max(last.size, size);
		} else lines.push({ text, left: x, right: x + width, y, size });
	}
	return lines;
}

const pageNumber = /^[-—–·\s]*(?:第? ?\d{1,4} ?页?(?: ?[/共] ?\d{1,4} ?页?)?)[-—–·\s]*$/;
const bare = (text: string): string => text.replace(/[\d\s]/g, '');

const middle = (values: readonly number[], share: number): number => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)] ?? 0;

/** Lines at the head and the foot of a page that stand apart from its text. */
function edgesOf(lines: readonly PdfLine[], apart: number): Set<PdfLine> {
	const found = new Set<PdfLine>();
	for (const from of [lines, lines.toReversed()])
		for (let at = 0; at < 2 && at + 1 < from.length && Math.abs(from[at]!.y - from[at + 1]!.y) > apart; at++) found.add(from[at]!);
	return found;
}

/** Running heads, feet and page numbers: what stands apart at the edge of half of the pages, figures aside. */
function withoutEdges(pages: readonly PdfLine[][]): PdfLine[][] {
	const counts = new Map<string, number>();
	const apart = 1.4 * middle(pages.flatMap((lines) => lines.slice(1).map((line, index) => Math.abs(line.y - lines[index]!.y))), 0.5);
	const edges = pages.map((lines) => edgesOf(lines, apart));
	for (const edge of edges) for (const words of new Set([...edge].map(({ text }) => bare(text)))) counts.set(words, (counts.get(words) ?? 0) + 1);
	const repeats = (line: PdfLine): boolean => pages.length >= 3 && (counts.get(bare(line.text)) ?? 0) >= Math.max(3, pages.length / 2) && bare(line.text) !== '';
	return pages.map((lines, index) => lines.filter((line, at) => !((edges[index]!.has(line) && repeats(line)) || ((at === 0 || at === lines.length - 1) && pageNumber.test(line.text)))));
}

/** One paragraph a line. */
export function paragraphsOf(pages: readonly PdfLine[][]): string {
	const lines = withoutEdges(pages).flat();
	const right = middle(lines.map((line) => line.right), 0.85);
	const left = middle(lines.map((line) => line.left), 0.2);
	let text = '';
	lines.forEach((line, index) => {
		text += line.text.trim();
		const next = lines[index + 1];
		if (!next) return;
		const isFull = line.right >= right - line.size * 1.6;
		const runsOn = isFull && next.left <= left + next.size * 0.9 && Math.abs(next.size - line.size) < line.size * 0.15;
		text += runsOn ? (/[A-Za-z,]$/.test(line.text) && isLatin(next.text[0]) ? ' ' : '') : '\n';
	});
	return text;
}
