/** What a clause leads to: the places it names, the records that rest on it, the units it lists. Pages, cards and the map ask here. */
import type { Clause, Dataset, Link, Measure, Project, Ref } from '../domain/dataset.ts';
import { splitRef } from '../domain/dataset.ts';
import type { Basis } from '../domain/vocabulary.ts';
import type { Atlas } from './atlas.ts';

export interface ClausePlace {
	id: string;
	basis: Basis;
	/** Collective or corridor through which the place is meant (`一河三湖`); empty where it is named itself. */
	via: string;
	/** Projects by which the clause comes to the place: it names the project, the project's sources tie it there. Empty where a measure of the clause is tied to the place. */
	through: string[];
}
export type UnitRole = 'lead' | 'support' | 'named';
export interface ClauseUnit {
	id: string;
	role: UnitRole;
}
export interface ClauseRecords {
	measures: Measure[];
	projects: { project: Project; basis: Link['basis'] }[];
	/** Ids of indicators whose target the clause sets, or which are tied to it. */
	indicators: string[];
}

const whole = new Set(['zone', 'district', 'province']);
const strength: Basis[] = ['named', 'spatial', 'area-wide', 'inferred'];
const rank = ({ basis, via, through }: ClausePlace): number => strength.indexOf(basis) * 4 + Number(through.length > 0) * 2 + Number(via !== '');

/** Ids of the clauses below a clause, in no order. */
export function clausesBeneath(clauses: readonly Pick<Clause, 'id' | 'parent'>[], id: string): Set<string> {
	const found = new Set<string>();
	for (let grown = -1; grown < found.size; ) {
		grown = found.size;
		for (const clause of clauses) if (clause.parent === id || found.has(clause.parent)) found.add(clause.id);
	}
	return found;
}

/** A clause that measures rest on speaks for itself; any other, a heading above all, with all that stands below it. */
export const clausesLit = ({ clauses, measures }: Pick<Dataset, 'clauses' | 'measures'>, id: string): Set<string> => (measures.some(({ clause }) => clause === id) ? new Set([id]) : clausesBeneath(clauses, id).add(id));

/** What carries a clause to places: its measures, and the projects it names. A project that a reading of ours ties to it carries it nowhere. */
export const carriersOf = (links: readonly Pick<Link, 'from' | 'to' | 'basis'>[], measures: readonly Pick<Measure, 'id' | 'clause'>[], clause: string): Ref[] => [
	...measures.filter((measure) => measure.clause === clause).map(({ id }): Ref => `measure:${id}`), ...links.filter(({ from, to, basis }) => to === `clause:${clause}` && basis === 'named' && from.startsWith('project:')).map(({ from }) => from as Ref)
];

/** Places that its measures and the projects it names are tied to, and what a collective or a corridor is made of; each place once, by its strongest tie. */
export function clausePlaces(atlas: Atlas, clause: string): ClausePlace[] {
	const found = new Map<string, ClausePlace>();
	const add = (place: ClausePlace): void => {
		const known = found.get(place.id);
		if (!known || rank(place) < rank(known)) found.set(place.id, place);
		else if (rank(place) === rank(known)) known.through.push(...place.through.filter((project) => !known.through.includes(project)));
	};
	for (const carrier of carriersOf(atlas.linksTo(`clause:${clause}`), atlas.measuresOf(clause), clause)) {
		const [by, record] = splitRef(carrier);
		const through = by === 'project' ? [record] : [];
		for (const { to, basis } of atlas.linksFrom(carrier)) {
			const [kind, id] = splitRef(to);
			if (kind !== 'place' || !atlas.place.has(id)) continue;
			add({ id, basis, via: '', through: [...through] });
			for (const inner of madeOf(atlas, id)) add({ id: inner, basis, via: id, through: [...through] });
		}
	}
	return [...found.values()];
}

/** Members of a collective and lines of a corridor, at any depth; a zone or a district is meant as a whole. */
export function madeOf(atlas: Atlas, id: string, seen = new Set([id])): string[] {
	const place = atlas.place.get(id);
	if (!place || whole.has(place.kind)) return [];
	return [...(place.members ?? []), ...(place.parts ?? [])].filter((next) => !seen.has(next) && seen.add(next)).flatMap((next) => [next, ...madeOf(atlas, next, seen)]);
}

export function clauseRecords(atlas: Atlas, clause: string): ClauseRecords {
	const measures = atlas.measuresOf(clause);
	const incoming = [...atlas.linksTo(`clause:${clause}`), ...measures.flatMap(({ id }) => atlas.linksTo(`measure:${id}`))];
	const projects = new Map<string, ClauseRecords['projects'][number]>();
	for (const { from, basis } of incoming) {
		const project = from.startsWith('project:') ? atlas.project.get(splitRef(from)[1]) : undefined;
		if (project && !projects.has(project.id)) projects.set(project.id, { project, basis });
	}
	const targeted = atlas.dataset.targets.filter((target) => target.clause === clause).map(({ indicator }) => indicator);
	return { measures, projects: [...projects.values()], indicators: [...new Set([...incoming.filter(({ from }) => from.startsWith('indicator:')).map(({ from }) => splitRef(from)[1]), ...targeted])] };
}

/** Units of the clause and of its measures, each once: who leads first. */
export function clauseUnits(atlas: Atlas, clause: Clause): ClauseUnit[] {
	const measures = atlas.measuresOf(clause.id);
	const listed: ClauseUnit[] = [
		...measures.flatMap(({ leadAgencies }) => leadAgencies.map((id) => ({ id, role: 'lead' as const }))), ...measures.flatMap(({ supportingAgencies }) => supportingAgencies.map((id) => ({ id, role: 'support' as const }))),
		...clause.agencies.map((id) => ({ id, role: 'named' as const }))
	];
	return listed.filter(({ id }, i) => listed.findIndex((other) => other.id === id) === i);
}
