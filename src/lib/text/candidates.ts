/** Proposes measures, projects, targets and links from the clauses of a document, each with its place in the text, how sure the rule is and why. A person decides. */
import type { Candidate, CandidateRule, ClauseText, DocumentText, FigureMention, NormalText, Span } from '../domain/policy-text.ts';
import type { TextRegister } from '../domain/text-register.ts';
import { findWorks } from './find-works.ts';
import { fromOriginal, mergeSpans, toOriginal, touching } from './spans.ts';

type Confidence = Candidate['confidence'];

const rules: Record<CandidateRule, [confidence: Confidence, zh: string, en: string]> = {
	'heading-commits': ['high', '标题以动词开头', 'The heading starts with a verb'],
	'sentence-commits': ['high', '条文首句以动词开头', 'The first sentence of the clause starts with a verb'],
	'later-sentence-commits': ['medium', '条文后面的句子以动词开头', 'A later sentence of the clause starts with a verb'],
	'subject-commits': ['medium', '写明主体“应当”“要”“负责”', 'A subject shall act'],
	'listed-works': ['high', '列在“等项目”“等工程”之前', 'One of a list that the text calls projects or works'],
	'placed-works': ['medium', '建设类动词之后，名称含地点', 'After a verb of building, with a place in its name'],
	'named-works': ['low', '建设类动词之后，名称不含地点', 'After a verb of building, without a place in its name'],
	'goal-with-bound': ['high', '有年份、界限和所指事项', 'A year, a bound and the thing measured'],
	goal: ['medium', '有年份和所指事项，没有界限词', 'A year and the thing measured, no bound'],
	'bound-without-year': ['low', '有界限和所指事项，没有年份', 'A bound and the thing measured, no year'],
	'place-named': ['high', '条文写明地点', 'The clause names the place'],
	'collective-named': ['medium', '条文写明合称，由合称带出', 'The clause names a collective that holds the place'],
	'zone-named': ['medium', '条文写明整个区域', 'The clause names the whole zone'],
	'agency-bears-name': ['low', '只见于机构名称', 'Only within the name of an agency']
};
const adverb = '(?:要|应当|应|须|进一步|加快|积极|大力|全面|持续|率先|共同|联合|协同|合力|着力|稳步|有序|有力|深入|切实|主动|充分|统筹|严格|逐步|不断|扎实|滚动|重点|高标准|高水平|高质量|因地制宜|以[^,]{1,30},|有效|按照[^,]{1,40},|在[^,]{1,40}[下上中里],)*';
const commits = new RegExp(`^(?:[一二三四五六七八九十]是)?${adverb}(?:建立|健全|完善|推进|推动|加快|加强|支持|鼓励|探索|制定|制订|出台|实施|开展|深化|优化|提升|提高|建设|打造|构建|强化|统筹|落实|培育|创新|促进|发展|扩大|引导|编制|组建|推行|推广|实行|允许|赋予|设立|成立|保障|改善|保护|研究|共建|协同|协调|聚焦|拓展|引进|规范|简化|开通|新建|改造|整治|修复|治理|争取|依托|加大|增强|改革|整合|完成|确保|启动|布局|举办|组织|发挥|参与|搭建|营造|共享|共筑|严禁|禁止|限制|淘汰|控制|划定|申报|创建|发布|引领|统一|给予|加密|延伸|整理|稳定|压减|提供)`);
/** 县人民政府应当……, 两区一县要……: who shall act comes first. */
const obliges = /^[^,]{2,30}?(?:应当|必须|不得|负责|协同|继续|(?<![需重必主])要(?![求素点么]))/;

const sentencesOf = (text: string): string[] => text.split(/[。;\n]/).map((sentence) => sentence.trim()).filter((sentence) => sentence.length > 3);

const make = (rule: CandidateRule, kind: Candidate['kind'], clause: ClauseText, span: Span, words: Pick<Candidate, 'text' | 'places' | 'figure'>): Candidate => {
	const [confidence, zh, en] = rules[rule];
	return { kind, clause: clause.path, start: span.start, end: span.end, ...words, confidence, rule, reason: { zh, en } };
};

/** Candidates in the order of the clauses; in each first the measure, then its projects, targets and links. */
export function proposeCandidates(normal: NormalText, { clauses }: Pick<DocumentText, 'clauses'>, register: Pick<TextRegister, 'places'>): Candidate[] {
	const zones = new Set(register.places.filter(({ kind }) => kind === 'zone').map(({ place }) => place));
	const parents = new Set(clauses.map(({ parent }) => parent));
	return clauses.flatMap((clause, index) => {
		const own = ownRange(normal, clauses, index);
		const text = normal.text.slice(own.start, own.end);
		return [...(parents.has(clause.path) ? [] : measureOf(clause, text)), ...projectsIn(normal, clause, text, own.start), ...targetsIn(clause, text), ...linksIn(clause, zones)];
	});
}

