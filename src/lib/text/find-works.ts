/** Named works in a stretch of text: what stands between a verb of building and its end, one by one where it is a list. */
import type { Span } from '../domain/policy-text.ts';

const verb = /(?:开工建设|规划建设|改扩建|加快建设|推进建设|高标准建设|合力建设|建设|新建|改建|扩建|续建|建成|开工|启动|实施|打造|推进|加快推进|加快|推动|共建|搭建|创建|组建|布局|完成)(?!的|了|和|、|与)/g;
const ending = /(?:工程|项目|线|支线|铁路|高铁|城际|公路|国道|快速路|大道|大桥|通道|隧道|枢纽|机场|车站|站|港区|港|码头|航道|水闸|闸|泵站|水厂|处理厂|电站|电厂|变电站|管道|管网|电网|储备库|产业园|园区|科技园|公园|绿谷|基地|中心|平台|实验室|研究院|医院|学校|校区|分院|博物馆|图书馆|体育馆|绿道|步道|驿站|湿地|水库|河道|堤防|集群|示范段|会客厅|大堤|走廊|[一二三四]期)$/;
/** What is done to works is no part of their name. */
const after = /(?:等)?(?:(?:规划)?(?:的)?(?:规划建设|开工建设|改扩建|前期工作|建设|实施|开工|投用|运营|落地|改造|整治|拓浚|疏浚|加固|提升|规划|工作|项目|工程)){0,2}$/;
/** A heap of works, or works that any place might have. */
const unnamed = /^(?:一批|一些|若干|各类|各级|更多|重大|重点|相关|有关|一系列|多个|符合条件|有条件|高水平|全国|国家级|区域性|现代化?)/;

export interface Works extends Span {
	/** One of a list that the text itself calls works (…等项目). */
	isListed: boolean;
	/** Where its list begins: the same for all of one list. */
	list: number;
}

export function findWorks(text: string, offset: number): Works[] {
	const found: Works[] = [];
	for (const clause of text.matchAll(/[^,。;:!?\n]+/g)) {
		const verbs = [...clause[0].matchAll(verb)];
		const first = verbs[0];
		if (!first) continue;
		const from = first.index + first[0].length;
		const body = clause[0].slice(from);
		const tail = after.exec(body)!;
		const isListed = /等(?:.{0,8})(?:项目|工程|铁路|通道|航道|平台|中心|园区|公路|建设)/.test(tail[0] + body.slice(-14)) && body.includes('、');
		const core = isListed ? body.slice(0, body.lastIndexOf('等')) : body.slice(0, tail.index) + (/^(?:项目|工程)/.exec(tail[0])?.[0] ?? '');
		let at = 0;
		for (const piece of core.split(/([、]|(?<=\p{Script=Han}{3})[和及与](?=\p{Script=Han}{3}))/u)) {
			// 常州建设……平台: the verb stands behind whoever builds.
			const inner = /^.*(?:建设|打造|建成)(?=.{3})/.exec(piece)?.[0].length ?? 0;
			const start = offset + clause.index + from + at + inner;
			at += piece.length;
			const name = piece.slice(inner).trimEnd();
			if (/(?:[和与及]|^)(?:项目|工程)$/.test(name)) continue;
			if (name.length < 2 || name.length > 30 || unnamed.test(name) || (!isListed && !ending.test(name))) continue;
			found.push({ start, end: start + name.length, isListed, list: clause.index });
		}
	}
	return found;
}
