/**
 * Two saved questions held against each other: headline numbers, then the records that only one of them finds and those that both find, each
 * with why it is there. Where the sides look at two years, what changed between them is told too; what no dated row speaks of stays unknown.
 */
import '../i18n/rooms/versus.ts';
import '../i18n/rooms/themes.ts';
import { splitRef } from '../domain/dataset.ts';
import type { ProjectKind, StatusValue } from '../domain/vocabulary.ts';
import { say } from '../i18n/index.ts';
import { titleOf } from './cards.ts';
import { citeClause, citeSources } from './cite.ts';
import type { SourceCitation } from './cite.ts';
import { compareFigures } from './compare-figures.ts';
import type { FigureRow } from './compare-figures.ts';
import { compareSide, stateOn } from './compare-side.ts';
import type { CompareSide } from './compare-side.ts';
import type { CompareAsk, SideKey } from './compare-url.ts';
import type { Query } from './explore.ts';
import { valueWords, whenWords } from './indicator-words.ts';
import type { Writer } from './indicator-words.ts';
import type { ItemKind } from './query-index.ts';
import { groupsOf, isLeaf } from './select.ts';
import { isWholeLine, totalOf } from './sums.ts';
import { reasonsCell } from './table.ts';
import type { Cell } from './table.ts';
import { judgementsIn } from './year-view.ts';

export const compareKinds = ['project', 'measure', 'indicator'] as const satisfies readonly ItemKind[];
export const compareParts = ['a', 'b', 'both'] as const;
/** Found by one side alone, or by both. */
export type ComparePart = (typeof compareParts)[number];

/** Why a record is on a side: the reasons of its places and gaps, and the clauses of the documents that are asked for. */
export interface SideReason {
	cell: Extract<Cell, { type: 'reasons' }>;
	clauses: { id: string; short: string }[];
}
export interface CompareRow {
	ref: string;
	title: string;
	kind?: ProjectKind;
	status?: StatusValue | 'unknown';
	/** How it stands: status and date, the clause of a measure, value and state of an indicator. */
	stands: string;
	/** Where the years of the sides tell it differently: both sides in words; `isKnown` where dated rows speak on both. */
	change: { a: string; b: string; isKnown: boolean } | null;
	length: { value: number; isWholeLine: boolean } | null;
	investment: { value: number; isWholeLine: boolean } | null;
	why: Record<SideKey, SideReason | null>;
	sources: SourceCitation[];
}
export interface CompareGroup {
	kind: ItemKind;
	rows: Record<ComparePart, CompareRow[]>;
}
export interface Compared {
	sides: Record<SideKey, CompareSide>;
	/** The sides look at two years, or one of them at a year. */
	isOfYears: boolean;
	/** Both sides ask the same. */
	isSame: boolean;
	figures: FigureRow[];
	groups: CompareGroup[];
	dataDate: string;
}

/** `null` while a side is still to be chosen. */
export function compareViews(query: Query, writer: Writer, { sides }: Pick<CompareAsk, 'sides'>, isLayer: (id: string) => boolean): Compared | null {
	if (sides.a === null || sides.b === null) return null;
	const [a, b] = [compareSide(query, writer, 'a', sides.a, isLayer), compareSide(query, writer, 'b', sides.b, isLayer)];
	const isOfYears = a.view.year !== b.view.year;
	const [standsA, standsB] = [standsOn(query, writer, a, isOfYears), standsOn(query, writer, b, isOfYears)];
	const groups = compareKinds.map((kind): CompareGroup => {
		const [inA, inB] = [new Set(a.ids[kind]), new Set(b.ids[kind])];
		const row = (id: string): CompareRow => {
			const [onA, onB] = [inA.has(id) ? standsA(kind, id) : null, inB.has(id) ? standsB(kind, id) : null];
			const change = isOfYears && onA && onB && onA.key !== onB.key ? { a: onA.words, b: onB.words, isKnown: onA.isKnown && onB.isKnown } : null;
			return { ...factsOf(query, writer, kind, id), stands: (onA ?? onB)!.words, change, why: { a: onA && reasonOn(query, writer, `${kind}:${id}`, a), b: onB && reasonOn(query, writer, `${kind}:${id}`, b) } };
		};
		const both = a.ids[kind].filter((id) => inB.has(id)).map(row);
		const weight = ({ change }: CompareRow): number => (change ? (change.isKnown ? 0 : 1) : 2);
		return { kind, rows: { a: a.ids[kind].filter((id) => !inB.has(id)).map(row), b: b.ids[kind].filter((id) => !inA.has(id)).map(row), both: both.toSorted((one, other) => weight(one) - weight(other)) } };
	});
	return { sides: { a, b }, isOfYears, isSame: !isOfYears && JSON.stringify(a.view.filter) === JSON.stringify(b.view.filter), figures: compareFigures(query, writer, a, b), groups, dataDate: query.atlas.dataset.dataDate };
}

