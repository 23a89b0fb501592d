/**
 * Which documents a text holds. A document is a title with numbered clauses under it; what stands before, between and after is set aside. A
 * text without such a title is one document. The envelope of a policy (the notice that issues it) belongs to it and tells issuer and date.
 */
import type { Aside } from '../domain/policy-text.ts';
import type { Mark } from './aside.ts';
import { between, indexFrom, isUnpunctuated, splitLines, wordsOf, type Range } from './lines.ts';
import { findNumbers, rankOf, type NumberToken } from './numbers.ts';
import { bareTitle, namedTitles, readBrokenTitle, readTitle, type TitleLine } from './titles.ts';

/** Titles of the documents that we hold. */
export interface RegisterEntry {
	id: string;
	title: string;
	short?: string;
}

export interface DocumentRange extends Range {
	title: string;
	/** End of the title in the text; `from` where the title stands elsewhere. */
	wordsFrom: number;
	id: string;
	lines: Range[];
	numbers: NumberToken[];
}

export interface Split {
	documents: DocumentRange[];
	asides: Mark[];
}

const isAnnexLine = (words: string): boolean => /^附(?:件|录|表|图)? ?(?:[\d一二三四五六七八九十]{0,2}|[A-Z]) ?(?::|$)/.test(words);

/** Lines of `[from, to)` that are not set aside; of a line that is so in part, the rest. */
export function openLines(text: string, asides: readonly Range[], from = 0, to = text.length): Range[] {
	let next = 0;
	return splitLines(text, from, to).flatMap((line): Range[] => {
		while (next < asides.length && asides[next]!.to <= line.from) next++;
		const rest: Range[] = [];
		let at = line.from;
		for (let index = next; index < asides.length && asides[index]!.from < line.to; index++) {
			if (asides[index]!.from > at) rest.push({ from: at, to: asides[index]!.from });
			at = Math.max(at, asides[index]!.to);
		}
		if (at < line.to) rest.push({ from: at, to: line.to });
		return rest;
	});
}

/** A first number and its second: what makes a heap of words a document. */
function firstOfSequence(numbers: readonly NumberToken[]): NumberToken | undefined {
	const firsts = new Map<string, NumberToken>();
	for (const token of numbers) {
		if (token.lead === 'loose' && token.style !== 'article' && token.style !== 'chapter') continue;
		if (token.value === 1 && !firsts.has(token.style)) firsts.set(token.style, token);
		const first = firsts.get(token.style);
		if (token.value === 2 && first && token.from - first.to >= 4 && rankOf(token.style) <= rankOf('arabic')) return first;
	}
	return undefined;
}

interface Candidate extends TitleLine {
	lineFrom: number;
	isAnnex: boolean;
}

function findCandidates(text: string, lines: readonly Range[], register: readonly RegisterEntry[]): Candidate[] {
	const whole = lines.flatMap((line) => readTitle(text, line, [])?.title ?? []);
	const known = [...new Set([...register.map(({ title }) => title), ...whole, ...namedTitles(text)])].toSorted((a, b) => b.length - a.length);
	let taken = -1;
	return lines.flatMap((line, index): Candidate[] => {
		const broken = readBrokenTitle(text, line, lines[index + 1]);
		const title = line.from < taken ? null : (broken ?? readTitle(text, line, known));
		if (broken) taken = broken.to;
		const above = lines.slice(Math.max(0, index - 2), index);
		return title ? [{ ...title, lineFrom: line.from, isAnnex: above.some((one) => isAnnexLine(wordsOf(text, one))) }] : [];
	});
}

/** The issuer's line and the number of the document stand above its title. */
function letterhead(text: string, lines: readonly Range[], from: number): number {
	let index = indexFrom(lines, from);
	if (lines[index]?.from !== from) return from;
	while (index > 0 && /^\S{2,30}(?:文件|\d{1,5}号|令)$|^\S{2,40}(?:人民政府|办公厅|办公室|委员会)$/.test(wordsOf(text, lines[index - 1]!))) index--;
	return lines[index]!.from;
}

/** The notice above its policy, or the same title twice. */
const opensFor = (text: string, envelope: Candidate, main: Candidate): boolean =>
	bareTitle(envelope.title) === bareTitle(main.title) || (/(?:通知|函|批复|决定|公告)$/.test(bareTitle(envelope.title)) && (bareTitle(envelope.title).includes(bareTitle(main.title)) || /印发|转发|发布|公布/.test(text.slice(envelope.from, Math.min(main.from, envelope.from + 2_000)))));

