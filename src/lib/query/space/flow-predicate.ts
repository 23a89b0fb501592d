/** "Upstream of" and "downstream of": the waters that the network reaches, and what stands on them or near them. Of a water of which only a part is, only that part counts. */
import type { SpaceKey, SpaceLeaf } from '../../domain/view.ts';
import { spaceWithinM } from '../../domain/view.ts';
import type { PlaceKind } from '../../domain/vocabulary.ts';
import { sliceOf } from '../../geo/chainage.ts';
import { distanceM } from '../../geo/planar.ts';
import type { Planar } from '../../geo/planar.ts';
import type { Atlas } from '../atlas.ts';
import { isWater, networkOf } from '../network/flows.ts';
import type { Reached } from '../network/flows.ts';
import { waterLinesOf } from '../network/water-lines.ts';
import type { WaterLines } from '../network/water-lines.ts';
import type { Predicate, SpaceGround, SpaceHit, Subject } from './hit.ts';

/** An area of this kind does not stand at a water; what names it is not located by it. */
const wideKinds: readonly PlaceKind[] = ['zone', 'district', 'city', 'province', 'town', 'pattern', 'collective', 'lake-group'];
/** Whether a subject can be said to stand somewhere along a water: projects with a position, and places that are no wide area. */
export const standsSomewhere = (atlas: Atlas, id: string): boolean => id.startsWith('project:') || !wideKinds.includes(atlas.place.get(id)?.kind ?? 'zone');

export const flowPredicate = (key: SpaceKey & ('upstream' | 'downstream')): Predicate => (ground, leaf) => {
	const lines = waterLinesOf(ground.atlas, ground.shapes);
	const network = networkOf(ground.atlas, lines);
	const hits = new Map<string, SpaceHit>();
	const asked = leaf.of.flatMap((id) => [id, ...(ground.atlas.place.get(id)?.members ?? [])]).filter((id) => isWater(ground.atlas, id));
	for (const water of new Set(asked)) for (const reached of network[key](water)) {
		const body = bodyOf(ground, lines, reached);
		put(hits, reached.water, waterHit(water, reached, body));
		if (body.planar) putBeside(hits, ground, leaf, water, reached, body, key);
	}
	return hits;
};

interface Body {
	/** `null` where no geometry says where it is, or nobody says which part of it counts. */
	planar: Planar | null;
	accuracyM: number;
	isSchematic: boolean;
	/** Km of the part in the line's own chainage. */
	stretch?: readonly [number, number] | null;
}

/** What of a reached water counts, and where that is. */
export function bodyOf({ subjects }: SpaceGround, { directed }: WaterLines, { water, stretch }: Reached): Body {
	const subject = subjects.get(water);
	const line = directed.get(water);
	const whole = { planar: subject?.planar ?? null, accuracyM: subject?.accuracyM ?? 0, isSchematic: subject?.isSchematic ?? false };
	if (stretch === null) return { ...whole, planar: null, stretch: null };
	if (stretch[0] === 0 && stretch[1] === Infinity) return whole;
	if (!line) return { ...whole, planar: null, stretch: null };
	const { run, accuracyM, isSchematic } = line.line;
	const [from, to] = [stretch[0], Math.min(stretch[1], run.lengthKm)];
	if (from === 0 && to === run.lengthKm) return whole;
	const own: [number, number] = line.isDownstream ? [from, to] : [run.lengthKm - to, run.lengthKm - from];
	return { planar: sliceOf(run, { from: own[0], to: own[1] }).planar, accuracyM, isSchematic, stretch: own };
}

/** The water itself. Of one that counts in part a record may stand on the rest, so that the answer hinges. */
const waterHit = (asked: string, { via, isReading }: Reached, { isSchematic, stretch }: Body): SpaceHit => ({ asked, metres: null, accuracyM: 0, isHinging: stretch !== undefined, isSchematic: isReading && isSchematic, via, ...(stretch === undefined ? {} : { stretch }), ...(isReading ? { isReading } : {}) });

function putBeside(hits: Map<string, SpaceHit>, { atlas, subjects }: SpaceGround, { withinM = spaceWithinM.upstream! }: SpaceLeaf, asked: string, { water, via, isReading }: Reached, body: Body, key: 'upstream' | 'downstream'): void {
	const between = key === 'upstream' ? [water, ...via] : [...via, water];
	for (const [id, subject] of subjects) {
		if (id === water || !standsSomewhere(atlas, id) || isWater(atlas, id)) continue;
		const metres = distanceM(subject.planar, body.planar!, withinM);
		if (metres <= withinM) put(hits, id, { asked, metres: Math.round(metres), ...doubtOf(subject, body, metres, withinM), via: between, ...(isReading ? { isReading } : {}) });
	}
}

export function doubtOf(subject: Subject, other: { accuracyM: number; isSchematic: boolean }, metres: number, withinM: number): Pick<SpaceHit, 'accuracyM' | 'isHinging' | 'isSchematic'> {
	const accuracyM = subject.accuracyM + other.accuracyM;
	return { accuracyM, isHinging: metres + accuracyM > withinM, isSchematic: subject.isSchematic || other.isSchematic };
}

/** Of two reasons the surer one: stated before read, then the nearer, then the shorter way. */
function put(hits: Map<string, SpaceHit>, id: string, hit: SpaceHit): void {
	const known = hits.get(id);
	const rank = ({ isReading, isHinging, metres, via }: SpaceHit): number[] => [Number(isReading ?? false), Number(isHinging), metres ?? 0, via?.length ?? 0];
	const [now, before] = [rank(hit), known ? rank(known) : []];
	const differs = now.findIndex((value, i) => value !== before[i]);
	if (!known || (differs >= 0 && now[differs]! < before[differs]!)) hits.set(id, hit);
}
