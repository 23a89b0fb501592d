/** What a place carries: how many measures name it, how a water stands against its targets, how many records at it have a gap. */
import { splitRef } from '../domain/dataset.ts';
import type { Dataset, Ref } from '../domain/dataset.ts';
import type { Lang } from '../i18n/lang.ts';
import type { PlaceKind } from '../domain/vocabulary.ts';
import type { Atlas } from '../query/atlas.ts';
import type { State } from '../query/progress-rules.ts';
import { judgementsIn, mostTelling, telling } from '../query/year-view.ts';
import type { GapMark, MeasureMark, Position, TargetMark } from './scene.ts';
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

const waterKinds = new Set<PlaceKind>(['lake', 'river', 'canal', 'reservoir', 'lake-group', 'waterway', 'collective']);

/** Waters by the most telling state of the indicators that are about them; what is said of a collective is said of each of its members. */
export function stateWaters(atlas: Atlas, finder: PlaceFinder, matches: ReadonlySet<string> | null, lang: Lang, year: number | null): TargetMark[] {
	const judgements = judgementsIn(atlas, year);
	const found = new Map<string, State[]>();
	for (const { id, scope } of atlas.dataset.indicators) {
		const judgement = judgements.get(id);
		const place = finder.place(scope);
		if (!judgement || !place || !waterKinds.has(place.kind) || (matches && !matches.has(id))) continue;
		for (const part of finder.expand(scope)) found.set(part, [...(found.get(part) ?? []), judgement.state]);
	}
	// The most telling lie on top where signs meet.
	return [...found].toSorted(([, a], [, b]) => telling.indexOf(mostTelling(b)!) - telling.indexOf(mostTelling(a)!)).flatMap(([place, states]): TargetMark[] => {
		const position = finder.positionOf(place);
		const names = finder.place(place)?.names;
		const state = mostTelling(states);
		return position && names && state ? [{ place, name: names[lang], position, state, count: states.length }] : [];
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
