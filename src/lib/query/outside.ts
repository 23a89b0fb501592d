/**
 * Projects outside the area, which a provincial document names beside those of the area. They stay records with page, clause and source, and are
 * listed where their document is asked for; no count, sum or gap of the area takes them. What reaches no place
 * at all is outside where a clause names it and no measure of the area stands behind it (a mechanism of the whole delta); else that is not known.
 */
import type { Link, Project } from '../domain/dataset.ts';
import type { Place } from '../domain/place.ts';
import type { Atlas } from './atlas.ts';
import { reachOf } from './reach.ts';

/** Names wider than the area, and places drawn for orientation, do not bring a project into it. */
const wide = new Set<Place['kind']>(['province', 'collective', 'pattern']);
const isOfArea = (place: Place | undefined): boolean => place !== undefined && place.context !== true && !wide.has(place.kind);

export function isOutside(atlas: Atlas, project: string): boolean {
	const reached = reachOf(atlas, `project:${project}`);
	return reached.length > 0 ? !reached.some(({ place }) => isOfArea(atlas.place.get(place))) : isNamedByClauseAlone(atlas.linksFrom(`project:${project}`));
}

const isNamedByClauseAlone = (links: readonly Link[]): boolean => links.some(({ to, basis }) => to.startsWith('clause:') && basis === 'named') && !links.some(({ to }) => to.startsWith('measure:'));

export const projectsOfArea = (atlas: Atlas): Project[] => atlas.dataset.projects.filter(({ id }) => !isOutside(atlas, id));
