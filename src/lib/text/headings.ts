/**
 * Printed headings. A bare line behind a number is one. A first sentence is one where it is short and has no comma, and where most clauses of
 * its level open so: in 22 measures that each begin with their title it is, in 51 tasks of which some begin with a short sentence it is not.
 */
import { isUnpunctuated, type Range } from './lines.ts';

interface Headed extends Range {
	level: string;
	body: number;
	heading: string;
}

const longestSentence = 40;
const longestLine = 80;
const clean = (words: string): string => words.replace(/^[ :、.]+|[ 。:]+$/g, '').replace(/\*\*/g, '');

interface Reading {
	line: string;
	sentence: string;
}

function read(text: string, node: Headed, ownEnd: number): Reading {
	// A line of Markdown signs alone is the beginning of the next heading.
	const own = text.slice(node.body, Math.min(ownEnd, node.body + 400)).replace(/(?:\n|^)[#>*\s-]+$/, '').trim();
	const lines = own.split('\n').filter((line) => line.trim() !== '');
	const first = lines[0]?.trim() ?? '';
	// 附件:1.甲2.乙 names what is attached and has no title of its own.
	if (node.level === 'annex' && /^1[.、]/.test(first)) return { line: '', sentence: '' };
	const named = /^[【(]([^】)]{2,40})[】)]/.exec(first);
	if (node.level === 'article' && named) return { line: named[1]!, sentence: '' };
	// A heading broken over two lines of a table cell: nothing in the clause's own words is a sentence.
	const isAllBare = lines.length <= 3 && own.length <= longestLine && lines.every((line) => isUnpunctuated(line));
	if (isAllBare) return { line: lines.length > 1 && (lines[0]!.length > 30 || !lines.every((line) => /^ ?[\p{Script=Han}“《]/u.test(line))) ? first : lines.join(''), sentence: '' };
	if (first.length <= longestLine && isUnpunctuated(first) && lines.length > 1) return { line: first, sentence: '' };
	if (first.length <= longestSentence && isUnpunctuated(first)) return { line: first, sentence: '' };
	const stop = first.search(/[。:]/);
	const sentence = stop > 0 ? first.slice(0, stop) : '';
	return { line: '', sentence: sentence.length <= longestSentence && !/[,;!?]/.test(sentence) && (stop < first.length - 1 || lines.length > 1) ? sentence : '' };
}

/** In the order of `nodes`, which is the order of the text. Titled paragraphs bring their own. */
export function readHeadings(text: string, nodes: readonly Headed[], lines: readonly Range[]): string[] {
	const last = lines.at(-1)?.to ?? text.length;
	const readings = nodes.map((node, index) => read(text, node, nodes[index + 1]?.from ?? last));
	const counts = new Map<string, { all: number; sentences: number }>();
	nodes.forEach(({ level }, index) => {
		const count = counts.get(level) ?? { all: 0, sentences: 0 };
		if (readings[index]!.line === '') count.all++;
		if (readings[index]!.sentence !== '') count.sentences++;
		counts.set(level, count);
	});
	return nodes.map((node, index) => {
		if (node.heading !== '') return node.heading;
		const { line, sentence } = readings[index]!;
		const { all, sentences } = counts.get(node.level)!;
		// An article that happens to begin with a short sentence has no title; articles that all do have one.
		const isUsual = node.level !== 'dash' && sentences >= all * (node.level === 'article' ? 0.8 : 0.6);
		return clean(line !== '' && !(node.level === 'article' && text[node.body + line.length] === '。') ? line : isUsual ? sentence : '');
	});
}
