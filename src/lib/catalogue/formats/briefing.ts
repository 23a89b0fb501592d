/**
 * A briefing as one Markdown file, the form in which it is saved, exported, reviewed and shipped: a head between two lines "---", then each
 * slide as a head of its own, "# title", words, and after a line "???" the notes. Reading and writing give back the same briefing.
 */
import { briefingFormat, emptySlide, maxSlides, slideKinds, slideShows, slugPattern } from '../../domain/briefing.ts';
import type { Briefing, Slide } from '../../domain/briefing.ts';
import type { Problem } from '../../domain/problem.ts';

export interface ReadBriefing {
	/** `null` where the file cannot be taken for a briefing; the first problem says why. */
	briefing: Briefing | null;
	/** Line on which each slide starts, for messages. */
	rows: number[];
	problems: Problem[];
}

const fence = '---';
const notesMark = '???';
const escape = (line: string): string => (/^\\*(---|\?\?\?|# )/.test(line) ? `\\${line}` : line);
const unescape = (line: string): string => (/^\\+(---|\?\?\?|# )/.test(line) ? line.slice(1) : line);
/** A key may hold a colon (`seen.row:project:demo-line`); it ends at the first one before a space or the end. */
const pair = /^([^\s].*?):(?: (.*))?$/;
const loosePair = /^([^\s:]+):(.*)$/;
const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

export function writeBriefing(briefing: Briefing): string {
	const { title, lang, author, date, dataDate, version, theme } = briefing;
	const head = (pairs: [string, string | number][]): string => [fence, ...pairs.map(([key, value]) => `${key}: ${oneLine(String(value))}`.trimEnd()), fence].join('\n');
	const body = (text: string): string => text.trim().split('\n').map(escape).join('\n');
	const slideText = (slide: Slide): string => [
		head([
			['id', slide.id], ['kind', slide.kind], ['show', slide.show], ...(slide.view ? [['view', slide.view] as [string, string]] : []), ...(slide.about ? [['about', slide.about] as [string, string]] : []),
			...(slide.figures.length > 0 ? [['figures', slide.figures.join(';')] as [string, string]] : []), ...Object.entries(slide.seen).map(([key, text]): [string, string] => [`seen.${key}`, text])
		]),
		`# ${oneLine(slide.title)}`.trimEnd(), ...(slide.words.trim() ? ['', body(slide.words)] : []), ...(slide.notes.trim() ? ['', notesMark, body(slide.notes)] : [])
	].join('\n');
	return `${[head([['format', briefingFormat], ['title', title], ['lang', lang], ['author', author], ['date', date], ['data', dataDate], ['version', version], ['theme', theme]]), ...briefing.slides.map(slideText)].join('\n\n')}\n`;
}

interface Part {
	/** Line of the file on which its head starts, from 1. */
	row: number;
	head: Map<string, string>;
	lines: string[];
}

export function readBriefing(file: string, slug: string, text: string): ReadBriefing {
	const problems: Problem[] = [];
	const complain = (row: number, reason: string, expected: string, level: Problem['level'] = 'error') => problems.push({ file, row, key: 'bad-briefing', with: { reason, expected }, level });
	const [first, ...parts] = split(text, complain);
	if (!first) {
		if (problems.length === 0) complain(1, 'the file does not begin with a head', 'a line "---", lines "key: value" and a line "---"');
		return { briefing: null, rows: [], problems };
	}
	const format = Number(first.head.get('format'));
	if (!Number.isInteger(format) || format < 1) complain(first.row, `"format" is "${first.head.get('format') ?? ''}"`, `a whole number up to ${briefingFormat}`);
	else if (format > briefingFormat) complain(first.row, `the briefing has format ${format}, from a newer version of the app`, `format ${briefingFormat} or older`);
	if (!slugPattern.test(slug)) complain(0, `the name "${slug}" is not well formed`, 'lower-case words joined by "-"');
	if (parts.length > maxSlides) complain(parts[maxSlides]!.row, `the briefing has ${parts.length} slides`, `${maxSlides} at most`);
	if (problems.length > 0) return { briefing: null, rows: [], problems };
	const ids = new Set<string>();
	const slides = parts.map((part) => readSlide(part, ids, complain));
	const get = (key: string) => first.head.get(key) ?? '';
	const briefing: Briefing = {
		slug, format: briefingFormat, lang: get('lang') === 'en' ? 'en' : 'zh', title: get('title'), author: get('author'), date: get('date'), dataDate: get('data'), version: Math.max(1, Math.trunc(Number(get('version'))) || 1),
		theme: get('theme') === 'light' ? 'light' : 'dark', slides
	};
	if (briefing.title === '') complain(first.row, '"title" is empty', 'the title of the briefing', 'warning');
	return { briefing, rows: parts.map(({ row }) => row), problems };
}

type Complain = (row: number, reason: string, expected: string, level?: Problem['level']) => void;

function split(text: string, complain: Complain): Part[] {
	const lines = text.replace(/^\ufeff/, '').replaceAll('\r\n', '\n').split('\n');
	const parts: Part[] = [];
	for (let at = 0; at < lines.length; at++) {
		if (lines[at] !== fence) {
			if (parts.length > 0) parts.at(-1)!.lines.push(lines[at]!);
			else if (lines[at]!.trim() !== '') return [];
			continue;
		}
		const row = at + 1;
		const end = lines.indexOf(fence, at + 1);
		if (end < 0) {
			complain(row, 'a head is never closed', 'a second line "---"');
			return [];
		}
		const head = new Map<string, string>();
		for (const [n, line] of lines.slice(at + 1, end).entries()) {
			const [, key, value = ''] = pair.exec(line) ?? loosePair.exec(line) ?? [];
			if (key !== undefined) head.set(key.trim(), value.trim());
			else if (line.trim() !== '') complain(row + 1 + n, `"${line.slice(0, 40)}" is no "key: value"`, 'a key, a colon and a value', 'warning');
		}
		parts.push({ row, head, lines: [] });
		at = end;
	}
	return parts;
}

function readSlide({ row, head, lines }: Part, ids: Set<string>, complain: Complain): Slide {
	const word = <T extends string>(key: string, known: readonly T[], otherwise: T): T => {
		const found = head.get(key);
		if (found === undefined || (known as readonly string[]).includes(found)) return (found as T | undefined) ?? otherwise;
		complain(row, `"${key}" is "${found}"`, `one of ${known.join(', ')}`, 'warning');
		return otherwise;
	};
	let id = head.get('id') ?? '';
	if (!slugPattern.test(id) || ids.has(id)) {
		if (id !== '') complain(row, `the slide id "${id}" ${ids.has(id) ? 'stands twice' : 'is not well formed'}`, 'an id of its own; a new one is given', 'warning');
		for (let n = ids.size + 1; ; n++) if (!ids.has((id = `s${n}`))) break;
	}
	ids.add(id);
	const mark = lines.indexOf(notesMark);
	const body = mark < 0 ? lines : lines.slice(0, mark);
	const titleAt = body.findIndex((line) => line.trim() !== '');
	const title = /^# ?(.*)$/.exec(body[titleAt] ?? '');
	const textOf = (some: readonly string[]): string => some.map(unescape).join('\n').trim();
	return {
		...emptySlide(id), kind: word('kind', slideKinds, 'content'), show: word('show', slideShows, 'map-facts'), title: title?.[1]?.trim() ?? '', words: textOf(title ? body.slice(titleAt + 1) : body), notes: mark < 0 ? '' : textOf(lines.slice(mark + 1)),
		view: head.get('view') ?? '', about: head.get('about') ?? '', figures: (head.get('figures') ?? '').split(';').map((key) => key.trim()).filter(Boolean),
		seen: Object.fromEntries([...head].filter(([key]) => key.startsWith('seen.')).map(([key, text]) => [key.slice(5), text]))
	};
}
