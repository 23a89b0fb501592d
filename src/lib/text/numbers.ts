/** The numbers of Chinese policy, as printed, and where they may stand. What a number means is decided by the sequence it continues (sequence.ts), not here. */
import { measureUnit } from './figure-units.ts';
import { isUnpunctuated } from './lines.ts';

/** From the top down, as the official format orders them: 编 章 节 条 壹、 一、 (一) 一) 1. 1.1 1) (1) ①. `heading` is an Arabic number with only a blank behind it, `box` 专栏1. */
export const numberStyles = ['part', 'chapter', 'division', 'article', 'formal', 'han', 'han-bracket', 'han-half', 'heading', 'box', 'arabic', 'decimal-2', 'decimal-3', 'decimal-4', 'arabic-half', 'arabic-bracket', 'ring'] as const;
export type NumberStyle = (typeof numberStyles)[number];

export interface NumberToken {
	style: NumberStyle;
	/** Of `1.2.3` the last number. */
	value: number;
	/** As printed, without 、 or dot: `三`, `(七)`, `2`, `1.2`, `第三条`. */
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
const formal = '壹贰叁肆伍陆柒捌玖拾';
/** 第十条规定, 第三条第二款, 第二章和第三章: a reference inside a sentence. */
const isNoReference = '(?!第[〇零一二三四五六七八九十百\\d]+[款项項条條章节節]|[、和至到或及与—-]第|规定的|规定,|规定处|规定执行|規定的|规定情形|所[列称述规]|的|之[一二三四]|中[的所]|[和及]本)';
/** What makes a number at the head of a line a quantity, a date or a version. */
const noHeading = `(?:[万亿千%倍]|百(?![姓货强])|个(?![性人案体])|版(?![图权面块])|代(?![码表理际])|折(?![叠旧])|月(?!度)|日(?![常照用程])|年(?!度)|公里|公顷|平方|海里|亩|吨|米|小时|${measureUnit}(?!\\p{Script=Han}))`;
/** The same where a blank stands between. */
const quantity = '(?:[万亿]?(?:元(?!荡)|美元|[平立]方|公里|公顷|海里|亩|吨|人次|千瓦|户)|[%倍])';
const pattern = new RegExp(
	[
		`第 ?(?<unit>[〇零一二三四五六七八九十百千\\d]{1,7}) ?(?<of>[编編篇章节節条條]|部分)(?<added>之[一二三四五六七八九十]{1,2})?(?![件款])${isNoReference}`,
		`专栏 ?(?<box>\\d{1,2}|${han})(?=[ :]|\\p{Script=Han}|$)`,
		`\\((?<hanBracket>${han})\\)[、.]?`,
		`\\((?<arabicBracket>\\d{1,3})\\)[、.]?`,
		`(?<!第)(?<han>${han})(?: ?、(?!${han}(?:[级類类期等季、]|是))|\\.(?=\\p{Script=Han}|[“《]))`,
		`(?<![\\d.A-Za-z/-])(?<arabic>\\d{1,3})(?: ?、(?!\\d)|\\. ?(?![\\dA-Za-z.]))`,
		`(?<![\\d.A-Za-z/(-])(?<half>\\d{1,2})\\)(?=[ \\p{Script=Han}“《])`,
		`(?<![(${formal}\\p{Script=Han}])(?<hanHalf>${han})\\)(?=[ \\p{Script=Han}“《])`,
		`(?<formal>[${formal}貳參参陸]{1,3}) ?、`,
		'(?<ring>[①-⑳])',
		`^(?:#{1,6} ?|\\*\\*)?(?:(?<decimal>\\d{1,2}(?:\\.\\d{1,2}){1,3})\\.?(?: +(?=[\\p{Script=Han}“《])(?!${quantity})|(?=\\p{Script=Han})(?!${noHeading}))|(?<hanBlank>${han}) +(?=\\p{Script=Han})|(?<blank>\\d{1,2}) +(?=[\\p{Script=Han}“《])(?!${noHeading}))`
	].join('|'),
	'gu'
);
const units: Record<string, NumberStyle> = { 部分: 'part', 编: 'part', 編: 'part', 篇: 'part', 章: 'chapter', 节: 'division', 節: 'division', 条: 'article', 條: 'article' };
const ends = /[。;!?:…)”」』》】↓]/;

/** Numbers as Taiwan's plans print their parts; 參 and 陸 where a text was not simplified. */
const formalValues: Record<string, number> = { 壹: 1, 贰: 2, 貳: 2, 叁: 3, 參: 3, 参: 3, 肆: 4, 伍: 5, 陆: 6, 陸: 6, 柒: 7, 捌: 8, 玖: 9, 拾: 10 };

