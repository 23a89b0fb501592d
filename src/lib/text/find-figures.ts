/**
 * Numbers with a unit in running text, with what they measure, how they are meant and the year that the text ties to them. Not numbering, dates, names that hold a
 * digit (G50, 5G, 1+8), titles or what stands in a doubt.
 */
import type { Doubt, FigureMention } from '../domain/policy-text.ts';
import { compare } from './figure-comparator.ts';
import { counterUnit, measureUnit, uncounted } from './figure-units.ts';
import { readYears } from './figure-years.ts';
import { numeralClass, readNumeral } from './numerals.ts';
import type { Reading } from './reading.ts';
import { mergeSpans, touching, within } from './spans.ts';

const arabic = '(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?';
const unit = `(?:${measureUnit}|${counterUnit})`;
/** A range may print its unit or its power of ten twice: 10万至20万吨. */
const range = `(?:\\s?(?:%|[万亿]|${measureUnit})?\\s?(?:[-—–~]{1,2}|至|到)\\s?)`;
const withDigits = new RegExp(`(?<![\\dA-Za-z.+_/第]|\\d:)(?<low>${arabic})(?:${range}(?<high>${arabic}))?\\s?(?<more>余|多)?\\s?(?<unit>${unit}|[万亿](?=\\s?(?:\\p{Script=Han}|[,。、;]))|[:∶]1(?!\\d))`, 'gu');
const inWords = new RegExp(`(?<![${numeralClass}第\\d几数多])(?<low>[${numeralClass}]+)(?<more>余|多)?(?<unit>${unit})`, 'gu');
const parts = new RegExp(`(?<whole>[百千十三四五六七八九]{1,2})分之(?<low>[${numeralClass}]+)(?:点(?<point>[一二三四五六七八九零]+))?`, 'gu');
const classes = /(?<=(?:达到|达|优于|不低于|保持|保持在|稳定在|稳定达到|提升到|提升至|改善到|改善至|恢复到|恢复至|为)(?:或优于|或好于)?(?:地表水)?\s?)(?:IV|III|II|I|V|[一二三四五])类(?!(?:水体|水质|断面|及以上|以上)*(?:比例|占比|率|个))/g;

type Raw = Pick<FigureMention, 'start' | 'end' | 'value' | 'valueMin' | 'valueMax' | 'unit'> & { isMore: boolean };

export function findFigures({ text, inTitle }: Reading, doubts: readonly Doubt[]): FigureMention[] {
	const inDoubt = touching(mergeSpans(doubts));
	const raw = [...readDigitsWithUnits(text), ...readWordsWithUnits(text), ...readParts(text), ...readDoublings(text), ...readClasses(text)]
		.filter(({ start, end }) => !inTitle(start, end) && !inDoubt(start, end))
		.sort((a, b) => a.start - b.start || b.end - a.end);
	const years = readYears(text);
	const figures: FigureMention[] = [];
	for (const { isMore, ...figure } of raw) {
		const last = figures.at(-1);
		if (last && figure.start < last.end) continue;
		// 提高到2025年的45%: the year is told by itself.
		const head = text.slice(headStart(text, figure.start, last), figure.start).replace(/(?:19|20)\d{2}年[底末]?的?\s?$/, '');
		const { comparator: own, length } = compare(head.trimEnd(), text.slice(figure.end, figure.end + 4), isMore, figure.unit === '%' || figure.unit === '个百分点');
		// 分别增长5%、6%和7%: what is said before the first holds for all.
		const isListed = last !== undefined && last.unit === figure.unit && /^(?:、|和|与|及|以及)$/.test(text.slice(last.end, figure.start));
		const comparator = figure.unit === '番' ? 'increase-by' : figure.unit === '类' && /(?:优于|好于)$/.test(head) ? (/(?:达到|达|或)(?:优于|好于)$/.test(head) ? 'ge' : 'gt') : own === 'eq' && isListed ? last.comparator : own;
		const what = nameWhat(head.trimEnd().slice(0, head.trimEnd().length - length), text.slice(figure.end, figure.end + 24), namedAfter(figure.unit));
		const { year, baseYear, isGoal } = years.at(figure.start);
		// 3年累计不少于100亿元: one thing, two figures; a change behind a comma is of what stands before it.
		const isChange = comparator === 'increase-by' || comparator === 'reduce-by';
		const shared = what === '' && last && !(isChange ? /[;。!?\n]/ : /[,;。:!?\n]/).test(text.slice(last.end, figure.start)) ? last.what : what;
		// 5个、12个示范村
		if (isListed && namedAfter(figure.unit) && what !== '') last.what = what;
		figures.push({ ...figure, text: text.slice(figure.start, figure.end), comparator, baseYear, year: isTime.test(figure.unit) && !isGoal ? null : year, what: shared });
	}
	return pairYears(text, figures, years.namedBetween);
}