interface Stands {
	/** What must differ for the record to count as changed: a state, or a value with its state; a later report of the same is no change. */
	key: string;
	words: string;
	isKnown: boolean;
}

function standsOn(query: Query, writer: Writer, side: CompareSide, isOfYears: boolean): (kind: ItemKind, id: string) => Stands {
	const { atlas } = query;
	const { t, lang } = writer;
	const judgements = judgementsIn(atlas, side.view.year);
	return (kind, id) => {
		if (kind === 'measure') return { key: id, words: citeClause(atlas, lang, atlas.measure.get(id)!.clause)?.short ?? '', isKnown: true };
		if (kind === 'project') {
			const report = atlas.statuses(id)[0];
			if (!isOfYears && side.view.year === null) return { key: report?.status ?? 'unknown', words: `${say(t, 'status', report?.status ?? 'unknown')} ${report?.date ?? ''}`.trim(), isKnown: report !== undefined };
			const { state, asOf } = stateOn(query, side, id);
			return { key: state, words: `${t(`themes.state.${state}`)} ${asOf}`.trim(), isKnown: state !== 'unknown' };
		}
		const [indicator, judgement] = [atlas.indicator.get(id)!, judgements.get(id)];
		const value = indicator.confidence === 'low' ? null : (judgement?.value ?? null);
		const state = say(t, 'state', judgement?.state ?? 'no-data');
		return { key: `${value?.id ?? ''} ${judgement?.state ?? ''}`, words: value ? t('versus.value', { value: valueWords(writer, indicator, value), when: whenWords(value), state }) : state, isKnown: value !== null };
	};
}

function factsOf({ atlas }: Query, { lang }: Writer, kind: ItemKind, id: string): Omit<CompareRow, 'stands' | 'change' | 'why'> {
	const amount = (what: 'length' | 'investment'): CompareRow['length'] => {
		const total = kind === 'project' ? totalOf(atlas, id, what) : undefined;
		return total ? { value: total.valueMin!, isWholeLine: isWholeLine(total) } : null;
	};
	const record = kind === 'project' ? atlas.project.get(id)! : kind === 'measure' ? atlas.measure.get(id)! : atlas.indicator.get(id)!;
	return {
		ref: `${kind}:${id}`, title: titleOf(atlas, lang, `${kind}:${id}`), ...(kind === 'project' && { kind: atlas.project.get(id)!.kind, status: atlas.statuses(id)[0]?.status ?? 'unknown' }),
		length: amount('length'), investment: amount('investment'), sources: citeSources(atlas, lang, record.sources)
	};
}

function reasonOn({ atlas, index }: Query, { lang }: Writer, ref: string, { view }: CompareSide): SideReason {
	const asked = new Set(groupsOf(view.filter).filter(isLeaf).filter(({ is }) => is === 'document').flatMap(({ of }) => of));
	const [kind, id] = splitRef(ref);
	const clauses = asked.size === 0 ? [] : kind === 'measure' ? [atlas.measure.get(id)!.clause] : atlas.linksFrom(ref).flatMap(({ to }) => {
		const [toKind, toId] = splitRef(to);
		return toKind === 'clause' ? [toId] : toKind === 'measure' ? [atlas.measure.get(toId)!.clause] : [];
	});
	return {
		cell: reasonsCell(atlas, index, lang, ref, view),
		clauses: [...new Set(clauses)].filter((clause) => asked.has(atlas.clause.get(clause)?.document ?? '')).flatMap((clause) => citeClause(atlas, lang, clause) ?? []).map(({ clause, short }) => ({ id: clause, short }))
	};
}
