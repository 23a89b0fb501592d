/** Documents written by us, with every structure and trap that policy texts have shown. */
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { DocumentText, Findings, PolicyText, Span } from '#lib/domain/policy-text.ts';
import { noFindings, readPolicy, readPolicyText } from '#lib/text/read-policy.ts';
import { unseenTexts } from '../../fixtures/unseen-texts.ts';

const textOf = (name: string): string => readFileSync(`tests/fixtures/policy-text/${name}.txt`, 'utf8');
const read = (name: string): Promise<PolicyText> => readPolicyText(textOf(name));
const paths = (document: DocumentText): string[] => document.clauses.map(({ path }) => path);
const outline = (document: DocumentText): string[] => document.clauses.map(({ path, kind, heading }) => [path, kind, heading].join(' ').trim());

describe('the clauses of a document', () => {
	it('are the chapters, sections, articles and items of an ordinance, its contents and references left out', async () => {
		const { documents, asides } = await read('ordinance');
		expect(documents.map(({ title, issued }) => [title, issued])).toEqual([['清河市水乡风貌保护条例', '2023年5月18日']]);
		expect(outline(documents[0]!)).toEqual([
			'第一章 chapter 总则', '第一条 article', '第二条 article', '第二条/(一) item', '第二条/(二) item', '第二条/(三) item', '第三条 article', '第二章 chapter 规划与管理',
			'第一节 section 规划', '第四条 article', '第五条 article', '第五条/(一) item', '第五条/(二) item', '第二节 section 日常管理', '第六条 article', '第三章 chapter 附则', '第七条 article'
		]);
		expect(asides.map(({ kind }) => kind)).toEqual(['menu', 'contents', 'footer', 'share']);
	});

	it('run on across sections, alone where no number repeats; a lead, a standard and a class are none', async () => {
		const { documents, asides } = await read('plan-runs-on');
		expect(outline(documents[0]!)).toEqual([
			'一 part 总体要求', '二 part 水环境', '(一) section 修复岸线', '1 item', '2 item', '(二) section 治理面源', '3 item', '3/——1 dash', '3/——2 dash', '三 part 保障措施', '(三) section 落实资金', '4 item', '5 item'
		]);
		expect(documents[0]!.clauses.find(({ path }) => path === '3')).toMatchObject({ levels: ['二', '(二)', '3'], parent: '(二)' });
		expect(asides.map(({ kind }) => kind)).toEqual(['menu', 'lead', 'footer', 'share']);
		const text = textOf('plan-runs-on');
		const last = documents[0]!.clauses.at(-1)!;
		expect(text.slice(last.start, last.end)).toMatch(/^5\.三年[^]*责任单位[^]*抓好落实。$/);
	});

	it('are titled paragraphs in traditional text with readings, also the one that lost the stop behind its title', async () => {
		const { documents, asides } = await read('scheme-traditional');
		expect(documents[0]!.title).toBe('《白荡流域发展纲要》清河实施方案');
		expect(outline(documents[0]!)).toEqual([
			'一 part 总体要求', '一/(一) section 基本原则', '二 part 重点任务', '二/(一) section 建设绿色水网', '二/(一)/1 paragraph 修复河湖岸线', '二/(一)/2 paragraph 协同推进航道建设', '二/(一)/3 paragraph 完善防洪体系',
			'二/(二) section 发展现代产业', '二/(二)/1 paragraph 培育水乡产业', '二/(二)/2 paragraph 建设创新平台'
		]);
		const text = textOf('scheme-traditional');
		const clause = documents[0]!.clauses[1]!;
		expect(text.slice(clause.start, clause.start + 11)).toBe('(一(yī))基本原則');
		expect(asides.map(({ kind }) => kind)).toEqual(['contents', 'footer', 'footer']);
	});

	it('are found in a heap of texts, with glued titles and numbers, for each document of its own', async () => {
		const { documents, asides } = await readPolicyText(textOf('heap'), { register: [{ id: 'ordinance', title: '清河省促进白荡示范片发展条例' }] });
		expect(documents.map(({ title, id }) => [title, id])).toEqual([['清河省促进白荡示范片发展条例', 'ordinance'], ['关于支持白荡示范片高质量发展的若干政策措施', '']]);
		expect(outline(documents[0]!)).toEqual(['第一章 chapter 总则', '第一条 article', '第二条 article', '第三条 article']);
		expect(outline(documents[1]!)).toEqual(['一 item 推进改革经验共享', '二 item 加大财政支持力度', '三 item 加强组织保障']);
		expect(asides.map(({ kind }) => kind)).toEqual(['other', 'file-facts', 'file-facts', 'other', 'contents', 'other']);
	});

	it('stand under the notice that issues them, with lists inside a sentence and annexes of their own', async () => {
		const { documents } = await read('notice');
		expect(documents.map(({ title, issuer, issued, start }) => [title, issuer, issued, start])).toEqual([['清河市湖荡治理实施方案', '清河市人民政府办公室', '2022年3月1日', 0]]);
		expect(paths(documents[0]!)).toEqual(['一', '二', '二/1', '(1)', '(2)', '(3)', '二/2', '①', '②', '三', '三/1', '三/2', '附件1', '附件1/一', '附件1/一/1', '附件1/一/2', '附件2', '附件2/一', '附件2/一/1']);
	});

	it('are counted where a digest prints no numbers; captions and remarks are set aside', async () => {
		const { documents, asides } = await read('digest');
		expect(documents[0]!.title).toBe('清河市贯彻白荡流域发展纲要实施方案');
		expect(outline(documents[0]!)).toEqual(['1 paragraph 推进都市圈协同发展', '2 paragraph 加快建设区域轨道交通网络', '3 paragraph 大力推进融合型乡村振兴', '4 paragraph 生态环境', '5 paragraph 共建区域养老服务网络']);
		expect(asides.map(({ kind }) => kind)).toEqual(['other', 'caption', 'caption', 'caption', 'caption', 'caption', 'caption', 'footer']);
	});

	it('are found in a hard-wrapped file', async () => {
		expect(outline((await read('wrapped')).documents[0]!)).toEqual(['一 part 总体要求', '二 part 主要任务', '(一) item 农业节水', '(二) item 工业节水', '(三) item 城镇节水']);
	});

	it.each([
		['an excerpt that leaves articles out', '某市水域办法\n第一条 为了保护水域，制定本办法。\n第二条 原则：（一）保护优先；（二）统筹规划。\n第三条 依照第二条第（一）项执行。\n第十条 违反第三条规定的，处1万元罚款。', ['第一条', '第二条', '(一)', '(二)', '第三条', '第十条']],
		['articles that run on under headings', '关于在示范片深化金融支持的\n若干举措\n一、推进同城服务\n第一条 试点授信。\n第二条 提升支付。\n二、支持设立机构\n第三条 设立机构。', ['一', '第一条', '第二条', '二', '第三条']],
		['Arabic numbers above brackets', '某县乡村工作要点\n1、总体目标\n(1)改厕1.2万户。\n(2)修路3、5公里各一条。\n2、重点工作\n(1)人居环境。', ['1', '1/(1)', '1/(2)', '2', '2/(1)']],
		['Markdown', '# 某区智慧水务行动方案\n\n## 一、总体要求\n\n坚持**统筹**。\n\n## 二、主要任务\n\n1. 河道监测。新建30处。\n2. 管网监测。新建50处。', ['一', '二', '1', '2']],
		['a number printed twice', '某市工作方案\n一、抓项目\n二、抓环境\n二、抓民生\n三、抓落实', ['一', '二', '二~2', '三']],
		['a list of annexes without the annexes', '某市工作方案\n一、目标\n二、任务\n附件：1.项目表\n2.分工表', ['一', '二', '附件']]
	])('are right in %s', (_, text, expected) => expect(paths(readPolicy(text).documents[0]!)).toEqual(expected));

	it('belong to a title that stands on two lines', () => {
		expect(readPolicy('白荡示范片水上交通\n三年行动计划（2024—2026年）\n一、思路\n先行先试。\n二、任务\n逐项推进。').documents.map(({ title, start }) => [title, start])).toEqual([['白荡示范片水上交通三年行动计划(2024—2026年)', 0]]);
	});

	it('belong to a document of ours only where its whole title stands: a plan for carrying out an outline is not the outline', () => {
		const register = [{ id: 'outline', title: '白荡流域一体化发展规划纲要', short: '规划纲要' }];
		const idOf = (title: string): string => readPolicy(`${title}\n一、思路\n先行先试。\n二、任务\n逐项推进。`, { register }).documents[0]!.id;
		expect(['《白荡流域一体化发展规划纲要》清河实施方案', '清河省推进白荡流域一体化发展规划纲要行动方案', '规划纲要', '白荡流域一体化发展规划纲要', '国务院关于印发《白荡流域一体化发展规划纲要》的通知'].map(idOf)).toEqual(['', '', '', 'outline', 'outline']);
	});

	it('are none in a text without structure, which is still one document', () => {
		expect(readPolicy('今天天气很好。明天去湖边。').documents.map(({ clauses }) => clauses)).toEqual([[]]);
		expect(readPolicy('').documents).toEqual([]);
	});
});