const numberOf = (digits: string): number => Number(digits.replaceAll(',', ''));

function readDigitsWithUnits(text: string): Raw[] {
	return [...text.matchAll(withDigits)].flatMap((match): Raw[] => {
		const { low, high, more, unit: name } = match.groups as { low: string; high?: string; more?: string; unit: string };
		const [start, end] = [match.index, match.index + match[0].length];
		const [min, max] = [numberOf(low), numberOf(high ?? low)];
		if (name === '年' && min >= 1900 && min <= 2100) return [];
		if (/^[:∶]1$/.test(name) && !/(?:比|差距|控制|缩小)[^,。;]{0,8}$/.test(text.slice(Math.max(0, start - 14), start))) return [];
		// The number of a line or of a heading, not of things: 1.个人…, (3)项目…
		if (/(?:^|\n)\s*[(]?$/.test(text.slice(Math.max(0, start - 4), start)) && /^[)、.]/.test(text.slice(start + low.length, start + low.length + 1))) return [];
		return [{ start, end, valueMin: Math.min(min, max), valueMax: Math.max(min, max), value: min === max ? min : null, unit: name, isMore: more !== undefined }];
	});
}

function readWordsWithUnits(text: string): Raw[] {
	return [...text.matchAll(inWords)].flatMap((match): Raw[] => {
		const { low, more, unit: name } = match.groups as { low: string; more?: string; unit: string };
		const [start, end] = [match.index, match.index + match[0].length];
		const value = readNumeral(low);
		const counted = isCount(name);
		if (value === null || value === 0 || (name === '年' && text[start - 1] === '个')) return [];
		if (counted && (value < 2 || uncounted.test(text.slice(end, end + 4)) || /^[次人]$/.test(name))) return [];
		if (!counted && value === 1 && /年|天|元|倍|克|米|[升秒度]/.test(name)) return [];
		// “四个意识”, “金融十六条”: a slogan or a name, not a count.
		if (counted && isQuoted(text, start, end)) return [];
		return [{ start, end, value, valueMin: value, valueMax: value, unit: name, isMore: more !== undefined }];
	});
}

function readParts(text: string): Raw[] {
	return [...text.matchAll(parts)].flatMap((match): Raw[] => {
		const { whole, low, point } = match.groups as { whole: string; low: string; point?: string };
		const [of, top] = [whole === '百' ? 100 : whole === '千' ? 1000 : readNumeral(whole), readNumeral(low)];
		if (of === null || top === null || of === 0) return [];
		const share = top + (point === undefined ? 0 : Number(`0.${[...point].map((digit) => readNumeral(digit)).join('')}`));
		const value = of === 100 || of === 1000 ? share : share / of;
		return [{ start: match.index, end: match.index + match[0].length, value, valueMin: value, valueMax: value, unit: of === 100 ? '%' : of === 1000 ? '‰' : '', isMore: false }];
	});
}

