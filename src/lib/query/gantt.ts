/**
 * Projects by the dates that sources give, and no other: a missing date stays missing, a coarse one keeps its first and last possible day, and
 * a planned finish is never an actual one. A status report says what was told on a day, not when it began.
 */
import '../i18n/rooms/timeline.ts';
import type { Project } from '../domain/dataset.ts';
import type { PlaceKind, ProjectKind, StatusValue } from '../domain/vocabulary.ts';
import type { Writer } from './indicator-words.ts';
import { say } from '../i18n/index.ts';
import type { Atlas } from './atlas.ts';
import { shortPlace } from './cards.ts';
import { citeSources, nameOf } from './cite.ts';
import { firstDayOf, lastDayOf } from './days.ts';
import { recordHref } from './url.ts';

/** A date as found, with the first and the last day that it may mean. */
export interface Span {
	text: string;
	from: string;
	to: string;
}
export const spanOf = (text: string): Span | null => (lastDayOf(text) === '' ? null : { text, from: firstDayOf(text), to: lastDayOf(text) });

export interface GanttRow {
	id: string;
	title: string;
	kind: ProjectKind;
	href: string;
	start: Span | null;
	finish: Span | null;
	/** Planned finish. */
	planned: Span | null;
	/** Reports with a date, newest first. */
	reports: { status: StatusValue; span: Span }[];
	/** Newest report, dated or not. */
	status: StatusValue | 'unknown';
	statusDate: string;
	isToBeConfirmed: boolean;
	districts: string[];
	sources: string[];
	/** The dates in one sentence. */
	words: string;
}
export const ganttShapes = ['both', 'start', 'finish', 'planned', 'report', 'none'] as const;
/** What is known: start and actual finish; start without actual finish; finish without start; only a planned finish; only reports; nothing dated. */
export type GanttShape = (typeof ganttShapes)[number];
export interface GanttGroup {
	/** Place of the corridor or water; empty where the source names none. */
	id: string;
	name: string;
	rows: GanttRow[];
}
export interface Gantt {
	groups: GanttGroup[];
	undated: GanttRow[];
	counts: Record<GanttShape, number>;
	/** Of the projects with a start and no actual finish: those with a planned one. */
	startAndPlanned: number;
	/** First and last year with a date; `null` where nothing is dated. */
	years: [number, number] | null;
}

export const shapeOf = ({ start, finish, planned, reports }: Pick<GanttRow, 'start' | 'finish' | 'planned' | 'reports'>): GanttShape => (start ? (finish ? 'both' : 'start') : finish ? 'finish' : planned ? 'planned' : reports.length > 0 ? 'report' : 'none');

export function ganttRow(atlas: Atlas, writer: Writer, project: Project): GanttRow {
	const { lang, t } = writer;
	const reports = atlas.statuses(project.id).flatMap(({ status, date }) => {
		const span = spanOf(date);
		return span ? [{ status, span }] : [];
	});
	const newest = atlas.statuses(project.id)[0];
	const status = newest?.status ?? 'unknown';
	const words = [
		project.start && t('gantt.start', { date: project.start }), project.finishActual && t('gantt.finish', { date: project.finishActual }), project.finishPlanned && t('gantt.planned', { date: project.finishPlanned }),
		newest ? t('gantt.report', { status: say(t, 'status', status), date: newest.date || t('status.nodate') }) : say(t, 'status', 'unknown')
	].filter(Boolean).join(lang === 'zh' ? '，' : ', ');
	return {
		id: project.id, title: nameOf(lang, project), kind: project.kind, href: recordHref(lang, `project:${project.id}`), start: spanOf(project.start), finish: spanOf(project.finishActual), planned: spanOf(project.finishPlanned), reports, status,
		statusDate: newest?.date ?? '', isToBeConfirmed: project.confidence === 'low', districts: project.districts.map((id) => shortPlace(atlas, lang, id)), sources: citeSources(atlas, lang, project.sources).map(({ outlet, date }) => `${outlet} ${date}`.trim()), words
	};
}

/** `under`: the chosen corridors and waters, which then head all rows; else each project stands under the one that its source names. */
export function ganttOf(atlas: Atlas, writer: Writer, projects: readonly Project[], under: readonly string[] = []): Gantt {
	const rows = projects.map((project) => ({ project, row: ganttRow(atlas, writer, project) }));
	const dated = rows.filter(({ row }) => shapeOf(row) !== 'none');
	const chosen = under.filter((id) => atlas.place.has(id)).map((id) => shortPlace(atlas, writer.lang, id)).join(writer.t('join.or'));
	const byPlace = chosen !== '' ? new Map([[under[0]!, dated]]) : Map.groupBy(dated, ({ project }) => project.corridor);
	const groups = [...byPlace].map(([id, found]): GanttGroup => ({ id, name: chosen || (atlas.place.has(id) ? shortPlace(atlas, writer.lang, id) : writer.t('gantt.nocorridor')), rows: found.map(({ row }) => row).toSorted(byFirstDay) }));
	const counts = Object.fromEntries(ganttShapes.map((shape) => [shape, rows.filter(({ row }) => shapeOf(row) === shape).length])) as Gantt['counts'];
	const years = dated.flatMap(({ row }) => spansOf(row)).flatMap(({ from, to }) => [Number(from.slice(0, 4)), Number(to.slice(0, 4))]);
	return {
		groups: groups.filter((group) => group.rows.length > 0).toSorted((a, b) => rank(atlas, a.id) - rank(atlas, b.id) || b.rows.length - a.rows.length), undated: rows.map(({ row }) => row).filter((row) => shapeOf(row) === 'none'), counts,
		startAndPlanned: rows.filter(({ row }) => shapeOf(row) === 'start' && row.planned).length, years: years.length > 0 ? [Math.min(...years), Math.max(...years)] : null
	};
}

const spansOf = ({ start, finish, planned, reports }: GanttRow): Span[] => [start, finish, planned, ...reports.map(({ span }) => span)].filter((span) => span !== null);
const firstDay = (row: GanttRow): string => spansOf(row).map(({ from }) => from).toSorted()[0] ?? '';
const byFirstDay = (a: GanttRow, b: GanttRow): number => (firstDay(a) < firstDay(b) ? -1 : firstDay(a) > firstDay(b) ? 1 : a.title < b.title ? -1 : 1);

const waters = new Set<PlaceKind>(['lake', 'river', 'canal', 'reservoir', 'lake-group', 'collective']);
const lines = new Set<PlaceKind>(['corridor', 'rail', 'road', 'waterway']);
/** Waters, corridors and lines, other places, none. */
function rank(atlas: Atlas, id: string): number {
	const kind = atlas.place.get(id)?.kind;
	return kind === undefined ? 3 : waters.has(kind) ? 0 : lines.has(kind) ? 1 : 2;
}
