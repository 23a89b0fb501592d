/**
 * Where promise and place do not meet. Every gap is a list of records with a reason, and says of how many it was counted. A gap says what
 * is not in this catalogue, not what does not exist. Only clauses that commit someone (that carry a measure) are asked for a project.
 */
import type { Clause, Project, Ref } from '../domain/dataset.ts';
import type { Place } from '../domain/place.ts';
import type { PlaceKind } from '../domain/vocabulary.ts';
import type { Atlas } from './atlas.ts';
import { addMonths, endOfPeriod, lastDayOf } from './days.ts';
import { projectsOfArea } from './outside.ts';
import { reachOf } from './reach.ts';

/** Each gap and the reasons that put a record on its list. */
export const gapReasons = {
	'clause-no-project': ['none', 'section-only'],
	'project-no-clause': ['none', 'whole-only'],
	'target-no-observation': ['no-value', 'only-base'],
	'indicator-no-target': ['with-values', 'nothing'],
	'place-no-measure': ['none', 'area-wide-only'],
	'measure-period-over': ['over'],
	'status-old': ['old', 'undated', 'no-status']
} as const;
export type GapKind = keyof typeof gapReasons;
export type GapReason = (typeof gapReasons)[GapKind][number];
export const gapKinds = Object.keys(gapReasons) as GapKind[];

export interface GapItem {
	ref: Ref;
	reason: GapReason;
	/** What the reason speaks of, as found: the date of a status, the period of a measure, the year of a target. */
	date: string;
	/** Id of the target, where the reference is its indicator; else empty. */
	target: string;
}
export interface Gap {
	kind: GapKind;
	items: GapItem[];
	/** Records that were asked. */
	of: number;
}
export interface GapOptions {
	/** A status is old when it may not be younger than this. */
	months?: number;
	/** `YYYY-MM-DD`; the data date unless told otherwise. */
	today?: string;
}
export const defaultMonths = 24;

type Found = Pick<GapItem, 'reason'> & Partial<GapItem>;
const list = <T>(kind: GapKind, records: readonly T[], refOf: (record: T) => Ref, ask: (record: T) => Found | null): Gap => ({
	kind, of: records.length,
	items: records.flatMap((record) => {
		const found = ask(record);
		return found ? [{ ref: refOf(record), date: '', target: '', ...found }] : [];
	})
});

export function gapsOf(atlas: Atlas, { months = defaultMonths, today = atlas.dataset.dataDate }: GapOptions = {}): Gap[] {
	const { dataset } = atlas;
	const limit = addMonths(today, -months);
	return [
		...untimedGaps(atlas),
		list('measure-period-over', dataset.measures.filter(({ period }) => endOfPeriod(period) !== ''), ({ id }) => `measure:${id}`, ({ period }) => (endOfPeriod(period) < today ? { reason: 'over', date: period } : null)),
		list('status-old', projectsOfArea(atlas).filter(({ id }) => atlas.statuses(id)[0]?.status !== 'completed'), ({ id }) => `project:${id}`, ({ id }) => statusGap(atlas, id, limit))
	];
}

const known = new WeakMap<Atlas, readonly Gap[]>();
/** Gaps that neither months nor days change: found once per dataset. */
function untimedGaps(atlas: Atlas): readonly Gap[] {
	let gaps = known.get(atlas);
	if (!gaps) known.set(atlas, (gaps = findUntimed(atlas)));
	return gaps;
}

const findUntimed = (atlas: Atlas): Gap[] => {
	const { dataset } = atlas;
	return [
		list('clause-no-project', dataset.clauses.filter(({ id }) => atlas.measuresOf(id).length > 0), ({ id }) => `clause:${id}`, (clause) => clauseGap(atlas, clause)),
		list('project-no-clause', projectsOfArea(atlas), ({ id }) => `project:${id}`, (project) => projectGap(atlas, project)),
		list('target-no-observation', dataset.targets, ({ indicator }) => `indicator:${indicator}`, ({ id, indicator, year }) => {
			const values = atlas.observations(indicator);
			if (values.some(({ basisKind }) => basisKind !== 'plan-base')) return null;
			return { reason: values.length > 0 ? 'only-base' : 'no-value', target: id, date: year };
		}),
		list('indicator-no-target', dataset.indicators, ({ id }) => `indicator:${id}`, ({ id }) => (atlas.targets(id).length > 0 ? null : { reason: atlas.observations(id).length > 0 ? 'with-values' : 'nothing' })),
		list('place-no-measure', dataset.places.filter(mayCarry), ({ id }) => `place:${id}`, placeGap(atlas))
	];
};

const isProject = (ref: string): boolean => ref.startsWith('project:');
const hasProject = (atlas: Atlas, ref: string): boolean => atlas.linksTo(ref).some(({ from }) => isProject(from)) || atlas.linksFrom(ref).some(({ to }) => isProject(to));
const clauseHasProject = (atlas: Atlas, id: string): boolean => hasProject(atlas, `clause:${id}`) || atlas.measuresOf(id).some((measure) => hasProject(atlas, `measure:${measure.id}`));

function clauseGap(atlas: Atlas, { id, parent }: Clause): Found | null {
	if (clauseHasProject(atlas, id)) return null;
	for (let above = parent; above !== ''; above = atlas.clause.get(above)?.parent ?? '') if (hasProject(atlas, `clause:${above}`)) return { reason: 'section-only' };
	return { reason: 'none' };
}

const isPromise = (ref: string): boolean => ref.startsWith('clause:') || ref.startsWith('measure:');
const hasClause = (atlas: Atlas, id: string): boolean => atlas.linksFrom(`project:${id}`).some(({ to }) => isPromise(to)) || atlas.linksTo(`project:${id}`).some(({ from }) => isPromise(from));

function projectGap(atlas: Atlas, { id, partOf }: Project): Found | null {
	if (hasClause(atlas, id)) return null;
	for (let whole = partOf; whole !== ''; whole = atlas.project.get(whole)?.partOf ?? '') if (hasClause(atlas, whole)) return { reason: 'whole-only' };
	return { reason: 'none' };
}

const carriers = new Set<PlaceKind>(['district', 'town', 'zone', 'lake', 'river', 'canal', 'reservoir', 'corridor', 'rail', 'road', 'waterway', 'park', 'site']);
const mayCarry = ({ kind, context }: Place): boolean => carriers.has(kind) && context !== true;

/** A clause that covers a zone counts for that zone, and not for what lies in it. */
function placeGap(atlas: Atlas): (place: Place) => Found | null {
	const own = new Set<string>();
	const covered = new Set<string>();
	for (const { id } of atlas.dataset.measures) {
		for (const { place, basis, via, metres } of reachOf(atlas, `measure:${id}`)) {
			if (basis === 'area-wide' && via !== undefined) covered.add(place);
			else if ((metres ?? 0) === 0) own.add(place);
		}
	}
	return ({ id }) => (own.has(id) ? null : { reason: covered.has(id) ? 'area-wide-only' : 'none' });
}

/** Whether even the last day that the date may mean lies before the limit; most dates say so without a calendar. */
function endsBefore(date: string, limit: string): boolean {
	const known = limit.slice(0, date.length);
	return date === known ? lastDayOf(date) < limit : date < known;
}

/** What is completed stays so; any other status grows old. */
function statusGap(atlas: Atlas, id: string, limit: string): Found | null {
	const status = atlas.statuses(id)[0];
	if (!status) return { reason: 'no-status' };
	if (status.date === '') return { reason: 'undated' };
	return endsBefore(status.date, limit) ? { reason: 'old', date: status.date } : null;
}
