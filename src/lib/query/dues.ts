/**
 * What is due, against a given day: milestones of kind `due`, targets by their year, planned finishes. A date known to the year or month is
 * never made a day: it is due at the end of that year or month and stands as found. What is completed, or met in its target year, is not due.
 */
import type { Milestone, Ref, Status } from '../domain/dataset.ts';
import { splitRef } from '../domain/dataset.ts';
import type { Government } from '../domain/vocabulary.ts';
import { governments as governmentOrder } from '../domain/vocabulary.ts';
import type { Atlas } from './atlas.ts';
import { addDays, lastDayOf } from './days.ts';
import { judge } from './progress.ts';
import { questionOf } from './progress-all.ts';
import type { State } from './progress-rules.ts';

export const duePeriods = ['overdue', 'soon', 'year', 'later'] as const;
export type DuePeriod = (typeof duePeriods)[number];
export const soonDays = 90;
export type DueKind = 'milestone' | 'target' | 'finish';

export interface Due {
	kind: DueKind;
	ref: Ref;
	/** Id of the target, where the reference is its indicator; else empty. */
	target: string;
	/** As found. */
	date: string;
	/** Last day that the date may mean. */
	end: string;
	period: DuePeriod;
	/** Of the lead agencies, in the order of the vocabulary; empty where no source names one. */
	governments: Government[];
	agencies: string[];
	/** Newest status of a planned finish. */
	status: Pick<Status, 'status' | 'date'> | null;
	/** State of a target by the method. */
	state: State | null;
	/** Year of the value that gave the state. */
	valueYear: string;
	/** Projects that a milestone speaks of; their own planned finishes are left out where they say no more. */
	projects: string[];
	sources: string[];
	isToBeConfirmed: boolean;
}
export interface Dues {
	on: string;
	items: Due[];
	/** Dated by a source and not due: finished projects, targets met in their year. */
	done: number;
	/** Targets without a year. */
	undatedTargets: number;
}

export function periodOf(end: string, on: string): DuePeriod {
	if (end < on) return 'overdue';
	if (end <= addDays(on, soonDays)) return 'soon';
	return end.slice(0, 4) === on.slice(0, 4) ? 'year' : 'later';
}

export function duesOf(atlas: Atlas, on = atlas.dataset.dataDate): Dues {
	const milestones = atlas.dataset.milestones.filter(({ kind, date }) => kind === 'due' && lastDayOf(date) !== '');
	const finishes = atlas.dataset.projects.filter(({ finishPlanned }) => lastDayOf(finishPlanned) !== '');
	const targets = atlas.dataset.targets.filter(({ year }) => lastDayOf(year) !== '');
	const isDone = (id: string) => atlas.statuses(id)[0]?.status === 'completed' || atlas.project.get(id)?.finishActual !== '';
	const openMilestones = milestones.filter((milestone) => !projectsOf(milestone).length || projectsOf(milestone).some((id) => !isDone(id)));
	const told = (id: string, date: string) => openMilestones.some((milestone) => milestone.date.startsWith(date) && projectsOf(milestone).includes(id));
	const plain = { target: '', status: null, state: null, valueYear: '', projects: [], isToBeConfirmed: false };
	const dated = (date: string) => ({ date, end: lastDayOf(date), period: periodOf(lastDayOf(date), on) });
	const openFinishes = finishes.filter(({ id }) => !isDone(id));
	const judged = targets.map((target) => ({ ...judge({ ...questionOf(atlas, target.indicator, atlas.dataset.dataDate), target }, atlas.dataset.dataDate), target }));
	const openTargets = judged.filter(({ state, caveats }) => state !== 'met' || caveats.includes('early'));
	const items: Due[] = [
		...openMilestones.map((m): Due => ({ ...plain, kind: 'milestone', ref: milestoneRef(m), ...dated(m.date), ...leadsOf(atlas, projectsOf(m).flatMap((id) => atlas.project.get(id)?.leadAgencies ?? [])), projects: projectsOf(m), sources: m.sources })),
		...openTargets.map(({ target, state, value }): Due => ({ ...plain, kind: 'target', ref: `indicator:${target.indicator}`, target: target.id, ...dated(target.year), ...leadsOf(atlas, leadsOfTarget(atlas, target)), state, valueYear: value?.year ?? '', sources: target.sources, isToBeConfirmed: atlas.indicator.get(target.indicator)?.confidence === 'low' })),
		...openFinishes.filter(({ id, finishPlanned }) => !told(id, finishPlanned)).map((p): Due => ({ ...plain, kind: 'finish', ref: `project:${p.id}`, ...dated(p.finishPlanned), ...leadsOf(atlas, p.leadAgencies), status: atlas.statuses(p.id)[0] ?? null, sources: p.sources, isToBeConfirmed: p.confidence === 'low' }))
	];
	return {
		on, items: items.toSorted((a, b) => compare(a.end, b.end) || compare(b.date.length, a.date.length) || compare(a.ref, b.ref)),
		done: milestones.length - openMilestones.length + (finishes.length - openFinishes.length) + (targets.length - openTargets.length), undatedTargets: atlas.dataset.targets.length - targets.length
	};
}

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
const projectsOf = ({ refs }: Milestone): string[] => refs.map(splitRef).filter(([kind]) => kind === 'project').map(([, id]) => id);
const milestoneRef = ({ id }: Milestone): Ref => `milestone:${id}`;

