/** Questions that geometry answers. Distances and what lies in what are those published with the data (`relations`), so that they agree with "along"; the rest is measured when asked. */
import type { SpaceKey } from '../../domain/view.ts';
import { spaceWithinM } from '../../domain/view.ts';
import { distanceM, holdsWhole, isEntered, outlineOf } from '../../geo/planar.ts';
import { border } from './border.ts';
import { crosses, crossesSurely } from './crosses.ts';
import { certain, put, toHit } from './doubt.ts';
import { drawn } from './drawn.ts';
import { askedOf, isArea, isSeat } from './ground.ts';
import type { Predicate, SpaceGround, SpaceHit, Subject } from './hit.ts';

/** `near` any place, `shore` a lake: the least distance to its line or area, 0 within it. */
const near: Predicate = (ground, { is, of, withinM = spaceWithinM[is]! }) => {
	const hits = new Map<string, SpaceHit>();
	for (const asked of askedOf(ground, of)) {
		put(hits, asked.id, { asked: asked.id, metres: 0, ...certain });
		for (const [id, metres] of ground.atlas.relations[asked.id] ?? []) {
			const subject = metres <= withinM ? ground.subjects.get(id) : undefined;
			if (subject) put(hits, id, toHit({ asked: asked.id, metres }, subject, asked, (m) => metres + m > withinM && !(metres === 0 && meetsSurely(subject, asked, m))));
		}
	}
	return hits;
};

/** They cross, or one holds the other, deeper than both may be off: moved by as much they still meet. */
const meetsSurely = (a: Subject, b: Subject, m: number): boolean => crossesSurely(a, b) || ((holdsWhole(a.planar, b.planar) || holdsWhole(b.planar, a.planar)) && distanceM(outlineOf(a.planar), outlineOf(b.planar), m) === Infinity);

/** What lies wholly in an area, what the data say belongs to it, and lines and waters that enter it; an area never counts in part. */
const inside: Predicate = (ground, { of }) => {
	const { atlas, subjects } = ground;
	const hits = new Map<string, SpaceHit>();
	for (const id of of) for (const { id: own } of atlas.dataset.places) if (own !== id && belongsTo(ground, own, id)) put(hits, own, { asked: id, metres: null, ...certain, isStated: true });
	for (const asked of askedOf(ground, of)) {
		put(hits, asked.id, { asked: asked.id, metres: null, ...certain });
		for (const [id, metres, how] of atlas.relations[asked.id] ?? []) {
			if (metres > 0) break;
			const subject = subjects.get(id);
			if (!subject) continue;
			if (how === 'holds' && !isSeat(atlas, subject)) put(hits, id, toHit({ asked: asked.id, metres: null }, subject, asked, (m) => distanceM(outlineOf(subject.planar), outlineOf(asked.planar), m) !== Infinity));
			else if (how === 'crosses' && !isArea(atlas, id) && asked.planar.polygons.length > 0) put(hits, id, toHit({ asked: asked.id, metres: null, isPart: true }, subject, asked, (m) => !isEntered(asked.planar, subject.planar, m)));
		}
	}
	return hits;
};

/** By the data alone: a part, member or child of it, or of one of those. Context places lie outside the area. */
function belongsTo({ atlas }: SpaceGround, id: string, area: string): boolean {
	if (atlas.place.get(id)?.context || !isAsked(atlas, area)) return false;
	const chain = [id, ...atlas.ancestors(id).map((place) => place.id)];
	const members = atlas.place.get(area)?.members ?? [];
	return chain.includes(area) || chain.some((one) => members.includes(one));
}
/** Areas and collectives of areas; a lake's parent is where it lies, not what it is a part of. */
const isAsked = (atlas: SpaceGround['atlas'], id: string): boolean => isArea(atlas, id) || (atlas.place.get(id)?.members ?? []).some((member) => isArea(atlas, member));

/** Every other subject by its distance, ranked from 1, ties alike, areas left out: one is always near. The index takes as many of each kind of record as are asked for. */
const nearest: Predicate = (ground, { of }) => {
	const hits = new Map<string, SpaceHit>();
	const asked = askedOf(ground, of.slice(0, 1));
	for (const one of asked) {
		const known = new Map((ground.atlas.relations[one.id] ?? []).map(([id, metres]) => [id, metres]));
		for (const [id, subject] of ground.subjects) if (!asked.includes(subject) && !isArea(ground.atlas, id)) put(hits, id, toHit({ asked: one.id, metres: known.get(id) ?? Math.round(distanceM(subject.planar, one.planar, Infinity)) }, subject, one, () => false));
	}
	const order = [...hits].toSorted(([, a], [, b]) => a.metres! - b.metres!);
	return new Map([...asked.map(({ id }): [string, SpaceHit] => [id, { asked: id, metres: 0, ...certain }]), ...order.map(([id, hit]): [string, SpaceHit] => [id, { ...hit, rank: 1 + order.findIndex(([, other]) => other.metres === hit.metres) }])]);
};

export const geometryPredicates: Partial<Record<SpaceKey, Predicate>> = { near, shore: near, inside, crosses, nearest, border, drawn };
