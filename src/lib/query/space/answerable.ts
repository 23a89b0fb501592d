/** Whether a question has an answer at all: a place that stands for something with a position, of a kind that the question is asked of, a polygon that does not cross itself. */
import '../../i18n/rooms/space.ts';
import type { PlaceKind } from '../../domain/vocabulary.ts';
import type { SpaceLeaf } from '../../domain/view.ts';
import type { Key } from '../../i18n/index.ts';
import { stretchesBetween } from '../network/ends.ts';
import { isWater, networkOf } from '../network/flows.ts';
import { waterLinesOf } from '../network/water-lines.ts';
import { linePlaces } from '../strip-ground.ts';
import { sharedBorder } from './border.ts';
import { isCrossed } from './drawn.ts';
import { askedOf, hasArea, hasLines } from './ground.ts';
import type { SpaceGround } from './hit.ts';

/** What is wrong, and with which place. */
export interface Refusal {
	key: Key;
	place?: string;
	/** Of a stretch: the end that is not on the line, a place or km. */
	end?: string;
	lengthKm?: number;
}

const lakeKinds: readonly PlaceKind[] = ['lake', 'reservoir'];
const waterKinds: readonly PlaceKind[] = [...lakeKinds, 'river', 'canal', 'waterway', 'lake-group', 'collective'];

/** Of several places the others are still asked: a question is refused only where none of them has an answer. */
export function refuse(ground: SpaceGround, { is, of }: SpaceLeaf): Refusal | null {
	const { atlas } = ground;
	if (is === 'drawn') return isCrossed(of) ? { key: 'space.no.crossed' } : null;
	const places = is === 'border' ? of : is === 'reach' || is === 'bank' || is === 'nearest' ? of.slice(0, 1) : of;
	const kindOf = (id: string): PlaceKind => atlas.place.get(id)?.kind ?? 'site';
	const asked = (id: string) => askedOf(ground, [id]);
	/** What the data say belongs to it answers "inside" and the flows without a position of its own. */
	const isStated = (id: string): boolean => (is === 'inside' && (atlas.childrenOf(id).length > 0 || (atlas.place.get(id)?.members ?? []).length > 0)) || ((is === 'upstream' || is === 'downstream') && waterKinds.includes(kindOf(id)));
	const outside = places.find((id) => atlas.place.get(id)?.context);
	if (outside !== undefined) return { key: 'space.no.context', place: outside };
	if (is === 'border') return refuseBorder(ground, of);
	if (!places.some((id) => asked(id).length > 0 || isStated(id))) return { key: atlas.place.get(places[0]!)?.accuracy?.class === 'symbolic' ? 'space.no.symbolic' : 'space.no.position', place: places[0]! };
	const fits: Partial<Record<SpaceLeaf['is'], [Key, (id: string) => boolean]>> = {
		shore: ['space.no.lake', (id) => asked(id).some((one) => lakeKinds.includes(kindOf(one.id)) && hasArea(one))],
		inside: ['space.no.area', (id) => asked(id).some(hasArea) || isStated(id)],
		crosses: ['space.no.line', (id) => asked(id).some((one) => hasLines(one) || hasArea(one))],
		upstream: ['space.no.water', isStated], downstream: ['space.no.water', isStated],
		reach: ['space.no.chainage', (id) => asked(id).some(hasLines)], bank: ['space.no.chainage', (id) => asked(id).some(hasLines)]
	};
	const [key, fit] = fits[is] ?? [];
	if (key !== undefined && !places.some(fit!)) return { key, place: places[0]! };
	if (is === 'upstream' || is === 'downstream') return refuseFlow(ground, is, of);
	return is === 'bank' ? refuseBank(ground, of[0]!) : is === 'reach' ? refuseReach(ground, of as [string, string, string]) : null;
}

const banked: readonly PlaceKind[] = ['river', 'canal', 'waterway'];
function refuseBank({ atlas, shapes }: SpaceGround, id: string): Refusal | null {
	if (waterLinesOf(atlas, shapes).directed.has(id)) return null;
	return { key: banked.includes(atlas.place.get(id)?.kind ?? 'site') ? 'space.no.direction' : 'space.no.river', place: id };
}

/** Of several waters, or members of a collective, one with a known flow is enough. */
function refuseFlow({ atlas, shapes }: SpaceGround, is: 'upstream' | 'downstream', of: readonly string[]): Refusal | null {
	const network = networkOf(atlas, waterLinesOf(atlas, shapes));
	const waters = of.flatMap((id) => [id, ...(atlas.place.get(id)?.members ?? [])]).filter((id) => isWater(atlas, id));
	return waters.some((id) => network[is](id).length > 0) ? null : { key: `space.no.${is}`, place: of[0]! };
}

function refuseReach({ atlas, shapes }: SpaceGround, [id, ...ends]: readonly [string, string, string]): Refusal | null {
	const { ground } = waterLinesOf(atlas, shapes);
	if (stretchesBetween(atlas, ground, id, ends).length > 0) return null;
	const isKm = (end: string): boolean => /^\d/.test(end) && !atlas.place.has(end);
	const parts = linePlaces(atlas, ground, atlas.place.get(id)!).flatMap((line) => ground.lines.get(line)!);
	if (parts.length === 0) return { key: 'space.no.chainage', place: id };
	if (parts.length > 1 && ends.every(isKm)) return { key: 'space.no.parts', place: id };
	const lengthKm = Math.max(...parts.map(({ run }) => run.lengthKm));
	const beyond = ends.find((end) => isKm(end) && Number(end) > lengthKm);
	if (beyond !== undefined) return { key: 'space.no.km', place: id, lengthKm, end: beyond };
	/** Asked with itself, a place that stands on the line always answers. */
	const off = ends.find((end) => !isKm(end) && stretchesBetween(atlas, ground, id, [end, end]).length === 0);
	return off === undefined ? { key: 'space.no.apart', place: id } : { key: 'space.no.end', place: id, end: off };
}

function refuseBorder(ground: SpaceGround, of: readonly string[]): Refusal | null {
	const foreign = of.find((id) => ground.atlas.place.get(id)?.kind !== 'district');
	if (foreign !== undefined) return { key: 'space.no.district', place: foreign };
	return sharedBorder(askedOf(ground, of)).length === 0 ? { key: 'space.no.border' } : null;
}
