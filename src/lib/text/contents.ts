/**
 * Tables of contents: the word 目录 and headings that recur in the body, as lines or run together; without the word, a run of numbered
 * headings that all recur. A contents set aside by mistake would lose clauses, so each rule asks that the headings come again.
 */
import { splitLines, wordsOf, type Range } from './lines.ts';
import { findNumbers } from './numbers.ts';

const heading = /^目 ?[录次录] ?:?$/;
/** Without page number, leader dots and blanks, for comparison. */
export const bareHeading = (line: string): string => line.replace(/[.…·_—\s-]*\(?\d{0,4}\)?$/, '').replace(/\s/g, '');
const isEntry = (line: string): boolean => line.length <= 70 && !/[。;!?]/.test(line);

/** 目录第一章总则第二章……第一章总则第一条: the contents end where their first heading stands again. */
function findRunIn(text: string, line: Range): Range | null {
	const words = wordsOf(text, line);
	const start = /目 ?录 ?(?=(?:第[一1][编章]|一、))/.exec(words);
	if (!start) return null;
	const body = start.index + start[0].length;
	const tokens = findNumbers(words, body, words.length);
	const first = tokens[0];
	const again = first && tokens.find((token) => token.from > first.from && token.label === first.label && token.style === first.style);
	if (!first || !again || /[。;]/.test(words.slice(body, again.from))) return null;
	return { from: line.from + start.index, to: line.from + again.from };
}

export function findContents(text: string): Range[] {
	const lines = splitLines(text);
	const bare = lines.map((line) => (line.to - line.from <= 80 ? bareHeading(wordsOf(text, line)) : ''));
	const lastAt = new Map(bare.map((words, index) => [words, index]));
	const recurs = (index: number): boolean => (lastAt.get(bare[index]!) ?? 0) > index;
	const found: Range[] = [];
	for (let index = 0; index < lines.length; index++) {
		const words = wordsOf(text, lines[index]!);
		const runIn = words.length < 20_000 && /目 ?录/.test(words) && !heading.test(words) ? findRunIn(text, lines[index]!) : null;
		if (runIn) {
			found.push(runIn);
			continue;
		}
		const isHeaded = heading.test(words);
		let end = isHeaded ? index + 1 : index;
		const first = end;
		const isNumbered = (at: number) => findNumbers(text, lines[at]!.from, lines[at]!.to)[0]?.from === lines[at]!.from;
		const takes = (at: number) => isEntry(wordsOf(text, lines[at]!)) && (at === first || bare[at] !== bare[first]) && (isHeaded || (recurs(at) && isNumbered(at)));
		while (end < lines.length && takes(end)) end++;
		const entries = Array.from({ length: end - first }, (_, step) => first + step);
		const isContents = isHeaded ? entries.length >= 2 && entries.filter(recurs).length >= entries.length / 2 : entries.length >= 4;
		if (!isContents) continue;
		// The title above the body may stand twice: it is no entry.
		while (end - 1 > first && !isNumbered(end - 1) && !recurs(end - 1)) end--;
		found.push({ from: lines[isHeaded ? index : first]!.from, to: lines[end - 1]!.to });
		index = end - 1;
	}
	return found;
}
