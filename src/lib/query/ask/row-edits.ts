/** What the rows become when a planner changes one: a new predicate, a distance, a place. Pure; the panel writes the result into the address. */
import type { SpaceLeaf } from '../../domain/view.ts';
import { defaultWithinM, spaceWithinM } from '../../domain/view.ts';
import type { Atlas } from '../atlas.ts';
import { choicesOf, isSpaceKey, placesTaken } from './choices.ts';
import type { AskKey } from './choices.ts';
import type { BracketRow, Condition, ConditionRow, Question, Row } from './question.ts';

export const newRow = (): ConditionRow => ({ is: 'condition', isNot: false, leaf: { is: 'along', of: [] } });
export const newBracket = (join: Question['join']): BracketRow => ({ is: 'bracket', join: join === 'all' ? 'any' : 'all', isNot: false, rows: [newRow(), newRow()] });

export const metresOf = (leaf: Condition): number => ('withinM' in leaf ? leaf.withinM : undefined) ?? (leaf.is === 'along' ? defaultWithinM : (spaceWithinM[leaf.is as SpaceLeaf['is']] ?? 0));
/** The usual distance is not written, so that an address stays short. */
export const withMetres = (leaf: Condition, metres: number): Condition => {
	const { withinM: _, ...bare } = leaf as SpaceLeaf;
	return metres === metresOf(bare) ? bare : { ...bare, withinM: metres };
};

/** Places in `of`, apart from what else a question writes there: ends, side, number. */
export const placesIn = ({ is, of }: Condition): readonly string[] => (is === 'reach' || is === 'bank' || is === 'nearest' ? of.slice(0, 1) : of).filter((value) => value !== '');

/** The row asks something else; places that the new question can be asked of stay. */
export function withKey(atlas: Atlas, leaf: Condition, is: AskKey): Condition {
	if (is !== 'along' && !isSpaceKey(is)) return { is, of: [] };
	const [, most] = placesTaken[is] ?? [0, 0];
	const kept = placesTaken[leaf.is] ? placesIn(leaf).filter((id) => choicesOf(atlas, 'zh', is).some((choice) => choice.id === id)).slice(0, most) : [];
	return withPlaces({ is, of: [] } as Condition, kept);
}

/** Another place of the same question; a stretch loses its ends, which lay on the old line. */
export function withPlaces(leaf: Condition, places: readonly string[]): Condition {
	const [first = ''] = places;
	const { of: _, ...rest } = leaf;
	const of = leaf.is === 'reach' ? (first === leaf.of[0] ? leaf.of : [first, '', '']) : leaf.is === 'bank' ? [first, leaf.of[1] ?? 'left'] : leaf.is === 'nearest' ? [first, leaf.of[1] ?? '10'] : [...places];
	return { ...rest, of } as Condition;
}
export const withValue = (leaf: Condition, at: number, value: string): Condition => ({ ...leaf, of: Object.assign([...leaf.of], { [at]: value }) }) as Condition;

export const replaceRow = <One extends Row>(rows: readonly One[], at: number, row: One | null): One[] => (row === null ? rows.filter((_, i) => i !== at) : rows.with(at, row));