/** Text of a clause without its children, as positions of the normalised text. */
function ownRange(normal: NormalText, clauses: readonly ClauseText[], index: number): Span {
	const clause = clauses[index]!;
	const next = clauses[index + 1];
	return fromOriginal(normal, { start: clause.start, end: next && next.start < clause.end ? Math.max(clause.start, next.start) : clause.end });
}

/** A printed number is no word of its sentence. */
const numbering = /^\s*(?:第[一二三四五六七八九十百零\d]+[条章节]|[(]?[一二三四五六七八九十\d]{1,3}[)、.]|——|[-•·])\s*/;

function measureOf(clause: ClauseText, text: string): Candidate[] {
	const heading = clause.heading.replace(numbering, '');
	const [first = '', ...later] = sentencesOf(text.replace(numbering, '').replace(heading, ''));
	const rule = commits.test(heading) ? 'heading-commits' : commits.test(first) ? 'sentence-commits' : [first, ...later].some((sentence) => obliges.test(sentence)) ? 'subject-commits' : later.some((sentence) => commits.test(sentence)) ? 'later-sentence-commits' : null;
	if (rule === null) return [];
	const places = unique(clause.places.filter(({ via }) => via === undefined).map(({ id }) => id));
	return [make(rule, 'measure', clause, clause, { text: heading || first.split(',')[0]!.slice(0, 40), places, figure: null })];
}

function projectsIn(normal: NormalText, clause: ClauseText, text: string, offset: number): Candidate[] {
	const works = findWorks(text, offset).map((one) => {
		const span = toOriginal(normal, one);
		const places = unique(clause.places.filter(({ start, end, via }) => via === undefined && start < span.end && span.start < end).map(({ id }) => id));
		return { ...one, span, places, name: normal.text.slice(one.start, one.end) };
	});
	/** 公路、电力、供水等基础设施: a list without one place is a list of kinds. */
	const placed = new Set(works.filter(({ places }) => places.length > 0).map(({ list }) => list));
	const seen = new Set<string>();
	return works.flatMap(({ name, span, places, isListed, list }) => {
		const inDoubt = clause.doubts.some(({ start, end }) => start < span.end && span.start < end);
		if (seen.has(name) || inDoubt) return [];
		seen.add(name);
		const rule = isListed && placed.has(list) ? 'listed-works' : places.length > 0 ? 'placed-works' : /[“”A-Za-z0-9(]/.test(name) ? 'named-works' : null;
		return rule === null ? [] : [make(rule, 'project', clause, span, { text: name, places, figure: null })];
	});
}

function targetsIn(clause: ClauseText, text: string): Candidate[] {
	return clause.figures.flatMap((figure) => {
		const rule = targetRule(figure, text);
		return rule === null ? [] : [make(rule, 'target', clause, figure, { text: figure.what, places: [], figure })];
	});
}

/** A year counts as a goal where the clause says 到……年; a figure of a year that is over is a report. */
function targetRule({ what, year, comparator }: FigureMention, text: string): CandidateRule | null {
	if (what === '') return null;
	const isGoal = year !== null && new RegExp(`[到至在于]\\s?${year}\\s?年`).test(text);
	const isBound = !['eq', 'about', 'gt'].includes(comparator);
	return isGoal ? (isBound || comparator === 'gt' ? 'goal-with-bound' : 'goal') : isBound && year === null ? 'bound-without-year' : null;
}

/** One link a place: the surest of its mentions counts. A zone covers so much that naming it says little about a spot. */
function linksIn(clause: ClauseText, zones: ReadonlySet<string>): Candidate[] {
	const inAgency = touching(mergeSpans(clause.agencies));
	const order: CandidateRule[] = ['place-named', 'zone-named', 'collective-named', 'agency-bears-name'];
	const best = new Map<string, { rule: CandidateRule; at: ClauseText['places'][number] }>();
	for (const mention of clause.places) {
		const rule = inAgency(mention.start, mention.end) ? 'agency-bears-name' : mention.via !== undefined ? 'collective-named' : zones.has(mention.id) ? 'zone-named' : 'place-named';
		const known = best.get(mention.id);
		if (!known || order.indexOf(rule) < order.indexOf(known.rule)) best.set(mention.id, { rule, at: mention });
	}
	return [...best].map(([id, { rule, at }]) => make(rule, 'link', clause, at, { text: at.text, places: [id], figure: null }));
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];
