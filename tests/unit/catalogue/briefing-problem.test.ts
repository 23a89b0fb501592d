import { expect, it } from 'vitest';
import { readBriefing } from '#lib/catalogue/formats/briefing.ts';
import { sayBriefingProblem } from '#lib/catalogue/formats/briefing-problem.ts';
import { maxSlides } from '#lib/domain/briefing.ts';

const head = '---\nformat: 1\ntitle: 太浦河\n---\n';
const slide = (lines: string) => `${head}\n---\n${lines}\n---\n# 一\n`;

it('a planner reads in Chinese what is wrong with each broken file, with its line', () => {
	const broken: [string, RegExp, string?][] = [
		['---\nformat: 7\n---', /^x\.md 第 1 行：简报格式为 7，来自较新的版本/], ['---\nformat: 一\n---', /“format”写作“一”/], ['# 标题', /文件开头不是简报的头/], ['---\nformat: 1', /没有配对的第二行/],
		[head + '---\nid: a\n---\n# 一\n'.repeat(maxSlides + 1), /有 501 张幻灯片，最多 500 张/], [head, /名字“X”不合规/, 'X'], [slide('乱写一行'), /“乱写一行”不是“键: 值”/], [slide('id: 坏'), /编号“坏”重复或不合规/],
		[slide('kind: film'), /“kind”写作“film”/], ['---\nformat: 1\n---', /简报没有标题/]
	];
	for (const [text, said, slug = 'x'] of broken) {
		const { problems } = readBriefing('x.md', slug, text);
		expect(problems.map((problem) => sayBriefingProblem(problem).zh).join('\n'), text.slice(0, 40)).toMatch(said);
	}
});
