/** What a selection lights up: places with the basis of each, arcs to those that can be pointed at, records that cannot. */
import { splitRef } from '../domain/dataset.ts';
import type { Dataset, Link, Ref } from '../domain/dataset.ts';
import type { Basis } from '../domain/vocabulary.ts';
import { carriersOf, clausesLit } from '../query/clause-records.ts';
import type { LinkArc, Position, ProjectCluster, ProjectMark } from './scene.ts';
import type { PlaceFinder } from './whereabouts.ts';

export interface Lit {
	focus: ReadonlyMap<string, Basis>;
	links: LinkArc[];
	/** Places the selection names that have no position. */
	unplaced: Ref[];
}

const strength: Basis[] = ['named', 'spatial', 'area-wide', 'inferred'];

export function lightUp(dataset: Dataset, finder: PlaceFinder, selection: Ref | null, projects: readonly ProjectMark[], clusters: readonly ProjectCluster[]): Lit {
	const focus = new Map<string, Basis>();
	const links: LinkArc[] = [];
	const unplaced = new Set<Ref>();
	const light = (place: string, basis: Basis): void => {
		const known = focus.get(place);
		if (!known || strength.indexOf(basis) < strength.indexOf(known)) focus.set(place, basis);
	};
	const follow = (list: readonly Link[], from: Position | null, drawsArcs = true): void => {
		for (const { to, basis } of list) {
			if (!to.startsWith('place:')) continue;
			const whole = splitRef(to as Ref)[1];
			const places = finder.expand(whole);
			let reached = false;
			for (const place of places) {
				light(place, basis);
				const position = finder.positionOf(place);
				if (!position) continue;
				reached = true;
				if (!drawsArcs || basis === 'area-wide' || position.join() === from?.join() || links.some((arc) => arc.place === place)) continue;
				links.push({ from, to: position, place, basis });
			}
			if (!reached) unplaced.add(`place:${whole}`);
		}
	};
	if (!selection) return { focus, links, unplaced: [] };
	const [kind, id] = splitRef(selection);
	switch (kind) {
		case 'place':
			for (const place of finder.expand(id)) light(place, 'named');
			if (finder.expand(id).every((place) => !finder.positionOf(place))) unplaced.add(selection);
			break;
		case 'project': {
			const mark = [...projects, ...clusters.flatMap((cluster) => cluster.marks)].find((candidate) => candidate.id === id);
			if (mark && finder.positionOf(mark.place)?.join() === mark.position.join() && mark.located === 'own') light(mark.place, 'named');
			// A line's own geometry says more than the corridor it is a part of.
			const isOwnWhole = ({ to }: Link): boolean => mark?.located === 'own' && finder.expand(splitRef(to as Ref)[1]).some((place) => place === mark.place);
			follow(finder.linksFrom(selection).filter((link) => !isOwnWhole(link)), mark?.position ?? null);
			break;
		}
		case 'indicator': {
			const scope = dataset.indicators.find((indicator) => indicator.id === id)?.scope;
			const isWide = scope !== undefined && ['zone', 'district', 'province'].includes(finder.place(scope)?.kind ?? '');
			if (scope !== undefined) for (const place of finder.expand(scope)) light(place, isWide ? 'area-wide' : 'named');
			follow(finder.linksFrom(selection), null);
			break;
		}
		case 'measure':
			follow(finder.linksFrom(selection), null);
			break;
		case 'clause':
			// Places of projects that one clause lists have nothing else in common: no arc ties them to each other.
			for (const clause of clausesLit(dataset, id)) for (const carrier of carriersOf(dataset.links, dataset.measures, clause)) follow(finder.linksFrom(carrier), null, carrier.startsWith('measure:'));
			break;
		case 'document': {
			const covers = dataset.documents.find((document) => document.id === id)?.covers;
			if (covers) light(covers, 'area-wide');
			break;
		}
	}
	return { focus, links: links.toSorted((a, b) => strength.indexOf(a.basis) - strength.indexOf(b.basis)), unplaced: [...unplaced] };
}
