/** What is wrong with a briefing's file, as a planner reads it: the reader's reasons are English for the check on the command line. */
import { maxSlides, briefingFormat } from '../../domain/briefing.ts';
import type { Problem } from '../../domain/problem.ts';
import { sayProblem } from '../../domain/problem.ts';

const inChinese: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
	[/^the briefing has format (\d+), from a newer version/, (format) => `简报格式为 ${format}，来自较新的版本；这个应用读到格式 ${briefingFormat}，请升级后再打开`],
	[/^"format" is "(.*)"$/, (format) => `“format”写作“${format}”，应为不大于 ${briefingFormat} 的整数`],
	[/^the file does not begin with a head$/, () => '文件开头不是简报的头：应为一行“---”、若干行“键: 值”、再一行“---”'],
	[/^a head is never closed$/, () => '这一行“---”没有配对的第二行“---”'],
	[/^the briefing has (\d+) slides$/, (n) => `有 ${n} 张幻灯片，最多 ${maxSlides} 张，请拆成几份`],
	[/^the name "(.*)" is not well formed$/, (name) => `名字“${name}”不合规，应为小写字母和数字，用“-”连接`],
	[/^"(.*)" is no "key: value"$/, (line) => `“${line}”不是“键: 值”，已略过`],
	[/^the slide id "(.*)" (?:stands twice|is not well formed)$/, (id) => `幻灯片编号“${id}”重复或不合规，已另给一个`],
	[/^"(kind|show)" is "(.*)"$/, (key, word) => `“${key}”写作“${word}”，没有这个词，按默认处理`],
	[/^"title" is empty$/, () => '简报没有标题']
];

export function sayBriefingProblem(problem: Problem): { zh: string; en: string } {
	const { en, zh } = sayProblem(problem);
	for (const [pattern, words] of inChinese) {
		const match = pattern.exec(String(problem.with['reason'] ?? ''));
		if (match) return { en, zh: `${problem.file}${problem.row > 0 ? ` 第 ${problem.row} 行` : ''}：${words(...match.slice(1))}。` };
	}
	return { en, zh };
}
