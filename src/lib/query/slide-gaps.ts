/** Gaps that concern what a slide shows: the projects and clauses inside its filter, the indicators of its selected place. */
import type { Ref } from '../domain/dataset.ts';
import { splitRef } from '../domain/dataset.ts';
import type { Atlas } from './atlas.ts';
import { defaultMonths, gapsOf } from './gaps.ts';
import type { Gap, GapItem, GapKind } from './gaps.ts';

/** Kinds that a briefing speaks of, the most pressing first. */
export const slideGapKinds = ['status-old', 'target-no-observation', 'clause-no-project', 'project-no-clause', 'indicator-no-target', 'measure-period-over'] as const satisfies readonly GapKind[];
export type SlideGapKind = (typeof slideGapKinds)[number];
export const gapMonths = defaultMonths;

export interface GapScope {
	projects: readonly string[];
	measures: readonly string[];
	indicators: readonly string[];
}
export interface ScopedGap {
	kind: SlideGapKind;
	items: GapItem[];
	/** Records inside the scope that were asked. */
	of: number;
}

/** Gaps of a whole dataset never change while it stands; every slide asks. */
const known = new WeakMap<Atlas, Gap[]>();

export function gapsIn(atlas: Atlas, scope: GapScope): ScopedGap[] {
	let all = known.get(atlas);
	if (!all) known.set(atlas, (all = gapsOf(atlas)));
	const clauses = new Set(scope.measures.map((id) => atlas.measure.get(id)!.clause));
	const asked = { project: new Set(scope.projects), measure: new Set(scope.measures), indicator: new Set(scope.indicators), clause: clauses };
	const isAsked = (ref: Ref): boolean => {
		const [kind, id] = splitRef(ref);
		return kind in asked && asked[kind as keyof typeof asked].has(id);
	};
	const of: Record<SlideGapKind, number> = {
		'status-old': scope.projects.filter((id) => atlas.statuses(id)[0]?.status !== 'completed').length, 'target-no-observation': scope.indicators.reduce((sum, id) => sum + atlas.targets(id).length, 0), 'clause-no-project': clauses.size,
		'project-no-clause': scope.projects.length, 'indicator-no-target': scope.indicators.length, 'measure-period-over': scope.measures.filter((id) => atlas.measure.get(id)!.period !== '').length
	};
	return slideGapKinds.map((kind) => ({ kind, items: all.find((gap) => gap.kind === kind)!.items.filter(({ ref }) => isAsked(ref)), of: of[kind] }));
}

/** Indicators of a place and of the members of a collective; samples of river sections are background and no indicator to be asked for a target. */
export function indicatorsOfPlace(atlas: Atlas, id: string): string[] {
	const scopes = new Set([id, ...(atlas.place.get(id)?.members ?? [])]);
	const isCollective = atlas.place.get(id)?.kind === 'collective';
	return atlas.dataset.indicators.filter(({ scope, theme }) => (scope === id || (isCollective && scopes.has(scope))) && theme !== 'water-section-baseline').map((indicator) => indicator.id);
}