/** A target is led by whoever leads the measures of its clause, or those a source ties to its indicator. */
function leadsOfTarget(atlas: Atlas, target: { clause: string; indicator: string }): string[] {
	const tied = atlas.linksFrom(`indicator:${target.indicator}`).filter(({ basis, to }) => basis === 'named' && splitRef(to)[0] === 'measure').map(({ to }) => atlas.measure.get(splitRef(to)[1]));
	return [...atlas.measuresOf(target.clause), ...tied].flatMap((measure) => measure?.leadAgencies ?? []);
}

function leadsOf(atlas: Atlas, leads: readonly string[]): Pick<Due, 'agencies' | 'governments'> {
	const agencies = [...new Set(leads)].filter((id) => atlas.agency.has(id));
	const found = new Set(agencies.map((id) => atlas.agency.get(id)!.government));
	return { agencies, governments: governmentOrder.filter((government) => found.has(government)) };
}

export interface GovernmentDues {
	/** Empty: no source names a lead agency. */
	government: Government | '';
	counts: Record<DuePeriod, number>;
}

export interface AgencyDues {
	agency: string;
	government: Government;
	counts: Record<DuePeriod, number>;
	items: Due[];
}

/** A due with several leads stands with each of them; one without a lead stands with none. In the order of governments, the busiest first. */
export function byAgency(atlas: Atlas, items: readonly Due[]): AgencyDues[] {
	const ids = [...new Set(items.flatMap(({ agencies }) => agencies))];
	const found = ids.map((agency): AgencyDues => {
		const own = items.filter(({ agencies }) => agencies.includes(agency));
		return { agency, government: atlas.agency.get(agency)!.government, counts: countPeriods(own), items: own };
	});
	return found.toSorted((a, b) => governmentOrder.indexOf(a.government) - governmentOrder.indexOf(b.government) || b.items.length - a.items.length);
}

const countPeriods = (items: readonly Due[]): Record<DuePeriod, number> => Object.fromEntries(duePeriods.map((period) => [period, items.filter((due) => due.period === period).length])) as Record<DuePeriod, number>;

/** A due with leads of several governments counts for each of them. */
export function byGovernment(items: readonly Due[]): GovernmentDues[] {
	const count = (government: Government | ''): GovernmentDues => {
		const own = items.filter(({ governments }) => (government === '' ? governments.length === 0 : governments.includes(government)));
		return { government, counts: countPeriods(own) };
	};
	return [...governmentOrder, '' as const].map(count).filter(({ counts }) => duePeriods.some((period) => counts[period] > 0));
}
