/**
 * Which of the numbers in a document number its clauses. A number counts when it continues the sequence of its level, starts a new level with
 * one, or runs on across sections; 第十条规定, 三、四级 and 2.0 版 do not. What is glued to the end of a sentence must continue more strictly
 * than what stands at the head of a paragraph.
 */
import { rankOf, type NumberStyle, type NumberToken } from './numbers.ts';

export interface Placed extends NumberToken {
	depth: number;
}

interface Level {
	style: NumberStyle;
	last: number;
}

/** A missing or misprinted number or two does not end a sequence; an excerpt leaves out whole runs of articles and parts. */
const gapOf = (style: NumberStyle): number => (style === 'article' || style === 'chapter' || style === 'part' ? 999 : style === 'han' || style === 'han-bracket' ? 12 : 3);

/** Styles from the top down in this document: an official order, unless one style starts again and again inside another that never does. */
function orderOf(tokens: readonly NumberToken[]): (style: NumberStyle) => number {
	const starts = new Map<NumberStyle, number>();
	for (const { style, value, lead } of tokens) if (value === 1 && lead === 'line') starts.set(style, (starts.get(style) ?? 0) + 1);
	const isInverted = (starts.get('arabic') ?? 0) === 1 && (starts.get('han-bracket') ?? 0) >= 2 && !starts.has('han');
	// 一、 above 第一条, where articles run on under headings: the second 一、 comes behind the first article, the first before it.
	const at = (style: NumberStyle, value: number): number => tokens.find((token) => token.style === style && token.value === value && token.lead === 'line')?.from ?? -1;
	const article = at('article', 1);
	const isAboveArticles = article >= 0 && starts.get('han') === 1 && at('han', 1) < article && at('han', 2) > article;
	// 1 背景 stands above 一、 where it comes first, below it otherwise.
	const isHeadingAbove = at('heading', 1) >= 0 && (at('han', 1) < 0 || at('heading', 1) < at('han', 1)) && (at('han-bracket', 1) < 0 || at('heading', 1) < at('han-bracket', 1));
	const rank = (style: NumberStyle): number =>
		isInverted && style === 'arabic' ? rankOf('han') + 0.5 : isAboveArticles && style === 'han' ? rankOf('article') - 0.5 : isHeadingAbove && style === 'heading' ? rankOf('han') - 0.5 : rankOf(style);
	const above = parentOfDecimals(tokens);
	return (style) => (above && isDecimal(style) ? rank(above) + 0.05 * Number(style.at(-1)) : rank(style));
}

const isDecimal = (style: NumberStyle): boolean => style.startsWith('decimal');
const prefixOf = ({ label }: NumberToken): string => label.slice(0, label.lastIndexOf('.'));

/** The style whose number 1.1 repeats: 1. or 第一章. */
function parentOfDecimals(tokens: readonly NumberToken[]): NumberStyle | undefined {
	const index = tokens.findIndex(({ style }) => isDecimal(style));
	return index < 0 ? undefined : tokens.slice(0, index).findLast(({ style, value, lead }) => lead === 'line' && !isDecimal(style) && style !== 'box' && value === Number.parseInt(tokens[index]!.label, 10))?.style;
}

/** 1 甲, 2 乙 in adjacent lines are rows of a table, no headings. */
const isRow = (tokens: readonly NumberToken[], index: number, text: string): boolean => {
	const [before, token, next] = [tokens[index - 1], tokens[index]!, tokens[index + 1]];
	const isBeside = (one: NumberToken, other: NumberToken): boolean => other.style === 'heading' && other.value === one.value + 1 && !text.slice(one.to, other.from).trim().includes('\n');
	return token.style === 'heading' && ((next !== undefined && isBeside(token, next)) || (before?.style === 'heading' && isBeside(before, token)));
};

