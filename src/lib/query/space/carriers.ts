/**
 * Which subjects carry a record, so that it is where they are. The rule, said in words in `docs/method.md` (ADR 0015):
 * a project with a position of its own is there and nowhere else; a clause or an indicator speaks of the whole of each place it names, or that a
 * reading ties it to; a project without a position stands somewhere at a place that it names, so a line carries it only where all of the line
 * answers, and any place carries it into an area only if the place lies wholly in it. Members of a collective and lines of a corridor stand for it. An area carries only "inside", and only wholly. What a clause merely
 * covers carries nothing.
 */
import { splitRef } from '../../domain/dataset.ts';
import type { SpaceKey } from '../../domain/view.ts';
import { ownGeometryOf } from '../atlas.ts';
import type { Atlas } from '../atlas.ts';
import { reachOf } from '../reach.ts';
import { hasArea, hasLines, isArea, standsFor } from './ground.ts';
import type { SpaceGround, SpaceHit } from './hit.ts';

export interface Carrier {
	/** Id of the subject: a place, or `project:id`. */
	id: string;
	/** `own`: the geometry of the record itself. */
	basis: 'own' | 'named' | 'inferred';
	/** Collective or corridor that the record names, of which the subject is a member or line. */
	via?: string;
	/** The record stands elsewhere, by its own position, or somewhere at the place; `undefined` where it is about the whole. */
	at?: 'elsewhere' | 'somewhere';
}

const collectiveKinds = new Set(['collective', 'lake-group']);
const strength = ({ basis, via }: Carrier): number => ['own', 'named', 'inferred'].indexOf(basis) * 2 + (via === undefined ? 0 : 1);

/** It answers as a member of a collective that the record names, and that the question does not. */
export const isByCollective = (atlas: Atlas, { id, via }: Carrier, of: readonly string[]): boolean => via !== undefined && !of.includes(via) && collectiveKinds.has(atlas.place.get(via)?.kind ?? '') && (atlas.place.get(via)!.members ?? []).includes(id);

/** The strongest first, each subject once. */
export function carriersOf({ atlas, subjects }: SpaceGround, ref: string): Carrier[] {
	const [kind, id] = splitRef(ref);
	const own = kind === 'place' ? id : kind === 'project' ? ownGeometryOf(atlas.project.get(id)!) : null;
	const at = kind !== 'project' ? undefined : own !== null && standsFor(atlas, subjects, own).length > 0 ? 'elsewhere' : 'somewhere';
	const linked = kind === 'place' ? [] : reachOf(atlas, ref).flatMap(({ place, basis, via }): Carrier[] => {
		if (basis !== 'named' && basis !== 'inferred') return [];
		if (via === undefined) return [{ id: place, basis, at }];
		const whole = atlas.place.get(via);
		return whole && collectiveKinds.has(whole.kind) && (whole.members ?? []).includes(place) ? [{ id: place, basis, via, at }] : [];
	});
	const direct: Carrier[] = [...(own === null ? [] : [{ id: own, basis: 'own' } as const]), ...linked];
	const parts = direct.filter(({ via }) => via === undefined).flatMap((carrier) => (atlas.place.get(carrier.id)?.parts ?? []).map((part): Carrier => ({ ...carrier, id: part, via: carrier.id })));
	const found = [...direct, ...parts].sort((a, b) => strength(a) - strength(b));
	return found.filter((carrier, i) => found.findIndex((other) => other.id === carrier.id) === i);
}

export function carries({ atlas, subjects }: SpaceGround, is: SpaceKey, { id, at }: Carrier, hit: SpaceHit): boolean {
	if (isArea(atlas, id)) return is === 'inside' && !hit.isPart && at !== 'elsewhere';
	if (id === hit.asked || at === undefined) return true;
	const subject = subjects.get(id);
	return at === 'somewhere' && (isWhole(is, hit) || (is !== 'inside' && (subject === undefined || !hasLines(subject))));
}

/** Every point of it answers. */
const isWhole = (is: SpaceKey, { isPart, metres, stretch }: SpaceHit): boolean => is === 'inside' || is === 'drawn' ? !isPart : (is === 'upstream' || is === 'downstream') && metres === null && stretch === undefined;

/** The place answers, and where at it the record stands nobody says. */
export const isUnplaced = ({ subjects }: SpaceGround, is: SpaceKey, { id, at }: Carrier, hit: SpaceHit): boolean => at === 'somewhere' && !isWhole(is, hit) && subjects.has(id) && (hasArea(subjects.get(id)!) || hasLines(subjects.get(id)!));
