/**
 * Blanks and line ends. After this a line is a paragraph: lines that a PDF or a hard wrap broke are joined, blank lines and indents are gone,
 * and the blanks that typesetting puts between characters too.
 */
import { startsWithNumber } from './numbers.ts';
import type { Edit } from './units.ts';

interface Line {
	start: number;
	end: number;
	indent: number;
	isAfterBlank: boolean;
}

function readLines(text: string): Line[] {
	const lines: Line[] = [];
	let isAfterBlank = true;
	for (let at = 0; at <= text.length; ) {
		const newline = text.indexOf('\n', at);
		const stop = newline < 0 ? text.length : newline;
		let [start, end] = [at, stop];
		while (start < end && text[start] === ' ') start++;
		while (end > start && text[end - 1] === ' ') end--;
		if (end > start) lines.push({ start, end, indent: start - at, isAfterBlank });
		isAfterBlank = end === start;
		at = stop + 1;
	}
	return lines;
}

const isWide = (code: number): boolean => code >= 0x2e80;
function widthOf(text: string, { start, end }: Line): number {
	let width = 0;
	for (let at = start; at < end; at++) width += isWide(text.charCodeAt(at)) ? 2 : 1;
	return width;
}

const closes = /[。;:；：!?！？…」』》)”"|]$/;
const runsOn = /[,、，—-]$/;
/** A sentence has ended in it, or two commas stand in it: running text, no heading. */
const holdsSentence = /[。；;!?]|[,，][^,，]+[,，]/;
const beginsAnew = /^(?:[-*•●■◆▪○□#>|]|——|附[件表录:：]|《|[(（]?来源|目 *[录次錄]|责任单位|牵头单位|配合单位)/;

/** An entry of a contents list: its length says nothing about the width of a column. */
const isLeader = (text: string, { start, end }: Line): boolean => /[.…·_—-]{2,}\s*\(?\d{1,4}\)?$/.test(text.slice(Math.max(start, end - 24), end));

/** Width at which the text is wrapped; 0 where it is not: nearly all lines that end inside a sentence end at about the same column. */
function findColumn(text: string, lines: readonly Line[], widths: readonly number[]): number {
	const open = widths.filter((_, index) => !closes.test(text.slice(lines[index]!.end - 1, lines[index]!.end)) && !isLeader(text, lines[index]!));
	if (open.length < 5) return 0;
	const sorted = open.toSorted((a, b) => a - b);
	const column = sorted[Math.floor(sorted.length * 0.9)]!;
	return column >= 30 && column <= 160 && sorted.filter((width) => width >= column - 8).length >= sorted.length * 0.5 ? column : 0;
}

export function joinLines(text: string): Edit[] {
	const lines = readLines(text);
	const widths = lines.map((line) => widthOf(text, line));
	const column = findColumn(text, lines, widths);
	const isIndented = column > 0 && lines.filter(({ indent }) => indent >= 2).length >= 2;
	const isContinued = (index: number): boolean => {
		const [line, next] = [lines[index]!, lines[index + 1]!];
		const [words, after] = [text.slice(line.start, line.end), text.slice(next.start, Math.min(next.end, next.start + 24))];
		if (next.isAfterBlank || isLeader(text, line) || (isIndented ? next.indent >= 2 : next.indent > line.indent + 1) || beginsAnew.test(after) || startsWithNumber(after)) return false;
		if (runsOn.test(words) && words.length > 8) return true;
		const isFull = column > 0 && widths[index]! >= column - 8;
		return closes.test(words) ? isFull && isIndented && !/[。!?]$/.test(words) : isFull || (holdsSentence.test(words.slice(0, -1)) && words.length > 20 && /\p{Script=Han}$/u.test(words) && /^\p{Script=Han}/u.test(after));
	};
	const edits: Edit[] = [];
	const put = (from: number, to: number, words: string) => {
		if (text.slice(from, to) !== words) edits.push({ from, to, words });
	};
	put(0, lines[0]?.start ?? text.length, '');
	lines.forEach((line, index) => {
		const next = lines[index + 1];
		if (!next) return put(line.end, text.length, '');
		const isLatin = /[\w,;.]/.test(text[line.end - 1]!) && /\w/.test(text[next.start]!);
		put(line.end, next.start, isContinued(index) ? (isLatin ? ' ' : '') : '\n');
	});
	return edits;
}

const wide = /[\u2e80-\u9fff\uf900-\ufaff\u3001-\u301b“”‘’—]/;
/** Blanks inside a line: none between Chinese characters, except behind the number of a chapter or an article and where more than one was set; one elsewhere. */
export function closeBlanks(text: string): Edit[] {
	return [...text.matchAll(/ +/g)].flatMap((match): Edit[] => {
		const [from, to] = [match.index, match.index + match[0].length];
		const [before, after] = [text[from - 1] ?? '\n', text[to] ?? '\n'];
		const isBetween = wide.test(before) && wide.test(after);
		const isSpread = isBetween && /[\n ]/.test(text[from - 2] ?? '\n') && (text[to + 1] ?? '\n') === '\n';
		const isAfterStop = /[,;:!?)]/.test(before) && wide.test(after);
		const isAfterNumber = /第[〇零一二三四五六七八九十百千\d]{1,6}[编章节条]$/.test(text.slice(Math.max(0, from - 8), from)) || /(?:^|\n)[一二三四五六七八九十]{1,3}$/.test(text.slice(Math.max(0, from - 4), from)) && after !== '、';
		const isBeforeNumber = /^[一二三四五六七八九十]{1,3}、/.test(text.slice(to, to + 4)) && !/[、第]/.test(before);
		const words = isSpread || isAfterStop || (isBetween && match[0].length === 1 && !isAfterNumber && !isBeforeNumber) ? '' : ' ';
		return words === match[0] ? [] : [{ from, to, words }];
	});
}