export function placeNumbers(tokens: readonly NumberToken[], text: string): Placed[] {
	const rank = orderOf(tokens);
	const above = parentOfDecimals(tokens);
	const placed: Placed[] = [];
	const stack: Level[] = [];
	const lastOf = new Map<NumberStyle, number>();
	const latest = new Map<NumberStyle, NumberToken>();
	/** Value of the next number of the same style, by index, for the start of a level. */
	const nextOf = new Map<number, NumberToken>();
	const ahead = new Map<NumberStyle, NumberToken>();
	for (let index = tokens.length - 1; index >= 0; index--) {
		const token = tokens[index]!;
		const next = ahead.get(token.style);
		if (next) nextOf.set(index, next);
		if (token.lead !== 'loose' || token.style === 'article') ahead.set(token.style, token);
	}
	const hasHeir = (index: number): boolean => {
		const [token, next] = [tokens[index]!, nextOf.get(index)];
		// (一)取土;(二)爆破: brackets and a stop leave no doubt.
		return next !== undefined && next.value === token.value + 1 && next.from - token.to >= (token.style === 'han-bracket' && next.lead === 'stop' ? 2 : 4);
	};
	/** 第一章总则第一条: an article directly behind the heading of a chapter. */
	const isBehindHeading = (token: NumberToken): boolean => {
		const last = placed.at(-1);
		return token.style !== 'han' && last !== undefined && rank(last.style) < rankOf('article') && rank(token.style) <= rankOf('article') && rank(token.style) > rank(last.style) && /^[^。;,:!?\n]{1,30}$/.test(text.slice(last.to, token.from));
	};
	/** 1.2 behind 1.1 or, as the first, below 1. */
	const isTakenDecimal = (token: NumberToken): boolean => {
		const prefix = prefixOf(token);
		const last = latest.get(token.style);
		if (last && prefixOf(last) === prefix) return token.value > last.value && token.value <= last.value + 3;
		if (token.value > 3) return false;
		const parent = token.style === 'decimal-2' ? above : (`decimal-${Number(token.style.at(-1)) - 1}` as NumberStyle);
		if (parent === undefined) return token.value === 1 && (last === undefined || Number(prefix) > Number(prefixOf(last)));
		// 2.0.1: a standard leaves its second level out.
		if (prefix.endsWith('.0') && above !== undefined) return latest.get(above)?.value === Number.parseInt(prefix, 10);
		const over = latest.get(parent);
		return over !== undefined && (isDecimal(parent) ? over.label === prefix : over.value === Number(prefix));
	};
	const isTaken = (token: NumberToken, index: number, open: number): boolean => {
		if (isDecimal(token.style)) return isTakenDecimal(token);
		if (isRow(tokens, index, text)) return false;
		if (token.style === 'box') return true;
		const isLine = token.lead === 'line';
		const last = lastOf.get(token.style);
		if (token.lead === 'loose' && !isBehindHeading(token)) return false;
		if (open >= 0) {
			const { last: current } = stack[open]!;
			if (token.value === current + 1) return true;
			return isLine && ((token.value > current && token.value <= current + gapOf(token.style)) || token.value === current || (token.value === 1 && (hasHeir(index) || nextOf.get(index)?.value === undefined)));
		}
		if (last !== undefined && token.value === last + 1) return true;
		if (token.value === 1) return isLine ? true : hasHeir(index) || (isBehindHeading(token) && token.style === 'article');
		return isLine && (hasHeir(index) || (last !== undefined && token.value > last && token.value <= last + gapOf(token.style)) || token.style === 'article' || token.style === 'chapter');
	};
	tokens.forEach((token, index) => {
		const open = stack.findIndex(({ style }) => style === token.style);
		if (!isTaken(token, index, open)) return;
		if (open >= 0) stack.length = open;
		// What a box lists begins with one; a number that goes on stands behind the box.
		else if (stack.at(-1)?.style === 'box' && token.value > 1 && rank(token.style) > rank('box')) stack.pop();
		else while (stack.length > 0 && rank(stack.at(-1)!.style) > rank(token.style)) stack.pop();
		stack.push({ style: token.style, last: token.value });
		lastOf.set(token.style, token.value);
		latest.set(token.style, token);
		placed.push({ ...token, depth: stack.length - 1 });
	});
	return placed;
}
