/**
 * Passages that cannot be read with certainty: symbols where words or digits should stand, masked characters, a year or a number that fell out. They are told, never
 * repaired; no figure is taken from within one.
 */
import type { Doubt, Span } from '../domain/policy-text.ts';
import { byPosition, mergeSpans, touching } from './spans.ts';

type Kind = Doubt['kind'];

/** Units that never follow a symbol in sound text. */
const unit = '(?:亿元|万元|万亩|公里|平方公里|个百分点|年(?![底末初轻])|个|项(?!目)|条|家|亩|吨)';
const han = '\\p{Script=Han}';

const patterns: [Kind, RegExp][] = [
	// One sign where a number should stand before its unit; a closing quote or a percent after a digit is none.
	['symbols', new RegExp(`(?<=[${han}"«»\\s(,，;])[!#$%&'*@^~+=|\\\\"]{1,6}(?=\\s?${unit})`, 'gu')],
	// One sign between two words.
	['symbols', new RegExp(`(?<=[${han}》”)])[#$^\`|\\\\@~](?=[${han}《“])`, 'gu')],
	// A zero that fell out of a year: 二?三五年.
	['symbols', /(?<=[一二三四五六七八九])\?(?=[一二三四五六七八九])/g],
	['symbols', /[\ue000-\uf8ff\ufffd\u0080-\u009f]+/gu],
	['symbols', /(?:锟斤拷|锟斤|烫烫烫|屯屯屯)+/gu],
	['symbols', /[\u00c0-\u00ff\u00a1-\u00b6\u00b8-\u00bf]{3,}/gu],
	['masked', new RegExp(`(?:${han}{0,2}(?:\\*{1,4}|[×□■▇█]{2,4})(?=${han}|[”"』」])${han}?)|(?<=[“"「『])\\*{1,4}${han}`, 'gu')],
	['masked', new RegExp(`(?<=${han})[□■▇█](?=${han})`, 'gu')],
	['masked', /\d{2}[×xX*]{2}(?=\s?年)|[〇零一二三四五六七八九]{2,3}[×xX*](?=\s?年)|第[×*□](?=[次届号条])|\d\*{2,}/gu],
	['symbols', new RegExp(`(?<=[${han}\\d])\\?{3,}(?=${han})`, 'gu')],
	['year-missing', new RegExp(`(?<![直达不一多收周迟])[到至较比]年(?=[,,、]|(?![底末初均度终内中报会间份龄产级轻老糕代画检审薪费休利假关限长])${han})`, 'gu')],
	['year-missing', new RegExp(`(?<=^[ \\t\\u3000]*)年(?=长三角|(?![底末初均度终内中产轻龄级老长代画薪检审费会报鉴月份糕货味俗复逾近])${han}{4})`, 'gmu')],
	['year-missing', /(?<![\d○〇零一二三四五六七八九十年月])\s?年\s?月\s?日/gu],
	['number-missing', /(?<=\p{Script=Han})(?<![一二三四五六七八九十百千万亿两几多余数各每这该此某哪首本逐单专事立选款奖强第同另些])项(?=事项)/gu],
	// 总投资亿元, 绿道公里: a unit behind a word and before a mark. 过亿元, 每公里 and 吨公里 need no number.
	['number-missing', new RegExp(`(?<=${han})(?<![〇零一二三四五六七八九十百千万亿两几数多余半过上超近逾破每车吨人客列])(?:亿元|万元|平方公里|(?<!平方)公里|个百分点|%|‰)(?=[,。;、)])`, 'gu')],
	['number-missing', /百分之(?=[,。;、)])/g],
	['number-missing', new RegExp(`(?:不少于|不低于|不超过|不高于|共计|合计|总计|大约|约|达到)\\s?(?=亿元|万元|万人|(?:平方)?公里|万亩|公顷|个百分点|%|‰)`, 'gu')]
];

export function findDoubts(text: string): Doubt[] {
	const found = patterns.flatMap(([kind, pattern]) => [...text.matchAll(pattern)].map((match) => ({ kind, ...trim(text, match.index, match.index + match[0].length) })));
	const runs = [...text.matchAll(/[!-/:-@[-`{-~][!-/:-@[-`{-~ ]{2,}/g)].filter(([run]) => isGarbled(run)).map((match) => trim(text, match.index, match.index + match[0].length));
	const symbols = joinAcross(text, [...runs, ...found.filter(({ kind }) => kind === 'symbols')]);
	const inSymbols = touching(symbols);
	const rest = found.filter(({ kind, start, end }) => kind !== 'symbols' && !inSymbols(start, end));
	const doubts = [...symbols.map((span) => ({ kind: 'symbols' as Kind, ...span })), ...dropOverlaps(rest)];
	return [...doubts, ...findBroken(text, doubts)].sort(byPosition).map(({ kind, start, end }) => ({ kind, start, end, text: text.slice(start, end) }));
}

/** Three signs together of which no text makes use; a rule of equal signs or a row of dots is drawn, not garbled. */
function isGarbled(run: string): boolean {
	return [...run.matchAll(/["#$%&'*+<=>@\\^`{|}~!?]{3,}/g)].some(([signs]) => new Set(signs).size > 1 && !/^[!?]+$/.test(signs));
}

function trim(text: string, from: number, to: number): Span {
	let [start, end] = [from, to];
	while (end > start + 1 && /\s/.test(text[end - 1]!)) end--;
	while (start < end - 1 && /\s/.test(text[start]!)) start++;
	return { start, end };
}

/** Pieces of one garbled stretch are one doubt where at most a few letters, and no sentence, stand between. */
function joinAcross(text: string, spans: readonly Span[]): Span[] {
	const joined: Span[] = [];
	for (const span of mergeSpans(spans)) {
		const last = joined.at(-1);
		const between = last ? text.slice(last.end, span.start) : '';
		if (last && between.length <= 30 && !/\p{Script=Han}|\n/u.test(between)) last.end = span.end;
		else joined.push({ ...span });
	}
	return joined;
}

function dropOverlaps<T extends Span>(spans: readonly T[]): T[] {
	const kept: T[] = [];
	for (const span of spans.toSorted(byPosition)) if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
	return kept;
}

/** Blanks inside words are harmless in a sound text; near other doubts they mark letters that fell out. */
function findBroken(text: string, doubts: readonly Span[]): { kind: Kind; start: number; end: number }[] {
	const reach = 60;
	const near = mergeSpans(doubts.map(({ start, end }) => ({ start: start - reach, end: end + reach })));
	const inDoubt = touching(mergeSpans(doubts));
	const broken: { kind: Kind; start: number; end: number }[] = [];
	for (const stretch of near) {
		const [from, to] = [Math.max(0, stretch.start), Math.min(text.length, stretch.end)];
		for (const gap of text.slice(from, to).matchAll(/(?<=\p{Script=Han})[ \u3000]+(?=\p{Script=Han})/gu)) {
			const [start, end] = [from + gap.index - 1, from + gap.index + gap[0].length + 1];
			if (!inDoubt(start, end)) broken.push({ kind: 'broken-words', start, end });
		}
	}
	return dropOverlaps(broken);
}
