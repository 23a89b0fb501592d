/**
 * Where dates stand on an axis of years, in per cent of its width, so that one drawing fits every screen without scripts. A date is drawn as
 * wide as it is uncertain: a year takes its year, a month its month. Nothing is drawn for a date that no source gives: a bar whose finish is
 * not known ends where something was last told of it, and stays open.
 */
import { scaleUtc } from 'd3';
import type { GanttRow, Span } from '../query/gantt.ts';
import type { MilestoneRow } from '../query/timeline-page.ts';

export interface YearAxis {
	/** Per cent of the width at the beginning of a day, `YYYY-MM-DD`. */
	x(day: string): number;
	years: { year: number; from: number; middle: number; to: number }[];
	/** Beginning of the data date; `null` where it lies outside. */
	today: number | null;
}
const percent = (value: number): number => Math.round(value * 100) / 100;
const dayMs = 86_400_000;

export function layAxis([first, last]: readonly [number, number], dataDate: string): YearAxis {
	const scale = scaleUtc([new Date(Date.UTC(first, 0, 1)), new Date(Date.UTC(last + 1, 0, 1))], [0, 100]);
	const at = (time: number): number => percent(scale(time));
	const x = (day: string): number => at(Date.parse(`${day}T00:00:00Z`));
	const years = Array.from({ length: last - first + 1 }, (_, i) => first + i).map((year) => ({ year, from: at(Date.UTC(year, 0, 1)), middle: at(Date.UTC(year, 6, 2)), to: at(Date.UTC(year + 1, 0, 1)) }));
	const today = x(dataDate);
	return { x, years, today: today >= 0 && today <= 100 ? today : null };
}

/** From the beginning of the first possible day to the end of the last one. */
export interface Extent {
	from: number;
	to: number;
}
export const extentOf = (axis: YearAxis, { from, to }: Span): Extent => ({ from: axis.x(from), to: axis.x(new Date(Date.parse(`${to}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)) });
const middle = ({ from, to }: Extent): number => percent((from + to) / 2);

export type LanePart =
	/** Work is known to go on from end to end. */
	| ({ is: 'bar' } & Extent)
	/** Within it lies the start or the actual finish; `both` where the two cannot be told apart. */
	| ({ is: 'doubt'; of: 'start' | 'finish' | 'both' } & Extent)
	/** A planned finish, or a start that lies ahead: hollow. */
	| ({ is: 'plan'; of: 'start' | 'finish' } & Extent)
	/** Told as completed at the end of it; when it was finished is not known. */
	| ({ is: 'by' } & Extent)
	/** The bar is open from here on. */
	| { is: 'open'; at: number }
	| ({ is: 'report'; at: number; status: GanttRow['status'] } & Extent);

export function layLane(axis: YearAxis, row: Pick<GanttRow, 'start' | 'finish' | 'planned' | 'reports'>, dataDate: string): LanePart[] {
	const { start, finish, planned, reports } = row;
	const plan: LanePart[] = planned ? [{ is: 'plan', of: 'finish', ...extentOf(axis, planned) }] : [];
	const told = reports.map(({ status, span }): LanePart => ({ is: 'report', status, at: middle(extentOf(axis, span)), ...extentOf(axis, span) }));
	return [...layBar(axis, start, finish, reports, dataDate), ...plan, ...told];
}

function layBar(axis: YearAxis, start: Span | null, finish: Span | null, reports: GanttRow['reports'], dataDate: string): LanePart[] {
	const end = finish && extentOf(axis, finish);
	if (!start) return end ? [{ is: 'doubt', of: 'finish', ...end }] : [];
	const begin = extentOf(axis, start);
	if (start.from > dataDate) return [{ is: 'plan', of: 'start', ...begin }];
	if (end) {
		if (end.from <= begin.to) return [{ is: 'doubt', of: 'both', from: Math.min(begin.from, end.from), to: Math.max(begin.to, end.to) }];
		return [{ is: 'doubt', of: 'start', ...begin }, { is: 'bar', from: begin.to, to: end.from }, { is: 'doubt', of: 'finish', ...end }];
	}
	/** A report proves only what was so on the first day that it may mean. */
	const last = Math.max(begin.to, ...reports.filter(({ status }) => status === 'building' || status === 'ongoing').map(({ span }) => axis.x(span.from)));
	const done = reports.filter(({ status }) => status === 'completed').map(({ span }) => extentOf(axis, span).to);
	const known: LanePart[] = [{ is: 'doubt', of: 'start', ...begin }, ...(last > begin.to ? [{ is: 'bar', from: begin.to, to: last } as const] : [])];
	if (done.length === 0) return [...known, { is: 'open', at: last }];
	const by = Math.min(...done);
	return by > last ? [...known, { is: 'by', from: last, to: by }] : known;
}

export interface MilestoneMark extends Extent {
	row: MilestoneRow;
	at: number;
	/** Line within its kind, from 0, so that marks stand beside each other. */
	line: number;
}
/** Least distance of two marks on one line, per cent; about a mark's width on a phone, more elsewhere. */
const apart = 2.2;

export function layMilestones(axis: YearAxis, rows: readonly MilestoneRow[]): { marks: MilestoneMark[]; lines: number } {
	const ends: number[] = [];
	const marks = rows.map((row) => ({ row, ...extentOf(axis, row.span) })).toSorted((a, b) => middle(a) - middle(b)).map(({ row, from, to }): MilestoneMark => {
		const at = middle({ from, to });
		const free = ends.findIndex((end) => at - end >= apart);
		const line = free < 0 ? ends.length : free;
		ends[line] = at;
		return { row, from, to, at, line };
	});
	return { marks, lines: Math.max(1, ends.length) };
}

/** Text in lines of at most `width` px at 12 px: Chinese breaks anywhere, words stay whole. */
export function wrap(text: string, width: number): string[] {
	const pieces = text.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]|[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef]+\s*|\s+/gu) ?? [];
	const lines: string[] = [];
	let line = '';
	for (const piece of pieces) {
		if (line !== '' && widthOf(line + piece.trimEnd()) > width) {
			lines.push(line.trimEnd());
			line = '';
		}
		line += piece;
	}
	return [...lines, line.trimEnd()];
}
const widthOf = (text: string): number => [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 12 : 6.6), 0);
