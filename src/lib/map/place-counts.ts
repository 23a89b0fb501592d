/** What a place carries: how many measures name it, what is known of its ecological targets, how many records at it have a gap. */
import { splitRef } from '../domain/dataset.ts';
import type { Dataset, Ref } from '../domain/dataset.ts';
import type { Lang } from '../i18n/lang.ts';
import type { GapMark, MeasureMark, Position, TargetKnowledge, TargetMark } from './scene.ts';
import type { PlaceFinder } from './whereabouts.ts';

/** Measures named or read into each located place; a collective counts for each of its members. Area-wide clauses name no place. */
export function countMeasures(dataset: Dataset, finder: PlaceFinder, matches: ReadonlySet<string> | null, lang: Lang): MeasureMark[] {
	const counted = new Map<string, Set<string>>();
	for (const { from, to, basis } of dataset.links) {
		const [kind, id] = splitRef(from as `measure:${string}`);
		if (kind !== 'measure' || basis === 'area-wide' || !to.startsWith('place:') || (matches && !matches.has(id))) continue;
		for (const place of finder.expand(to.slice('place:'.length))) counted.set(place, (counted.get(place) ?? new Set()).add(id));
	}
	return [...counted].flatMap(([place, ids]): MeasureMark[] => {
		const position = finder.positionOf(place);
		const names = finder.place(place)?.names;
		return position && names ? [{ place, name: names[lang], position, count: ids.size }] : [];
	});
}

const isEcological = (theme: string): boolean => theme === 'ecology' || theme.startsWith('water');
const knowledgeOf = (hasTarget: boolean, hasValue: boolean): TargetKnowledge | null => (hasTarget ? (hasValue ? 'target-and-value' : 'target-only') : hasValue ? 'value-only' : null);
const better: Record<TargetKnowledge, number> = { 'target-and-value': 2, 'target-only': 1, 'value-only': 0 };

/** Water and ecology indicators by the place they are measured for. */
export function knowTargets(dataset: Dataset, finder: PlaceFinder, matches: ReadonlySet<string> | null, lang: Lang): TargetMark[] {
	const aimed = new Set(dataset.targets.map((target) => target.indicator));
	const seen = new Set(dataset.observations.map((observation) => observation.indicator));
	const found = new Map<string, { knowledge: TargetKnowledge; count: number }>();
	for (const { id, scope, theme } of dataset.indicators) {
		const knowledge = knowledgeOf(aimed.has(id), seen.has(id));
		if (!isEcological(theme) || !knowledge || (matches && !matches.has(id))) continue;
		for (const place of finder.expand(scope)) {
			const known = found.get(place);
			found.set(place, { knowledge: known && better[known.knowledge] > better[knowledge] ? known.knowledge : knowledge, count: (known?.count ?? 0) + 1 });
		}
	}
	return [...found].flatMap(([place, { knowledge, count }]): TargetMark[] => {
		const position = finder.positionOf(place);
		const names = finder.place(place)?.names;
		return position && names ? [{ place, name: names[lang], position, knowledge, count }] : [];
	});
}

/** Where the records stand: a place itself, a project's sign, the places that a measure names, the scope of an indicator. What has no spot on the map is not counted. */
export function countGaps(dataset: Dataset, finder: PlaceFinder, refs: readonly Ref[]): GapMark[] {
	const projects = new Map(dataset.projects.map((project) => [project.id, project]));
	const scopes = new Map(dataset.indicators.map(({ id, scope }) => [id, scope]));
	const counted = new Map<Ref, { position: Position; refs: Set<Ref> }>();
	const put = (at: Ref, position: Position | null, ref: Ref): void => {
		if (position) counted.set(at, { position, refs: (counted.get(at)?.refs ?? new Set()).add(ref) });
	};
	for (const ref of refs) {
		const [kind, id] = splitRef(ref);
		if (kind === 'project') {
			const where = projects.has(id) ? finder.findProject(projects.get(id)!) : null;
			const shared = where && where.place !== '' ? finder.positionOf(where.place) : null;
			if (where) put(shared ? `place:${where.place}` : ref, shared ?? where.position, ref);
			continue;
		}
		const named = kind === 'place' ? [id] : kind === 'indicator' ? [scopes.get(id) ?? ''] : finder.linksFrom(ref).filter(({ to, basis }) => basis !== 'area-wide' && to.startsWith('place:')).map(({ to }) => splitRef(to)[1]);
		for (const place of new Set(named.flatMap((one) => (kind === 'place' ? [one] : finder.expand(one))))) put(`place:${place}`, finder.positionOf(place), ref);
	}
	return [...counted].map(([ref, { position, refs: at }]): GapMark => ({ ref, position, count: at.size }));
}
