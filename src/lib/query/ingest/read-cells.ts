/** Findings of a text as cells of the catalogue. What cannot be told is left empty. */
import type { Clause, Target } from '../../domain/dataset.ts';
import type { ClauseKind, ClauseText, FigureComparator } from '../../domain/policy-text.ts';
import type { ProjectKind } from '../../domain/vocabulary.ts';

export const kindOfClause: Record<ClauseKind, Clause['kind']> = { chapter: 'part', part: 'part', section: 'section', article: 'item', item: 'item', dash: 'item', paragraph: 'paragraph' };

/** 提高到 and 下降到 may mean a bound or a value: somebody has to say which. */
export const comparators: Partial<Record<FigureComparator, Target['comparator']>> = { ge: 'ge', gt: 'gt', le: 'le', lt: 'lt', eq: 'eq', about: 'about', 'reduce-by': 'reduce-by' };

const unique = (texts: readonly string[]): string => [...new Set(texts.filter((text) => text !== '' && !/[;\n]/.test(text)))].join(';');
export const figuresOf = ({ figures }: Pick<ClauseText, 'figures'>): string => unique(figures.map(({ text }) => text));
/** Those that answer for the clause, as far as our register holds them. */
export const agenciesOf = ({ agencies }: Pick<ClauseText, 'agencies'>): string => unique(agencies.flatMap(({ id, role }) => (role === 'responsible' ? [id] : [])));

const two = (part: string): string => part.padStart(2, '0');
/** `2022年3月1日` or `2022-03-01` as `2022-03-01`; anything else is empty. */
export function isoDate(text: string): string {
	const [, year, month, day] = /^(\d{4})(?:年|-)(\d{1,2})(?:月|-)(\d{1,2})日?$/.exec(text) ?? [];
	return day === undefined ? '' : `${year}-${two(month!)}-${two(day)}`;
}

/** By what a name ends in, first match counts. A guess: shown as one, and it counts only once somebody has confirmed it. */
const endings: readonly (readonly [ProjectKind, RegExp])[] = [
	['rail', /(?:铁路|高铁|城际|轨道(?:交通)?|地铁|市域线|有轨电车|火车站|号线)/], ['hydro', /(?:水利|泵站|水闸|枢纽闸|堤防|大堤|圩|水厂|水源地|调水|供水|引水|排水|防洪|泄洪|行洪)/],
	['eco', /(?:湿地|生态|修复|林|绿道|绿廊|治理|整治|清淤|污水|净化|水环境|水质|岸线|森林)/], ['road', /(?:高速|公路|大道|道路|路|桥|隧道|航道|码头|港|机场)$/],
	['innovation', /(?:产业园|科创|创新|实验室|研发|科技|智造|数据中心|算力|产业|基地|工厂)/], ['public', /(?:医院|学校|大学|中学|小学|博物馆|图书馆|文化|体育|养老|会展|古镇|公园|旅游|社区)/]
];
export const guessProjectKind = (name: string): ProjectKind | '' => endings.find(([, pattern]) => pattern.test(name))?.[0] ?? '';
