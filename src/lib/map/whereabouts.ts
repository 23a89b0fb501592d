/**
 * Where a record stands on the map and how well that is known. A position that the record owns comes first; else the first located place
 * that its sources name; a zone as large as the map is no position, so such a record is reported as not placed.
 */
import { splitRef } from '../domain/dataset.ts';
import type { Dataset, Link, Project } from '../domain/dataset.ts';
import type { Place } from '../domain/place.ts';
import type { Shape, Shapes } from '../domain/shape.ts';
import { shapeLayers } from '../domain/shape.ts';
import type { Position, ProjectMark } from './scene.ts';

export interface Whereabouts {
	position: Position;
	place: string;
	located: ProjectMark['located'];
	/** On a line or area of its own, so the sign stands right on it. */
	onShape: boolean;
}
export interface PlaceFinder {
	place(id: string): Place | undefined;
	/** Position of a place that has geometry. */
	positionOf(id: string): Position | null;
	/** The place, and what it is made of: members of a collective, lines of a corridor. */
	expand(id: string): string[];
	linksFrom(ref: string): Link[];
	findProject(project: Project): Whereabouts | null;
}

const tooWide = new Set(['demonstration-area', 'coordination-area']);
const isTooWide = (place: Place | undefined): boolean => place === undefined || place.kind === 'province' || tooWide.has(place.id);

export function createPlaceFinder(dataset: Dataset, shapes: Shapes): PlaceFinder {
	const places = new Map(dataset.places.map((place) => [place.id, place]));
	const main = new Map<string, Shape>();
	for (const layer of shapeLayers) {
		if (layer === 'ground') continue;
		for (const shape of shapes[layer]) if (shape.role === undefined || !main.has(shape.place)) main.set(shape.place, shape);
	}
	const links = new Map<string, Link[]>();
	for (const link of dataset.links) links.set(link.from, [...(links.get(link.from) ?? []), link]);
	const expand = (id: string, seen: string[] = []): string[] => {
		if (seen.includes(id)) return seen;
		const place = places.get(id);
		const inner = place?.kind === 'zone' || place?.kind === 'district' || place?.kind === 'province' ? [] : [...(place?.members ?? []), ...(place?.parts ?? [])];
		return inner.reduce((known, next) => expand(next, known), [...seen, id]);
	};
	const positionOf = (id: string): Position | null => main.get(id)?.at ?? null;
	const linksFrom = (ref: string): Link[] => links.get(ref) ?? [];

	function findProject(project: Project): Whereabouts | null {
		const own = project.ownPlace ? main.get(project.ownPlace) : undefined;
		if (own) return { position: own.at, place: own.place, located: 'own', onShape: own.geometry.type !== 'Point' };
		const linked = linksFrom(`project:${project.id}`).flatMap(({ to }) => (to.startsWith('place:') ? [splitRef(to)[1]] : []));
		if (project.lon !== null && project.lat !== null) return { position: [project.lon, project.lat], place: linked[0] ?? '', located: 'own', onShape: false };
		const named = [project.ownPlace, ...linked, project.corridor];
		// One city of a metropolitan area is not where the area stands.
		const inner = named.flatMap((id) => expand(id).slice(1)).filter((id) => places.get(id)?.kind !== 'city');
		const candidates = [...named, ...inner, ...(project.districts.length === 1 ? project.districts : [])];
		for (const id of candidates) {
			const position = isTooWide(places.get(id)) ? null : positionOf(id);
			if (position) return { position, place: id, located: 'by-place', onShape: false };
		}
		return null;
	}
	return { place: (id) => places.get(id), positionOf, expand: (id) => expand(id), linksFrom, findProject };
}