describe('what was found in the words', () => {
	it('stands in the deepest clause, before the first clause in the document, and nowhere where it is set aside', () => {
		const text = textOf('plan-runs-on');
		const find = (): Findings => ({ ...noFindings(), dates: [...text.matchAll(/清河/g)].map(({ index }) => ({ start: index, end: index + 2, text: '清河', date: '' })) });
		const [document] = readPolicy(text, { find }).documents;
		expect(document!.dates).toHaveLength(2);
		expect(document!.clauses.flatMap(({ path, dates }) => dates.map(() => path))).toEqual(['1', '5']);
	});
});

const sources = [...['ordinance', 'plan-runs-on', 'scheme-traditional', 'heap', 'notice', 'digest', 'wrapped'].map(textOf), ...unseenTexts.map(({ text }) => text)];
const isInside = (inner: Span, outer: Span): boolean => inner.start >= outer.start && inner.end <= outer.end;

/** Spans are ordered and nested, paths are unique, nothing leaves its document. */
function expectSound(text: string, { documents, asides }: PolicyText): void {
	for (const span of [...documents, ...asides]) expect(isInside(span, { start: 0, end: text.length }) && span.start <= span.end).toBe(true);
	documents.forEach((document, index) => {
		if (index > 0) expect(document.start).toBeGreaterThanOrEqual(documents[index - 1]!.end);
		const byPath = new Map(document.clauses.map((clause) => [clause.path, clause]));
		expect(byPath.size).toBe(document.clauses.length);
		document.clauses.forEach((clause, at) => {
			expect(isInside(clause, document)).toBe(true);
			if (at > 0) expect(clause.start).toBeGreaterThanOrEqual(document.clauses[at - 1]!.start);
			if (clause.parent !== '') expect(isInside(clause, byPath.get(clause.parent)!)).toBe(true);
		});
	});
}

