/**
 * Projects that a document of the wider region names and that reach no place of ours: read in the document, by search and on their own card, and
 * left out of the lists, counts, gaps and signs of the area. Told from the record alone: no district, no clause of a measure, and every place it
 * reaches a province, a city, a collective or one drawn for orientation. A project of which no place and no clause is known stays in.
 */
import type { Project } from '../domain/dataset.ts';
import { splitRef } from '../domain/dataset.ts';
import type { Basis } from '../domain/vocabulary.ts';
import type { Atlas } from './atlas.ts';
import { reachOf } from './reach.ts';

const wider = new Set(['province', 'city', 'collective']);

/** How a project comes to the area: a place there is named, read into it or met by geometry; `null` where none is. */
export function touchOf(atlas: Atlas, project: Project): Basis | null {
	const here = reachOf(atlas, `project:${project.id}`).find(({ place, metres = 0 }) => {
		const { kind, context } = atlas.place.get(place)!;
		return metres === 0 && context !== true && !wider.has(kind);
	});
	return here?.basis ?? null;
}

export function isOutside(atlas: Atlas, project: Project): boolean {
	if (project.districts.length > 0 || project.lon !== null) return false;
	const links = atlas.linksFrom(`project:${project.id}`);
	const isTold = links.some(({ to }) => ['place', 'clause'].includes(splitRef(to)[0]));
	return isTold && !links.some(({ to }) => to.startsWith('measure:')) && touchOf(atlas, project) === null;
}

const known = new WeakMap<Atlas, Project[]>();
/** Projects that lists and counts of the area are about, in catalogue order. */
export function projectsHere(atlas: Atlas): Project[] {
	let here = known.get(atlas);
	if (!here) known.set(atlas, (here = atlas.dataset.projects.filter((project) => !isOutside(atlas, project))));
	return here;
}
