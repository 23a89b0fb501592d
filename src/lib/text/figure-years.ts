/** Which year a text ties to a figure: the one that its sentence, or a goal at the head of its paragraph, names before it. Never the year of the document. */
import type { Span } from '../domain/policy-text.ts';
import { firstFrom, within } from './spans.ts';

interface YearAt extends Span {
	/** Null: a time that is no single year (今年, 2021—2025年); what stood before holds no longer. */
	year: number | null;
	/** 到2025年, not a year that is merely told. */
	isGoal: boolean;
}

const goal = '(?:到|至|截至|截止|力争|争取)';
const times = new RegExp(`(?<from>(?:19|20)\\d{2})年?\\s?[-—–~至到]{1,2}\\s?(?<to>(?:19|20)\\d{2})\\s?年|(?<goal>${goal})?\\s?(?<![\\d.])(?<year>(?:19|20)\\d{2})\\s?年|今年|去年|上年|当前|目前|近年|本年度|同期`, 'g');
const base = /(?:较|比|与|以|相较于?|对比)\s?((?:19|20)\d{2})\s?年|(?:在|按)((?:19|20)\d{2})\s?年[底末]?的?(?:基础|水平)/g;
/** Nothing but a mark, a number or a short heading stands before it in its sentence. */
const isAtHead = (before: string): boolean => before.length <= 36 && /^(?:(?:力争|争取|力求|确保|计划|预计|总体目标是|主要目标是|目标是),?)?$/.test(before.replace(/^[^,]{0,20}:/, '').replace(/[(]?[一二三四五六七八九十\d]{1,3}[)、.]|[\s\-—•·●*]/g, ''));

export interface Years {
	/** Year of a figure at `at`, and the year it is compared with. */
	at(at: number): { year: number | null; baseYear: number | null; isGoal: boolean };
	/** Years named within a range, in order. */
	namedBetween(start: number, end: number): (number | null)[];
}

/** Lines that go on with what the line before says: ——, (1), •. */
const listLine = /^\s*(?:—|-|•|·|●|\(?[一二三四五六七八九十\d]{1,3}[)、.])/;

export function readYears(text: string): Years {
	const known: YearAt[] = [];
	const bases: (Span & { year: number })[] = [];
	let carried: number | null = null;
	for (let from = 0; from <= text.length; ) {
		const lineEnd = (text.indexOf('\n', from) + 1 || text.length + 1) - 1;
		const line = text.slice(from, lineEnd);
		let isList = listLine.test(line);
		if (line.trim() !== '') {
			if (!isList) carried = null;
			known.push({ start: from, end: from, year: carried, isGoal: true });
		}
		let held: number | null = carried;
		for (const sentence of line.matchAll(/[^。!?]+[。!?]*/g)) {
			const start = from + sentence.index;
			if (sentence.index > 0) known.push({ start, end: start, year: held, isGoal: true });
			const own = [...sentence[0].matchAll(base)];
			for (const match of own) {
				const end = start + match.index + match[0].length;
				const stop = /[,;。]/.exec(text.slice(end, lineEnd));
				bases.push({ start: end, end: stop ? end + stop.index : lineEnd, year: Number(match[1] ?? match[2]) });
			}
			for (const match of sentence[0].matchAll(times)) {
				const at = start + match.index;
				if (own.some(({ index, 0: words }) => match.index >= index - 1 && match.index < index + words.length)) continue;
				const year = match.groups!.year === undefined ? null : Number(match.groups!.year);
				const holds = year !== null && match.groups!.goal !== undefined && isAtHead(sentence[0].slice(0, match.index));
				known.push({ start: at, end: at + match[0].length, year, isGoal: match.groups!.goal !== undefined });
				if (holds) held = year;
				isList &&= !holds;
			}
		}
		// A goal at the head of a line holds in the items listed below it.
		if (line.trim() !== '' && !isList) carried = held;
		from = lineEnd + 1;
	}
	return {
		at(at) {
			const compared = bases[firstFrom(bases, at + 1) - 1];
			const last = known[firstFrom(known, at + 1) - 1];
			return { year: last?.year ?? null, isGoal: last?.isGoal ?? false, baseYear: compared && compared.end >= at ? compared.year : null };
		},
		namedBetween: (start, end) => within(known, start, end).filter((one) => one.end > one.start).map(({ year }) => year)
	};
}
