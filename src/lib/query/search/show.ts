/** An entry as the reader sees it: its title, the other language's, and the lines that hold what the title does not; the words marked in the text as it is shown. */
import type { Found, MarkedLine, MarkedText, SearchKind } from '../../domain/search.ts';
import type { Ref } from '../../domain/dataset.ts';
import { emptyView } from '../../domain/view.ts';
import type { Lang } from '../../i18n/lang.ts';
import { agenciesHref } from '../library-url.ts';
import { clauseHref, documentHref, hrefOf } from '../url.ts';
import type { Indexed, IndexedText } from './build.ts';
import { holds, marksOf } from './match.ts';
import type { Sought } from './match.ts';

/** Units of a line, and of what stands before its first mark. Latin letters are half as wide. */
const [lineUnits, leadUnits] = [64, 14];
const maxLines = 2;

/** Records open on the map, documents and clauses on the document's page; an agency in the list of agencies. */
export function foundHref(lang: Lang, kind: SearchKind, id: string): string {
	if (kind === 'clause' || kind === 'text') return id.includes('#') ? clauseHref(lang, id) : documentHref(lang, id);
	if (kind === 'document') return documentHref(lang, id);
	if (kind === 'agency') return agenciesHref(lang, id);
	return hrefOf(lang, { ...emptyView, selection: `${kind}:${id}` as Ref });
}

const refOf = (kind: SearchKind, id: string): string => (kind === 'text' ? `${id.includes('#') ? 'clause' : 'document'}:${id}` : `${kind}:${id}`);
const nothing: MarkedText = { text: '', marks: [] };

export function showEntry(entry: Indexed, terms: readonly Sought[], lang: Lang): Found {
	const { kind, id, texts } = entry;
	const textOf = (role: 'title' | 'cite', of: Lang): IndexedText | undefined => texts.find((text) => text.role === role && text.lang === of && text.text !== '');
	const [own, foreign, cite] = [textOf('title', lang), textOf('title', lang === 'zh' ? 'en' : 'zh'), textOf('cite', lang)];
	const mark = (text: IndexedText | undefined): MarkedText => (text ? { text: text.text, marks: marksOf(text, terms) } : nothing);
	const isClause = kind === 'clause' || kind === 'text';
	const head = isClause ? [cite, own] : [own, foreign];
	let missing = terms.filter((term) => !head.some((text) => text && holds(text, term)));
	const lines: MarkedLine[] = [];
	const rest = texts.filter((text) => !head.includes(text)).toSorted((a, b) => Number(b.lang === lang) - Number(a.lang === lang));
	for (const text of rest) {
		if (lines.length === maxLines || missing.length === 0) break;
		if (!missing.some((term) => holds(text, term))) continue;
		lines.push({ ...cutAround(text.text, marksOf(text, terms), text.lang), lang: text.lang });
		missing = missing.filter((term) => !holds(text, term));
	}
	// A clause without a line of ours would be a bare number.
	const summary = isClause && lines.length === 0 ? rest.find(({ role, lang: of }) => role === 'line' && of === lang) : undefined;
	if (summary) lines.push({ ...cutAround(summary.text, marksOf(summary, terms), summary.lang), lang: summary.lang });
	return { kind, ref: refOf(kind, id), href: foundHref(lang, kind, id), cite: isClause ? mark(cite) : nothing, title: mark(own ?? (isClause ? undefined : foreign)), other: isClause ? nothing : own ? mark(foreign) : nothing, lines };
}

/** A window of the text with its marks moved along; what is left out is shown as …. */
export function cutAround(text: string, marks: [number, number][], lang: Lang): MarkedText {
	const width = lang === 'zh' ? lineUnits : lineUnits * 2;
	if (text.length <= width) return { text, marks };
	const first = marks[0]?.[0] ?? 0;
	const lead = lang === 'zh' ? leadUnits : leadUnits * 2;
	let start = Math.max(0, Math.min(first - lead, text.length - width));
	let end = Math.min(text.length, start + width);
	if (lang === 'en') {
		if (start > 0) start = Math.min(first, text.indexOf(' ', start) + 1 || start);
		if (end < text.length) end = Math.max(text.lastIndexOf(' ', end), Math.min(end, marks[0]?.[1] ?? 0));
	}
	if (isLow(text, start)) start--;
	if (isLow(text, end)) end++;
	const [before, after] = [start > 0 ? '…' : '', end < text.length ? '…' : ''];
	const moved = marks.flatMap(([from, to]): [number, number][] => (from >= end || to <= start ? [] : [[Math.max(from, start) - start + before.length, Math.min(to, end) - start + before.length]]));
	return { text: `${before}${text.slice(start, end)}${after}`, marks: moved };
}
const isLow = (text: string, at: number): boolean => at < text.length && text.charCodeAt(at) >= 0xdc00 && text.charCodeAt(at) <= 0xdfff;
