/**
 * Which places a record reaches, and how: by a link as stored, through a collective or a part, by the zone its clause covers, or by
 * geometry. Filters, panels and the map all ask here, so that "why is this listed" has one answer.
 */
import type { Project } from '../domain/dataset.ts';
import { splitRef } from '../domain/dataset.ts';
import type { Basis } from '../domain/vocabulary.ts';
import type { How } from '../domain/relations.ts';
import { ownGeometryOf } from './atlas.ts';
import type { Atlas } from './atlas.ts';

export interface Reach {
	place: string;
	basis: Basis;
	/** Place through which the record comes here: a collective (`一河三湖`), a part, a covering zone, a place inside. */
	via?: string;
	/** Metres between the record's own geometry and the place; only with basis `spatial`. */
	metres?: number;
}

const areaKinds = new Set(['zone', 'district', 'town', 'province']);
const collectiveKinds = new Set(['collective', 'lake-group']);

/** Every place that `ref` reaches, several reasons for one place included; the strongest reason first for each place. */
export function reachOf(atlas: Atlas, ref: string): readonly Reach[] {
	let known = reaches.get(atlas);
	if (!known) reaches.set(atlas, (known = new Map()));
	let found = known.get(ref);
	if (!found) known.set(ref, (found = findReach(atlas, ref)));
	return found;
}

/** A record's places never change while its dataset stands; filters, tables and panels ask for them many times. */
const reaches = new WeakMap<Atlas, Map<string, readonly Reach[]>>();

function findReach(atlas: Atlas, ref: string): Reach[] {
	const found: Reach[] = [];
	for (const link of atlas.linksFrom(ref)) {
		const [kind, id] = splitRef(link.to);
		if (kind === 'place' && atlas.place.has(id)) found.push(...spread(atlas, id, link.basis));
	}
	const [kind, id] = splitRef(ref);
	const project = kind === 'project' ? atlas.project.get(id) : undefined;
	if (project) return [...found.filter((reach) => !isInOtherDistrict(atlas, project, reach)), ...reachOfProject(atlas, project)].sort((a, b) => strength(a) - strength(b));
	return found.sort((a, b) => strength(a) - strength(b));
}

/** A lake may lie in two districts; a project on its shore is only where its record says. */
function isInOtherDistrict(atlas: Atlas, project: Project, { place, basis, via }: Reach): boolean {
	if (basis !== 'spatial' || via === undefined || project.districts.length === 0) return false;
	const district = [atlas.place.get(place)!, ...atlas.ancestors(place)].find(({ kind }) => kind === 'district');
	return district !== undefined && !project.districts.includes(district.id);
}

const order: Basis[] = ['named', 'spatial', 'area-wide', 'inferred'];
const strength = (reach: Reach): number => order.indexOf(reach.basis) * 2 + (reach.via === undefined ? 0 : 1);

function spread(atlas: Atlas, id: string, basis: 'named' | 'area-wide' | 'inferred'): Reach[] {
	const direct: Reach = { place: id, basis };
	if (basis === 'area-wide') return [direct, ...insideOf(atlas, id).map((place): Reach => ({ place, basis, via: id }))];
	const up = [...atlas.ancestors(id), ...atlas.wholesOf(id), ...atlas.wholesOf(id).flatMap((whole) => atlas.wholesOf(whole.id)), ...atlas.collectivesOf(id)];
	const own = atlas.place.get(id)!;
	const down = collectiveKinds.has(own.kind) ? (own.members ?? []) : [];
	const within = new Set(isArea(atlas, id) ? insideOf(atlas, id) : []);
	const around = (atlas.relations[id] ?? []).filter(([other, , how]) => liesIn(how) && isArea(atlas, other) && !within.has(other)).map(([other]): Reach => ({ place: other, basis: 'spatial', via: id, metres: 0 }));
	return [direct, ...up.map((place): Reach => ({ place: place.id, basis, via: id })), ...down.map((place): Reach => ({ place, basis, via: id })), ...around];
}

/** In an area, wholly or in part; an area that is merely next to another, or around it, is not in it. */
const liesIn = (how: How): boolean => how === 'inside' || how === 'crosses';
const isArea = (atlas: Atlas, id: string): boolean => areaKinds.has(atlas.place.get(id)?.kind ?? '');

/** Zones, districts and towns inside a zone or collective of zones. */
function insideOf(atlas: Atlas, zone: string): string[] {
	const inside = new Set<string>();
	const visit = (id: string) => {
		for (const next of [...(atlas.place.get(id)?.members ?? []), ...atlas.childrenOf(id).map((child) => child.id)]) {
			if (inside.has(next) || !isArea(atlas, next)) continue;
			inside.add(next);
			visit(next);
		}
	};
	visit(zone);
	inside.delete(zone);
	return [...inside];
}

/** A district stands in the record's column; where a link says that this was a reading, it stays one. */
const districtBasis = (atlas: Atlas, project: string, district: string): Basis =>
	atlas.linksFrom(`project:${project}`).some((link) => link.to === `place:${district}` && link.basis === 'inferred') ? 'inferred' : 'named';

function reachOfProject(atlas: Atlas, project: Project): Reach[] {
	const districts = project.districts.flatMap((id): Reach[] => {
		const basis = districtBasis(atlas, project.id, id);
		return [{ place: id, basis }, ...atlas.ancestors(id).map((zone): Reach => ({ place: zone.id, basis, via: id }))];
	});
	const own = ownGeometryOf(project);
	if (own === null) return districts;
	const itself: Reach[] = own.startsWith('project:') ? [] : [{ place: own, basis: 'spatial', metres: 0 }];
	return [...districts, ...itself, ...(atlas.relations[own] ?? []).filter(([id, , how]) => !id.startsWith('project:') && (!isArea(atlas, id) || liesIn(how))).map(([place, metres]): Reach => ({ place, basis: 'spatial', metres }))];
}

