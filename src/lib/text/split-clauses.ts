/**
 * The clauses of one document, from its numbers, its annexes, its dashes and its titled paragraphs. Ranges count in the normal text. A clause
 * runs to the next of its own or a higher level, so it holds its children; its responsible units stay in it.
 */
import type { ClauseKind } from '../domain/policy-text.ts';
import { readHeadings } from './headings.ts';
import { between, wordsOf, type Range } from './lines.ts';
import type { NumberStyle } from './numbers.ts';
import { makePaths } from './paths.ts';
import { placeNumbers } from './sequence.ts';
import type { DocumentRange } from './split-documents.ts';
import { findTitled } from './titled-paragraphs.ts';

export interface ClauseNode extends Range {
	label: string;
	level: NumberStyle | 'annex' | 'dash' | 'titled';
	depth: number;
	parent: number;
	/** Where its words begin, behind the number. */
	body: number;
	heading: string;
	kind: ClauseKind;
	path: string;
	labels: string[];
}

type Start = Pick<ClauseNode, 'label' | 'level' | 'depth' | 'from' | 'body' | 'heading'>;

const annex = /^(附(?:件|录|表|图)?) ?([\d一二三四五六七八九十]{0,2}|[A-Z]) ?(?::|$)/;

interface Annex extends Range {
	label: string;
	body: number;
	/** Words stand behind it in its line. */
	isNamed: boolean;
	/** Only names what is attached: its numbers are no clauses. */
	isList: boolean;
}

function findAnnexes(text: string, document: DocumentRange): Annex[] {
	const found = document.lines.flatMap((line, index): (Annex & { index: number })[] => {
		const match = line.from >= document.wordsFrom ? annex.exec(wordsOf(text, line)) : null;
		return match ? [{ from: line.from, to: document.to, label: match[1]! + match[2]!, body: line.from + match[0].length, isList: false, isNamed: line.to > line.from + match[0].length, index }] : [];
	});
	return found.flatMap((one, order): Annex[] => {
		const next = found[order + 1];
		const lines = document.lines.slice(one.index, next?.index);
		const isShort = lines.every((line) => line.to - line.from <= 70 && !/[。;]/.test(wordsOf(text, line)));
		const inside = between(document.numbers, one.from, next?.from ?? document.to);
		const isList = isShort && lines.length <= 16 && inside.every(({ style }) => style === 'arabic') && ((next !== undefined && one.isNamed) || inside.length > 0);
		return isList && next !== undefined ? [] : [{ ...one, to: next?.from ?? document.to, isList }];
	});
}

function startsOf(text: string, document: DocumentRange): Start[] {
	const annexes = findAnnexes(text, document);
	const bounds = [document.wordsFrom, ...annexes.map(({ from }) => from), document.to];
	const lists = document.lines.filter((line) => annex.test(wordsOf(text, line)) && !annexes.some(({ from }) => from === line.from));
	return bounds.slice(0, -1).flatMap((from, index): Start[] => {
		const to = bounds[index + 1]!;
		const own = annexes[index - 1];
		const silent = between(lists, from, to)[0]?.from ?? to;
		const numbers = own?.isList ? [] : between(document.numbers, own?.body ?? from, silent);
		const placed = placeNumbers(numbers, text).map((number): Start => ({ label: number.label, level: number.style, depth: number.depth + (own ? 1 : 0), from: number.from, body: number.to, heading: '' }));
		return own ? [{ label: own.label, level: 'annex', depth: 0, from: own.from, body: own.body, heading: '' }, ...placed] : placed;
	});
}

/** Dashes and titled paragraphs stand in the deepest clause around them. */
function innerStarts(text: string, document: DocumentRange, starts: readonly Start[]): Start[] {
	const isNumbered = starts.length > 0;
	const sections = isNumbered ? starts.map((start, index) => ({ start, from: start.from, to: starts[index + 1]?.from ?? document.to })) : [{ start: undefined, from: document.wordsFrom, to: document.to }];
	let next = 0;
	return sections.flatMap(({ start, from, to }, at): Start[] => {
		while (next < document.lines.length && document.lines[next]!.from < from) next++;
		const lines: Range[] = [];
		for (; next < document.lines.length && document.lines[next]!.from < to; next++) if (document.lines[next]!.from > (start?.from ?? -1)) lines.push(document.lines[next]!);
		const depth = start ? start.depth + 1 : 0;
		const hasChildren = start !== undefined && (starts[at + 1]?.depth ?? 0) > start.depth;
		const dashes = lines.filter((line) => /^——\s*\S/.test(wordsOf(text, line)));
		if (dashes.length >= 2) return dashes.map((line, index) => ({ label: `——${index + 1}`, level: 'dash', depth, from: line.from, body: line.from + 2, heading: '' }));
		const mayBeTitled = !start || ((start.level === 'han' || start.level === 'han-bracket' || start.level === 'division' || start.level === 'chapter' || start.level === 'part') && !hasChildren);
		return mayBeTitled ? findTitled(text, lines, isNumbered ? 30 : 8).map((titled, index) => ({ label: String(index + 1), level: 'titled', depth, from: titled.from, body: titled.from, heading: titled.heading })) : [];
	});
}

const kindOf = (level: ClauseNode['level'], isParent: boolean): ClauseKind => {
	switch (level) {
		case 'part': return 'part';
		case 'chapter': return 'chapter';
		case 'division': return 'section';
		case 'article': return 'article';
		case 'annex': return 'part';
		case 'formal':
		case 'han': return isParent ? 'part' : 'item';
		case 'heading': return isParent ? 'part' : 'item';
		case 'box': return 'section';
		case 'han-bracket':
		case 'han-half':
		case 'decimal-2':
		case 'decimal-3': return isParent ? 'section' : 'item';
		case 'dash': return 'dash';
		case 'titled': return 'paragraph';
		default: return 'item';
	}
};

export function splitClauses(text: string, document: DocumentRange): ClauseNode[] {
	const starts = startsOf(text, document);
	const all = [...starts, ...innerStarts(text, document, starts)].toSorted((a, b) => a.from - b.from || a.depth - b.depth);
	const open: number[] = [];
	const nodes: ClauseNode[] = [];
	all.forEach((start, index) => {
		while (open.length > 0 && nodes[open.at(-1)!]!.depth >= start.depth) nodes[open.pop()!]!.to = start.from;
		const parent = open.at(-1) ?? -1;
		nodes.push({ ...start, parent, to: document.to, kind: 'item', path: '', labels: [...(nodes[parent]?.labels ?? []), start.label] });
		open.push(index);
	});
	const parents = new Set(nodes.flatMap(({ parent }) => (parent >= 0 ? [`${nodes[parent]!.level}${nodes[parent]!.labels[0]?.startsWith('附') ? '附' : ''}`] : [])));
	const headings = readHeadings(text, nodes, document.lines);
	const paths = makePaths(nodes);
	const trimmed = (from: number, to: number): number => {
		let end = to;
		while (end > from && /\s/.test(text[end - 1]!)) end--;
		return end;
	};
	return nodes.map((node, index) => ({ ...node, to: trimmed(node.from, node.to), path: paths[index]!, heading: headings[index]!, kind: kindOf(node.level, parents.has(`${node.level}${node.labels[0]?.startsWith('附') ? '附' : ''}`)) }));
}