/** Where another text begins behind the last clause of `document`: a bare line with no further clause of the sequence, or a bare line above a new first number. */
function findForeignEnd(text: string, document: DocumentRange): number {
	const first = firstOfSequence(document.numbers);
	if (!first) return document.to;
	const own = document.numbers.filter(({ style, lead }) => style === first.style && lead !== 'loose');
	const lastOwn = own.reduce((last, token) => (token.value === last.value + 1 ? token : last), { ...first, value: 0 });
	const lastArticle = document.numbers.findLast(({ style, lead }) => style === 'article' && lead === 'line')?.from ?? -1;
	const restarts = own.filter(({ value }) => value === 1);
	for (const [index, line] of document.lines.entries()) {
		if (line.from < document.wordsFrom || line.from <= first.from) continue;
		const words = wordsOf(text, line);
		if (isAnnexLine(words)) return document.to;
		const isBare = words.length >= 10 && words.length <= 60 && isUnpunctuated(words) && !findNumbers(text, line.from, line.to).some(({ from }) => from === line.from) && !/(?:政府|办公厅|办公室|委员会|委|局|部|厅|日)$/.test(words) && !/^[(（专]|^表|^图/.test(words);
		if (!isBare || index === document.lines.length - 1) continue;
		if (line.from > lastOwn.from && (first.style === 'article' || first.style === 'chapter' ? lastArticle < line.from : (restarts.at(-1)?.from ?? -1) > line.from)) return line.from;
	}
	return document.to;
}

function titleOf(text: string, lines: readonly Range[], candidates: readonly Candidate[]): { title: string; to: number } {
	const head = lines.slice(0, 12);
	const candidate = candidates.find(({ lineFrom, isAnnex, isGlued }) => !isAnnex && !isGlued && lineFrom <= (head.at(-1)?.from ?? 0));
	const stop = head.findIndex((line) => !isUnpunctuated(wordsOf(text, line)));
	const bare = head.slice(0, stop < 0 ? 3 : stop).find((line) => line.to - line.from >= 6 && line.to - line.from <= 80 && !/^[-\d\s年月日:/]+$/.test(wordsOf(text, line)) && findNumbers(text, line.from, line.to)[0]?.from !== line.from);
	if (candidate && !(bare && bare.from < candidate.from && stop >= 0 && candidate.from > head[stop]!.from)) return candidate;
	if (bare) return { title: wordsOf(text, bare).replace(/^#{1,6} /, ''), to: bare.to };
	const issued = /(?:印发|发布|出台|公布|制定)了?《([^《》\n]{6,70})》/.exec(text.slice(lines[0]?.from ?? 0, (lines[0]?.from ?? 0) + 600));
	return { title: issued?.[1] ?? '', to: lines[0]?.from ?? 0 };
}

/** Exact, envelope and 《》 aside: a province's plan for carrying out an outline names the outline in its title and is not it. A short name counts where it is no common word (总体方案). */
export function registeredId(title: string, register: readonly RegisterEntry[]): string {
	const bare = bareTitle(title).replace(/^\S{2,40}?(?:印发|转发|发布)(?:关于)?(?=\S{6})/, '').replace(/的通知$/, '');
	const names = ({ title: full, short = '' }: RegisterEntry): string[] => [bareTitle(full), ...(short.length >= 8 ? [bareTitle(short)] : [])];
	return register.find((entry) => [bare, bareTitle(title)].some((name) => name !== '' && names(entry).includes(name)))?.id ?? '';
}

export function splitDocuments(text: string, asides: readonly Mark[], register: readonly RegisterEntry[]): Split {
	const lines = openLines(text, asides);
	if (lines.length === 0) return { documents: [], asides: [...asides] };
	const numbers = lines.flatMap((line) => findNumbers(text, line.from, line.to));
	const candidates = findCandidates(text, lines, register);
	const end = lines.at(-1)!.to;
	const make = (from: number, to: number, title: string, wordsFrom: number): DocumentRange => ({ from, to, title, wordsFrom, id: registeredId(title, register), lines: between(lines, from, to), numbers: between(numbers, wordsFrom, to) });
	const found: Pick<DocumentRange, 'from' | 'to' | 'title' | 'wordsFrom'>[] = [];
	let envelope: Candidate | undefined;
	candidates.forEach((candidate, index) => {
		const to = candidates[index + 1]?.lineFrom ?? end;
		const since = found.at(-1)?.from ?? 0;
		// 附件:1.…2.… in a notice names what comes behind it.
		const list = between(lines, candidate.to, to).find((line) => /^附件? ?:/.test(wordsOf(text, line)));
		const hasBody = firstOfSequence(between(numbers, candidate.to, list?.from ?? to)) !== undefined;
		const isOwnAnnex = candidate.isAnnex && firstOfSequence(between(numbers, since, candidate.lineFrom)) !== undefined;
		if (!hasBody || isOwnAnnex) {
			envelope ??= isOwnAnnex ? undefined : candidate;
			return;
		}
		const from = letterhead(text, lines, envelope && opensFor(text, envelope, candidate) ? envelope.lineFrom : candidate.lineFrom);
		envelope = undefined;
		if (found.length > 0) found[found.length - 1]!.to = Math.min(found.at(-1)!.to, from);
		found.push({ from, to: end, title: candidate.title, wordsFrom: candidate.to });
	});
	/** No title with clauses under it, or only that of an annex. */
	const isImplied = found.length === 0 || (firstOfSequence(between(numbers, 0, found[0]!.from)) !== undefined && found.length === 1 && candidates.some(({ isAnnex }) => isAnnex));
	if (isImplied) {
		const title = titleOf(text, lines, candidates);
		return { documents: [make(lines[0]!.from, end, title.title, title.to)], asides: [...asides] };
	}
	const documents = found.map((document) => {
		const cut = make(document.from, document.to, document.title, document.wordsFrom);
		return make(cut.from, findForeignEnd(text, cut), cut.title, cut.wordsFrom);
	});
	return { documents: documents.map(trim), asides: [...asides, ...betweenDocuments(documents, lines)].toSorted((a, b) => a.from - b.from) };
}

const trim = (document: DocumentRange): DocumentRange => ({ ...document, to: document.lines.at(-1)?.to ?? document.to });

/** What stands before the only document is its lead; anything else around documents is another text. */
function betweenDocuments(documents: readonly DocumentRange[], lines: readonly Range[]): Mark[] {
	const marks: Mark[] = [];
	let at = 0;
	const put = (from: number, to: number, kind: Aside['kind']) => {
		for (const line of between(lines, from, to)) {
			const last = marks.at(-1);
			if (last?.kind === kind && line.from <= last.to + 1) last.to = line.to;
			else marks.push({ ...line, kind });
		}
	};
	documents.forEach(({ from, to }, index) => {
		put(at, from, index === 0 && documents.length === 1 ? 'lead' : 'other');
		at = to;
	});
	put(at, Number.MAX_SAFE_INTEGER, 'other');
	return marks;
}