describe('a text that is no longer whole', () => {
	it('never throws, and every span stays in order and nested, however it is cut and shuffled', () => {
		const cut = fc.record({ text: fc.constantFrom(...sources), from: fc.nat(600), length: fc.nat(600) }).map(({ text, from, length }) => text.slice(from, from + length));
		const shuffled = fc.constantFrom(...sources).chain((text) => fc.shuffledSubarray(text.split('\n'))).map((lines) => lines.join('\n'));
		fc.assert(fc.property(fc.array(fc.oneof(cut, shuffled, fc.string()), { maxLength: 4 }), (pieces) => expectSound(pieces.join('\n'), readPolicy(pieces.join('\n')))), { numRuns: 300 });
	});

	it('costs ten times as much when it is ten times as long, and 60 pages take less than two seconds', () => {
		/** 50 copies are about 60 pages. */
		const page = `${textOf('plan-runs-on')}\n${textOf('ordinance')}\n${textOf('heap')}\n${textOf('digest')}\n`;
		/** Milliseconds of the processor, which other work on the machine does not lengthen much. */
		const time = (times: number): number => {
			const text = page.repeat(times);
			const before = process.cpuUsage();
			readPolicy(text);
			const { user } = process.cpuUsage(before);
			return user / 1000;
		};
		time(50);
		const [once, tenfold] = [Math.min(time(50), time(50), time(50)), Math.min(time(500), time(500))];
		// About ten on a quiet machine; a quadratic step would make it a hundred.
		expect(once).toBeLessThan(2_000);
		expect(tenfold / once).toBeLessThan(40);
	}, 60_000);
});
