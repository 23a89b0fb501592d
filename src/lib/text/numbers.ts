/** The numbers of Chinese policy, as printed, and where they may stand. What a number means is decided by the sequence it continues (sequence.ts), not here. */

/** From the top down, as the official format orders them: 编 章 节 条 一、 (一) 1. 1) (1) ①. */
export const numberStyles = ['part', 'chapter', 'division', 'article', 'han', 'han-bracket', 'arabic', 'arabic-half', 'arabic-bracket', 'ring'] as const;
export type NumberStyle = (typeof numberStyles)[number];

export interface NumberToken {
	style: NumberStyle;
	value: number;
	/** As printed, without 、 or dot: `三`, `(七)`, `2`, `第三条`. */
	label: string;
	/** `[from, to)` of the normal text, from the number to where its words begin. */
	from: number;
	to: number;
	/** `line`: at the head of a paragraph; `stop`: behind the end of a sentence; `loose`: anywhere else. */
	lead: 'line' | 'stop' | 'loose';
}

const digits: Record<string, number> = { '〇': 0, '零': 0, '一': 1, '二': 2, '三': 3, '四': 4, '五': 5, '六': 6, '七': 7, '八': 8, '九': 9 };
/** Value of 二十一, 一百零三 or 21; 0 where it is no number. */
export function readNumber(printed: string): number {
	if (/^\d+$/.test(printed)) return Number(printed);
	let [total, digit] = [0, 0];
	for (const character of printed) {
		if (character === '十' || character === '百' || character === '千') {
			total += (digit || 1) * { 十: 10, 百: 100, 千: 1000 }[character];
			digit = 0;
		} else if (character in digits) digit = digit === 0 || total > 0 ? digits[character]! : digit * 10 + digits[character]!;
		else return 0;
	}
	return total + digit;
}

const han = '[〇零一二三四五六七八九十百]{1,5}';
/** 第十条规定, 第三条第二款, 第二章和第三章: a reference inside a sentence. */
const isNoReference = '(?!第[〇零一二三四五六七八九十百\\d]+[款项項条條章节節]|[、和至到或及与—-]第|规定的|规定,|规定处|规定执行|規定的|规定情形|所[列称述规]|的|之[一二三四]|中[的所]|[和及]本)';
const pattern = new RegExp(
	[
		`第 ?(?<unit>[〇零一二三四五六七八九十百千\\d]{1,7}) ?(?<of>[编編篇章节節条條])(?![件款])${isNoReference}`,
		`\\((?<hanBracket>${han})\\)[、.]?`,
		`\\((?<arabicBracket>\\d{1,3})\\)[、.]?`,
		`(?<!第)(?<han>${han})(?:、(?!${han}(?:[级類类期等季、]|是))|\\.(?=\\p{Script=Han}|[“《]))`,
		`(?<![\\d.A-Za-z/-])(?<arabic>\\d{1,3})(?:、(?!\\d)|\\. ?(?![\\dA-Za-z.]))`,
		`(?<![\\d.A-Za-z/(-])(?<half>\\d{1,2})\\)(?=[ \\p{Script=Han}“《])`,
		'(?<ring>[①-⑳])'
	].join('|'),
	'gu'
);
const units: Record<string, NumberStyle> = { 编: 'part', 編: 'part', 篇: 'part', 章: 'chapter', 节: 'division', 節: 'division', 条: 'article', 條: 'article' };
const ends = /[。;!?:…)”」』》】↓]/;

function tokenOf(match: RegExpExecArray, lead: NumberToken['lead']): NumberToken | null {
	const found = match.groups!;
	const [style, printed, label]: [NumberStyle, string, string] =
		found.unit !== undefined ? [units[found.of!]!, found.unit, `第${found.unit}${{ 編: '编', 節: '节', 條: '条' }[found.of!] ?? found.of!}`]
		: found.hanBracket !== undefined ? ['han-bracket', found.hanBracket, `(${found.hanBracket})`]
		: found.arabicBracket !== undefined ? ['arabic-bracket', found.arabicBracket, `(${found.arabicBracket})`]
		: found.han !== undefined ? ['han', found.han, found.han]
		: found.arabic !== undefined ? ['arabic', found.arabic, found.arabic]
		: found.half !== undefined ? ['arabic-half', found.half, `${found.half})`]
		: ['ring', String(found.ring!.charCodeAt(0) - 0x245f), found.ring!];
	const value = readNumber(printed);
	return value > 0 ? { style, value, label, from: match.index, to: match.index + match[0].length, lead } : null;
}

/** All numbers in `[from, to)`, a paragraph of the normal text. */
export function findNumbers(text: string, from: number, to: number): NumberToken[] {
	const line = text.slice(from, to);
	return [...line.matchAll(pattern)].flatMap((match): NumberToken[] => {
		const before = line.slice(Math.max(0, match.index - 12), match.index).trimEnd();
		const isAtHead = match.index < 12 && /^(?:#{1,6} ?|\*\*|[>*-] )*$/.test(before);
		const token = tokenOf(match as RegExpExecArray, isAtHead ? 'line' : ends.test(before.at(-1) ?? '') ? 'stop' : 'loose');
		return token ? [{ ...token, from: token.from + from, to: token.to + from }] : [];
	});
}

export const startsWithNumber = (line: string): boolean => findNumbers(line, 0, line.length)[0]?.lead === 'line';
export const rankOf = (style: NumberStyle): number => numberStyles.indexOf(style);
