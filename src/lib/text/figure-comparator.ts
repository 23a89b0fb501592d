/** How a figure is meant, from the words around it. A change keeps its direction before its bound: 增长5%以上 is a growth, 提高到80%以上 is at least 80 %. */
import type { FigureComparator } from '../domain/policy-text.ts';

const before: [FigureComparator, RegExp][] = [
	['ge', /(?:不低于|不少于|不小于|不短于|不得低于|不得少于|至少|最低|达到或超过|高于或等于|大于等于|≥)$/],
	['le', /(?:不超过|不高于|不大于|不多于|不得超过|不得高于|至多|最多|最长|控制在|小于等于|≤)$/],
	['gt', /(?:超过|突破|大于|高于|多于|超出|逾|超|>)$/],
	['lt', /(?:低于|小于|少于|不足|<)$/],
	['increase-to', /(?:提高|提升|增加|增长|扩大|上升|增|升|延长|拓展|提标)(?:到|至|为)$/],
	['reduce-to', /(?:降低|下降|减少|压减|缩小|缩短|压缩|降|减|缩减|控减)(?:到|至|为)$/],
	// 缩短办理时间至3个工作日
	['increase-to', /(?:提高|提升|增加|扩大|延长)[^,。;:!?\n\d]{1,10}(?:(?<!达)到|(?<![截直乃甚])至)$/],
	['reduce-to', /(?:降低|减少|压减|缩小|缩短|压缩|缩减)[^,。;:!?\n\d]{1,10}(?:(?<!达)到|(?<![截直乃甚])至)$/],
	['increase-by', /(?:增长|提高|提升|增加|上升|新增|扩大|净增|增幅|增速|延长)(?:率|幅度)?(?:了|达|达到|为|在|保持在)?$/],
	['reduce-by', /(?:下降|降低|减少|减排|压减|削减|缩减|缩短|压缩|降幅|降)(?:率|幅度)?(?:了|达|达到|为|在)?$/],
	['about', /(?:约|大约|大概|近|接近|将近)$/]
];
const after: [FigureComparator, RegExp][] = [
	['ge', /^(?:及|或)?(?:以上|之上)/], ['le', /^(?:及|或)?(?:以下|以内|之内|之下)/], ['about', /^(?:左右|上下|前后)/]
];
const changes = new Set<FigureComparator>(['increase-by', 'reduce-by']);
const hints = /(?:力争|争取|将|总?[计共](?:达|为)?|累计|达到|达|分别|年均|已|力求|为|至少|是|也|均|都|\s)+$/;

export interface Compared {
	comparator: FigureComparator;
	/** Length of the words before the figure that say how it is compared. */
	length: number;
}

/** 减少碳排放15%: a share behind a verb of change and its object is the change. */
const shares: [FigureComparator, RegExp][] = [
	['increase-by', /(?:提高|提升|增加|扩大)(?!的)\p{Script=Han}{1,8}(?<![到至达为占于超过近约低高])$/u],
	['reduce-by', /(?:降低|减少|压减|缩减|削减|缩短|压缩)(?!的)\p{Script=Han}{1,8}(?<![到至达为占于超过近约低高])$/u]
];

export function compare(head: string, tail: string, isMore: boolean, isShare = false): Compared {
	const found = [...before, ...(isShare ? shares : [])].flatMap(([comparator, pattern]) => {
		const match = pattern.exec(head);
		return match ? [{ comparator, length: match[0].length }] : [];
	})[0];
	// 下降不低于10%, 提高约5个百分点: the change stands before the bound.
	const rest = found && !changes.has(found.comparator) ? head.slice(0, -found.length) : '';
	const change = rest === '' ? undefined : before.filter(([comparator]) => changes.has(comparator)).flatMap(([comparator, pattern]) => {
		const match = pattern.exec(rest.replace(/(?:幅度|率)$/, ''));
		return match ? [{ comparator, length: found!.length + (rest.length - match.index) }] : [];
	})[0];
	if (change && found!.comparator !== 'increase-to' && found!.comparator !== 'reduce-to') return change;
	const bound = after.find(([, pattern]) => pattern.test(tail))?.[0];
	if (found && changes.has(found.comparator)) return found;
	if (bound) return { comparator: bound, length: found?.length ?? 0 };
	if (found) return found;
	return { comparator: isMore ? 'gt' : 'eq', length: hints.exec(head)?.[0].length ?? 0 };
}
