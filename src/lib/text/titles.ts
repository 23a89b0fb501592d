/** Titles of policy documents: lines that end in 条例, 办法, 方案 …, or that repeat a title known from elsewhere, also where the line break behind them was lost. */
import { isUnpunctuated, wordsOf, type Range } from './lines.ts';

const kinds = '条例|办法|规定|措施|方案|计划|规划|纲要|意见|通知|细则|决定|公告|通告|指引|准则|规则|规程|政策|决议|批复|要点|清单|导则|章程|倡议|若干举措|举措|行动';
const note = '(?:\\([^()]{1,30}\\)|〔[^〕]{1,20}〕)*';
const endsAsTitle = new RegExp(`(?:${kinds})》?${note}$`);
/** 办法第一章总则, 条例目录第一章, 措施为加快……: what stands behind begins a document. */
const glued = new RegExp(`^([^。;,!?:]{4,60}?(?:${kinds})${note})(?= |目录|第一章|第一编|第一条|第1条|为(?:了|贯彻|深入|加快|进一步|推进|规范|加强|落实|促进))`);
const noise = /^(?:#{1,6} |\*\*|(?:全文|重磅|权威|刚刚|最新)?(?:发布|公布|来了|印发|出台)?(?:全文)?[!:|丨]|[【(]?附?全文[】)]?[!:]?)*/;
const speaks = /^(?:提出|明确|要求|指出|规定|印发|发布|出台|公布|实施|的|、|和|与|等|及|中|在|将|是|》|\]|】|为|自)/;

export interface TitleLine {
	title: string;
	/** Range of the title itself. */
	from: number;
	to: number;
	/** True where text of the document follows in the same line. */
	isGlued: boolean;
}

/** 《》 and blanks make no difference between two titles. */
export const bareTitle = (title: string): string => title.replace(/[《》〈〉<>“”"\s]/g, '').replaceAll('—', '-');

/** `known`: titles that stand elsewhere in the text or in the register. */
export function readTitle(text: string, line: Range, known: readonly string[]): TitleLine | null {
	const words = wordsOf(text, line);
	const skipped = noise.exec(words)?.[0].length ?? 0;
	const rest = words.slice(skipped).replace(/\*\*$/, '');
	const from = line.from + skipped;
	if (rest.length >= 6 && rest.length <= 80 && isUnpunctuated(rest) && endsAsTitle.test(rest) && !/^附/.test(rest) && !/^第?[〇一二三四五六七八九十\d]+[、.章条节]/.test(rest)) return { title: rest, from, to: from + rest.length, isGlued: false };
	const before = glued.exec(rest)?.[1] ?? known.find((title) => title.length >= 12 && rest.length > title.length + 20 && rest.startsWith(title) && !speaks.test(rest.slice(title.length)));
	return before === undefined ? null : { title: before, from, to: from + before.length, isGlued: true };
}

/** 三年行动计划, 实施方案: a title that names nothing by itself. */
const half = new RegExp(`^(?:[一二两三四五]年)?(?:建设|发展|管理|实施|总体|工作|行动|若干|专项|暂行|试点|政策|保护|治理|中长期)*(?:${kinds})${note}$`);

/** A title set on two lines: 关于……的 above 若干措施, what it is about above what it is, or its years below. */
export function readBrokenTitle(text: string, line: Range, next: Range | undefined): TitleLine | null {
	const [above, below] = [wordsOf(text, line), next ? wordsOf(text, next) : ''];
	if (next && /^\((?:19|20)\d{2}年?[-—–~至](?:19|20)\d{2}年?\)$/.test(below) && readTitle(text, line, [])?.isGlued === false) return { title: above.replace(noise, '') + below, from: line.from, to: next.to, isGlued: false };
	const isHalf = (/关于/.test(above) || (above.length >= 8 && half.test(below))) && above.length <= 45 && isUnpunctuated(above) && !endsAsTitle.test(above);
	if (!next || !isHalf || below.length > 45 || !isUnpunctuated(below) || !endsAsTitle.test(below)) return null;
	return { title: above.replace(noise, '') + below, from: line.from, to: next.to, isGlued: false };
}

/** Titles in 《》 that could be a document's, longest first. */
export function namedTitles(text: string): string[] {
	const found = [...text.matchAll(/《([^《》\n]{8,70})》/g)].map((match) => match[1]!);
	return [...new Set(found)].toSorted((a, b) => b.length - a.length);
}
