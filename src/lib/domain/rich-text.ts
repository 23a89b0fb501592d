/**
 * The words of a slide: a small subset of Markdown, read into plain pieces that a page, a PDF or an Office file each draw in their own way.
 * Paragraphs, "- " and "1. " lists, **strong**, *emphasis* and [words](kind:id) to a record; all else, HTML included, stays text as typed.
 */
import { renewIds } from './renamed.ts';

export interface Inline {
	text: string;
	strong?: true;
	emphasis?: true;
	/** `kind:id` of the record that the words lead to. */
	ref?: string;
}
export interface Block {
	type: 'paragraph' | 'bullet' | 'number';
	inlines: Inline[];
}

/** A clause may be printed with brackets of its own: `jiangsu-plan#三/(二)`. */
const mark = /\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|\[([^\]]+)\]\(((?:place|measure|project|indicator|clause|document|agency):(?:[^\s()]|\([^\s()]*\))+)\)/g;

export function parseInlines(line: string): Inline[] {
	const inlines: Inline[] = [];
	const add = (inline: Inline) => inline.text !== '' && inlines.push(inline);
	let at = 0;
	for (const match of line.matchAll(mark)) {
		add({ text: line.slice(at, match.index) });
		const [whole, strong, emphasis, words, ref] = match;
		if (strong !== undefined) add({ text: strong, strong: true });
		else if (emphasis !== undefined) add({ text: emphasis, emphasis: true });
		else add({ text: words!, ref: renewIds(ref!) });
		at = match.index + whole.length;
	}
	add({ text: line.slice(at) });
	return inlines;
}

/** Lines that follow each other are one paragraph; Chinese lines join without a space. */
export function parseWords(words: string): Block[] {
	const blocks: { type: Block['type']; text: string }[] = [];
	let isOpen = false;
	for (const raw of words.replaceAll('\r\n', '\n').split('\n')) {
		const line = raw.trim();
		const [, bullet, numbered] = /^(?:[-*] (.*)|\d{1,2}[.、] ?(.*))$/.exec(line) ?? [];
		const last = blocks.at(-1);
		if (line === '') isOpen = false;
		else if (bullet !== undefined) blocks.push({ type: 'bullet', text: bullet });
		else if (numbered !== undefined) blocks.push({ type: 'number', text: numbered });
		else if (isOpen && last) last.text += joins(last.text, line) + line;
		else blocks.push({ type: 'paragraph', text: line });
		isOpen = line !== '';
	}
	return blocks.map(({ type, text }) => ({ type, inlines: parseInlines(text) })).filter(({ inlines }) => inlines.length > 0);
}

const isWide = /[\p{Script=Han}，。；：、？！“”（）《》]/u;
const joins = (before: string, after: string): string => (isWide.test(before.at(-1) ?? '') || isWide.test(after[0] ?? '') ? '' : ' ');

export const plainText = (blocks: readonly Block[]): string => blocks.map(({ inlines }) => inlines.map(({ text }) => text).join('')).join('\n');
export const refsIn = (blocks: readonly Block[]): string[] => [...new Set(blocks.flatMap(({ inlines }) => inlines.flatMap(({ ref }) => ref ?? [])))];
