/** How sure an answer is: the accuracies of both, and whether it would be another if they were off by as much the other way. */
import type { SpaceHit, Subject } from './hit.ts';

type Drawn = Pick<Subject, 'accuracyM' | 'isSchematic'>;
/** Corners that a planner draws are meant as they are. */
export const exact: Drawn = { accuracyM: 0, isSchematic: false };

/** `hinges` is asked with the metres by which the two may be off together. */
export function doubtOf(subject: Drawn, asked: Drawn, hinges: (accuracyM: number) => boolean): Pick<SpaceHit, 'accuracyM' | 'isHinging' | 'isSchematic'> {
	const accuracyM = subject.accuracyM + asked.accuracyM;
	return { accuracyM, isHinging: hinges(accuracyM), isSchematic: subject.isSchematic || asked.isSchematic };
}
/** The place asked about, and what the data say of it: not a matter of drawing. */
export const certain = { accuracyM: 0, isHinging: false, isSchematic: false } as const;

/** Of two answers of one subject the surer stays, then the nearer. */
export function put(hits: Map<string, SpaceHit>, id: string, hit: SpaceHit): void {
	const known = hits.get(id);
	if (!known || weight(hit) < weight(known)) hits.set(id, hit);
}
const weight = ({ isHinging, isPart, metres }: SpaceHit): number => (isHinging ? 1e9 : 0) + (isPart ? 1e8 : 0) + (metres ?? 0);
