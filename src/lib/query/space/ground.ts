/**
 * The ground of questions about space: what has a position that may decide, by the rule that distances are published with (`server/publish.ts`):
 * no symbolic extent, no axis, nothing outside the area. Planes are made when a question first looks at them.
 */
import type { Geometry } from 'geojson';
import type { Shape, Shapes } from '../../domain/shape.ts';
import { shapeLayers } from '../../domain/shape.ts';
import type { PlaceKind } from '../../domain/vocabulary.ts';
import { decidesSpace } from '../../domain/vocabulary.ts';
import { toPlanar } from '../../geo/planar.ts';
import type { Planar } from '../../geo/planar.ts';
import type { Atlas } from '../atlas.ts';
import type { SpaceGround, Subject } from './hit.ts';

/** As published: coordinates that a project's record states. */
const ownCoordinatesM = 50;

const areaKinds: ReadonlySet<PlaceKind> = new Set(['zone', 'district', 'city', 'province', 'town']);
/** An area of government or planning: it lies at many things and stands at none. */
export const isArea = (atlas: Atlas, id: string): boolean => areaKinds.has(atlas.place.get(id)?.kind as PlaceKind);

export function groundOfSpace(atlas: Atlas, shapes: Shapes): SpaceGround {
	const byPlace = new Map<string, Shape[]>();
	for (const layer of shapeLayers) {
		for (const shape of layer === 'ground' ? [] : shapes[layer]) {
			if (!decidesSpace(shape.accuracy) || shape.role === 'axis' || shape.context) continue;
			const own = byPlace.get(shape.place);
			if (own) own.push(shape);
			else byPlace.set(shape.place, [shape]);
		}
	}
	const subjects = new Map<string, Subject>();
	for (const [id, own] of byPlace) subjects.set(id, toSubject(id, own.map(({ geometry }) => geometry), Math.max(...own.map(({ accuracyM }) => accuracyM)), own.some(({ accuracy }) => accuracy === 'schematic')));
	for (const { id, lon, lat } of atlas.dataset.projects) if (lon !== null && lat !== null) subjects.set(`project:${id}`, toSubject(`project:${id}`, [{ type: 'Point', coordinates: [lon, lat] }], ownCoordinatesM, false));
	return { atlas, shapes, subjects };
}

function toSubject(id: string, geometries: readonly Geometry[], accuracyM: number, isSchematic: boolean): Subject {
	let planar: Planar | null = null;
	return { id, geometries, accuracyM, isSchematic, get planar() { return (planar ??= toPlanar(geometries)); } };
}

/** What a name asked about stands for: itself where it has a position, else its members, or the lines that it consists of. */
export function standsFor(atlas: Atlas, subjects: ReadonlyMap<string, unknown>, id: string, seen = new Set<string>()): string[] {
	if (subjects.has(id)) return [id];
	const { members = [], parts = [] } = atlas.place.get(id) ?? {};
	seen.add(id);
	return [...new Set([...members, ...parts].filter((other) => !seen.has(other)).flatMap((other) => standsFor(atlas, subjects, other, seen)))];
}

/** The places asked about that have a position, each once. */
export const askedOf = ({ atlas, subjects }: SpaceGround, of: readonly string[]): Subject[] => [...new Set(of.flatMap((id) => standsFor(atlas, subjects, id)))].map((id) => subjects.get(id)!);

/** A town drawn as the point of its seat: where the point lies, the town need not. */
export const isSeat = (atlas: Atlas, subject: Subject): boolean => isArea(atlas, subject.id) && !hasArea(subject);

export const hasLines = ({ geometries }: Subject): boolean => geometries.some(({ type }) => type.endsWith('LineString'));
export const hasArea = ({ geometries }: Subject): boolean => geometries.some(({ type }) => type.endsWith('Polygon'));
