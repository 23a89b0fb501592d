/**
 * What dated rows say of a project at the end of a year. A start, a reported finish and dated reports are facts; the last one at or before
 * the year counts, and nothing is concluded from later ones, so that a row added later never changes what an earlier year showed. A planned
 * finish is never a fact: beyond the data date it makes a project "planned", and nothing else does. What no row speaks of is unknown.
 */
import type { Project, Status } from '../domain/dataset.ts';
import type { Atlas } from './atlas.ts';
import { lastDayOf } from './days.ts';
import { projectsOfArea } from './outside.ts';

export const yearStates = ['completed', 'underway', 'planned', 'unknown'] as const;
export type YearState = (typeof yearStates)[number];
export interface InYear {
	state: YearState;
	/** Date, as found, of the row that says so; empty where none does. */
	asOf: string;
}
type Dated = Pick<Project, 'start' | 'finishPlanned' | 'finishActual'>;
type Report = Pick<Status, 'status' | 'date'>;

const stateOf = { completed: 'completed', building: 'underway', ongoing: 'underway', planned: 'planned' } as const;
/** Of two rows that may mean the same day the one that says more. */
const weight = { planned: 0, underway: 1, completed: 2 } as const;
const unknown: InYear = { state: 'unknown', asOf: '' };

/** First day that a date may mean; `9999` where it is no date. */
const firstDayOf = (date: string): string => (lastDayOf(date) === '' ? '9999' : `${date}-01-01`.slice(0, 10));

/** `dataDate` is the day of the data, never the clock. */
export function stateInYear(project: Dated, reports: readonly Report[], year: number, dataDate: string): InYear {
	const end = `${year}-12-31`;
	const rows = [
		{ state: 'underway' as const, date: project.start }, { state: 'completed' as const, date: project.finishActual },
		...reports.map(({ status, date }) => ({ state: stateOf[status], date }))
	];
	const facts = rows.filter(({ date }) => lastDayOf(date) !== '' && lastDayOf(date) <= end && firstDayOf(date) <= dataDate);
	const last = facts.toSorted((a, b) => (lastDayOf(a.date) < lastDayOf(b.date) ? -1 : lastDayOf(a.date) > lastDayOf(b.date) ? 1 : weight[a.state] - weight[b.state])).at(-1);
	const isAhead = year > Number(dataDate.slice(0, 4));
	if (last && (!isAhead || last.state === 'completed')) return { state: last.state, asOf: last.date };
	const planned = lastDayOf(project.finishPlanned);
	return isAhead && planned > dataDate && planned <= end ? { state: 'planned', asOf: project.finishPlanned } : unknown;
}

/** Of the projects of the area. */
export const statesInYear = (atlas: Atlas, year: number): ReadonlyMap<string, InYear> =>
	new Map(projectsOfArea(atlas).map((project) => [project.id, stateInYear(project, atlas.statuses(project.id), year, atlas.dataset.dataDate)]));

export function countStates(states: ReadonlyMap<string, InYear>, ids: Iterable<string> = states.keys()): Record<YearState, number> {
	const counts: Record<YearState, number> = { completed: 0, underway: 0, planned: 0, unknown: 0 };
	for (const id of ids) counts[states.get(id)?.state ?? 'unknown']++;
	return counts;
}
