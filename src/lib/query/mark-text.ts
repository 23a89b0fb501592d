/** A text with its findings cut into pieces that do not overlap, each with every mark that covers it: what a page can draw without markup of its own. */
import type { Findings, Span } from '../domain/policy-text.ts';

export const markKinds = ['doubt', 'place', 'agency', 'figure', 'date', 'reference'] as const;
export type MarkKind = (typeof markKinds)[number];

export interface Mark extends Span {
	kind: MarkKind;
	/** `place:…`, `agency:…`, `document:…`; empty where our register holds no such record. Members of a collective follow the collective itself. */
	refs: string[];
	/** Kind of a doubt, else empty. */
	doubt: string;
}
export interface Piece extends Span {
	text: string;
	/** Marks that cover the piece, in the order of `markKinds`. */
	marks: Mark[];
}

const refs = (kind: string, id: string): string[] => (id === '' ? [] : [`${kind}:${id}`]);

/** One mark a span and kind: several places meant by one name share it. A finding outside the text, or an empty one, is left out. */
export function marksOf(findings: Findings, start: number, end: number): Mark[] {
	const found = new Map<string, Mark>();
	const add = (kind: MarkKind, span: Span, ids: string[], doubt = ''): void => {
		if (span.start < start || span.end > end || span.start >= span.end) return;
		const key = `${kind} ${span.start} ${span.end}`;
		const known = found.get(key);
		if (known) known.refs.push(...ids.filter((id) => !known.refs.includes(id)));
		else found.set(key, { kind, start: span.start, end: span.end, refs: [...ids], doubt });
	};
	for (const doubt of findings.doubts) add('doubt', doubt, [], doubt.kind);
	for (const place of findings.places.toSorted((a, b) => Number(a.via !== undefined) - Number(b.via !== undefined))) add('place', place, refs('place', place.id));
	for (const agency of findings.agencies) add('agency', agency, refs('agency', agency.id));
	for (const figure of findings.figures) add('figure', figure, []);
	for (const date of findings.dates) add('date', date, []);
	for (const reference of findings.references) add('reference', reference, refs('document', reference.id));
	return [...found.values()];
}

/** `text` stands at `start` of the original, whose offsets the findings count. The pieces joined give `text` back. */
export function cutText(text: string, start: number, findings: Findings): Piece[] {
	const end = start + text.length;
	const marks = marksOf(findings, start, end);
	const cuts = [...new Set([start, end, ...marks.flatMap((mark) => [mark.start, mark.end])])].toSorted((a, b) => a - b);
	const open: Mark[] = [];
	const byStart = marks.toSorted((a, b) => a.start - b.start);
	let next = 0;
	return cuts.slice(0, -1).map((from, i) => {
		const to = cuts[i + 1]!;
		while (next < byStart.length && byStart[next]!.start <= from) open.push(byStart[next++]!);
		for (let o = open.length - 1; o >= 0; o--) if (open[o]!.end <= from) open.splice(o, 1);
		return { start: from, end: to, text: text.slice(from - start, to - start), marks: open.toSorted((a, b) => markKinds.indexOf(a.kind) - markKinds.indexOf(b.kind)) };
	});
}