/** Short and without a mark of a sentence: what may be numbered by a blank alone. */
const isHeading = (words: string): boolean => words.length >= 2 && words.length <= 40 && isUnpunctuated(words);

/** `after`: the rest of the line. */
function tokenOf(match: RegExpExecArray, lead: NumberToken['lead'], after: string): NumberToken | null {
	const found = match.groups!;
	const isBlank = found.hanBlank !== undefined || found.blank !== undefined || found.box !== undefined;
	// 第一部分是……, 专栏1所列, 第三条之一 inside a sentence are references.
	if (lead !== 'line' && (isBlank || found.decimal !== undefined || found.added !== undefined || found.of === '部分')) return null;
	// 专栏1 may stand alone, its heading below.
	if ((isBlank && !isHeading(after) && !(found.box !== undefined && after === '')) || (found.of === '部分' && /^(?:[是为的中和与及、,。]|包括|主要[是为])/.test(after))) return null;
	// (1) Better services: the other language of a text in two.
	if ((found.arabic ?? found.arabicBracket ?? found.half) !== undefined && /^ ?[A-Za-z][^\p{Script=Han}]*$/u.test(after)) return null;
	const [style, printed, label]: [NumberStyle, string, string] =
		found.unit !== undefined ? [units[found.of!]!, found.unit, `第${found.unit}${{ 編: '编', 節: '节', 條: '条' }[found.of!] ?? found.of!}${found.added ?? ''}`]
		: found.box !== undefined ? ['box', found.box, `专栏${found.box}`]
		: found.decimal !== undefined ? [`decimal-${found.decimal.split('.').length as 2 | 3 | 4}`, found.decimal.slice(found.decimal.lastIndexOf('.') + 1), found.decimal]
		: found.hanHalf !== undefined ? ['han-half', found.hanHalf, `${found.hanHalf})`]
		: found.formal !== undefined ? ['formal', [...found.formal].map((one) => '〇一二三四五六七八九十'[formalValues[one]!]!).join(''), found.formal]
		: found.hanBlank !== undefined ? ['han', found.hanBlank, found.hanBlank]
		: found.blank !== undefined ? ['heading', found.blank, found.blank]
		: found.hanBracket !== undefined ? ['han-bracket', found.hanBracket, `(${found.hanBracket})`]
		: found.arabicBracket !== undefined ? ['arabic-bracket', found.arabicBracket, `(${found.arabicBracket})`]
		: found.han !== undefined ? ['han', found.han, found.han]
		: found.arabic !== undefined ? ['arabic', found.arabic, found.arabic]
		: found.half !== undefined ? ['arabic-half', found.half, `${found.half})`]
		: ['ring', String(found.ring!.charCodeAt(0) - 0x245f), found.ring!];
	const value = readNumber(printed);
	return value > 0 ? { style, value, label, from: match.index, to: match.index + match[0].length, lead } : null;
}

/** A line end that a copy turned into a blank: it stands before 一、 and (一), and behind characters. */
const setOff = new RegExp(`^\\p{Script=Han} (?:${han}、|\\(${han}\\))`, 'u');
const isSetOff = (line: string, at: number): boolean => at > 1 && setOff.test(line.slice(at - 2, at + 7));

/** All numbers in `[from, to)`, a paragraph of the normal text. */
export function findNumbers(text: string, from: number, to: number): NumberToken[] {
	const line = text.slice(from, to);
	// 注:1.…2.… tells of a table.
	if (/^(?:注|备注|附注|注释) ?:/.test(line)) return [];
	return [...line.matchAll(pattern)].flatMap((match): NumberToken[] => {
		const before = line.slice(Math.max(0, match.index - 12), match.index).trimEnd();
		const isAtHead = match.index < 12 && /^(?:#{1,6} ?|\*\*|[>*-] )*$/.test(before);
		const token = tokenOf(match as RegExpExecArray, isAtHead ? 'line' : ends.test(before.at(-1) ?? '') || isSetOff(line, match.index) ? 'stop' : 'loose', line.slice(match.index + match[0].length));
		return token ? [{ ...token, from: token.from + from, to: token.to + from }] : [];
	});
}

export const startsWithNumber = (line: string): boolean => findNumbers(line, 0, line.length)[0]?.lead === 'line';
export const rankOf = (style: NumberStyle): number => numberStyles.indexOf(style);
