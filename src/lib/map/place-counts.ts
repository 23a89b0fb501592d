/** What a place carries: how many measures name it, and what is known of its ecological targets. */
import { splitRef } from '../domain/dataset.ts';
import type { Dataset } from '../domain/dataset.ts';
import type { Lang } from '../i18n/lang.ts';
import type { MeasureMark, TargetKnowledge, TargetMark } from './scene.ts';
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