/** 翻一番, 翻两番: as printed, not as a factor. */
function readDoublings(text: string): Raw[] {
	return [...text.matchAll(/翻(?<low>[一两二三1-3])番/g)].map((match) => {
		const value = readNumeral(match.groups!.low!) ?? Number(match.groups!.low);
		return { start: match.index, end: match.index + match[0].length, value, valueMin: value, valueMax: value, unit: '番', isMore: false };
	});
}

const readClasses = (text: string): Raw[] =>
	[...text.matchAll(classes)].map((match) => ({ start: match.index, end: match.index + match[0].length, value: null, valueMin: null, valueMax: null, unit: '类', isMore: false }));

function isQuoted(text: string, start: number, end: number): boolean {
	const open = /[“「『‘][^“”「」『』‘’\n]{0,16}$/.test(text.slice(Math.max(0, start - 17), start));
	return open && /^[^“”「」『』‘’\n]{0,16}[”」』’]/.test(text.slice(end, end + 17));
}

/** A length of time (随后四年) is not of the year that is told beside it, only of a goal. */
const isTime = /^(?:年|周年|个月|天|秒|分钟)$/;
const namedAfter = (unit: string): boolean => isCount(unit) || /级$|伏$/.test(unit);
const isCount = (unit: string): boolean => new RegExp(`^${counterUnit}$`).test(unit) || unit === '万' || unit === '亿';

/** Where the words begin that may say what a figure measures: after the last comma, or after the figure before it in a list. */
function headStart(text: string, at: number, last: FigureMention | undefined): number {
	const from = Math.max(0, at - 60, last?.end ?? 0);
	const words = text.slice(from, at);
	const comma = Math.max(...[',', ';', '。', ':', '!', '?', '\n'].map((sign) => words.lastIndexOf(sign)));
	return from + comma + 1;
}

const lead = /^(?:[、和及与\s)”"]|以及|并且|并|其中|力争|争取|确保|力求|预计|计划|以上|以下|左右|以内|之内|(?:到|至|截至|在)?(?:19|20)\d{2}年(?:[底末前]|年底)?|(?:较|比|与)(?:19|20)\d{2}年(?:相比)?|今年|目前|全面|累计|实现|分别)+/;
const tailWords = /(?:较|比|与)(?:19|20)\d{2}年[底末]?(?:相比)?$|(?:同比|环比|[由从])$|(?:力争|争取|将|总?[计共](?:达|为)?|累计|达到|达|分别|年均|已|有|为|至少|均|都|占|至|到|在|[、(:])+$/;

function nameWhat(head: string, tail: string, counted: boolean): string {
	const before = head.replace(lead, '').replace(tailWords, '').replace(tailWords, '').trim();
	const after = (/^(?:以上|以下|左右|以内|及以上)?的?([\p{Script=Han}A-Za-z0-9]{2,16})/u.exec(tail)?.[1] ?? '').replace(/^(?:以上|以下|左右|大关$)/, '');
	const what = counted && after !== '' ? after : before.length < 2 ? after : before;
	return what.length < 2 ? '' : what;
}

/** 到2022年、2025年分别达到70%和75%: the first year with the first figure. Where the counts differ nobody can tell, and no year is given. */
function pairYears(text: string, figures: readonly FigureMention[], namedBetween: (start: number, end: number) => (number | null)[]): FigureMention[] {
	const paired = figures.map((figure) => ({ ...figure }));
	for (const { index } of text.matchAll(/分别/g)) {
		const from = Math.max(0, index - 200);
		const start = from + Math.max(...['。', ';', '\n'].map((sign) => text.slice(from, index).lastIndexOf(sign))) + 1;
		const years = namedBetween(start, index);
		if (years.length < 2 || years.includes(null)) continue;
		const stop = /[。;\n]/.exec(text.slice(index, index + 200));
		const own = within(paired, index, index + (stop?.index ?? 200));
		own.forEach((figure, i) => (figure.year = own.length === years.length ? years[i]! : null));
	}
	return paired;
}
