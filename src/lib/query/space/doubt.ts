/** How sure an answer is: the accuracies of both, and whether it would be another if they were off by as much the other way. */
import type { SpaceHit, Subject } from './hit.ts';

type Drawn = Pick<Subject, 'accuracyM' | 'isSchematic'>;
/** Corners that a planner draws are meant as they are. */
export const exact: Drawn = { accuracyM: 0, isSchematic: false };

/** `hinges` is asked with the metres by which the two may be off together, and only where somebody wants to know: it is the dear part. */
export function toHit(hit: Omit<SpaceHit, 'accuracyM' | 'isHinging' | 'isSchematic'>, subject: Drawn, asked: Drawn, hinges: (accuracyM: number) => boolean): SpaceHit {
	const accuracyM = subject.accuracyM + asked.accuracyM;
	let known: boolean | null = null;
	return { ...hit, accuracyM, isSchematic: subject.isSchematic || asked.isSchematic, get isHinging() { return (known ??= hinges(accuracyM)); } };
}
/** The place asked about, and what the data say of it: not a matter of drawing. */
export const certain = { accuracyM: 0, isHinging: false, isSchematic: false } as const;

/** Of two answers of one subject the surer stays, then the nearer. */
export function put(hits: Map<string, SpaceHit>, id: string, hit: SpaceHit): void {
	const known = hits.get(id);
	if (!known || weight(hit) < weight(known)) hits.set(id, hit);
}
const weight = ({ isHinging, isPart, metres }: SpaceHit): number => (isHinging ? 1e9 : 0) + (isPart ? 1e8 : 0) + (metres ?? 0);
