/**
 * Paragraphs without a number that carry a title: a short sentence at their head, closed by 。, or a heading line above them. One alone is an
 * ordinary sentence, so a section needs two of them. Among titled paragraphs one that lost the 。 behind its title is found by its form.
 */
import { isUnpunctuated, wordsOf, type Range } from './lines.ts';

export interface Titled extends Range {
	heading: string;
}

const longestTitle = 28;
const states = /是|^到?20\d\d年|^(?:第一|第二|首先|其次|此外|同时|目前|近日|今天|其中|据|对|凡|有下列|本[省市区县条])|应当|不得|可以|必须|包括|如下|负责/;
const isTitle = (sentence: string): boolean => sentence.length >= 5 && sentence.length <= longestTitle && !/[,;:!?]/.test(sentence) && !states.test(sentence);

/** 推进港口建设|统筹沿江布局: a noun of action, then the verb that opens the body. */
const lost = /^(\p{Script=Han}{4,18}?(?:建设|发展|体系|机制|水平|能力|格局|合作|改革|创新|治理|保护|管理|联动|制度|品质|市场|转型|升级|融合|共享))(?=统筹|加快|推进|加强|完善|深化|支持|推动|实施|建立|围绕|依托|坚持|聚焦|鼓励|优化|以\p{Script=Han})/u;

function headOf(words: string): string {
	const stop = words.indexOf('。');
	return stop > 0 && words.length - stop > 12 && isTitle(words.slice(0, stop)) ? words.slice(0, stop) : '';
}

/** A heading line, which opens a paragraph without a title of its own: a bare line directly above a paragraph that is no heading itself. In an unnumbered text a long bare line is a caption. */
const isHeadingLine = (words: string, next: string | undefined, longest: number): boolean => words.length >= 2 && words.length <= longest && isUnpunctuated(words) && /^\p{Script=Han}/u.test(words) && !/[日]$|^附/.test(words) && next !== undefined && !isUnpunctuated(next) && next.length > 30;

/** `lines`: the paragraphs of one section, its own heading left out. Empty where fewer than two are titled, or most are not. */
export function findTitled(text: string, lines: readonly Range[], longestHeadingLine: number): Titled[] {
	const words = lines.map((line) => wordsOf(text, line));
	const titled: Titled[] = [];
	let plain = 0;
	lines.forEach((line, index) => {
		const head = headOf(words[index]!);
		const above = index > 0 && isHeadingLine(words[index - 1]!, words[index], longestHeadingLine) ? index - 1 : -1;
		if (head !== '') titled.push({ ...line, heading: head });
		else if (above >= 0) titled.push({ from: lines[above]!.from, to: line.to, heading: words[above]! });
		else if (words[index]!.length > 40) plain++;
	});
	if (titled.length < 2 || plain > titled.length) return [];
	const ends = new Set(titled.map(({ to }) => to));
	const missed = lines.flatMap((line, index): Titled[] => {
		const heading = ends.has(line.to) || words[index]!.length < 40 ? undefined : lost.exec(words[index]!.slice(0, 40))?.[1];
		return heading === undefined ? [] : [{ ...line, heading }];
	});
	return [...titled, ...missed].toSorted((a, b) => a.from - b.from);
}
