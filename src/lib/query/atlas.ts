/**
 * The dataset made walkable: look-ups in both directions along the chain clause ↔ measure ↔ project ↔ indicator ↔ place. Built once per
 * dataset, on the server and in the browser alike.
 */
import type { Agency, Clause, Conflict, Dataset, Indicator, Link, Measure, Milestone, Observation, PolicyDocument, Project, Quantity, Ref, Source, Status, Target } from '../domain/dataset.ts';
import { splitRef } from '../domain/dataset.ts';
import type { Place } from '../domain/place.ts';
import type { Relations } from '../domain/relations.ts';

export interface Atlas {
	dataset: Dataset;
	relations: Relations;
	place: ReadonlyMap<string, Place>;
	measure: ReadonlyMap<string, Measure>;
	project: ReadonlyMap<string, Project>;
	indicator: ReadonlyMap<string, Indicator>;
	clause: ReadonlyMap<string, Clause>;
	document: ReadonlyMap<string, PolicyDocument>;
	agency: ReadonlyMap<string, Agency>;
	source: ReadonlyMap<string, Source>;
	linksFrom(ref: string): Link[];
	linksTo(ref: string): Link[];
	/** Reports on a project, newest first. */
	statuses(project: string): Status[];
	quantities(record: string): Quantity[];
	targets(indicator: string): Target[];
	/** Observations of an indicator, newest first. */
	observations(indicator: string): Observation[];
	milestones(ref: string): Milestone[];
	conflicts(ref: string): Conflict[];
	measuresOf(clause: string): Measure[];
	clausesOf(document: string): Clause[];
	partsOf(project: string): Project[];
	/** Collectives, groups and zones that count the place among their members. */
	collectivesOf(place: string): Place[];
	/** Corridors and lines that count the place among their parts. */
	wholesOf(place: string): Place[];
	/** Parents, nearest first. */
	ancestors(place: string): Place[];
	childrenOf(place: string): Place[];
	exists(ref: string): boolean;
}

const byId = <T extends { id: string }>(items: readonly T[]): Map<string, T> => new Map(items.map((item) => [item.id, item]));

function groupBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): (key: string) => T[] {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		for (const key of keysOf(item)) {
			const group = groups.get(key);
			if (group) group.push(item);
			else groups.set(key, [item]);
		}
	}
	return (key) => groups.get(key) ?? [];
}

const newestFirst = <T>(dateOf: (item: T) => string) => (a: T, b: T): number => (dateOf(a) < dateOf(b) ? 1 : dateOf(a) > dateOf(b) ? -1 : 0);

export function createAtlas(dataset: Dataset, relations: Relations): Atlas {
	const place = byId(dataset.places);
	const measure = byId(dataset.measures);
	const project = byId(dataset.projects);
	const indicator = byId(dataset.indicators);
	const clause = byId(dataset.clauses);
	const document = byId(dataset.documents);
	const agency = byId(dataset.agencies);
	const maps: Partial<Record<string, ReadonlyMap<string, unknown>>> = { place, measure, project, indicator, clause, document, agency };
	return {
		dataset, relations, place, measure, project, indicator, clause, document, agency, source: byId(dataset.sources),
		linksFrom: groupBy(dataset.links, (link) => [link.from]),
		linksTo: groupBy(dataset.links, (link) => [link.to]),
		statuses: groupBy(dataset.statuses.toSorted(newestFirst((s) => s.date)), (s) => [s.project]),
		quantities: groupBy(dataset.quantities, (q) => [q.record]),
		targets: groupBy(dataset.targets, (t) => [t.indicator]),
		observations: groupBy(dataset.observations.toSorted(newestFirst((o) => o.period.slice(0, 7) || o.year)), (o) => [o.indicator]),
		milestones: groupBy(dataset.milestones, (m) => m.refs),
		conflicts: groupBy(dataset.conflicts, (c) => [c.record]),
		measuresOf: groupBy(dataset.measures, (m) => [m.clause]),
		clausesOf: groupBy(dataset.clauses, (c) => [c.document]),
		partsOf: groupBy(dataset.projects, (p) => [p.partOf]),
		collectivesOf: groupBy(dataset.places, (p) => p.members ?? []),
		wholesOf: groupBy(dataset.places, (p) => p.parts ?? []),
		ancestors: (id) => ancestorsOf(id, place),
		childrenOf: groupBy(dataset.places, (p) => (p.parent ? [p.parent] : [])),
		exists: (reference) => {
			const [kind, id] = splitRef(reference);
			return maps[kind]?.has(id) ?? false;
		}
	};
}

function ancestorsOf(id: string, place: ReadonlyMap<string, Place>): Place[] {
	const chain: Place[] = [];
	let next = place.get(id)?.parent;
	while (next && !chain.some((known) => known.id === next)) {
		const parent = place.get(next);
		if (!parent) break;
		chain.push(parent);
		next = parent.parent;
	}
	return chain;
}

/** What is drawn for a record: its own geometry as a key of `relations`, if it has any. */
export const ownGeometryOf = (project: Project): string | null => (project.ownPlace !== '' ? project.ownPlace : project.lon !== null ? `project:${project.id}` : null);

export const refOf = (kind: 'place' | 'measure' | 'project' | 'indicator' | 'document' | 'clause' | 'agency', id: string): Ref => `${kind}:${id}`;
